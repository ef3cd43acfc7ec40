"""Education: diplomas, the young neither in work nor in study, places of higher education."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from bassin.choices import choosing
from bassin.errors import ChoiceError
from bassin.files.trace import cached_property
from bassin.indicators import small_areas
from bassin.indicators.small_areas import FIRST_CENSUS, LAST_CENSUS
from bassin.indicators.stats import total, weighted_mean
from bassin.phrase import Name, Phrase
from bassin.places.departements import departements_of
from bassin.places.names import Called, place_name
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.places.territory import FRANCE
from bassin.read import insee, printed
from bassin.topics.base import Topic
from bassin.topics.national import published_of

#: Classes of diploma under the baccalauréat.
BELOW_BAC = list(insee.CLASSES[:3])
#: Shares of diplomas by place, to how the keys of their indicators begin.
DIPLOMAS = {
    "below_bac_pct": "below_bac",
    "higher_pct": "higher_education",
    "above_bac2_pct": "above_bac2",
}
#: Row of the table of places of higher education that adds up the kinds.
TOTAL = "higher_total"
#: Where figure 2.4 is from: INSEE's own file, or the study alone.
OFFICIAL, PRINTED = Name("diplomas_official"), Name("diplomas_printed")
#: How the code of the middle intercommunality of a place begins.
MIDDLE = "MIDDLE-"


def class_shares(people: pd.DataFrame) -> pd.Series:
    """Share of each class of diploma among all the people of some communes, in %."""
    counted = total(people)
    return 100 * counted / total(counted)


def official_shares(
    diplomas: Mapping[int, pd.DataFrame], passage: Passage, codes: Sequence[str], start: str
) -> pd.DataFrame:
    """Share of each class of diploma in some communes, by census.

    Parameters
    ----------
    diplomas : mapping
        Census to people, as :func:`bassin.read.insee.diplomas`.
    passage : Passage
    codes : sequence of str
        Communes of 2023.
    start : str
        Date of the geography of ``diplomas``.

    Returns
    -------
    DataFrame
        Index the classes, a column a census: %.
    """
    carried = {
        year: passage.carry(table, start, GEOGRAPHY, codes) for year, table in diplomas.items()
    }
    return pd.DataFrame({year: class_shares(table) for year, table in carried.items()})


def weighted_classes(large: pd.DataFrame, codes: Sequence[str] | None = None) -> pd.Series:
    """Share of each class in some communes of over 2,000 inhabitants.

    Parameters
    ----------
    large : DataFrame
        As :func:`bassin.indicators.small_areas.large_communes`.
    codes : sequence of str, optional
        All those of the table by default.

    Returns
    -------
    Series
        Index the classes: %, each commune weighted by its inhabitants of 15 and over. NaN without
        any commune.
    """
    if large.empty:
        return pd.Series(float("nan"), index=list(insee.CLASSES))
    here = large if codes is None else large.loc[large.index.intersection(list(codes))]
    return pd.Series({name: weighted_mean(here[name], here["over_14"]) for name in insee.CLASSES})


def interpolated(series: pd.Series, year: int) -> float:
    """Value of a series in a year between two of its own, on a straight line.

    Raises
    ------
    ChoiceError
        If the year is outside the series.
    """
    known = series.dropna()
    if not known.index.min() <= year <= known.index.max():
        raise ChoiceError(f"{year} is outside {known.index.min()}-{known.index.max()}")
    wider = known.reindex(sorted({*known.index, year})).interpolate(method="index")
    return float(wider[year])


def below(series: pd.Series, value: float) -> float:
    """Share of a series, in %, that is below a value."""
    known = series.dropna()
    return float(100 * (known < value).mean())


def over_64_of_adults(ages: pd.Series) -> float:
    """Part of the people of 15 and over who are over 64, in %.

    Parameters
    ----------
    ages : Series
        Share of each age of :data:`bassin.read.insee.IRIS_AGES`, in its order: % of the
        inhabitants.

    Examples
    --------
    >>> over_64_of_adults(pd.Series([20.0, 10.0, 30.0, 20.0, 15.0, 5.0]))
    25.0
    """
    return float(100 * total(ages.iloc[4:]) / (100 - ages.iloc[0]))


def _departement(code: str) -> str:
    """Code of a departement among the places."""
    return f"DEP-{code}"


class Education(Topic):
    """Diplomas and the young in one territory."""

    @property
    def code(self) -> str:
        """SIREN of the territory."""
        return self.territory.code

    @property
    def here(self) -> str:
        """Code of the territory among the places."""
        return self.territory.here

    @cached_property
    def place_names(self) -> dict[str, Called]:
        """What the places of the tables are called, but France."""
        departements = map(_departement, self._departements)
        around = {code: place_name(self.sources, code) for code in departements}
        named: dict[str, Called] = {**around, **self.territory.place_names}
        middle = {
            f"{MIDDLE}{code}": Phrase("education.middle", place=named.get(code, Name(code)))
            for code in self.territory.levels
        }
        return named | middle

    @property
    def _departements(self) -> list[str]:
        return list(self.territory.communes["dep"].unique())

    @cached_property
    def printed(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.figure_2_4`: what the study prints of its territory.

        Raises
        ------
        TerritoryError
            If the study is on another.
        """
        return self._printed(printed.FIGURE_2_4, printed.figure_2_4)

    @cached_property
    def official(self) -> pd.DataFrame | None:
        """As :func:`official_shares`; ``None`` where INSEE's file is not at hand."""
        if insee.DIPLOMAS not in self.sources:
            return None
        return official_shares(
            {year: insee.diplomas(self.sources, year) for year in insee.DIPLOMA_YEARS},
            self.territory.passage,
            self.territory.codes,
            insee.DIPLOMA_GEOGRAPHY,
        )

    def large(self, year: int) -> pd.DataFrame:
        """Communes of over 2,000 inhabitants of the departement at a census, 2012 or 2018."""
        return small_areas.large_communes(self.sources, year)

    def _around(self, year: int) -> pd.DataFrame:
        """Those of the departements of the territory; the file at hand is of one."""
        table = self.large(year)
        return table[departements_of(table.index).isin(self._departements)]

    @cached_property
    def own(self) -> pd.DataFrame:
        """Rows of the territory in :attr:`places`."""
        return self.selected.censuses(DIPLOMAS, {self.here: None})

    @cached_property
    def places(self) -> pd.DataFrame:
        """Shares of diplomas, as far as files reach: index ``(place, year)``.

        Of the territory, its departements, its region and the mainland.
        """
        places = small_areas.reached_places(self.sources, self.territory)
        return self.selected.censuses(DIPLOMAS, places)

    @cached_property
    def outside(self) -> pd.DataFrame:
        """Share of 15 to 24 neither in work nor in study, by commune and year."""
        found = {y: self.selected.by_commune(f"neet_{y}") for y in insee.NEET_YEARS}
        return pd.DataFrame(found).rename_axis(columns="year")

    @cached_property
    def outside_epci(self) -> pd.DataFrame:
        """The same for every EPCI."""
        tables = {y: published_of(self.sources, f"neet_{y}") for y in insee.NEET_YEARS}
        found = {y: table.loc["epci", "value"] for y, table in tables.items() if table is not None}
        return pd.DataFrame(found).rename_axis(columns="year")

    @cached_property
    def epci(self) -> pd.DataFrame:
        """Index the EPCI of 2023; ``dep`` and ``reg`` of one of its communes."""
        return insee.epci(self.sources).drop_duplicates("epci").set_index("epci")

    @cached_property
    def higher(self) -> pd.DataFrame:
        """Places of higher education in the territory and in France: a row a kind, in numbers."""
        facilities = insee.higher_education_2013(self.sources)
        # A commune with none has no row in the file.
        here = total(facilities.reindex(self.territory.codes, fill_value=0))
        return pd.DataFrame({self.here: here, FRANCE: total(facilities)})

    @cached_property
    def inhabitants(self) -> pd.Series:
        """Inhabitants of 2013 of the territory and of France."""
        people = self.selected.by_place(f"population_{insee.HIGHER_YEAR}", [self.here, FRANCE])
        return people["value"].astype(float)

    # -- Diplomas ---------------------------------------------------------------------------------

    def figure(self) -> pd.DataFrame:
        """Figure 2.4: class by year, official where at hand, else as the study prints it.

        Index the classes, columns ``"2009"`` and ``"2020"``: %.
        """
        table = self.printed if self.official is None else self.official
        return table[[2009, 2020]].rename(columns=str)

    @property
    def figure_basis(self) -> Name:
        """Where :meth:`figure` is from: :data:`OFFICIAL` or :data:`PRINTED`."""
        return PRINTED if self.official is None else OFFICIAL

    def sums(self) -> pd.DataFrame:
        """What follows from figure 2.4 as printed: a row a group of classes.

        Returns
        -------
        DataFrame
            Index ``group``; ``2009``, ``2020`` (%), ``change`` (points).
        """
        table = self.printed[[2009, 2020]].rename(columns=str)
        groups = {
            "diplomas_brevet_at_most": BELOW_BAC[:2],
            "diplomas_below_bac": BELOW_BAC,
            "diplomas_bac_or_more": list(insee.CLASSES[3:]),
            "diplomas_all": list(insee.CLASSES),
        }
        sums = pd.DataFrame({name: total(table.loc[rows]) for name, rows in groups.items()}).T
        both = pd.concat([table, sums]).rename_axis("group")
        return both.assign(change=both["2020"] - both["2009"])

    def below_bac(self) -> pd.DataFrame:
        """Share with no baccalauréat by commune: ``name``, a column a census, ``change``."""
        return self._by_commune("below_bac", insee.IRIS_YEARS)

    def above_bac2(self) -> pd.DataFrame:
        """Share with more than bac+2 by commune: ``name``, 2011 and 2022, ``change``.

        The file has no such share for 2016.
        """
        return self._by_commune("above_bac2", (FIRST_CENSUS, LAST_CENSUS))

    def _by_commune(self, start: str, years: Sequence[int]) -> pd.DataFrame:
        found = {str(year): self.selected.by_commune(f"{start}_{year}") for year in years}
        table = self._reached(pd.DataFrame(found), insee.IRIS_FRANCE)
        change = table[str(years[-1])] - table[str(years[0])]
        return pd.concat([self.names, table, change.rename("change")], axis=1)

    def levels(self) -> pd.DataFrame:
        """Shares by place and census: ``below_bac_pct``, ``higher_pct``, ``above_bac2_pct``.

        Index ``(place, year)``: as :attr:`places`.
        """
        return self.places

    def below_bac_between(self, year: int) -> float:
        """Share with no baccalauréat in a year between two censuses by IRIS, in %.

        NaN where no file of the departement is at hand.
        """
        own = self.own["below_bac_pct"].droplevel("place").dropna()
        return interpolated(own, year) if len(own) else float("nan")

    def in_large(self, year: int) -> pd.DataFrame:
        """Classes of diploma in the communes of over 2,000 inhabitants: ``name`` then a class each.

        Returns
        -------
        DataFrame
            Index ``code``, those of the territory only, fewest without a diploma last.
        """
        table = self._reached(self.large(year), insee.LARGE_COMMUNES[year])
        here = table.loc[table.index.intersection(self.names.index)]
        ranked = here.sort_values(insee.CLASSES[0], ascending=False)[["name", *insee.CLASSES]]
        return self._reached(ranked, insee.LARGE_COMMUNES[year])

    def beside(self) -> pd.DataFrame:
        """Figure 2.4 beside what is at hand for each of its two years.

        Returns
        -------
        DataFrame
            Index the classes; ``2009 printed``, ``2012 large communes``, ``2020 printed``,
            ``2018 large communes`` of the territory and of the departement: %. The printed ones
            are left out of another territory than that of the study.
        """
        here = list(self.names.index)
        both = {
            "large_2012": weighted_classes(self.large(2012), here),
            "large_2018": weighted_classes(self.large(2018), here),
            "departement_2018": weighted_classes(self._around(2018)),
        }
        if not self.prints(printed.FIGURE_2_4):
            of_large = insee.LARGE_COMMUNES[max(insee.LARGE_COMMUNES)]
            return self._reached(pd.DataFrame(both), of_large)
        both |= {f"printed_{year}": self.printed[year] for year in (2009, 2020)}
        order = ["printed_2009", "large_2012", "printed_2020", "large_2018", "departement_2018"]
        return pd.DataFrame(both)[order]

    # -- The young --------------------------------------------------------------------------------

    def neither(self) -> pd.DataFrame:
        """Share of 15 to 24 neither in work nor in study by commune: ``name``, a column a year."""
        return pd.concat([self.names, self.outside.rename(columns=str)], axis=1)

    def neither_by_place(self) -> pd.DataFrame:
        """The territory, and the middle intercommunality of its departement, region and country.

        The file counts no people, so that no mean can be weighted: half the EPCI of a place are
        above the value given, half below.

        Returns
        -------
        DataFrame
            Index ``year``; a column the territory, then ``"MIDDLE-DEP-30"`` and so on: %.
        """
        shares = self.outside_epci
        table = {}
        for place, (level, code) in self.territory.levels.items():
            if level == "epci":
                table[place] = shares.reindex([code]).iloc[0]
                continue
            column = {"departement": "dep", "region": "reg"}.get(level)
            if column is not None:
                chosen = self.epci.index[self.epci[column] == code]
                inside = shares.loc[shares.index.intersection(chosen)]
            else:
                inside = shares
            table[f"{MIDDLE}{place}"] = inside.median()
        return pd.DataFrame(table).rename_axis("year")

    @choosing(year=lambda self: self.outside_epci.columns)
    def fare_better(self, year: int) -> float:
        """Share of the EPCI of France with a smaller share of such young people, in %."""
        shares = self.outside_epci[year]
        return below(shares, float(shares.get(self.code, float("nan"))))

    def higher_expected(self) -> pd.DataFrame:
        """Places of higher education, and how many there would be at the rate of the country.

        Returns
        -------
        DataFrame
            Index ``kind``, the last row :data:`TOTAL`; ``here``, ``expected``.
        """
        ratio = self.inhabitants[self.here] / self.inhabitants[FRANCE]
        table = pd.DataFrame(
            {"here": self.higher[self.here], "expected": self.higher[FRANCE] * ratio}
        )
        table.loc[TOTAL] = total(table)
        return table.rename_axis("kind")
