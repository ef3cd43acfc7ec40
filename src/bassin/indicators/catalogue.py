"""Every indicator, declared once: what draws on a number of a place draws on it here.

A new indicator is a declaration in :mod:`bassin.indicators.declared`, a function in the
``national.py`` of its topic where none makes its table yet, and two lines in :mod:`bassin.words`.
From these come its values by commune and by group, its lineage, its row in :func:`coverage`, the
caption of what shows it, and the finding of a claim that names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pandas as pd

from bassin.availability import MISSING, PUBLISHED, SECRET
from bassin.choices import chosen
from bassin.files.sources import Sources
from bassin.files.vintages import vintages
from bassin.indicators.aggregate import MERGED, Parts
from bassin.indicators.declaration import Indicator, Yearly
from bassin.indicators.declared import care, ground, people, work
from bassin.places.membership import KINDS


def _by_key(declared: Iterable[Indicator]) -> dict[str, Indicator]:
    found: dict[str, Indicator] = {}
    for one in declared:
        if one.key in found:
            raise ValueError(f"{one.key} is declared twice: give one of the two another key")
        found[one.key] = one
    return found


#: Key to declaration, in the order of subjects.
INDICATORS: Mapping[str, Indicator] = _by_key(
    [*people.DECLARED, *care.DECLARED, *work.DECLARED, *ground.DECLARED]
)


#: Series with an indicator for each vintage at hand, by what their keys begin with.
YEARLY: Mapping[str, Yearly] = {
    one.name: one for one in [*people.YEARLY, *care.YEARLY, *work.YEARLY]
}
_KEY = re.compile(r"(?P<name>.+)_(?P<year>20[0-9]{2})")


def later(key: str) -> Indicator | None:
    """Declaration of a year of a series after those that are listed; nothing of another key.

    Examples
    --------
    >>> later("gp_2041").args
    ('general_practitioner', 2041)
    >>> later("gp_2023"), later("gp_2017"), later("bus_2041")
    (None, None, None)
    """
    found = _KEY.fullmatch(key) if isinstance(key, str) else None
    if found is None or found["name"] not in YEARLY:
        return None
    name, year = found["name"], int(found["year"])
    listed = [
        int(known["year"])
        for one in INDICATORS
        if (known := _KEY.fullmatch(one)) and known["name"] == name
    ]
    return YEARLY[name].of(year) if year > max(listed) else None


def at_hand(sources: Sources) -> Mapping[str, Indicator]:
    """Every indicator: those listed, then those of later vintages at hand, by key.

    Parameters
    ----------
    sources : Sources
        They say which vintages are there; none is read.
    """
    keys = (
        f"{one.name}_{year}" for one in YEARLY.values() for year in vintages(sources, one.dataset)
    )
    return {**INDICATORS, **{key: one for key in keys if (one := later(key)) is not None}}


def find(key: str) -> Indicator:
    """Return the declaration of an indicator, of a later year of a series too.

    Raises
    ------
    ChoiceError
        If there is none; the message gives the nearest keys.

    Examples
    --------
    >>> find("car_pct").vintage
    'RP 2021'
    """
    return later(key) or INDICATORS[chosen("key", key, INDICATORS)]


def coverage(parts: Mapping[str, Parts], groups: pd.DataFrame) -> pd.DataFrame:
    """What each indicator is of, and how far it reaches.

    Parameters
    ----------
    parts : mapping
        Key to what each commune adds, as :meth:`bassin.topics.national.National.parts`.
    groups : DataFrame
        As :func:`bassin.indicators.aggregate.by_group`, of the same indicators.

    Returns
    -------
    DataFrame
        Index ``indicator``; ``vintage``, ``since``, ``until``, ``geography``, ``field`` (key);
        ``known``, ``missing``, ``masked``, ``merged`` (communes of 2023: they add up to all), then
        for each kind of :data:`~bassin.places.membership.KINDS` how many of its groups have a
        value.
    """
    rows = {}
    for key, one in parts.items():
        about, status = find(key), one.table["status"].value_counts()
        rows[key] = {
            "vintage": about.vintage,
            "since": about.since,
            "until": about.until,
            "geography": about.geography,
            "field": about.field,
            "known": int(status.get(PUBLISHED, 0)),
            "missing": int(status.get(MISSING, 0)),
            "masked": int(status.get(SECRET, 0)),
            "merged": int(status.get(MERGED, 0)),
        }
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("indicator")
    valued = groups["value"].notna().groupby(level=["indicator", "kind"]).sum().unstack("kind")
    return table.join(valued.reindex(index=table.index, columns=list(KINDS)).astype(int))
