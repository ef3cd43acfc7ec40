"""Recruitment: projects of firms, how hard they expect them to be, by sector and occupation."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.choices import choosing
from bassin.errors import TerritoryError
from bassin.files.trace import cached_property
from bassin.files.vintages import first_of, vintages
from bassin.indicators.stats import total
from bassin.read import france_travail, printed
from bassin.topics.base import Topic

#: Code of all sectors, and of all families, together.
ALL = "survey_all"
#: Year of the list of bassins that the chapters speak of; a survey after it has its own if listed.
LISTED = 2019


def main_basin(basins: pd.DataFrame, codes: Sequence[str]) -> tuple[str, int]:
    """Bassin most communes of a territory are in: its code, and how many they are.

    Raises
    ------
    TerritoryError
        If none is in a bassin, as in Mayotte.
    """
    counts = basins.reindex(codes)["basin"].dropna().value_counts()
    if counts.empty:
        raise TerritoryError(
            f"{codes[0]} and the {len(codes) - 1} other communes are in no bassin of the survey "
            f"({france_travail.BASINS}). Ask for nothing of recruitment here."
        )
    return str(counts.index[0]), int(counts.iloc[0])


def by_sector(table: pd.DataFrame, basin: str | None = None) -> pd.DataFrame:
    """Projects by sector in a bassin, or in France.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.read.france_travail.recruitment_by_sector`.
    basin : str, optional
        Code of a bassin; the whole table by default.

    Returns
    -------
    DataFrame
        Index ``sector``, :data:`ALL` last; ``projects``, ``difficult``, ``seasonal``,
        ``difficult_pct``, ``seasonal_pct``.
    """
    there = table if basin is None else table[table["basin"] == basin]
    sums = total(there.groupby("sector")[["projects", "difficult", "seasonal"]])
    order = [name for name in france_travail.SECTORS.values() if name in sums.index]
    sums = sums.loc[order]
    sums.loc[ALL] = total(sums)
    return sums.assign(
        difficult_pct=100 * sums["difficult"] / sums["projects"],
        seasonal_pct=100 * sums["seasonal"] / sums["projects"],
    )


def largest_hidden(table: pd.DataFrame) -> int:
    """Largest count secrecy may hide: one less than the smallest that is printed anywhere."""
    return int(table[["projects", "difficult", "seasonal"]].min().min()) - 1


def bounds(table: pd.DataFrame, hidden: int) -> pd.Series:
    """Least and largest share of difficult projects that masked counts allow.

    Parameters
    ----------
    table : DataFrame
        Rows of :func:`bassin.read.france_travail.recruitment_by_occupation`.
    hidden : int
        Largest count that a mask may stand for.

    Returns
    -------
    Series of float
        ``projects`` and ``difficult`` (sums of what is printed), ``projects_hidden`` and
        ``difficult_hidden`` (masked cells), ``low_pct`` (every masked difficult count is zero) and
        ``high_pct`` (every one is the largest possible).
    """
    projects, difficult = table["projects"].sum(), table["difficult"].sum()
    masked, unknown = int(table["projects"].isna().sum()), int(table["difficult"].isna().sum())
    most = table.loc[table["difficult"].isna(), "projects"].clip(upper=hidden).fillna(hidden).sum()
    # A bassin without a project, as in Mayotte, has no share.
    full = projects + hidden * masked or float("nan")
    return pd.Series(
        {
            "projects": projects,
            "difficult": difficult,
            "projects_hidden": masked,
            "difficult_hidden": unknown,
            "low_pct": 100 * difficult / full,
            # A masked row counts in full above and below the line: the share is largest so.
            "high_pct": 100 * (difficult + most) / full,
        },
        dtype=float,
    )


def by_family(table: pd.DataFrame, basin: str | None = None) -> pd.DataFrame:
    """As :func:`bounds`, a row a family of occupations, in a bassin or in France; then all."""
    hidden = largest_hidden(table)
    there = table if basin is None else table[table["basin"] == basin]
    rows = {
        name: bounds(there[there["family"] == name], hidden)
        for name in france_travail.FAMILIES.values()
        if (there["family"] == name).any()
    }
    rows[ALL] = bounds(there, hidden)
    found = pd.DataFrame.from_dict(rows, orient="index").rename_axis("family")
    counts = ["projects", "difficult", "projects_hidden", "difficult_hidden"]
    return found.astype(dict.fromkeys(counts, int))


def hardest(table: pd.DataFrame, basin: str, least: int) -> pd.DataFrame:
    """Occupations with at least so many projects in a bassin, from the hardest to fill.

    An occupation whose difficult projects are masked is left out: with so many projects, the few
    that a mask can hide make a small share.

    Returns
    -------
    DataFrame
        Index ``occupation`` (code); ``name``, ``family``, ``projects``, ``difficult``,
        ``difficult_pct``, ``france_low_pct``, ``france_high_pct``.
    """
    hidden = largest_hidden(table)
    here = table[(table["basin"] == basin) & (table["projects"] >= least)]
    here = here.dropna(subset=["difficult"]).set_index("occupation")
    rows = here[["name", "family", "projects", "difficult"]].assign(
        difficult_pct=100 * here["difficult"] / here["projects"]
    )
    country = {
        code: bounds(table[table["occupation"] == code], hidden)[["low_pct", "high_pct"]]
        for code in rows.index
    }
    wide = pd.DataFrame.from_dict(country, orient="index", columns=["low_pct", "high_pct"])
    rows = rows.join(wide.add_prefix("france_"))
    rows = rows.astype({"projects": int, "difficult": int})
    return rows.sort_values(["difficult_pct", "projects"], ascending=False, kind="stable")


def changes(printed: pd.DataFrame) -> pd.DataFrame:
    """What follows from figure II: changes, and the number of difficult projects behind a share.

    Parameters
    ----------
    printed : DataFrame
        As :func:`bassin.read.printed.figure_ii`; two years.

    Returns
    -------
    DataFrame
        Index ``sector``; ``projects_<year>``, ``projects_change_pct``, ``share_<year>``,
        ``share_change`` (points), ``difficult_<year>`` (to the nearest ten, as printed counts
        are), ``difficult_times`` (last over first).
    """
    first, last = sorted(printed.index.unique("year"))
    wide = printed.unstack("year").loc[printed.index.unique("sector")]
    projects, share = wide["projects"], wide["difficult_pct"]
    tens = (projects * share / 1000).round() * 10
    return pd.DataFrame(
        {
            f"projects_{first}": projects[first],
            f"projects_{last}": projects[last],
            "projects_change_pct": 100 * (projects[last] / projects[first] - 1),
            f"share_{first}": share[first],
            f"share_{last}": share[last],
            "share_change": share[last] - share[first],
            f"difficult_{first}": tens[first],
            f"difficult_{last}": tens[last],
            "difficult_times": tens[last] / tens[first],
        }
    ).rename_axis("sector")


def follows_from_tens(printed: pd.DataFrame) -> pd.Series:
    """Whether each printed share is that of a number of tens among the printed projects."""
    tens = (printed["projects"] * printed["difficult_pct"] / 1000).round() * 10
    return (100 * tens / printed["projects"] - printed["difficult_pct"]).abs() <= 0.05


def _surveys(topic: Topic) -> list[int]:
    """Years of the surveys that are listed."""
    datasets = (france_travail.BY_SECTOR, france_travail.BY_OCCUPATION)
    return sorted({year for one in datasets for year in vintages(topic.sources, one)})


class Recruitment(Topic):
    """Recruitment in the bassin of one territory."""

    @cached_property
    def _main_basin(self) -> tuple[str, int]:
        return main_basin(france_travail.basins(self.sources, LISTED), self.territory.codes)

    @choosing(year=_surveys)
    def basin_in(self, year: int) -> str:
        """As :attr:`basin`, on the list of the bassins in use for the survey of a year."""
        of = first_of(self.sources, france_travail.BASINS, year)
        return main_basin(france_travail.basins(self.sources, of), self.territory.codes)[0]

    @property
    def surveyed(self) -> bool:
        """Whether a commune of the territory is in a bassin of the survey."""
        basins = france_travail.basins(self.sources, LISTED)["basin"]
        return bool(basins.reindex(self.territory.codes).notna().any())

    @cached_property
    def basin(self) -> str:
        """Code of the bassin most communes of the territory are in."""
        return self._main_basin[0]

    @cached_property
    def communes_in(self) -> int:
        """Communes of the territory in that bassin."""
        return self._main_basin[1]

    @cached_property
    def communes_of(self) -> int:
        """Communes of the territory."""
        return len(self.territory.codes)

    @property
    def sector_years(self) -> list[int]:
        """Years whose file of :meth:`sectors` is listed."""
        return vintages(self.sources, france_travail.BY_SECTOR)

    def sectors(self, year: int) -> pd.DataFrame:
        """As :func:`bassin.read.france_travail.recruitment_by_sector`."""
        return france_travail.recruitment_by_sector(self.sources, year)

    def occupations(self, year: int) -> pd.DataFrame:
        """As :func:`bassin.read.france_travail.recruitment_by_occupation`."""
        return france_travail.recruitment_by_occupation(self.sources, year)

    @cached_property
    def printed(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.figure_ii`; refused to another territory."""
        return self._printed(printed.FIGURE_II, printed.figure_ii)

    def by_sector(self, year: int) -> pd.DataFrame:
        """As :func:`by_sector`, in the bassin; ``france_pct`` is the share of the country."""
        here = by_sector(self.sectors(year), self.basin_in(year))
        return here.assign(france_pct=by_sector(self.sectors(year))["difficult_pct"])

    def by_family(self, year: int) -> pd.DataFrame:
        """As :func:`by_family`, in the bassin, beside ``france_low_pct``, ``france_high_pct``."""
        country = by_family(self.occupations(year))[["low_pct", "high_pct"]]
        return by_family(self.occupations(year), self.basin_in(year)).join(
            country.add_prefix("france_")
        )

    def hardest(self, year: int, least: int = 20) -> pd.DataFrame:
        """As :func:`hardest`, in the bassin."""
        return hardest(self.occupations(year), self.basin_in(year), least)

    def least_printed(self, year: int) -> int:
        """Smallest count that the file of occupations of a year prints, anywhere in France."""
        return largest_hidden(self.occupations(year)) + 1

    @cached_property
    def changes(self) -> pd.DataFrame:
        """As :func:`changes`."""
        return changes(self.printed)

    @choosing(what=("projects", "difficult_pct"))
    def series(self, what: str) -> pd.DataFrame:
        """Figure II with its twin: the printed years, and those of the survey files at hand.

        Parameters
        ----------
        what : {"projects", "difficult_pct"}

        Returns
        -------
        DataFrame
            Index ``sector``, in the order of the figure; a column a year, ``"printed_2014"`` or
            ``"survey_2019"``. Where a file is listed for a printed year, both are there; of another
            territory than that of the study, what is printed is left out.
        """
        columns: dict[str, pd.Series] = {}
        told = self.prints(printed.FIGURE_II)
        drawn = self.printed[what].unstack("year") if told else pd.DataFrame()
        for year in sorted({*drawn.columns, *self.sector_years}):
            if year in drawn.columns:
                columns[f"printed_{year}"] = drawn[year]
            if year in self.sector_years:
                columns[f"survey_{year}"] = self.by_sector(year)[what]
        table = pd.DataFrame(columns)
        order = self.printed.index.unique("sector") if told else table.index
        return table.reindex(order).rename_axis("sector")

    def shares(self, year: int) -> pd.DataFrame:
        """As :meth:`series`, of the share judged difficult, then that of France in one year."""
        country = self.by_sector(year)["france_pct"]
        return self.series("difficult_pct").assign(**{f"survey_france_{year}": country})

    @property
    def change_table(self) -> pd.DataFrame:
        """As :func:`changes`, without the ratio."""
        return self.changes.drop(columns="difficult_times")

    def family_table(self, year: int) -> pd.DataFrame:
        """As :meth:`by_family`: projects, masked counts of difficult ones, and the bounds."""
        return self.by_family(year).drop(columns=["projects_hidden", "difficult"])

    def hardest_table(self, year: int, n: int) -> pd.DataFrame:
        """First rows of :meth:`hardest`: index ``name``; projects and shares."""
        table = self.hardest(year).set_index("name")
        return table.drop(columns=["family", "difficult"]).head(n)
