"""Columns of text as Arrow holds them: patterns and numbers of a whole column in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

Bools = npt.NDArray[np.bool_]
#: Bytes that Arrow looks at together. A line longer than two of them is left to :mod:`csv`, which
#: takes no cell of more characters than that.
_BLOCK = 1 << 16


def texts_of(values: pd.Series | pd.Index) -> pa.ChunkedArray | None:
    """The text of a column as Arrow holds it, nothing where the column is of another type.

    Examples
    --------
    >>> texts_of(pd.Series(["30007", None])).null_count
    1
    >>> texts_of(pd.Series([1, 2])) is None
    True
    """
    held = values.array
    if not isinstance(held.dtype, pd.StringDtype) or held.dtype.storage != "pyarrow":
        return None
    return held.__arrow_array__()


def fits(values: pd.Series | pd.Index, pattern: str) -> Bools:
    r"""Whether each text is a pattern from its first character to its last, in plain digits.

    The digits of other scripts are none, a line end after the text is not its end, and what is no
    text is no pattern.

    Examples
    --------
    >>> fits(pd.Series(["30007", "3007", "30007\n", "\u0663\u06600007", None]), r"\d{5}").tolist()
    [True, False, False, False, False]
    """
    texts = texts_of(values)
    if texts is None:
        whole = re.compile(pattern, re.ASCII).fullmatch
        found = [isinstance(v, str) and whole(v) is not None for v in values.tolist()]
        return np.array(found, dtype=bool)
    # Of Arrow's expressions, digits are plain ones and \z is the very end.
    matched = pc.match_substring_regex(texts, rf"\A(?:{pattern})\z")
    return _plain(pc.fill_null(matched, False))


def among(values: pd.Series | pd.Index, words: Iterable[str]) -> Bools:
    """Whether each text is one of some words."""
    return np.asarray(values.isin(list(words)), dtype=bool)


def floats(values: pd.Series, absent: Bools, *, decimal: str = ".") -> npt.NDArray[np.float64]:
    """The numbers that a column of text writes, NaN in the rows that are absent.

    Examples
    --------
    >>> floats(pd.Series(["1,5", "s"]), np.array([False, True]), decimal=",").tolist()
    [1.5, nan]
    """
    texts = texts_of(values)
    if texts is not None:
        if decimal != ".":
            texts = pc.replace_substring(texts, decimal, ".")
        try:
            known = pc.if_else(pa.array(~absent), texts, None).cast(pa.float64())
            return np.asarray(known.to_numpy(), dtype=float) + 0.0  # there is no zero below zero
        except pa.ArrowInvalid:  # a number too large for any float: pandas has it infinite
            pass
    plain = values.where(~absent, "nan").astype(str).str.replace(decimal, ".", regex=False)
    return np.asarray(pd.to_numeric(plain, errors="coerce").astype(float))


def _plain(found: pa.ChunkedArray) -> Bools:
    return np.asarray(found.to_numpy(), dtype=bool)


def unquoted(
    content: str, width: int, at: Sequence[int], sep: str
) -> Sequence[pa.ChunkedArray] | None:
    r"""Some columns of delimited text without quotes, each line of so many cells.

    Nothing where a line has more or fewer, or where what ends a line or a cell cannot be told by
    this alone: a text with quotes, a lone carriage return, or a line too long for :mod:`csv`.

    Parameters
    ----------
    content : str
        The lines below the header.
    width : int
        Cells of a line.
    at : sequence of int
        Places of the columns wanted.
    sep : str

    Examples
    --------
    >>> [column.to_pylist() for column in unquoted("a;1\nb;\n", 2, [1, 0], ";")]
    [['1', ''], ['a', 'b']]
    >>> unquoted("a;1\nb\n", 2, [0], ";") is None
    True
    """
    lone = content.count("\r") - content.count("\r\n")
    if lone or '"' in content or "\0" in content or len(sep.encode()) > 1:
        return None
    names = [*map(str, range(width))]
    wanted = [names[place] for place in at]
    try:
        table = pa.csv.read_csv(
            pa.BufferReader(content.encode()),
            pa.csv.ReadOptions(column_names=names, use_threads=False, block_size=_BLOCK),
            pa.csv.ParseOptions(delimiter=sep, quote_char=False),
            pa.csv.ConvertOptions(
                include_columns=[*dict.fromkeys(wanted)],
                column_types=dict.fromkeys(wanted, pa.large_string()),
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:
        return None
    whole = table.combine_chunks()
    return [whole.column(name) for name in wanted]


def frame(names: Sequence[str], columns: Iterable[Sequence[str] | pa.ChunkedArray]) -> pd.DataFrame:
    """A table of text.

    Examples
    --------
    >>> frame(["code", "name"], [["30007"], ["Alès"]]).dtypes.astype(str).to_dict()
    {'code': 'str', 'name': 'str'}
    """
    arrays = [
        column if isinstance(column, pa.ChunkedArray) else pa.array(column, pa.large_string())
        for column in columns
    ]
    numbered = {place: pd.array(array, dtype="str") for place, array in enumerate(arrays)}
    return pd.DataFrame(numbered).set_axis([*names], axis=1)
