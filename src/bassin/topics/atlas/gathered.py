"""What the pages of the atlas are made of, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import geopandas as gpd
import pandas as pd

from bassin.files.listing import Listing
from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators import catalogue
from bassin.places.mosaic import mosaic
from bassin.places.territory import Territory
from bassin.read import insee
from bassin.topics.atlas.alike import METHODS, Likeness
from bassin.topics.atlas.stated import SENTENCES, stated
from bassin.topics.atlas.tables import Atlas
from bassin.topics.peers.alike import TRAITS
from bassin.topics.peers.local import Peers, kinds_of

#: List of the summaries that are built, beside the notebooks of the atlas.
SUMMARIES = "summaries.txt"


class France:
    """Every intercommunality of France beside the others.

    Parameters
    ----------
    data : Path, optional
        The ``data/`` folder; that of the current project by default.
    """

    def __init__(self, data: Path | None = None) -> None:
        self.sources = Sources(data)

    @cached_property
    def epci(self) -> pd.DataFrame:
        """Every EPCI: index ``epci``; ``name`` (as INSEE has it), ``departement`` (its code)."""
        listed = insee.epci(self.sources)
        of = listed[listed["epci"].str.isdigit()].groupby("epci")
        names = of["epci_name"].first()
        mainly = of["dep"].agg(lambda codes: codes.mode()[0])
        return pd.DataFrame({"name": names, "departement": mainly})

    @cached_property
    def table(self) -> pd.DataFrame:
        """Every indicator with a value of some EPCI: index ``epci``, a column an indicator."""
        table = self.of()
        return table.loc[:, table.notna().any()]

    def of(self, keys: Sequence[str] | None = None) -> pd.DataFrame:
        """The same of some indicators, from their own files alone; of all by default."""
        rows = Atlas(self.sources).rows(keys)
        own = rows[rows["kind"] == "epci"]
        table = own.pivot(index="code", columns="indicator", values="value")
        return table[own["indicator"].unique()].rename_axis(index="epci", columns=None)

    @cached_property
    def listing(self) -> Listing:
        """What the raw files are, and where they come from."""
        return Listing.of(self.sources)

    @cached_property
    def outlines(self) -> gpd.GeoDataFrame:
        """As :func:`bassin.places.mosaic.mosaic`."""
        return mosaic(self.sources)

    def stated(self, keys: Sequence[str]) -> pd.DataFrame:
        """As :func:`bassin.topics.atlas.stated.stated`."""
        return stated(self.sources, list(keys))

    @cached_property
    def alike(self) -> pd.DataFrame:
        """The nearest of every EPCI by every method: ``method``, then as ``Likeness.nearest``."""
        likeness = Likeness(self.sources)
        found = {method: likeness.nearest(method) for method in METHODS}
        return pd.concat(found, names=["method", "at"]).reset_index("method")

    def kinds(self, marked: str) -> pd.Series:
        """What each EPCI is: as :attr:`bassin.topics.peers.local.Peers.kinds` of one of them."""
        return Peers(Territory(marked, self.sources), self.sources).kinds

    def among(self, keys: Sequence[str], write: Callable[[float, str, str], str]) -> pd.DataFrame:
        """Middle value of some indicators in the EPCI of coal basins, of industry, and others.

        Parameters
        ----------
        keys : sequence of str
        write : callable
            Writes a number, its format and its unit, as :func:`bassin.words.amount`.

        Returns
        -------
        DataFrame
            Index ``indicator``; a column a kind: its median, written; ``n_`` and the kind: of how
            many.
        """
        values = self.of(keys)
        grouped = values.groupby(kinds_of(self.sources).reindex(values.index))
        middle, counted = grouped.median().T.astype(object), grouped.count().T
        for key in middle.index:
            about = catalogue.find(str(key))
            middle.loc[key] = [write(float(v), about.fmt, about.unit) for v in middle.loc[key]]
        table = middle.join(counted.add_prefix("n_"))
        order = [f"{part}{kind}" for kind in middle for part in ("", "n_")]
        table = table[order].rename(index=lambda key: f"indicator.{key}")
        return table.rename_axis(index="indicator", columns=None)

    #: Indicators by which places are alike, and those whose sentences a map tells.
    traits, sentences = TRAITS, SENTENCES
    #: Indicators by which kinds of EPCI are set side by side.
    compared = (
        *("industry_jobs_2022", "unemployed_2022", "poverty_rate_2021", "median_income_2021"),
        *("growth_1968_1999", "growth_1999_2020", "share_65_plus_2020", "managers_2022"),
        *("below_bac_2022", "vacant_census_2022", "gp_2023"),
    )

    def labelled(self, n: int) -> pd.DataFrame:
        """The Territoires d'industrie of 2018 with the largest share of unemployed.

        Of industry itself nothing is published below an intercommunality that could be added up to
        them.

        Parameters
        ----------
        n : int
            How many.

        Returns
        -------
        DataFrame
            Index ``place``; ``unemployed_2022``, ``below_bac_2022`` (%), ``population_2023``.
        """
        keys = ["unemployed_2022", "below_bac_2022", "population_2023"]
        rows = Atlas(self.sources).rows(keys)
        own = rows[rows["kind"] == "territoire_industrie"]
        table = own.pivot(index="code", columns="indicator", values="value")[keys]
        names = own.drop_duplicates("code").set_index("code")["name"]
        most = table.dropna(subset=[keys[0]]).nlargest(n, keys[0])
        return most.rename(index=names).rename_axis(index="place", columns=None)

    @cached_property
    def summaries(self) -> list[str]:
        """SIREN of the EPCI whose summary was there when the pages were begun, in order.

        They are listed beside the notebooks of the atlas; none elsewhere.
        """
        path = self.sources.root.absolute().parent / "notebooks" / SUMMARIES
        listed = path.read_text(encoding="utf-8").split() if path.is_file() else []
        return [siren for siren in listed if siren in self.epci.index]
