"""The agreements between files, and what each is of.

Held when a table is read by :mod:`bassin.read._agreements`.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, kw_only=True)
class Cells:
    """Values of a table, one a place.

    Attributes
    ----------
    call : str
        The reader and its arguments, as anchors name them; ``*`` stands for any vintage, the same
        on both sides where both have it: ``"drees.apl(nurse, *)"``.
    columns : tuple
        A column, or several that are added up.
    at : tuple of (str, value), optional
        A level of the index, and the value of the rows that are meant.
    by : str, optional
        A level of the index, or a column, whose rows are added up.
    """

    call: str
    columns: tuple[Hashable, ...]
    at: tuple[str, Hashable] | None = None
    by: str | None = None

    def of(self, table: pd.DataFrame) -> pd.Series | None:
        """The values, strict where they are added up; nothing where the table lacks a column.

        Examples
        --------
        >>> table = pd.DataFrame({"women": [1.0, 2.0], "men": [2.0, None]}, index=["a", "b"])
        >>> Cells(call="x()", columns=("women", "men")).of(table).to_dict()
        {'a': 3.0, 'b': nan}
        """
        if not set(self.columns) <= set(table.columns):
            return None
        rows = table
        if self.at is not None:
            level, value = self.at
            rows = rows[rows.index.get_level_values(level) == value].droplevel(level)
        several = len(self.columns) > 1
        values = (
            rows[[*self.columns]].sum(axis=1, skipna=False) if several else rows[self.columns[0]]
        )
        if self.by is None:
            return values
        return values.groupby(rows.get(self.by, self.by)).sum(skipna=False)

    @property
    def told(self) -> str:
        """The columns by name, as an error has them."""
        return ", ".join(map(str, self.columns))


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """Two files that give the same values of the same places.

    Attributes
    ----------
    name : str
        Of the rows of ``agreements.csv`` that are of it.
    left, right : Cells
    why : str
        What makes them the same.
    within : float
        Largest gap that rounding leaves.
    """

    name: str
    left: Cells
    right: Cells
    why: str
    within: float = 0.0


_COUNTS = "insee.population.municipal_populations()"
_ACCESS = "drees.apl({}, *)"
#: Years of the index whose inhabitants are counted in :data:`_COUNTS`, two years before.
_ACCESS_YEARS = range(2022, 2026)
_EPCI = "insee.places.epci({})"
_HISTORY = "insee.places.epci_history()"
_MEMBERS = "etalab.epci_members()"
_AREAS = "ptod.areas(epci)"
_INCOME = "insee.income.epci_income()"
#: Ages of the census of 2020, as its columns end.
_AGES = ("0_2", "3_5", "6_10", "11_17", "18_24", "25_39", "40_54", "55_64", "65_79", "80_plus")
#: Shares of an IRIS that are added up to be compared at once.
_SHARES = ("share_65_plus_pct", "below_bac_pct", "higher_pct")

AGREEMENTS: tuple[Agreement, ...] = (
    Agreement(
        name="population-2020",
        left=Cells(call="insee.population.legal_population(2020)", columns=("municipal",)),
        right=Cells(call=_COUNTS, columns=(2020,)),
        why="the municipal population of 2020, on the communes of 2022",
    ),
    Agreement(
        name="population-2015",
        left=Cells(call="insee.population.census_populations()", columns=(2015,)),
        right=Cells(call=_COUNTS, columns=(2015,)),
        why="the municipal population of 2015, on the communes of 2017",
    ),
    Agreement(
        name="population-2018",
        left=Cells(call="insee.comparison.comparison_2018()", columns=("population_2018",)),
        right=Cells(call=_COUNTS, columns=(2018,)),
        why="the census of 2018, on the communes of 2021 and of 2020",
    ),
    *(
        Agreement(
            name=f"access-{year}",
            left=Cells(
                call=_ACCESS.format("general_practitioner"),
                columns=("population",),
                at=("year", year),
            ),
            right=Cells(call=_COUNTS, columns=(year - 2,)),
            why=f"the inhabitants of the index of {year} are those of the census of {year - 2}",
            within=0.5,
        )
        for year in _ACCESS_YEARS
    ),
    Agreement(
        name="members-population",
        left=Cells(call="dgcl.epci_members(2023)", columns=("municipal_population",)),
        right=Cells(call=_COUNTS, columns=(2020,)),
        why="the municipal population in force on the first of January 2023 is that of 2020",
    ),
    *(
        Agreement(
            name=f"access-{other}",
            left=Cells(call=_ACCESS.format(other), columns=("population",)),
            right=Cells(call=_ACCESS.format("general_practitioner"), columns=("population",)),
            why="the inhabitants of an edition are the same for every profession",
            within=0.5,
        )
        for other in ("nurse", "dentist", "midwife")
    ),
    Agreement(
        name="members-history",
        left=Cells(call=_HISTORY, columns=("epci",), at=("year", 2023)),
        right=Cells(call=_EPCI.format(2023), columns=("epci",)),
        why="the intercommunality of each commune on the first of January 2023",
    ),
    Agreement(
        name="members",
        left=Cells(call="dgcl.epci_members(*)", columns=("epci",)),
        right=Cells(call=_EPCI.format("*"), columns=("epci",)),
        why="the intercommunality of each commune on the first of January",
    ),
    *(
        Agreement(
            name=f"income-2021-{column}",
            left=Cells(call=_INCOME, columns=(column,), at=("year", 2021)),
            right=Cells(call="insee.income.filosofi(epci, 2021)", columns=(column,)),
            why="the income of the intercommunalities in 2021",
        )
        for column in ("median_income", "poverty_rate_pct")
    ),
    Agreement(
        name="income-2019",
        left=Cells(call=_INCOME, columns=("median_income",), at=("year", 2019)),
        right=Cells(call="insee.income.filosofi_distribution(epci, 2019)", columns=("d5",)),
        why="the median income of the intercommunalities in 2019",
    ),
    *(
        Agreement(
            name=f"income-2019-{level}",
            left=Cells(call=f"ptod.areas({level})", columns=("median_2019",)),
            right=Cells(call=f"insee.income.filosofi_distribution({level}, 2019)", columns=("d5",)),
            why=f"the median income of each {level} in 2019",
        )
        for level in ("departement", "region")
    ),
    Agreement(
        name="ages-2020",
        left=Cells(
            call="insee.ages.ages_2020()",
            columns=tuple(f"{sex}_{age}" for sex in ("women", "men") for age in _AGES),
        ),
        right=Cells(call=_COUNTS, columns=(2020,)),
        why="all ages of 2020 are the inhabitants",
        # Twenty cells, each rounded.
        within=6,
    ),
    *(
        Agreement(
            name=f"compiled-{profession}-{column}",
            left=Cells(call=_ACCESS.format(profession), columns=(column,)),
            right=Cells(call=f"drees.apl_compiled({profession})", columns=(column,)),
            why="the index of access, put together from the workbooks",
            within=0.0005,
        )
        for profession in ("nurse", "dentist", "midwife")
        for column in ("apl", "standardised_population")
    ),
    *(
        Agreement(
            name=f"members-{year}",
            left=Cells(call=_MEMBERS, columns=("epci",), at=("year", year)),
            right=Cells(call=_HISTORY, columns=("epci",), at=("year", year)),
            why=f"the intercommunality of each commune on the first of January {year}",
        )
        for year in range(2019, 2025)
    ),
    Agreement(
        name="members-2023-population",
        left=Cells(call=_MEMBERS, columns=("municipal_population",), at=("year", 2023)),
        right=Cells(call="dgcl.epci_members(2023)", columns=("municipal_population",)),
        why="the municipal population in force on the first of January 2023",
    ),
    Agreement(
        name="members-2025-population",
        left=Cells(call=_MEMBERS, columns=("municipal_population",), at=("year", 2025), by="epci"),
        right=Cells(call=_AREAS, columns=("population_2022",)),
        why="the inhabitants of 2022 of the intercommunalities of 2025",
    ),
    *(
        Agreement(
            name=f"areas-{column}",
            left=Cells(call=_AREAS, columns=(column,)),
            right=Cells(call=call, columns=(other,), at=at),
            why=why,
        )
        for column, call, other, at, why in (
            *(
                (own, "insee.income.filosofi(epci, 2021)", other, None, "incomes of 2021")
                for own, other in (
                    ("median_2021", "median_income"),
                    ("poverty_2021_pct", "poverty_rate_pct"),
                )
            ),
            ("poverty_2019_pct", _INCOME, "poverty_rate_pct", ("year", 2019), "incomes of 2019"),
            (
                *("industry_2022_pct", "insee.spheres.employment_spheres(2023)"),
                *("industry_2022_pct", None, "the share of industry in the jobs of 2022"),
            ),
        )
    ),
    *(
        Agreement(
            name=f"iris-{departement}",
            left=Cells(call="insee.iris.iris_census(france)", columns=_SHARES, at=("year", 2022)),
            right=Cells(
                call=f"insee.iris.iris_census({departement})", columns=_SHARES, at=("year", 2022)
            ),
            why="the same shares, of the metropole and of one departement",
        )
        for departement in ("07", "30", "34", "48")
    ),
    *(
        Agreement(
            name=f"employees-{year}",
            left=Cells(call="urssaf.by_industry()", columns=(year,), by="zone"),
            right=Cells(call="urssaf.totals(ze)", columns=(year,)),
            why=f"private employees of {year}: the industries of a zone are its total",
        )
        for year in (2019, 2022, 2023, 2024)
    ),
)
