"""Land: what is consumed, what the law leaves, brownfield sites, vacant dwellings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import pandas as pd

from bassin.errors import DataError
from bassin.files.trace import cached_property
from bassin.indicators.catalogue import find
from bassin.indicators.geography import codes_of_departements
from bassin.indicators.stats import total
from bassin.phrase import Phrase
from bassin.read import cerema, printed
from bassin.read.law import land_law
from bassin.topics.base import Topic
from bassin.topics.land.consumption import (
    ALL,
    HECTARE,
    OTHERS,
    by_period,
    by_use,
    calendar,
    hectares_by_year,
    pressed,
    top,
    trajectory,
)
from bassin.topics.land.sites import (
    by_state,
    exposure,
    one_row_a_place,
    site_map,
)
from bassin.topics.land.vacancy import counted_by_area, vacancy

#: Columns of :attr:`Land.vacancy_by_area`.
VACANCY = (
    *("communes", "hidden", "rated", "rated_stock"),
    *("vacant_pct", "vacant_2y_pct", "vacant_low", "vacant_high"),
)


class Land(Topic):
    """Land of one territory."""

    @cached_property
    def communes(self) -> pd.DataFrame:
        """Communes of the territory: index ``code``; ``name``."""
        return self.territory.communes[["name"]]

    @cached_property
    def take(self) -> pd.DataFrame:
        """As :func:`bassin.read.cerema.land_take`, of the territory.

        Empty where the file at hand has none of its communes.
        """
        take = cerema.land_take(self.sources)
        return take[take.index.get_level_values("code").isin(self.communes.index)]

    @cached_property
    def uses(self) -> pd.DataFrame:
        """As :func:`bassin.read.cerema.land_take_by_use`, of the territory."""
        uses = cerema.land_take_by_use(self.sources)
        return uses.reindex([code for code in self.communes.index if code in uses.index])

    @cached_property
    def sites(self) -> pd.DataFrame:
        """As :func:`bassin.read.cerema.brownfields`, of the territory."""
        sites = cerema.brownfields(self.sources)
        return sites[sites["code"].isin(self.communes.index)]

    @cached_property
    def dwellings(self) -> pd.DataFrame:
        """As :func:`bassin.read.cerema.vacant_dwellings`, of France."""
        return cerema.vacant_dwellings(self.sources, find("vacant_pct").until)

    @cached_property
    def areas(self) -> Mapping[str, Sequence[str] | None]:
        """The places the territory is compared with: code to the communes of :attr:`dwellings`."""
        inner = [[self.territory.departement], self.territory.departements_of_region()]
        around = [codes_of_departements(self.dwellings.index, codes) for codes in inner]
        places = [list(self.communes.index), *around, None]
        return dict(zip(self.territory.levels, places, strict=True))

    @cached_property
    def law(self) -> pd.DataFrame:
        """As :func:`bassin.read.law.land_law`."""
        return land_law(self.sources)

    @cached_property
    def printed(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.land_areas`; refused to another territory."""
        return self._printed(printed.LAND, printed.land_areas)

    @property
    def offer(self) -> pd.DataFrame:
        """Areas of land for firms as printed: index ``item``; ``year``, ``hectares``, ``lines``."""
        return self.printed.set_index("item")[["year", "hectares", "lines"]]

    # -- What is consumed -------------------------------------------------------------------------

    @cached_property
    def yearly(self) -> pd.Series:
        """Land consumed by year in the territory (ha); the flow of a year starts on its first day.

        Raises
        ------
        DataError
            If the file at hand has no commune of the territory.
        """
        if self.take.empty:
            raise DataError(
                cerema.LAND_TAKE,
                "it has no commune of this territory",
                cure=f"List the national file as {cerema.LAND_TAKE_FRANCE}.",
            )
        return hectares_by_year(self.take)

    def by_year(self) -> pd.DataFrame:
        """Land consumed by year in the territory, by use where the file at hand has it.

        Returns
        -------
        DataFrame
            Index ``year``; hectares: a column a use (``land_housing``), or ``land_consumed`` alone.
        """
        uses = [name for name in cerema.USES.values() if name in self.take]
        if not uses:
            return self.yearly.to_frame("land_consumed")
        table = total(self.take[uses].groupby("year")) / HECTARE
        return table.add_prefix("land_")

    def by_period(self, length: int) -> pd.DataFrame:
        """As :func:`by_period`."""
        return by_period(self._reached(self.take, cerema.LAND_TAKE), self.communes, length)

    @cached_property
    def calendar(self) -> pd.Series:
        """As :func:`calendar`."""
        return calendar(self.yearly, self.law)

    @cached_property
    def trajectory(self) -> pd.DataFrame:
        """As :func:`trajectory`."""
        return trajectory(self.yearly, self.law)

    @cached_property
    def by_use(self) -> pd.DataFrame:
        """As :func:`by_use`, and ``share_pct`` of the commune."""
        share = self.selected.by_commune("land_taken_pct")
        uses = self._reached(self.uses, cerema.LAND_TAKE)
        return by_use(uses, self.communes).assign(share_pct=share)

    def top(self, n: int) -> pd.DataFrame:
        """As :func:`top`."""
        return top(self.by_use, self.uses, n)

    def top_names(self, n: int) -> Mapping[str, Phrase]:
        """What the last rows of :meth:`top` are called."""
        known = len(self.by_use.dropna())
        return {OTHERS: Phrase("land.others", n=known - n), ALL: Phrase("land.all")}

    def pressed(self) -> pd.Series:
        """As :func:`pressed`."""
        return pressed(self.uses, self.printed, len(self.yearly))

    # -- Brownfields ------------------------------------------------------------------------------

    @cached_property
    def places(self) -> pd.DataFrame:
        """As :func:`one_row_a_place`, with ``commune`` (name) and ``confirmed`` (bool)."""
        table = one_row_a_place(self.sites)
        return table.assign(
            commune=table["code"].map(self.communes["name"]),
            confirmed=table["state"] != cerema.POTENTIAL,
        )

    def by_state(self) -> pd.DataFrame:
        """As :func:`by_state`."""
        return by_state(self.sites, self.places)

    def exposure(self, risks: pd.DataFrame) -> pd.DataFrame:
        """As :func:`exposure`."""
        return exposure(self.places, risks)

    def site_map(
        self, outlines: gpd.GeoDataFrame, risks: pd.DataFrame, radius: float = 550.0
    ) -> gpd.GeoDataFrame:
        """As :func:`site_map`."""
        return site_map(self.places, outlines, risks, radius)

    def listed(self, word: str) -> pd.DataFrame:
        """Records of sites with a word in their name or activity, whatever the case."""
        either = self.sites["name"] + " " + self.sites["activity"]
        return self.sites[either.str.contains(word, case=False, regex=False)]

    # -- Vacant dwellings -------------------------------------------------------------------------

    @cached_property
    def vacancy(self) -> pd.DataFrame:
        """As :func:`vacancy`, then ``vacant_pct`` and its ``status``, missing without a row."""
        rate = self.selected.parts("vacant_pct").table
        counts = vacancy(self.dwellings, self.communes)
        return counts.assign(vacant_pct=rate["value"], status=rate["status"].astype(object))

    @cached_property
    def vacancy_by_area(self) -> pd.DataFrame:
        """Vacant dwellings of the territory and the places it is compared with.

        Returns
        -------
        DataFrame
            Index ``area``; the columns of :func:`counted_by_area`, ``rated`` (communes where vacant
            and dwellings are both published), ``rated_stock`` (dwellings there), ``vacant_pct`` and
            ``vacant_2y_pct`` (over the communes where both terms are published).
        """
        rates, long = (
            self.selected.by_place(key, partial=True) for key in ("vacant_pct", "vacant_2y_pct")
        )
        table = counted_by_area(self.dwellings, self.areas).assign(
            rated=rates["communes"].astype(int),
            rated_stock=rates["of"].astype(int),
            vacant_pct=rates["value"],
            vacant_2y_pct=long["value"],
        )
        return table[[*VACANCY]]

    @property
    def vacancy_table(self) -> pd.DataFrame:
        """:attr:`vacancy_by_area`, without what the rates are over."""
        return self.vacancy_by_area.drop(columns=["communes", "rated_stock"])
