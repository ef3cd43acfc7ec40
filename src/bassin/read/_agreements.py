"""What two files say of the same places alike: the same people counted, the same income published.

All are declared in :data:`AGREEMENTS`. Each is held when the second of its two tables is read: the
first is there already, so that nothing is read for it, and no number rests on a file more. Codes
that one of the two lacks, and values that are secret or missing, are passed over; so are the places
of ``data/agreements.csv``, which the publishers give otherwise, each with its reason.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Container, Hashable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from bassin.errors import DataError, SourceError
from bassin.files.sources import Sources
from bassin.files.trace import Edition, unnoticed

#: Where the places that publishers give otherwise are listed, in the folder of ``sources.csv``.
EXCEPTIONS = "agreements.csv"
COLUMNS = ("agreement", "place", "reason")

#: In a call, in place of a vintage.
ANY = "*"

#: Rows an error names.
NAMED = 3

_CURE = (
    "One of the two is not the file that was published, or is of another year: put it back, or "
    "take the new edition in with `bassin accept`. If publishers do give a place otherwise, list "
    f"it in data/{EXCEPTIONS}, with the reason."
)


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


_COUNTS = "insee.population.population_2013_2023()"
_ACCESS = "drees.apl({}, *)"
#: Years of the index whose inhabitants are counted in :data:`_COUNTS`, two years before.
_ACCESS_YEARS = range(2022, 2026)
_EPCI = "insee.places.epci_2023()"
_INCOME = "insee.income.epci_income()"

AGREEMENTS: tuple[Agreement, ...] = (
    Agreement(
        name="population-2020",
        left=Cells(call="insee.population.legal_population_2020()", columns=("municipal",)),
        right=Cells(call=_COUNTS, columns=(2020,)),
        why="the municipal population of 2020, on the communes of 2022",
    ),
    Agreement(
        name="population-2015",
        left=Cells(call="insee.population.population_1876_2015()", columns=(2015,)),
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
        left=Cells(call="dgcl.epci_members_2023()", columns=("municipal_population",)),
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
        left=Cells(call="insee.places.epci_history()", columns=("epci",), at=("year", 2023)),
        right=Cells(call=_EPCI, columns=("epci",)),
        why="the intercommunality of each commune on the first of January 2023",
    ),
    Agreement(
        name="members",
        left=Cells(call="dgcl.epci_members_2023()", columns=("epci",)),
        right=Cells(call=_EPCI, columns=("epci",)),
        why="the intercommunality of each commune on the first of January 2023",
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


def excepted(sources: Sources) -> Mapping[str, Mapping[str, str]]:
    """Places that the publishers give otherwise: name of an agreement to code to reason.

    None where the folder has no :data:`EXCEPTIONS`.

    Raises
    ------
    SourceError
        If a row cannot be read.
    """
    with unnoticed():
        return sources.kept.get(EXCEPTIONS, lambda: _excepted(sources.root / EXCEPTIONS))


def _excepted(path: Path) -> dict[str, dict[str, str]]:
    if not path.is_file():
        return {}
    names = [agreement.name for agreement in AGREEMENTS]
    found: dict[str, dict[str, str]] = {}
    for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")):
        where = f"{path}, row {row.get('agreement')!r}, {row.get('place')!r}"
        if tuple(row) != COLUMNS or not all(row.values()):
            raise SourceError(f"{where}: give it the {len(COLUMNS)} cells of {', '.join(COLUMNS)}.")
        if row["agreement"] not in names:
            raise SourceError(
                f"{where}: there is no such agreement. Give one of {', '.join(names)}."
            )
        of = found.setdefault(row["agreement"], {})
        if row["place"] in of:
            raise SourceError(f"{where}: it is there twice. Leave one.")
        of[row["place"]] = row["reason"]
    return found


def differing(
    left: pd.Series, right: pd.Series, agreement: Agreement, but: Container[str] = ()
) -> pd.DataFrame:
    """Places of which the two do not say the same, the widest gap first.

    Those of ``but`` are passed over.

    Examples
    --------
    >>> one, other = Cells(call="a()", columns=(1,)), Cells(call="b()", columns=(1,))
    >>> rule = Agreement(name="", left=one, right=other, why="", within=0.5)
    >>> left = pd.Series({"30007": 10.0, "30010": 4.0, "30012": None})
    >>> differing(left, pd.Series({"30007": 12.0, "30010": 4.4, "30012": 1.0}), rule)
           left  right
    30007  10.0   12.0
    """
    at = right.index.get_indexer(left.index)
    left = left[at >= 0]
    right = right.iloc[at[at >= 0]].set_axis(left.index)
    known = (left.notna() & right.notna()).to_numpy()
    if pd.api.types.is_numeric_dtype(left) and pd.api.types.is_numeric_dtype(right):
        gap = np.abs(left.to_numpy(dtype=float) - right.to_numpy(dtype=float))
        rows = np.flatnonzero(known & (gap > agreement.within))
        rows = rows[np.argsort(-gap[rows], kind="stable")]
    else:
        unlike = left.to_numpy(dtype=object) != right.to_numpy(dtype=object)
        rows = np.flatnonzero(known & unlike)
    rows = rows[[str(place) not in but for place in left.index[rows]]]
    return pd.DataFrame({"left": left.iloc[rows], "right": right.iloc[rows]})


def agree(sources: Sources, call: str, file: str, table: pd.DataFrame) -> None:
    """Refuse a table that says otherwise than one that was read before it from another file.

    Raises
    ------
    DataError
        Naming both files, the places, and how many they are.
    """
    for agreement in AGREEMENTS:
        for own, other in (
            (agreement.left, agreement.right),
            (agreement.right, agreement.left),
        ):
            for there in _counterparts(sources, call, own.call, other.call):
                if (known := sources.kept.held(there)) is not None:
                    but = excepted(sources).get(agreement.name, {})
                    _compare(agreement, but, (own, file, table), (other, *known))


def _counterparts(sources: Sources, call: str, own: str, other: str) -> list[str]:
    """Calls that a call is held against, none where it is not of its side.

    ``*`` in the pattern of the other side is the vintage of the call where its own has one, else
    that of every table that is there.
    """
    mine = re.fullmatch(_pattern(own), call)
    if mine is None:
        return []
    if ANY not in other:
        return [other]
    if mine.groups():
        return [other.replace(ANY, mine[1])]
    return [key for key in sources.kept.names() if re.fullmatch(_pattern(other), key)]


def _pattern(call: str) -> str:
    return re.escape(call).replace(re.escape(ANY), "(.+)")


def _compare(
    agreement: Agreement,
    but: Container[str],
    here: tuple[Cells, str, pd.DataFrame],
    there: tuple[Cells, pd.DataFrame | pd.Series, Iterable[Edition]],
) -> None:
    own, file, table = here
    other, before, editions = there
    frame = before.to_frame() if isinstance(before, pd.Series) else before
    left, right = own.of(table), other.of(frame)
    if left is None or right is None or left.empty or right.empty:
        return  # a column, or a year, that one of the two has not
    off = differing(left, right, agreement, but)
    if off.empty:
        return
    first, rows = off.iloc[0], ", ".join(map(str, off.index[:NAMED]))
    files = sorted(edition.file for edition in editions)
    own_of = [one for one in files if one.startswith(f"{other.call.partition('.')[0]}/")]
    raise DataError(
        file,
        f"{first['left']} where {(own_of or files)[0]} has {first['right']} ({other.told}); they "
        f"differ in {len(off)} row(s): {rows}{', ...' if len(off) > NAMED else ''}. They should "
        f"agree: {agreement.why}",
        column=own.told,
        row=off.index[0],
        cure=_CURE,
    )
