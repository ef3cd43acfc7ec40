"""East and west: where the partners out of the basin are, and what chance would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bassin.errors import TerritoryError
from bassin.indicators.chance import binomial_interval, binomial_p
from bassin.indicators.stats import total
from bassin.places.departements import departements_of
from bassin.read import ign, printed
from bassin.topics.ecosystem.labels import EVIDENCE, typeset
from bassin.topics.ecosystem.network import HELD, LOCAL

#: Last line of the study's chapter 4; its conclusion comes after.
CHAPTER_END = 1436
EAST, WEST, SOUTH = (printed.SIDES[side] for side in ("east", "west", "south"))
REGION, NATIONAL, ABROAD = (printed.SIDES[side] for side in ("Occitanie", "national", "abroad"))
#: Distances from the centre within which inhabitants are counted, in km.
RADII = (50, 100, 150, 200, 250)


def outside_links(relations: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Relations with one end in the basin and the other out of it.

    Returns
    -------
    DataFrame
        ``partner`` and ``local`` (identifiers), ``side``, ``code`` (of the partner), ``kind``,
        ``basis``, ``lines``, ``conclusion`` (bool: told after chapter 4 only).
    """
    sides = actors["side"]
    ends = pd.DataFrame({e: relations[e].map(sides) == LOCAL for e in ("source", "target")})
    crossing = relations[ends["source"] != ends["target"]]
    outward = ends.loc[crossing.index, "source"]
    partner = crossing["target"].where(outward, crossing["source"])
    first_line = crossing["lines"].str.extract(r"^(\d+)")[0].astype(int)
    return pd.DataFrame(
        {
            "partner": partner,
            "local": crossing["source"].where(outward, crossing["target"]),
            "side": partner.map(sides),
            "code": partner.map(actors["code"]),
            "kind": crossing["kind"],
            "basis": crossing["basis"],
            "lines": crossing["lines"],
            "conclusion": first_line > CHAPTER_END,
        }
    ).reset_index(drop=True)


@dataclass(frozen=True)
class Reading:
    """One way to count links to the east and to the west.

    Attributes
    ----------
    code : str
    bases : tuple of str
        The ways of knowing a relation that count.
    east, west : tuple of str
        Sides counted as each.
    conclusion : bool
        Whether links told only in the conclusion count.
    by : {"partner", "place"}
        What is counted once: a partner, or a commune with all its partners.
    """

    code: str
    bases: tuple[str, ...] = HELD
    east: tuple[str, ...] = (EAST,)
    west: tuple[str, ...] = (WEST,)
    conclusion: bool = True
    by: str = "partner"


#: The first is the one the verdict rests on.
READINGS = (
    Reading("reading_all"),
    Reading("reading_chapter_4", conclusion=False),
    Reading("reading_named", bases=("named",)),
    Reading("reading_by_commune", by="place"),
    Reading("reading_south_east", east=(EAST, SOUTH)),
    Reading("reading_region_west", west=(WEST, REGION)),
    Reading("reading_hoped", bases=(*HELD, "hoped")),
    Reading(
        "reading_hoped_region_west",
        bases=(*HELD, "hoped"),
        west=(WEST, REGION),
    ),
)


