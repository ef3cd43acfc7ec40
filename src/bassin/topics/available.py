"""What there is of a territory: topic by topic, each indicator and each table beside them.

An indicator reaches a commune where its national table has a value of it, one that its publisher
masks, or one that is counted in another commune. A table that is none of an indicator reaches the
communes that it has rows of; one by departement, those of the departements that it has. Nothing is
raised: what cannot be read is missing, and the file that would mend it is named.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from bassin.availability import MISSING, PUBLISHED, SECRET
from bassin.errors import ChoiceError, MissingFileError, PassageError
from bassin.files.sources import Sources
from bassin.files.transcribed import STUDY
from bassin.indicators import catalogue, small_areas
from bassin.indicators.aggregate import MERGED
from bassin.indicators.declaration import FIELDS, Indicator, NotAdditive
from bassin.indicators.stats import how_many
from bassin.places.departements import departements_of
from bassin.places.national import merged_since
from bassin.read import (
    anct,
    bdiff,
    ccr,
    cerema,
    finess,
    ign,
    insee,
    printed,
    toulouse_dataviz,
    urssaf,
)

if TYPE_CHECKING:
    from bassin.topics.gathered import Topics

#: What a place without data is refused by; any other error is one of the data or the code.
ABSENT = (ChoiceError, MissingFileError, PassageError)
#: Every commune is reached, some are, or none.
THERE, PARTIAL, NONE = "reach_there", "reach_partial", "reach_missing"
STATES = (THERE, PARTIAL, NONE)
COLUMNS = (
    "topic",
    "indicator",
    "state",
    "known",
    "communes",
    "masked",
    "vintage",
    "file",
    "mends",
)


@dataclass(frozen=True)
class Table:
    """A main table of a topic that is none of an indicator.

    Attributes
    ----------
    topic, name : str
    file : str
        That it is read from; ``*`` stands for a departement.
    reached : callable
        Communes, or departements, of a territory that it reaches, among others.
    by_departement : bool
        Whether it is told by departement, since a commune without a row has none of what it lists.
    instead : str
        A larger file that is read in its place once it is listed.
    """

    topic: str
    name: str
    file: str
    reached: Callable[[Topics], Collection[str]]
    by_departement: bool = False
    instead: str = ""


def _drawn(study: Topics) -> Collection[str]:
    shapes = study.territory.shapes
    return list(shapes.index[shapes.geometry.notna()])


def _altitudes(study: Topics) -> Collection[str]:
    return list(toulouse_dataviz.altitudes_2019(study.sources).dropna().index)


def _heights(study: Topics) -> Collection[str]:
    return list(ign.town_halls_2012(study.sources)["altitude_max_m"].dropna().index)


def _registered(read: Callable[[Sources], pd.Series | pd.Index]) -> Callable[[Topics], list[str]]:
    """Departements of the regions that a register has a row of: a commune without one has none."""

    def reached(study: Topics) -> list[str]:
        regions = insee.departements(study.sources)["reg"]
        codes = departements_of(pd.Index(read(study.sources))).unique()
        inside = regions[regions.index.isin(codes)].unique()
        return list(regions.index[regions.isin(inside)])

    return reached


def _by_iris(study: Topics) -> list[str]:
    return small_areas.listed(study.sources, study.territory.communes["dep"])


def _with_large_communes(study: Topics) -> list[str]:
    codes = study.education.large(max(insee.LARGE_COMMUNES)).index
    return list(departements_of(codes).unique())


def _counted_by_industry(study: Topics) -> Collection[str]:
    zones = insee.employment_zones(study.sources)["zone"]
    counted = urssaf.by_industry(study.sources).index.unique("zone")
    return list(zones.index[zones.isin(counted)])


def _written_of(study: Topics) -> Collection[str]:
    there = printed.has(study.sources, study.epci, printed.ACTORS)
    return study.territory.codes if there else []


def _timed(study: Topics) -> Collection[str]:
    return list(ign.town_halls_2012(study.sources).index)


def _taken(study: Topics) -> Collection[str]:
    return list(cerema.land_take(study.sources).index.unique("code"))


def _by_band(study: Topics) -> Collection[str]:
    """A commune that has merged since is counted in the one that took it in."""
    listed = insee.age_bands_2022(study.sources).index
    return [*listed, *(merged_since(study.sources) if len(listed) else [])]


#: The tables, in the order of the topics.
TABLES = (
    Table("territory", "outlines", ign.METROPOLE, _drawn),
    Table("territory", "town_halls", ign.TOWN_HALLS, _heights),
    Table(
        "health",
        "establishments",
        finess.ESTABLISHMENTS,
        _registered(lambda sources: finess.establishments(sources)["code"]),
        by_departement=True,
    ),
    Table("contrast", "altitudes", toulouse_dataviz.COMMUNES, _altitudes),
    Table("travel", "network", ign.TOWN_HALLS, _timed),
    Table(
        "risk",
        "floods",
        ccr.DECREES,
        _registered(lambda sources: ccr.disaster_decrees(sources)["code"]),
        by_departement=True,
    ),
    Table(
        "risk",
        "fires",
        bdiff.FOREST_FIRES,
        _registered(lambda sources: bdiff.forest_fires(sources)["code"]),
        by_departement=True,
    ),
    Table(
        "land",
        "land_take",
        cerema.LAND_TAKE,
        _taken,
        instead=cerema.LAND_TAKE_FRANCE,
    ),
    Table(
        "ageing",
        "age_bands",
        insee.AGES_2022,
        _by_band,
        instead=insee.AGES_2022_OFFICIAL,
    ),
    Table(
        "education",
        "large_communes",
        insee.LARGE_COMMUNES[max(insee.LARGE_COMMUNES)],
        _with_large_communes,
        by_departement=True,
    ),
    Table("income", "iris", insee.IRIS_FRANCE, _by_iris, by_departement=True),
    Table(
        "programmes",
        "priority_districts",
        anct.PRIORITY_DISTRICTS_2015,
        _registered(lambda sources: anct.priority_districts_2015(sources)["code"]),
        by_departement=True,
    ),
    Table("employment", "by_industry", urssaf.ZONES_A38, _counted_by_industry),
    Table("ecosystem", "actors", f"{STUDY}/{printed.ACTORS}", _written_of),
)


def available(study: Topics) -> pd.DataFrame:
    """What there is of a territory, a row an indicator or a table.

    Parameters
    ----------
    study : Topics

    Returns
    -------
    DataFrame
        ``topic``; ``indicator`` (code that has a name: ``"indicator.gp_2023"``,
        ``"table.outlines"``); ``state`` (of :data:`STATES`); ``known`` (communes reached, masked
        ones aside), ``communes`` (of the territory), ``masked``; ``vintage``; ``file`` (it is
        read from; ``""`` where none is listed), ``mends`` (the file to extend or to add, where a
        commune is missing).
    """
    rows = [*_of_indicators(study), *(_of_table(study, one) for one in TABLES)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _of_indicators(study: Topics) -> Iterator[dict[str, object]]:
    for one in catalogue.at_hand(study.sources).values():
        counts, value = _counts(study, one)
        known = counts.get(PUBLISHED, 0) + counts.get(MERGED, 0)
        reached, of = known + counts.get(SECRET, 0), len(study.territory.codes)
        state = THERE if reached == of and (known or value) else PARTIAL if known else NONE
        if value and not known:
            state = THERE  # published of the whole
        yield {
            "topic": one.table.partition(".")[0],
            "indicator": f"indicator.{one.key}",
            "state": state,
            "known": known,
            "communes": of,
            "masked": counts.get(SECRET, 0),
            "vintage": one.vintage,
            "file": next(iter(one.reads[0].files(study.sources)), ""),
            "mends": "" if state == THERE else _mended_by(study, one),
        }


def _counts(study: Topics, one: Indicator) -> tuple[dict[str, int], bool]:
    """Communes by status, and whether a value of the territory, or its zone, is published."""
    of = len(study.territory.codes)
    if not all(read.awaited or read.files(study.sources) for read in one.reads):
        return {MISSING: of}, False
    try:
        status = study.selected.parts(one.key).table["status"].astype(str).value_counts()
    except ABSENT:
        status = pd.Series({MISSING: of})
    published = False
    if isinstance(one.rule, NotAdditive):
        with suppress(*ABSENT):
            published = math.isfinite(study.selected.published_at(one.key, *_group(study, one)))
    return {str(word): int(n) for word, n in status.items()}, published


def _group(study: Topics, one: Indicator) -> tuple[str, str]:
    """The territory, or its zone d'emploi where nothing is published of an intercommunality."""
    if "epci" in one.kinds:
        return "epci", study.territory.code
    return "zone_emploi", study.employment.zone


