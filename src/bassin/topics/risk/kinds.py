"""Recognised disasters of every kind, each counted once a commune."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from bassin.errors import DataError
from bassin.files.shared import shared
from bassin.files.sources import Sources
from bassin.indicators.geography import present_codes
from bassin.indicators.stats import total
from bassin.places.departements import departements_of
from bassin.places.membership import codes
from bassin.places.national import passage
from bassin.places.territory import FRANCE, Territory
from bassin.read import ccr, insee
from bassin.topics.risk.floods import distinct_events

#: Kinds of disasters to the codes of the perils in the file that they are made of.
KINDS: Mapping[str, tuple[str, ...]] = {
    "flood": (ccr.FLOOD,),
    "groundwater": ("IRN",),
    "coast": ("CMV", "RAZ"),
    "drought": ("SEC",),
    "ground": ("MVT", "GLT", "ECB", "EFA", "GER", "GET", "COB", "LVT"),
    "storm": ("TMP",),
    "cyclone": ("VCY",),
    "snow": ("PDN", "GRL"),
    "quake": ("SEI", "VOL"),
    "avalanche": ("AVA",),
    "other": ("DIV", "ALS"),
}
#: Least part of the communes of a departement that are recognised from one day on for the decree to
#: be one on the departement: it tells none of its communes from another.
SWEEPING = 0.9
#: What the codes of kinds begin with in the words.
PREFIX = "disaster_"


def by_kind(sources: Sources) -> pd.DataFrame:
    """Recognised disasters of every commune of France since 1982, by kind.

    Periods of one commune and one kind that overlap are one disaster; one that is recognised of two
    kinds, as the storm of December 1999 of floods and of the ground, counts in both.

    Returns
    -------
    DataFrame
        Index ``kind``, ``code``; ``disasters`` (number, where there is one), ``sweeping`` (those
        recognised from one day on in at least :data:`SWEEPING` of the communes of the departement),
        ``first``, ``last`` (years in which they began).

    Raises
    ------
    DataError
        If the file has a peril of no kind.
    """
    return sources.kept.get("disasters", lambda: shared(sources, "disasters", lambda: _by(sources)))


def _by(sources: Sources) -> pd.DataFrame:
    decrees = ccr.disaster_decrees(sources)
    kinds = {peril: kind for kind, perils in KINDS.items() for peril in perils}
    strange = ~decrees["peril"].isin(list(kinds))
    if strange.any():
        row = strange.idxmax()
        raise DataError(
            ccr.DECREES,
            f"{decrees.at[row, 'peril']!r} is a peril of no kind",
            column="code_peril",
            row=row,
            cure="Put it in one of bassin.topics.risk.kinds.KINDS.",
        )
    every = codes(sources)
    present = present_codes(decrees["code"], every, passage(sources))
    sizes = departements_of(pd.Series([*every])).value_counts()
    found = {}
    for kind, rows in decrees.groupby(decrees["peril"].map(kinds)):
        events = distinct_events(rows, present)
        years = events["start"].dt.year.groupby(events["code"])
        whole = _sweeping(events, sizes).groupby(events["code"])
        found[kind] = pd.DataFrame(
            {
                "disasters": years.size(),
                "sweeping": total(whole),
                "first": years.min(),
                "last": years.max(),
            }
        )
    return pd.concat(found, names=["kind", "code"])


def _sweeping(events: pd.DataFrame, sizes: pd.Series) -> pd.Series:
    """Whether each event began on one day in nearly all communes of its departement."""
    departement = departements_of(events["code"])
    struck = events["code"].groupby([departement, events["start"]]).transform("nunique")
    return struck >= SWEEPING * departement.map(sizes)


def beside(sources: Sources, territory: Territory) -> pd.DataFrame:
    """Recognised disasters of a territory by kind, beside its departement and France.

    Parameters
    ----------
    sources : Sources
    territory : Territory

    Returns
    -------
    DataFrame
        Index ``kind`` (a code with a name), those of which any commune of France has one, that of
        most in the territory first; ``since``, ``until`` (first and last year of one in France),
        ``here`` (number in the territory: each commune that is recognised counts), ``sweeping``
        (those of them that are of a whole departement), then a column a place by its code, the
        territory, its departement and France: number a commune.
    """
    every, listed = by_kind(sources), insee.communes(sources)
    areas: dict[str, Sequence[str]] = {
        territory.here: territory.codes,
        territory.in_departement: list(listed.index[listed["dep"] == territory.departement]),
        FRANCE: list(listed.index),
    }
    rows = {
        f"{PREFIX}{kind}": _row(every.xs(kind), areas)
        for kind in KINDS
        if kind in every.index.get_level_values("kind")
    }
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("kind")
    table = table.astype(dict.fromkeys(("since", "until", "here", "sweeping"), int))
    return table.sort_values(["here", FRANCE], ascending=False, kind="stable")


def _row(counts: pd.DataFrame, areas: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Row of :func:`beside`, of the disasters of one kind; the territory is the first area."""
    numbers = counts["disasters"]
    held = {
        place: total(numbers[numbers.index.isin(list(communes))])
        for place, communes in areas.items()
    }
    return {
        "since": counts["first"].min(),
        "until": counts["last"].max(),
        "here": next(iter(held.values())),
        "sweeping": total(counts["sweeping"][numbers.index.isin(list(next(iter(areas.values()))))]),
        **{place: held[place] / len(communes) for place, communes in areas.items()},
    }