def directions(
    links: pd.DataFrame, people_east: float, readings: Sequence[Reading] = READINGS
) -> pd.DataFrame:
    """Count partners to the east and to the west in several readings, and test the odds.

    Parameters
    ----------
    links : DataFrame
        As :func:`outside_links`.
    people_east : float
        Share of the inhabitants around who live to the east, from 0 to 1: what partners would be
        if they were spread as people are.
    readings : sequence of Reading

    Returns
    -------
    DataFrame
        Index ``reading`` (code); ``east``, ``west`` (partners), ``east_pct``, ``low_pct`` and
        ``high_pct`` (exact 95% interval), ``p_even`` (exact test against one half), ``p_people``
        (against ``people_east``).
    """
    rows = {}
    for reading in readings:
        kept = links[links["basis"].isin(reading.bases)]
        if not reading.conclusion:
            kept = kept[~kept["conclusion"]]
        key = kept["partner"]
        if reading.by == "place":
            key = kept["code"].where(kept["code"] != "", key)
        east, west = (
            int(key[kept["side"].isin(sides)].nunique()) for sides in (reading.east, reading.west)
        )
        low, high = binomial_interval(east, east + west)
        rows[reading.code] = {
            "east": east,
            "west": west,
            "east_pct": 100 * east / (east + west) if east + west else np.nan,
            "low_pct": 100 * low,
            "high_pct": 100 * high,
            "p_even": binomial_p(east, east + west),
            "p_people": binomial_p(east, east + west, people_east),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("reading")


def people_around(positions: pd.DataFrame, radii: Sequence[float] = RADII) -> pd.DataFrame:
    """Inhabitants within some distances, and the share of them to the east.

    Parameters
    ----------
    positions : DataFrame
        ``east_km``, ``north_km`` from the centre, ``population``; the places that count.

    Returns
    -------
    DataFrame
        Index ``radius_km``; ``population``, ``east_pct``.
    """
    distance = np.hypot(positions["east_km"], positions["north_km"])
    rows = {}
    for radius in radii:
        near = positions[distance <= radius]
        people = total(near["population"])
        there = total(near.loc[near["east_km"] > 0, "population"])
        rows[radius] = {"population": people, "east_pct": 100 * there / people}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("radius_km")


def positions_around(outlines: pd.DataFrame, people: pd.Series, centre: str) -> pd.DataFrame:
    """Where every commune of the mainland lies from a centre.

    Parameters
    ----------
    outlines : GeoDataFrame
        Communes indexed by ``code``, in metres.
    people : Series
        Inhabitants by commune.
    centre : str
        Code of the commune to measure from.

    Returns
    -------
    DataFrame
        Index ``code``; ``east_km``, ``north_km``, ``population``.
    """
    # Overseas departements are drawn beside the mainland: they are nowhere near.
    mainland = outlines[~outlines.index.str.startswith("97")]
    middle = mainland.geometry.representative_point()
    if centre not in middle.index:
        raise TerritoryError(
            f"{centre} is not among the communes of the mainland in 2024: no distance to others "
            f"is measured on {ign.COMMUNES_FRANCE}."
        )
    origin = middle[centre]
    return pd.DataFrame(
        {
            "east_km": (middle.x - origin.x) / 1000,
            "north_km": (middle.y - origin.y) / 1000,
            "population": people.reindex(mainland.index, fill_value=0),
        }
    )


def partners_by_side(links: pd.DataFrame) -> pd.DataFrame:
    """Partners out of the basin by side, a column for each way a relation is known.

    A partner known in two ways counts under the stronger.

    Parameters
    ----------
    links : DataFrame
        As :func:`outside_links`.
    """
    order = pd.CategoricalDtype(list(printed.BASES), ordered=True)
    best = (
        links.assign(basis=links["basis"].astype(order))
        .groupby("partner")
        .agg(side=("side", "first"), basis=("basis", "min"))
    )
    table = pd.crosstab(best["side"], best["basis"])
    sides = [s for s in printed.SIDES.values() if s in table.index]
    return table.reindex(index=sides, columns=list(printed.BASES), fill_value=0)


def partners(links: pd.DataFrame, actors: pd.DataFrame, positions: pd.DataFrame) -> pd.DataFrame:
    """Partners east, west and south, with where they are.

    Parameters
    ----------
    links : DataFrame
        As :func:`outside_links`.
    actors : DataFrame
        As :func:`bassin.read.printed.actors`.
    positions : DataFrame
        As :attr:`bassin.topics.ecosystem.local.Ecosystem.positions`.

    Returns
    -------
    DataFrame
        Index ``name``; ``side``, ``place``, ``distance_km`` (as the crow flies, NaN without a
        place), ``bearing`` (degrees from north), ``basis``, ``kind``, ``lines``.
    """
    links = links[links["side"].isin([EAST, WEST, SOUTH])]
    about = actors.loc[links["partner"]]
    at = positions.reindex(about["code"])
    east, north = at["east_km"].to_numpy(), at["north_km"].to_numpy()
    table = pd.DataFrame(
        {
            "side": about["side"].to_numpy(),
            "place": about["place"].replace("", None).to_numpy(),
            "distance_km": np.hypot(east, north),
            "bearing": np.degrees(np.arctan2(east, north)) % 360,
            "basis": links["basis"].map(EVIDENCE).to_numpy(),
            "kind": links["kind"].to_numpy(),
            "lines": typeset(links["lines"]).to_numpy(),
        },
        index=pd.Index(about["name"], name="name"),
    )
    return table.sort_values(["side", "bearing"], kind="stable")


def eastern_departements(links: pd.DataFrame) -> pd.Series:
    """Eastern partners of chapter 4 by departement; ``""`` for those without a place.

    Parameters
    ----------
    links : DataFrame
        As :func:`outside_links`.
    """
    told = links[~links["conclusion"] & (links["side"] == EAST)].drop_duplicates("partner")
    return departements_of(told["code"]).value_counts().rename_axis("departement")