def _mended_by(study: Topics, one: Indicator) -> str:
    """The file that would have what is missing: a larger one, or its own, extended."""
    read = one.reads[0]
    if read.instead and read.instead not in study.sources:
        return read.instead
    if "*" in read.file:
        return read.file.replace("*", _lacking(study, FIELDS[one.field] or ()))
    return next(iter(read.files(study.sources)), read.file)


def _lacking(study: Topics, left_out: Collection[str]) -> str:
    """The departement of the territory that is left out, else the one it is in."""
    inside = study.territory.communes["dep"].unique()
    return str(next((dep for dep in inside if dep in left_out), study.territory.departement))


def _of_table(study: Topics, one: Table) -> dict[str, object]:
    codes = pd.Index(study.territory.codes)
    units = pd.Index(departements_of(codes)) if one.by_departement else codes
    try:
        reached = set(one.reached(study))
        known = how_many(pd.Series([unit in reached for unit in units]))
    except ABSENT:
        known = 0
    state = THERE if known == len(codes) else PARTIAL if known else NONE
    periods = study.sources.manifest["period"]
    return {
        "topic": one.topic,
        "indicator": f"table.{one.name}",
        "state": state,
        "known": known,
        "communes": len(codes),
        "masked": 0,
        "vintage": str(periods.get(one.file, "")),
        "file": one.file,
        "mends": "" if state == THERE else one.instead or one.file,
    }
