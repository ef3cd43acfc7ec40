"""Employment: specialisation and change of the industries of a zone d'emploi against France.

Private jobs by industry are published by zone d'emploi, not by intercommunality: a territory is
looked at through the zone where most of its inhabitants live.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from bassin.files.trace import cached_property
from bassin.read import insee, urssaf
from bassin.topics.base import Topic

#: Years of private jobs by industry, and the first and last of them.
YEARS = (2019, 2022, 2023, 2024)
START, END = YEARS[0], YEARS[-1]

#: Broad sectors (A5), in the order of tables.
SECTORS = {
    "AZ": "Farming",
    "BE": "Industry",
    "FZ": "Construction",
    "GU": "Market services",
    "OQ": "Public, health, education",
}

#: Their sum, in tables.
ALL_JOBS = "All private jobs"

#: Industries (A38).
INDUSTRIES = {
    "AZ": "Farming",
    "BZ": "Mining and quarrying",
    "CA": "Food",
    "CB": "Textiles, clothing, leather",
    "CC": "Wood, paper, printing",
    "CD": "Coke and refining",
    "CE": "Chemicals",
    "CF": "Pharmaceuticals",
    "CG": "Rubber, plastics, minerals",
    "CH": "Metals and metal products",
    "CI": "Computers, electronics, optics",
    "CJ": "Electrical equipment",
    "CK": "Machinery",
    "CL": "Transport equipment",
    "CM": "Furniture, other, repair",
    "DZ": "Electricity and gas",
    "EZ": "Water and waste",
    "FZ": "Construction",
    "GZ": "Trade",
    "HZ": "Transport and storage",
    "IZ": "Hotels and restaurants",
    "JA": "Publishing and broadcasting",
    "JB": "Telecommunications",
    "JC": "Computing services",
    "KZ": "Finance and insurance",
    "LZ": "Real estate",
    "MA": "Law, accounts, engineering",
    "MB": "Research",
    "MC": "Other expertise",
    "NZ": "Support services",
    "OZ": "Public administration",
    "PZ": "Education",
    "QA": "Health",
    "QB": "Care and social work",
    "RZ": "Arts and leisure",
    "SZ": "Other services",
}


def location_quotient(local: pd.Series, everywhere: pd.Series) -> pd.Series:
    r"""How many times an industry's share of jobs here is its share everywhere.

    .. math:: LQ_i = \frac{e_i / \sum_j e_j}{E_i / \sum_j E_j}

    Parameters
    ----------
    local, everywhere : Series
        Jobs by industry, on the same index; all of them, since shares are of their sum.

    Returns
    -------
    Series of float
        1 where the industry weighs as much as everywhere; NaN where it has no job anywhere.

    Raises
    ------
    ValueError
        If the indexes differ.

    References
    ----------
    :cite:`isard1960methods`
    """
    _same(local, everywhere)
    here, there = local / local.sum(), everywhere / everywhere.sum()
    return (here / there.where(there > 0)).rename("location_quotient")


def shift_share(
    local_start: pd.Series,
    local_end: pd.Series,
    everywhere_start: pd.Series,
    everywhere_end: pd.Series,
) -> pd.DataFrame:
    r"""Classical shift-share of the change in jobs, by industry.

    With :math:`e_i` and :math:`E_i` the jobs of industry :math:`i` here and everywhere at the
    start, :math:`r_i` and :math:`g_i` their rates of growth, and :math:`g` that of all jobs
    everywhere, the change :math:`e_i r_i` is the sum of

    - ``national`` :math:`e_i g`, had the industry grown as all jobs everywhere;
    - ``mix`` :math:`e_i (g_i - g)`, more or less because of the industry it is;
    - ``residual`` :math:`e_i (r_i - g_i)`, what neither of them explains. It is a difference of
      growth, not a proof that the place brought it about.

    Parameters
    ----------
    local_start, local_end, everywhere_start, everywhere_end : Series
        Jobs by industry, on the same index; all of them.

    Returns
    -------
    DataFrame
        Index as given; ``start``, ``end``, ``change``, ``national``, ``mix``, ``residual``. The
        three parts add up to the change of each industry. An industry without a job here at the
        start has its whole change in ``residual``.

    Raises
    ------
    ValueError
        If the indexes differ, or an industry has jobs here and none everywhere at the start.

    References
    ----------
    :cite:`dunn1960shiftshare`
    """
    for other in (local_end, everywhere_start, everywhere_end):
        _same(local_start, other)
    impossible = local_start.index[(local_start > 0) & (everywhere_start <= 0)]
    if len(impossible):
        raise ValueError(f"{impossible[0]!r} has jobs here and none everywhere: tables differ")
    overall = everywhere_end.sum() / everywhere_start.sum() - 1
    each = everywhere_end / everywhere_start.where(everywhere_start > 0) - 1
    national = local_start * overall
    mix = (local_start * (each - overall)).where(local_start > 0, 0.0)
    change = local_end - local_start
    return pd.DataFrame(
        {
            "start": local_start,
            "end": local_end,
            "change": change,
            "national": national,
            "mix": mix,
            "residual": change - national - mix,
        }
    )


def effective_number(jobs: pd.DataFrame) -> pd.Series:
    """How many industries of equal size would be as varied as those of each row.

    The inverse of the sum of squared shares: 1 where one industry has every job, the number of
    columns where all have as many.

    Parameters
    ----------
    jobs : DataFrame
        A row a place, a column an industry.
    """
    shares = jobs.div(jobs.sum(axis=1), axis=0)
    return (1 / (shares**2).sum(axis=1)).rename("effective_number")


def _same(one: pd.Series, other: pd.Series) -> None:
    if not one.index.equals(other.index):
        raise ValueError("the industries differ or are in another order: align the tables first")


def zone_of_most(communes: pd.Series, zones: pd.DataFrame) -> str:
    """Zone d'emploi where most inhabitants of some communes live.

    Parameters
    ----------
    communes : Series
        Inhabitants by commune.
    zones : DataFrame
        As :func:`bassin.read.insee.employment_zones_2023`.
    """
    return str(communes.groupby(zones.loc[communes.index, "zone"]).sum().idxmax())


def zones_of_region(
    jobs: pd.Series, zones: pd.DataFrame, regions: pd.Series, region: str
) -> list[str]:
    """Zones d'emploi that have more than half of their private jobs in a region.

    A zone with exactly one half is of neither side.

    Parameters
    ----------
    jobs : Series
        Jobs by commune; NaN counts for none.
    zones : DataFrame
        As :func:`bassin.read.insee.employment_zones_2023`.
    regions : Series
        Region of each commune.
    region : str
        Code.
    """
    table = pd.DataFrame({"zone": zones["zone"], "jobs": jobs.reindex(zones.index).fillna(0)})
    inside = table["jobs"].where(regions.reindex(zones.index) == region, 0)
    share = inside.groupby(table["zone"]).sum() / table.groupby("zone")["jobs"].sum()
    return list(share.index[share > 0.5])


class Employment(Topic):
    """Private jobs of a territory and of its zone d'emploi."""

    @property
    def name(self) -> str:
        """Name of the territory."""
        return self.territory.short_name

    @property
    def region(self) -> str:
        """Name of its region."""
        return list(self.territory.places)[2]

    @property
    def _zones(self) -> pd.DataFrame:
        return insee.employment_zones_2023(self.sources)

    @cached_property
    def zone(self) -> str:
        """The zone d'emploi most of its inhabitants live in."""
        return zone_of_most(self.territory.population_2020, self._zones)

    @cached_property
    def zone_name(self) -> str:
        """Name of the zone."""
        return str(self._zones.loc[self._zones["zone"] == self.zone, "zone_name"].iloc[0])

    @cached_property
    def members(self) -> int:
        """Communes of the territory in the zone."""
        return int((self._zones.loc[self.territory.codes, "zone"] == self.zone).sum())

    @cached_property
    def zone_communes(self) -> int:
        """Communes of the zone."""
        return int((self._zones["zone"] == self.zone).sum())

    @cached_property
    def totals(self) -> pd.DataFrame:
        """Private jobs, a row a year: the territory, its zone, France."""
        columns = {
            self.name: urssaf.totals(self.sources, "epci").loc[self.territory.code],
            f"Zone d'emploi {self.zone_name}": urssaf.totals(self.sources, "ze").loc[self.zone],
            "France": urssaf.totals(self.sources, "france").iloc[0],
        }
        return pd.DataFrame(columns).rename_axis("year")

    @cached_property
    def communes(self) -> pd.DataFrame:
        """Private jobs of the communes of the territory: a row a commune, a column a year.

        NaN where the file has no row.
        """
        return urssaf.totals(self.sources, "communes").reindex(self.territory.codes)

    @cached_property
    def jobs(self) -> pd.DataFrame:
        """As :func:`bassin.read.urssaf.by_industry`."""
        return urssaf.by_industry(self.sources)

    @cached_property
    def flores(self) -> pd.DataFrame:
        """As :func:`bassin.read.insee.flores_by_industry`."""
        return insee.flores_by_industry(self.sources)

    @cached_property
    def region_zones(self) -> Sequence[str]:
        """Zones d'emploi that are mostly in the region."""
        jobs = urssaf.totals(self.sources, "communes")[2022]
        regions = insee.communes_2023(self.sources)["reg"]
        return zones_of_region(jobs, self._zones, regions, self.territory.region)

    @cached_property
    def own_file(self) -> str | None:
        """Name of the file of ``own``, where it is at hand."""
        return urssaf.industries_file(self.sources)

    @cached_property
    def own(self) -> pd.DataFrame | None:
        """As :func:`bassin.read.urssaf.industries`, of the communes of the territory."""
        return urssaf.industries(self.sources, self.territory.codes) if self.own_file else None

    @property
    def zone_label(self) -> str:
        """The zone, as figures name it."""
        return f"Zone d'emploi {self.zone_name}"

    def by_industry(self, year: int, zones: Sequence[str] | None = None) -> pd.Series:
        """Private jobs by A38 industry in some zones d'emploi, in France by default."""
        jobs = self.jobs[year]
        if zones is not None:
            jobs = jobs.loc[list(zones)]
        return jobs.groupby("industry").sum()

    def by_sector(self, year: int, zones: Sequence[str] | None = None) -> pd.Series:
        """Private jobs by A5 sector, as :meth:`by_industry`."""
        return self.by_industry(year, zones).groupby(self.sectors).sum()

    def growth(
        self, sector: str, zones: Sequence[str] | None = None, start: int = START, end: int = END
    ) -> float:
        """Change of the private jobs of a sector from one year to another, in %."""
        before, after = (self.by_sector(year, zones)[sector] for year in (start, end))
        return float((after / before - 1) * 100)

    def windows(self, sector: str = "BE") -> pd.DataFrame:
        """Change of jobs in the zone d'emploi over every pair of years at hand.

        A change between two years hangs on both: this shows how much.

        Parameters
        ----------
        sector : str
            A5 code of the sector looked at beside all private jobs.

        Returns
        -------
        DataFrame
            Index ``window``, such as ``2019–2022``, in the order of time; of the sector
            ``zone_pct`` and ``france_pct`` (change in %), ``residual`` (jobs, as
            :func:`shift_share`); ``all_zone_pct``, ``all_france_pct``, ``all_residual`` of all
            private jobs.

        Examples
        --------
        >>> Study().employment.windows().loc["2019–2024", "zone_pct"]  # doctest: +SKIP
        3.48
        """
        rows = {}
        for start, end in combinations(YEARS, 2):
            parts = self.shift_share_by_sector(start, end)
            row = {}
            france = [self.by_sector(year) for year in (start, end)]
            growth = {"": france[1][sector] / france[0][sector]}
            growth["all_"] = france[1].sum() / france[0].sum()
            for name, label in (("", SECTORS[sector]), ("all_", ALL_JOBS)):
                part = parts.loc[label]
                row[f"{name}zone_pct"] = 100 * part["change"] / part["start"]
                row[f"{name}france_pct"] = 100 * (growth[name] - 1)
                row[f"{name}residual"] = part["residual"]
            rows[f"{start}\N{EN DASH}{end}"] = row
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("window")

    def residuals(self) -> pd.DataFrame:
        """Residual of the shift-share of each A38 industry over every pair of years at hand.

        Returns
        -------
        DataFrame
            Index: label of the industry; one column a window, as those of :meth:`windows` (jobs).

        Examples
        --------
        >>> Study().employment.residuals().loc["Machinery", "2019–2024"]  # doctest: +SKIP
        -101.4
        """
        return pd.DataFrame(
            {
                f"{start}\N{EN DASH}{end}": self.shift_share(start, end).set_index("label")[
                    "residual"
                ]
                for start, end in combinations(YEARS, 2)
            }
        )

    @property
    def sectors(self) -> pd.Series:
        """A5 sector of each A38 industry."""
        return self.jobs["sector"].groupby("industry").first()

    def industry_share(self, years: Sequence[int]) -> pd.DataFrame:
        """Share of industry in private jobs, in %: a row an area, a column a year.

        The areas are the zone d'emploi, the zones that are mostly in the region, and France.
        """
        areas = {
            self.zone_label: [self.zone],
            f"{self.region} ({len(self.region_zones)} zones d'emploi)": list(self.region_zones),
            "France": None,
        }
        rows = {
            area: {y: self.share_of_industry(y, zones) for y in years}
            for area, zones in areas.items()
        }
        return pd.DataFrame(rows).T.rename_axis("area")

    def share_of_industry(self, year: int, zones: Sequence[str] | None = None) -> float:
        """Share of industry in private jobs of some zones d'emploi, in %; in France by default."""
        sectors = self.by_sector(year, zones)
        return float(100 * sectors["BE"] / sectors.sum())

    def location_quotients(self, sector: str = "BE") -> pd.DataFrame:
        """Location quotients of the industries of a sector in the zone d'emploi, highest first.

        Returns
        -------
        DataFrame
            Index ``industry`` (a word); ``code``, ``jobs`` (private, last year), ``urssaf``
            (private jobs, last year) and ``flores`` (all salaried jobs, 2023), each France = 1.
            An industry without a job in the zone is 0.
        """
        private = location_quotient(self.by_industry(END, [self.zone]), self.by_industry(END))
        flores = self.flores[2023]
        every = flores.groupby("industry").sum()
        all_jobs = location_quotient(flores.loc[self.zone], every)
        table = pd.DataFrame(
            {
                "jobs": self.by_industry(END, [self.zone]),
                "urssaf": private,
                "flores": all_jobs.reindex(private.index),
            }
        )[self.sectors == sector]
        table.insert(0, "code", table.index)
        table.index = table.index.map(INDUSTRIES).rename("industry")
        return table.sort_values(["urssaf", "jobs"], ascending=False)

    def shift_share(self, start: int = START, end: int = END) -> pd.DataFrame:
        """Shift-share of the zone d'emploi by A38 industry.

        Returns
        -------
        DataFrame
            As :func:`shift_share`, index ``industry`` (code), and ``label``, ``sector``.
        """
        local = [self.by_industry(year, [self.zone]) for year in (start, end)]
        everywhere = [self.by_industry(year) for year in (start, end)]
        table = shift_share(*local, *everywhere)
        table.insert(0, "label", table.index.map(INDUSTRIES))
        table.insert(1, "sector", self.sectors.map(SECTORS))
        return table

    def shift_share_by_sector(self, start: int = START, end: int = END) -> pd.DataFrame:
        """Sums of :meth:`shift_share` by broad sector, and of them all (:data:`ALL_JOBS`)."""
        table = self.shift_share(start, end).drop(columns="label")
        sums = table.groupby("sector").sum()
        sums = sums.reindex([s for s in SECTORS.values() if s in sums.index])
        sums.loc[ALL_JOBS] = sums.sum()
        return sums.rename_axis("sector")

    def diversity(self, year: int = END) -> pd.Series:
        """Effective number of industries (A38, of sector industry) of each zone, highest first."""
        inside = self.jobs[self.jobs["sector"] == "BE"][year]
        return effective_number(inside.unstack("industry")).sort_values(ascending=False)

    def fabric(self, year: int) -> pd.DataFrame | None:
        """Industrial establishments and employees of the territory, from the publisher's file.

        Returns
        -------
        DataFrame or None
            Index ``industry`` (A38 code); ``establishments``, ``employees`` (of the rows that
            have them, NaN where none has), and ``unknown``, the rows whose employees are not
            published. ``None`` where the file is not at hand.
        """
        if self.own is None:
            return None
        industries = [i for i, sector in _sector_of().items() if sector == "BE"]
        rows = self.own.xs(year, level="year")
        rows = rows[rows["industry"].isin(industries)]
        sums = rows.groupby("industry")[["establishments", "employees"]].sum(min_count=1)
        unknown = rows["employees"].isna().groupby(rows["industry"]).sum()
        return sums.assign(unknown=unknown)

    def own_totals(self, years: Sequence[int]) -> pd.DataFrame | None:
        """Private jobs of the territory from the publisher's file: ``industry``, ``total``."""
        if self.own is None:
            return None
        here = self.own["employees"].groupby(["year", self.own["industry"]]).sum(min_count=1)
        table = here.unstack("industry").reindex(list(years))
        inside = [i for i in table if _sector_of().get(str(i)) == "BE"]
        parts = {"industry": table[inside], "total": table}
        # A year the file does not have stays missing.
        return pd.DataFrame({name: part.sum(axis=1, min_count=1) for name, part in parts.items()})


def _sector_of() -> dict[str, str]:
    """A5 sector of the A38 codes, which begin with the letter of their section."""
    letters = {"A": "AZ", "F": "FZ"} | dict.fromkeys("BCDE", "BE") | dict.fromkeys("OPQ", "OQ")
    return {code: letters.get(code[0], "GU") for code in INDUSTRIES}


def compound(change_pct: float, years: int) -> float:
    """Yearly rate, in %, of a change over some years."""
    return float(((1 + change_pct / 100) ** (1 / years) - 1) * 100)


def nearest_year(series: pd.Series, value: float) -> int:
    """Year in which a series is nearest to a value."""
    return int(series.index[int(np.abs(series.to_numpy(dtype=float) - value).argmin())])
