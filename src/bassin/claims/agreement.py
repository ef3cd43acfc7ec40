"""How far two readers of the claims agree: on the verdict, and on what is a claim."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from bassin.indicators.stats import how_many
from bassin.read import printed
from bassin.study import Study
from bassin.verdict import VERDICTS

#: Draws of the interval, its level, and the seed.
DRAWS, LEVEL, SEED = 2000, 0.95, 1960


class Kappa(NamedTuple):
    """Agreement beyond chance, from 0 to 1, and the ends of its interval."""

    value: float
    low: float
    high: float


def kappa(first: pd.Series, second: pd.Series) -> Kappa:
    """Cohen's kappa of two readings, with the interval of resampled claims.

    Parameters
    ----------
    first, second : Series of str
        Verdicts on the same claims, in the same order.

    Raises
    ------
    ValueError
        If they are of other claims, or of none.

    References
    ----------
    :cite:`cohen1960kappa`

    Examples
    --------
    >>> both = pd.Series(["holds", "holds", "fails", "fails"])
    >>> kappa(both, both)
    Kappa(value=1.0, low=1.0, high=1.0)
    """
    if not len(first) or not first.index.equals(second.index):
        raise ValueError("give two readings of the same claims, in the same order")
    words, codes = np.unique(np.concatenate([first, second]).astype(str), return_inverse=True)
    one, other = codes.reshape(2, -1)
    drawn = np.random.default_rng(SEED).integers(0, len(one), (DRAWS, len(one)))
    found = [_kappa(one[at], other[at], len(words)) for at in drawn]
    low, high = np.quantile(found, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Kappa(_kappa(one, other, len(words)), float(low), float(high))


def _kappa(one: npt.NDArray[np.intp], other: npt.NDArray[np.intp], words: int) -> float:
    shares = [np.bincount(codes, minlength=words) / len(codes) for codes in (one, other)]
    by_chance = float(shares[0] @ shares[1])
    seen = float((one == other).mean())
    return 1.0 if by_chance == 1 else (seen - by_chance) / (1 - by_chance)


def read_again(study: Study) -> pd.DataFrame:
    """How many claims of each verdict a second reader gave the same, and another.

    Returns
    -------
    DataFrame
        Index ``verdict`` of the first reading, in the order of :data:`bassin.verdict.VERDICTS`;
        ``read``, ``same``, ``other``.
    """
    read = printed.second_reading(study.sources, study.epci)
    alike = (read["first"] == read["verdict"]).groupby(read["first"].rename("verdict"))
    counts = alike.agg(read="size", same="sum")
    counts["other"] = counts["read"] - counts["same"]
    return counts.loc[[verdict for verdict in VERDICTS if verdict in counts.index]]


def tolerances(study: Study) -> dict[str, int]:
    """How the tolerances of the second reader stand to those of the list.

    Returns
    -------
    dict
        ``numbers`` (claims that are one), of which ``same``, ``wider`` and ``narrower``.
    """
    second = printed.second_reading(study.sources, study.epci)["tolerance"].dropna()
    first = study.all_claims.loc[second.index, "tolerance"]
    return {
        "numbers": len(second),
        "same": how_many(second == first),
        "wider": how_many(second > first),
        "narrower": how_many(second < first),
    }


def recall(extraction: pd.DataFrame) -> pd.DataFrame:
    """How many of the claims that a second reader finds the list has.

    Parameters
    ----------
    extraction : DataFrame
        As :func:`bassin.read.printed.second_extraction`.

    Returns
    -------
    DataFrame
        Index ``kind``; ``found`` (by the second reader), ``listed`` (of them).
    """
    listed = extraction["claim"] != ""
    return listed.groupby(extraction["kind"]).agg(found="size", listed="sum")
