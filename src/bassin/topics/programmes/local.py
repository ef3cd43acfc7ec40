"""Instruments of reconversion, labels held by communes, sums of money in francs and euros."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import pandas as pd

from bassin.choices import choosing
from bassin.collation import by_name
from bassin.files.trace import cached_property, kept_by
from bassin.indicators.stats import total
from bassin.places.departements import departements_of
from bassin.read import anct, dgcl, printed, worldbank
from bassin.topics.base import Topic
from bassin.topics.programmes.instruments import chain, described, lives
from bassin.topics.programmes.labels import (
    DISTRICT_2015,
    DISTRICT_2024,
    INDUSTRY_1,
    INDUSTRY_2,
    NO_LABEL,
    OWN,
    SERVICES,
    SHARED,
    districts_of_communes,
    holds,
    label_total,
    sets,
    times_found,
)
from bassin.topics.programmes.money import (
    FRANCS_PER_EURO,
    RATE_OF,
    chained,
    in_euros,
    in_millions,
    is_wage,
)
from bassin.topics.programmes.outlines import district_areas, district_pieces, match


class Programmes(Topic):
    """Instruments, labels and sums of one territory."""

    #: Colours of communes and districts on the map of both lists, by kind.
    colors: Mapping[str, str] = {
        "district_of_2015": "#000000",
        "district_both": "#E69F00",
        "district_2024_only": "#56B4E9",
        "district_2015_only": "#CC79A7",
        "district_none": "#eeeeee",
    }

    # -- What is read -----------------------------------------------------------------------------

    @cached_property
    def outlines(self) -> gpd.GeoDataFrame:
        """Communes of the territory."""
        return self.territory.outlines

    @cached_property
    def _members(self) -> pd.DataFrame:
        """The communes, as :func:`bassin.read.dgcl.epci_members`."""
        return dgcl.epci_members(self.sources).loc[self.territory.codes]

    def _industry(self, label: str) -> pd.DataFrame:
        read = {
            INDUSTRY_1: anct.industry_territories_2018,
            INDUSTRY_2: anct.industry_territories_2023,
        }
        return read[label](self.sources)

    @choosing(label=SHARED)
    def industry(self, label: str) -> list[str]:
        """Names of the Territoires d'industrie of the territory, of one of :data:`SHARED`."""
        sirens = {*self._members["siren"], *self._members["epci"]}
        return [
            row["name"]
            for _, row in self._industry(label).iterrows()
            if not sirens.isdisjoint(row["members"].split())
        ]

    @cached_property
    def towns(self) -> pd.DataFrame:
        """Holders of a town programme.

        Returns
        -------
        DataFrame
            Index ``(programme, label, code)``; ``name``, ``signed``.
        """
        lists = {
            name: pd.DataFrame(anct.town_programme(self.sources, name).drop(columns="geometry"))
            for name in anct.TOWN_PROGRAMMES
        }
        table = pd.concat(lists, names=["programme"])
        return table[table.index.isin(self.territory.codes, level="code")]

    @cached_property
    def districts_2015(self) -> gpd.GeoDataFrame:
        """Priority districts of 2015 of the communes: ``name``, ``code``."""
        listed = anct.priority_districts_2015(self.sources)
        return listed[listed["code"].isin(self.territory.codes)]

    @cached_property
    def districts_2024(self) -> pd.DataFrame:
        """Districts of 2024, a row for each commune they reach into: index ``(id, code)``."""
        reach = districts_of_communes(anct.priority_districts_2024(self.sources))
        here = reach[reach.index.isin(self.territory.codes)]
        return here.rename("id").reset_index().set_index(["id", "code"])

    @cached_property
    def instruments(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.instruments`; refused to another territory."""
        return self._printed(printed.INSTRUMENTS, printed.instruments)

    @cached_property
    def money(self) -> pd.DataFrame:
        """As :func:`in_euros`; refused to another territory than that of the study."""
        return in_euros(self._printed(printed.SUMS, printed.sums))

    @property
    def chained_rate(self) -> float:
        """Euros of 2022 for a franc of 1968 by a chain of yearly rises; NaN without the file."""
        if worldbank.INFLATION not in self.sources:
            return float("nan")
        rises = worldbank.inflation(self.sources)["rise_pct"]
        return chained(rises, *RATE_OF) / FRANCS_PER_EURO

    @property
    def sums_in_millions(self) -> pd.DataFrame:
        """As :func:`in_millions`, wages left out."""
        return in_millions(self.money[~is_wage(self.money)])

    @property
    def hourly_wages(self) -> pd.DataFrame:
        """Hourly wages among :attr:`money`: index ``label``."""
        wages = self.money[is_wage(self.money)].set_index("label")
        return wages[["low", "high", "euros_low", "euros_high", "lines"]]

    @cached_property
    def rates(self) -> pd.Series:
        """Rates printed beside the sums, by sum; refused to another territory."""
        return self._printed(printed.SUMS, printed.sums)["equivalent"].dropna()

    # -- Labels -----------------------------------------------------------------------------------

    @choosing(label=(*SHARED, *OWN))
    def holding(self, label: str) -> pd.Series:
        """Number of labels of one kind by commune.

        Parameters
        ----------
        label : str
            Of :data:`SHARED` or :data:`OWN`.

        Returns
        -------
        Series
            Index ``code``; NaN where the list does not cover the departement.
        """
        return kept_by(self).get(("holding", label), lambda: self._holding(label))

    def _holding(self, label: str) -> pd.Series:
        codes = self.territory.communes.index
        if label in SHARED:
            return holds(self._industry(label)["members"], self._members)
        if label in anct.TOWN_PROGRAMMES:
            holders = anct.town_programme(self.sources, label)
            return times_found(holders.index.get_level_values("code"), codes)
        if label == DISTRICT_2015:
            listed = anct.priority_districts_2015(self.sources)["code"]
            return times_found(listed, codes).where(
                departements_of(codes).isin(departements_of(listed).unique())
            )
        if label == DISTRICT_2024:
            return times_found(
                districts_of_communes(anct.priority_districts_2024(self.sources)).index, codes
            )
        if label == SERVICES:
            return times_found(anct.france_services(self.sources)["code"], codes)
        raise KeyError(f"{label!r} is none of {', '.join((*SHARED, *OWN))}")

    @cached_property
    def held(self) -> pd.DataFrame:
        """Labels of all kinds: index ``code``; ``name``, ``population``, then :meth:`holding`."""
        counts = {label: self.holding(label) for label in (*SHARED, *OWN)}
        names, people = self.territory.communes["name"], self.territory.population_2020
        return pd.DataFrame({"name": names, "population": people, **counts})

    @cached_property
    def matched(self) -> pd.DataFrame:
        """As :func:`match`, of the lists that give points."""
        sources = self.sources
        towns = {name: anct.town_programme(sources, name) for name in anct.TOWN_PROGRAMMES}
        others = {
            DISTRICT_2024: anct.priority_districts_2024(sources),
            SERVICES: anct.france_services(sources),
        }
        return match({**towns, **others}, self.outlines)

    @property
    def own(self) -> pd.DataFrame:
        """Communes with a label of their own: as :attr:`held`, most labels first, then by name."""
        labels = by_name(self.held)[list(OWN)]
        order = (labels.fillna(0) > 0).sum(axis=1).sort_values(ascending=False, kind="stable")
        return self.held.loc[order.index[order > 0]]

    @property
    def labelled(self) -> pd.DataFrame:
        """As :func:`sets`: ``name``, ``labels``."""
        return pd.DataFrame({"name": self.held["name"], "labels": sets(self.held, OWN)})

    @property
    def sets(self) -> list[str]:
        """Sets of labels that communes hold: none of its own first, then the most held."""
        counts = self.labelled["labels"].value_counts()
        return [NO_LABEL, *counts.index.drop(NO_LABEL, errors="ignore")]

    @property
    def own_by_name(self) -> pd.DataFrame:
        """As :attr:`own`, without the labels that all communes share: index ``name``."""
        return self.own.drop(columns=list(SHARED)).set_index("name")

    def most_labelled(self, n: int) -> list[str]:
        """Codes of the communes with most kinds of label of their own."""
        return list(self.own.index[:n])

    @choosing(label=(*SHARED, *OWN))
    def total(self, label: str) -> pd.Series:
        """As :func:`label_total`."""
        return label_total(
            self.territory.population_2020, self.holding(label), self.number_given(label)
        )

    @property
    def totals(self) -> pd.DataFrame:
        """As :meth:`total`: index ``label``, all of them."""
        rows = {label: self.total(label) for label in (*SHARED, *OWN)}
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("label")

    @choosing(label=(*SHARED, *OWN))
    def number_given(self, label: str) -> float:
        """Number of labels of one kind given; one that spans several communes counts once.

        Parameters
        ----------
        label : str
            Of :data:`SHARED` or :data:`OWN`.
        """
        if label in SHARED:
            return len(self.industry(label))
        if label in anct.TOWN_PROGRAMMES:
            programme = self.towns.index.get_level_values("programme") == label
            return float(self.towns[programme].index.unique("label").size)
        if label == DISTRICT_2024:
            return float(self.districts_2024.index.unique("id").size)
        return float(total(self.holding(label)))

    @property
    def districts(self) -> gpd.GeoDataFrame:
        """As :func:`district_pieces`."""
        return district_pieces(
            self.outlines,
            self.districts_2015,
            self.holding(DISTRICT_2015),
            self.holding(DISTRICT_2024),
        )

    @property
    def district_areas(self) -> pd.DataFrame:
        """As :func:`district_areas`."""
        return district_areas(self.outlines, self.districts_2015)

    @property
    def signed(self) -> pd.Series:
        """Years of the agreements of the town programmes of the territory, where published."""
        return self.towns["signed"].dropna().dt.year

    @property
    def described(self) -> pd.DataFrame:
        """As :func:`described`."""
        return described(self.instruments)

    @property
    def lives(self) -> pd.DataFrame:
        """As :func:`lives`."""
        return lives(self.instruments)

    @choosing(start=lambda self: self.instruments.index)
    def chain(self, start: str) -> list[str]:
        """Names from one instrument to the last of its successors."""
        return list(self.instruments.loc[chain(self.instruments, start), "name"])
