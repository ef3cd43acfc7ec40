"""Where a territory stands among its peers, for the headline indicators of each chapter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from bassin.choices import choosing
from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators import catalogue
from bassin.phrase import Name, Phrase
from bassin.places import membership
from bassin.read import insee
from bassin.read.coal import coal_communes
from bassin.topics.base import Topic
from bassin.topics.measured import measured
from bassin.topics.national import National
from bassin.topics.standing import standing_of

#: Declared indicators that stand for each chapter.
HEADLINES: Mapping[str, tuple[str, ...]] = {
    "outcome": ("industry_jobs_2022", "large_establishments_jobs_2023", "jobs_per_worker"),
    "population": ("growth_1999_2020", "growth_2013_2023", "migratory_balance"),
    "ageing": ("share_65_plus_2018", "presential_jobs_2023"),
    "health": ("gp_2023", "dentist_2023"),
    "poverty": ("poverty_rate_2021", "median_income_2021", "unemployment_2018"),
    "education": ("bac5_2018", "neet_2018"),
    "risks": ("floods_per_commune",),
    "travel": ("car_pct",),
}
#: What a peer is: the territory itself, an EPCI of a coal basin, one of a Territoire d'industrie,
#: another. An EPCI of both is of the coal basins.
HERE, COAL, INDUSTRY, OTHER = "peer_here", "peer_coal", "peer_industry", "peer_other"
#: Share of its communes in a Territoire d'industrie, from which an EPCI is one of it.
MOST = 0.5


def headlines(chapter: str | None = None) -> tuple[str, ...]:
    """Keys of the headline indicators of a chapter, or of all."""
    if chapter is not None:
        return HEADLINES[chapter]
    return tuple(key for keys in HEADLINES.values() for key in keys)


def _known(_topic: Peers) -> Sequence[str]:
    return list(catalogue.INDICATORS)


class Peers(Topic):
    """The headline indicators of a territory, and of all other EPCI of France."""

    @cached_property
    def kinds(self) -> pd.Series:
        """What each EPCI is among the peers: index ``epci``, one of the four codes.

        Members are those of the Code officiel géographique of 2023; the main mining towns of the
        coal basins are a list of this book.
        """
        kinds = kinds_of(self.sources)
        kinds[kinds.index == self.territory.code] = HERE
        return kinds

    @choosing(keys=_known)
    def dots(self, keys: Sequence[str]) -> pd.DataFrame:
        """Value of some indicators in every EPCI that has one.

        Parameters
        ----------
        keys : sequence of str
            Of the catalogue.

        Returns
        -------
        DataFrame
            One row an indicator and EPCI: ``indicator`` (its key), ``epci``, ``kind``, ``value``.
        """
        found = National(self.sources).by_group(list(keys), ["epci"])["value"].dropna()
        table = found.droplevel("kind").rename_axis(["indicator", "epci"]).reset_index()
        table["kind"] = table["epci"].map(self.kinds)
        known = table.dropna(subset=["kind"])
        return known[["indicator", "epci", "kind", "value"]].reset_index(drop=True)

    @choosing(keys=_known)
    def standing(self, keys: Sequence[str]) -> pd.DataFrame:
        """Where the territory stands, indicator by indicator.

        Parameters
        ----------
        keys : sequence of str

        Returns
        -------
        DataFrame
            Index ``indicator`` (its key), those that the territory has; ``here``; ``rank`` and
            ``last``, the first and the last rank that it may have (1 the highest; missing where
            none is told: see :func:`bassin.topics.standing.standing_of`), ``of`` how many
            EPCI, and their ``median``; ``rank_industry``, ``last_industry``, ``of_industry``,
            ``median_industry`` of the EPCI of Territoires d'industrie and itself; ``rank_coal`` and
            so on of those of coal basins and itself.

        Raises
        ------
        TerritoryError
            If the territory has none of them.
        """
        dots = self.dots(keys)
        rows = {key: self._place(key, dots[dots["indicator"] == key]) for key in keys}
        table = pd.DataFrame.from_dict({k: row for k, row in rows.items() if row}, orient="index")
        if table.empty:
            raise TerritoryError(
                f"{self.territory.code} has none of {', '.join(keys)}",
                told=Phrase("absent.subject", place=self.territory.called),
            )
        whole = [name for name in table if name.startswith(("rank", "last", "of"))]
        return table.astype(dict.fromkeys(whole, "Int64")).rename_axis("indicator")

    def _place(self, key: str, dots: pd.DataFrame) -> dict[str, float | None]:
        """Row of :meth:`standing`; empty where the territory has no value."""
        own = dots.loc[dots["kind"] == HERE, "value"]
        if own.empty:
            return {}
        found = measured(self.sources, key)
        row: dict[str, float | None] = {"here": float(own.iloc[0])}
        groups = {"": (COAL, INDUSTRY, OTHER), "_industry": (INDUSTRY,), "_coal": (COAL,)}
        for name, kinds in groups.items():
            among = dots[dots["kind"].isin([*kinds, HERE])]
            place = standing_of(found, self.territory.code, among["epci"])
            row |= {
                f"rank{name}": None if place is None else place.first,
                f"last{name}": None if place is None else place.last,
                f"of{name}": len(among),
                f"median{name}": float(among["value"].median()),
            }
        return row

    @choosing(chapter=tuple(HEADLINES))
    def of_chapter(self, chapter: str | None = None) -> dict[str, Any]:
        """What :func:`bassin.show.charts.strips` draws of the headlines of a chapter.

        Parameters
        ----------
        chapter : str, optional
            Of :data:`HEADLINES`; all of them by default.

        Returns
        -------
        dict
            ``dots``, ``standing`` (:meth:`dots` and :meth:`standing`) and ``kinds`` (what each kind
            of peer is called, :data:`HERE` by the name of the territory).
        """
        keys = headlines(chapter)
        kinds = {
            HERE: self.territory.called,
            **{kind: Name(kind) for kind in (COAL, INDUSTRY, OTHER)},
        }
        return {"dots": self.dots(keys), "standing": self.standing(keys), "kinds": kinds}


def kinds_of(sources: Sources) -> pd.Series:
    """What each EPCI is: index ``epci``; of a coal basin, of a Territoire d'industrie, or other."""
    groups = membership.membership(sources, ("epci", "territoire_industrie"))
    held = groups.dropna(subset=["epci"])
    labelled = held["territoire_industrie"].notna().groupby(held["epci"]).mean()
    towns = coal_communes(sources).index
    coal = set(insee.epci(sources)["epci"].reindex(towns).dropna())
    kinds = pd.Series(OTHER, labelled.index, dtype=str, name="kind").rename_axis("epci")
    kinds[labelled >= MOST] = INDUSTRY
    kinds[kinds.index.isin(coal)] = COAL
    return kinds
