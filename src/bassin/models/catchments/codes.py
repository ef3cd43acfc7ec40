"""The codes of places where two sets of them meet: of one kind, spelt one way, known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from numbers import Real

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bassin.errors import AccessError
from bassin.models.arrays import PositionArray
from bassin.models.inputs import listed, nameless, one_spelling, plain, row_of


def coded(codes: pd.Series, what: str) -> tuple[PositionArray, pd.Index]:
    """Positions and names of a column's codes; a missing one would be position -1."""
    if isinstance(codes.dtype, pd.CategoricalDtype):
        codes = codes.astype(codes.dtype.categories.dtype)
    without = nameless(pd.Index(codes))
    if without.any():
        raise AccessError(
            f"row {codes.index[int(without.argmax())]!r}: no {what}. Give its code, or leave the "
            "row out."
        )
    one_spelling(pd.Index(codes), row_of(codes.index, what))
    try:
        positions, names = pd.factorize(codes, sort=True)
    except TypeError as error:
        raise AccessError(f"{what}: {error}. Make all codes texts.") from error
    return positions, pd.Index(names)


def refuse_two_spellings(origins: pd.Index, destinations: pd.Index) -> None:
    """Refuse a code that is a text on one side and a number on the other: it would be two places.

    As a number it may have lost its leading zeros.
    """
    if plain(origins) and plain(destinations):
        return
    texts, others = origins, destinations
    if not any(isinstance(code, str) for code in texts):
        texts, others = others, texts
    bare = {code.strip().lstrip("0") for code in texts if isinstance(code, str)}
    for code in others:
        whole = isinstance(code, Real) and code % 1 == 0
        if whole and str(int(code)) in bare:
            raise AccessError(
                f"{code!r} is a number on one side and a text on the other: the place would not "
                "reach itself. Make all codes texts, or say same_places=False."
            )


def chosen(known: pd.Index, codes: Sequence[str] | pd.Index | None) -> NDArray[np.bool_]:
    """Which of the known codes are among some; all of them by default.

    Raises
    ------
    AccessError
        If one of the codes is not known.
    """
    if codes is None:
        return np.ones(len(known), dtype=bool)
    if isinstance(codes, str):
        raise AccessError(f"{codes!r} is one code: give a list of codes")
    if not isinstance(codes, Iterable):
        raise AccessError(f"{codes!r} is no list of codes")
    wanted = codes if isinstance(codes, pd.Index) else pd.Index(list(codes), dtype=object)
    if nameless(wanted).any():
        raise AccessError("a chosen code is missing or blank: leave it out")
    one_spelling(wanted, lambda at: f"chosen code {at}")
    unknown = wanted.difference(known)
    if len(unknown):
        raise AccessError(f"{listed(unknown)} not in the table of times")
    return np.asarray(known.isin(wanted))
