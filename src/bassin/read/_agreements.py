"""What two files say of the same places alike: the same people counted, the same income published.

All are declared in :data:`bassin.read._agreed.AGREEMENTS`. Each is held when the second of its two
tables is read: the first is there already, so that nothing is read for it, and no number rests on a
file more. Codes that one of the two lacks, and values that are secret or missing, are passed over;
so are the places of ``data/agreements.csv``, which the publishers give otherwise, each with its
reason.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from bassin.errors import DataError, SourceError
from bassin.files import rows
from bassin.files.sources import Sources
from bassin.files.trace import Edition, unnoticed
from bassin.read._agreed import AGREEMENTS, Agreement, Cells

#: Where the places that publishers give otherwise are listed, in the folder of ``sources.csv``.
EXCEPTIONS = "agreements.csv"
COLUMNS = ("agreement", "place", "reason")

#: In a call, in place of a vintage.
ANY = "*"

#: Code of a commune, of an EPCI, of a zone d'emploi.
_PLACE = re.compile(r"[0-9][0-9AB][0-9]{3}|[0-9]{9}|[0-9]{4}")

#: Rows an error names.
NAMED = 3

_CURE = (
    "One of the two is not the file that was published, or is of another year: put it back, or "
    "take the new edition in with `bassin accept`. If publishers do give a place otherwise, list "
    f"it in data/{EXCEPTIONS}, with the reason."
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
    for row in rows.listed(path, COLUMNS):
        where = f"{path}, row {row['agreement']!r}, {row['place']!r}"
        if not all(cell.strip() for cell in row.values()):
            raise SourceError(f"{where}: give it the {len(COLUMNS)} cells of {', '.join(COLUMNS)}.")
        if row["agreement"] not in names:
            raise SourceError(
                f"{where}: there is no such agreement. Give one of {', '.join(names)}."
            )
        if not _PLACE.fullmatch(row["place"]):
            raise SourceError(f"{where}: no place. Give the code of a commune, an EPCI or a zone.")
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
