"""Who the study names, what links them, the prize and the places of training."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import numbers as to_numbers
from bassin.read._parse import read_delimited
from bassin.read._schema import COMMUNE, check_schema, count, text, whole
from bassin.read.printed._lines import PASSAGES
from bassin.read.printed._text import of_text

ACTORS, RELATIONS = "actors.csv", "relations.csv"
PRIZE, TRAINING = "prize.csv", "training.csv"

#: What an actor is: as transcribed, to its code.
ACTOR_TYPES = {
    "authority": "actor_authority",
    "collective": "actor_collective",
    "culture": "actor_culture",
    "firm": "actor_firm",
    "network": "actor_network",
    "state": "actor_state",
    "support": "actor_support",
    "training": "actor_training",
}

#: Where an actor is, as the study places it: in the basin, elsewhere in the Gard as a whole, in
#: Nimes (south), east of the basin, west of it, in Occitanie as a whole, in France, or abroad. As
#: transcribed, to its code.
SIDES = {
    "local": "around_local",
    "Gard": "around_gard",
    "south": "around_south",
    "east": "around_east",
    "west": "around_west",
    "Occitanie": "around_occitanie",
    "national": "around_national",
    "abroad": "around_abroad",
}

#: What a relation is about: as transcribed, to its code.
RELATION_KINDS = {
    "employment": "relation_employment",
    "founding": "relation_founding",
    "funding": "relation_funding",
    "governance": "relation_governance",
    "membership": "relation_membership",
    "merger": "relation_merger",
    "organisation": "relation_organisation",
    "ownership": "relation_ownership",
    "partnership": "relation_partnership",
    "premises": "relation_premises",
    "prize": "relation_prize",
    "referral": "relation_referral",
    "research": "relation_research",
    "supply": "relation_supply",
    "support": "relation_support",
    "training": "relation_training",
    "young people": "relation_young_people",
}

#: Codes of the figures on the prize: as transcribed, an underscore between words.
PRIZE_ITEMS = (
    "founded",
    "edition_without_a_contest",
    "laureate",
    "editions",
    "laureates",
    "industrial_share",
    "endowment",
    "active_share",
    "jobs",
    "jobs_of_ergosanté",
    "applications_at_least",
    "applications_at_most",
    "oral_examinations",
)

#: How the study knows a relation: between two parties it names; said of a place, without a party;
#: read from where a body stands; hoped for; or said not to exist.
BASES = ("named", "asserted", "located", "hoped", "denied")


@of_text(ACTORS)
def actors(sources: Sources, epci: str) -> pd.DataFrame:
    """Organisations and places the study names in its chapter 4 and, for firms, its conclusion.

    Returns
    -------
    DataFrame
        Index ``id``; ``name``, ``type`` (a code of :data:`ACTOR_TYPES`), ``place`` and ``code``
        (commune; empty where it is not certain), ``side`` (a code of :data:`SIDES`), ``lines`` (of
        the text).

    Raises
    ------
    DataError
        If a row is incomplete, or has a code and no place.
    """
    file = of_study(epci, ACTORS)
    names = ["id", "name", "type", "place", "code", "side", "lines"]
    table = read_delimited(file, sources.transcription(file), columns=names).set_index("id")
    columns = {
        "name": pa.Column(str, pa.Check.str_length(min_value=1), unique=True),
        "type": pa.Column(str, pa.Check.isin(list(ACTOR_TYPES))),
        "place": pa.Column(str),
        "code": text(pattern=rf"{COMMUNE}|"),
        "side": pa.Column(str, pa.Check.isin(list(SIDES))),
        "lines": text(pattern=PASSAGES),
    }
    check_schema(table, file, columns, pa.Index(str, unique=True, name="id"))
    stray = (table["code"] != "") & (table["place"] == "")
    if stray.any():
        raise DataError(file, "a code without a place", column="place", row=stray.idxmax())
    return table.assign(
        type=table["type"].map(ACTOR_TYPES),
        side=table["side"].map(SIDES),
    )


@of_text(RELATIONS)
def relations(sources: Sources, epci: str) -> pd.DataFrame:
    """Relations between :func:`actors`, as the study tells them.

    Returns
    -------
    DataFrame
        ``source``, ``target`` (identifiers; a relation has no direction of its own), ``kind`` (a
        code of :data:`RELATION_KINDS`), ``basis`` (of :data:`BASES`), ``lines``.

    Raises
    ------
    DataError
        If an end is not an actor or both are one, or two actors have two rows of one basis.
    """
    file = of_study(epci, RELATIONS)
    names = ["source", "target", "kind", "basis", "lines"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    columns = {"source": text(), "target": text(), "lines": text(pattern=PASSAGES)}
    columns["kind"] = pa.Column(str, pa.Check.isin(list(RELATION_KINDS)))
    columns["basis"] = pa.Column(str, pa.Check.isin(BASES))
    check_schema(table, file, columns)
    known = actors(sources, epci).index
    for end in ("source", "target"):
        strange = ~table[end].isin(known)
        if strange.any():
            row = int(strange.to_numpy().argmax())
            raise DataError(
                file,
                f"{table.at[row, end]!r} is no actor",
                column=end,
                row=row,
                cure=f"Add it to {ACTORS}.",
            )
    pairs = [
        (*sorted(ends), basis)
        for *ends, basis in table[["source", "target", "basis"]].itertuples(index=False)
    ]
    for row, (first, second, basis) in enumerate(pairs):
        if first == second:
            raise DataError(file, f"{first!r} is at both ends", column="target", row=row)
        if (first, second, basis) in pairs[:row]:
            raise DataError(file, "this pair is listed twice", column="target", row=row)
    return table.assign(kind=table["kind"].map(RELATION_KINDS))


@of_text(PRIZE)
def prize(sources: Sources, epci: str) -> pd.DataFrame:
    """Figures the study prints on the prize Alès Audace: ``item``, ``value``, ``unit``, ``lines``.

    An item, a code of :data:`PRIZE_ITEMS`, has a row each time it is printed.
    """
    file = of_study(epci, PRIZE)
    names = ["item", "value", "unit", "lines"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table["value"] = to_numbers(table["value"], file, missing=())
    table["item"] = table["item"].str.replace(" ", "_").str.lower()
    columns = {"value": count(), "unit": text(), "lines": text(pattern=PASSAGES)}
    columns["item"] = pa.Column(str, pa.Check.isin(PRIZE_ITEMS))
    check_schema(table, file, columns)
    return table


@of_text(TRAINING)
def training_places(sources: Sources, epci: str) -> pd.DataFrame:
    """Places of training the study names.

    Returns
    -------
    DataFrame
        Index ``place``; ``trains_in`` (in our words), ``since`` and ``ended`` (years; NaN where not
        printed), ``actor`` (of :func:`actors`), ``lines``.
    """
    file = of_study(epci, TRAINING)
    names = ["place", "trains_in", "since", "ended", "actor", "lines"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table = table.set_index("place")
    for column in ("since", "ended"):
        table[column] = to_numbers(table[column], file)
    columns = {
        "trains_in": text(),
        "since": whole(nullable=True),
        "ended": whole(nullable=True),
        "actor": pa.Column(str, pa.Check.isin(list(actors(sources, epci).index))),
        "lines": text(pattern=PASSAGES),
    }
    check_schema(table, file, columns, pa.Index(str, unique=True, name="place"))
    return table
