"""Which intercommunality is meant: by its SIREN, by its name, or by a part of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pandas as pd

from bassin.collation import by_name
from bassin.errors import MissingFileError, TerritoryError
from bassin.files.sources import Sources
from bassin.places import membership
from bassin.places.names import nearest, plain, unknown_epci
from bassin.read import insee
from bassin.read.insee.places import NO_EPCI

#: How many places a refusal lists.
LISTED = 8
#: A legal form before a name, and what ties the two, as :func:`plain` writes them.
_FORM = re.compile(r"^(ca|cc|cu) (intercommunale |rurales )?((du|des|de la|de l|de|d) )?")
#: A departement behind a name: ``Quatre Rivières (74)``.
_WITHIN = re.compile(r"^(?P<name>.+)\((?P<within>[^()]+)\)\s*$", re.DOTALL)


def siren_of(place: str, sources: Sources) -> str:
    """SIREN of the EPCI of 2023 that is meant.

    Parameters
    ----------
    place : str
        A SIREN, in groups of digits or not; or a name, or a part of one that only one EPCI has.
        Capitals, accents, hyphens, apostrophes and blanks make no difference. A name in full finds
        its place though others hold it too, and so does a whole word. A departement behind the
        name, ``"Quatre Rivières (74)"``, tells two places of one name apart.
    sources : Sources

    Returns
    -------
    str
        Nine digits.

    Raises
    ------
    TerritoryError
        If no EPCI is meant, or more than one; the message lists them with their departements, or
        the nearest.

    Notes
    -----
    Names are those of INSEE's table of the members of EPCI.
    """
    digits = "".join(place.split()) if isinstance(place, str) else ""
    if digits.isascii() and digits.isdigit():
        everywhere = insee.epci(sources)
        if digits not in set(everywhere["epci"]):
            raise unknown_epci(digits, everywhere)
        return digits
    if not isinstance(place, str) or not plain(place):
        raise TerritoryError(
            f"{place!r} is no name of an EPCI: write a part of one, or a SIREN, as '200066918'."
        )
    known = every_epci(sources)
    found = _meant(place, known, sources)
    if len(found) == 1:
        return str(found.index[0])
    raise _unsettled(place, found, known, sources)


def every_epci(sources: Sources) -> pd.DataFrame:
    """Every EPCI of 2023.

    Returns
    -------
    DataFrame
        Index ``epci`` (SIREN, sorted); ``name``, ``departements`` (codes, that of most communes
        first: a tuple), ``communes`` (number).
    """
    members = insee.epci(sources)
    members = members[members["epci"] != NO_EPCI]
    groups = members.groupby("epci", sort=True)
    return pd.DataFrame(
        {
            "name": groups["epci_name"].first(),
            "departements": groups["dep"].agg(lambda dep: tuple(dep.value_counts().index)),
            "communes": groups.size(),
        }
    )


def located(codes: Iterable[str], sources: Sources) -> str:
    """Names of departements, or their codes where the list of them is not at hand.

    Parameters
    ----------
    codes : iterable of str
        As in a row of :func:`every_epci`.
    sources : Sources
    """
    try:
        names = insee.departements(sources)["name"]
    except MissingFileError:
        return ", ".join(codes)
    return ", ".join(str(names.get(code, code)) for code in codes)


def _meant(place: str, known: pd.DataFrame, sources: Sources) -> pd.DataFrame:
    """Those that have a name, or a name with a departement behind it."""
    found = _having(plain(place), known)
    parted = _WITHIN.match(place)
    if not found.empty or parted is None or not plain(parted["name"]):
        return found
    found, asked = _having(plain(parted["name"]), known), plain(parted["within"])
    inside = found["departements"].map(
        lambda codes: any(asked in (plain(one), plain(located([one], sources))) for one in codes)
    )
    return found[inside.astype(bool)]


def _having(asked: str, known: pd.DataFrame) -> pd.DataFrame:
    """Those that have a name: in full; else as whole words; else anywhere, blanks aside."""
    spelt = known["name"].map(plain)
    bare = spelt.str.replace(_FORM, "", regex=True)
    closed, words = spelt.str.replace(" ", ""), f" {asked} "
    for holds in (
        spelt == asked,
        bare == _FORM.sub("", asked),
        closed == asked.replace(" ", ""),
        (" " + spelt + " ").str.contains(words, regex=False),
        closed.str.contains(asked.replace(" ", ""), regex=False),
    ):
        if holds.any():
            return known[holds]
    return known.iloc[:0]


def _unsettled(
    place: str, found: pd.DataFrame, known: pd.DataFrame, sources: Sources
) -> TerritoryError:
    """Say that no EPCI is meant, or which ones may be."""
    shown = found.head(LISTED)
    if found.empty:
        near = nearest(plain(place), dict(zip(known["name"].map(plain), known.index, strict=True)))
        shown = known.loc[near]
    listed = [
        f"{siren} {row['name']} ({located(row['departements'], sources)})"
        for siren, row in shown.iterrows()
    ]
    more = len(found) - len(shown)
    told = "; ".join(listed) + (f"; and {more} more" if more > 0 else "")
    begin = f"{len(found)} EPCI have {place!r} in their name."
    if not found.empty:
        return TerritoryError(f"{begin} {told}. Write the SIREN of one.", tuple(shown.index))
    return TerritoryError(
        f"{begin} {_of_commune(place, known, sources)}Nearest: {told or 'none near'}. "
        "Write the SIREN of one, or a part of a name.",
        tuple(shown.index),
    )


def _of_commune(place: str, known: pd.DataFrame, sources: Sources) -> str:
    """Which EPCI the communes of a name are in; nothing where no commune has it."""
    members = insee.epci(sources)
    inside = members[members["name"].map(plain) == plain(place)]
    inside = inside[inside["epci"].isin(known.index)].head(LISTED)
    listed = "; ".join(
        f"{row.name} ({code}) in {row.epci} {row.epci_name}"
        for code, row in zip(inside.index, inside.itertuples(index=False), strict=True)
    )
    return f"Communes of that name: {listed}. " if listed else ""


def listed(part: str, sources: Sources) -> pd.DataFrame:
    """Every EPCI that has a part in its name, in the name of a commune or of its departement.

    Parameters
    ----------
    part : str
        Where a word begins with it, or else anywhere, blanks aside; of a code, one of a departement
        or a SIREN in full. All EPCI have an empty one.
    sources : Sources

    Returns
    -------
    DataFrame
        As :func:`every_epci`, by name; ``departements`` are names, ``inhabitants`` those of the
        communes in force on the day of the list.
    """
    known, members = every_epci(sources), insee.epci(sources)
    people = membership.inhabitants(sources).groupby(members["epci"])
    known["inhabitants"] = people.sum(skipna=False).reindex(known.index)
    names = insee.departements(sources)["name"]
    asked = plain(part)
    texts = [known["name"], members.set_index("epci")["name"], _each_departement(known, names)]
    spelt = [one.map(plain) for one in texts]
    found: set[str] = set(known.index) if not asked else set()
    found |= {siren for siren, codes in known["departements"].items() if part.strip() in codes}
    found |= {"".join(part.split())} & set(known.index)
    if not found:
        found = _with(spelt, lambda one: (" " + one).str.contains(f" {asked}", regex=False))
    if not found:
        closed = asked.replace(" ", "")
        found = _with(spelt, lambda one: one.str.replace(" ", "").str.contains(closed, regex=False))
    known["departements"] = [located(codes, sources) for codes in known["departements"]]
    return by_name(known[known.index.isin(found)])


def _each_departement(known: pd.DataFrame, names: pd.Series) -> pd.Series:
    """Name of each departement of each EPCI: a row each."""
    return known["departements"].explode().map(names).fillna("")


def _with(texts: Iterable[pd.Series], holds: Callable[[pd.Series], pd.Series]) -> set[str]:
    """Index of the rows of which one text holds something."""
    return {str(one) for text in texts for one in text.index[holds(text)]}


def communes_of(places: pd.DataFrame, sources: Sources) -> pd.DataFrame:
    """Communes of some EPCI.

    Parameters
    ----------
    places : DataFrame
        As :func:`listed`.
    sources : Sources

    Returns
    -------
    DataFrame
        Index ``siren``, in the order of the places; ``name`` (of the EPCI), ``code``, ``commune``,
        ``inhabitants``.
    """
    members = insee.epci(sources)
    members = members[members["epci"].isin(places.index)]
    table = pd.DataFrame(
        {
            "siren": members["epci"],
            "name": members["epci_name"],
            "code": members.index,
            "commune": members["name"],
            "inhabitants": membership.inhabitants(sources).reindex(members.index),
        }
    ).set_index("siren")
    order = {siren: place for place, siren in enumerate(places.index)}
    return table.iloc[sorted(range(len(table)), key=lambda row: (order[table.index[row]], row))]
