"""Exact and permutation tests of small counts."""

from __future__ import annotations

from math import comb

import numpy as np
import pandas as pd


def permutation_p(
    values: pd.Series, chosen: pd.Series, draws: int = 20_000, seed: int = 0
) -> tuple[float, float]:
    """Whether some rows have a larger mean than the others, by dealing the labels anew.

    Parameters
    ----------
    values : Series of float
    chosen : Series of bool
        On the same index.
    draws, seed : int
        How many deals, and where the generator starts: the same result on every run.

    Returns
    -------
    gap, p : float
        Mean of the chosen less that of the others; share of the deals with a gap at least as large,
        the one observed included.

    Raises
    ------
    ValueError
        If none or all are chosen.
    """
    picked = chosen.loc[values.index].to_numpy(bool)
    if picked.all() or not picked.any():
        raise ValueError("both groups need a row")
    numbers = values.to_numpy(float)
    size, total = int(picked.sum()), numbers.sum()
    rest = len(numbers) - size
    gap = numbers[picked].mean() - numbers[~picked].mean()
    deal = np.random.default_rng(seed).permuted(np.tile(numbers, (draws, 1)), axis=1)
    sums = deal[:, :size].sum(axis=1)
    gaps = sums / size - (total - sums) / rest
    return float(gap), float((1 + (gaps >= gap - 1e-12).sum()) / (draws + 1))


def binomial_p(successes: int, trials: int, chance: float = 0.5) -> float:
    """Exact two-sided test that successes come with some chance.

    The probabilities of all outcomes no likelier than the one observed are added up.

    Examples
    --------
    >>> binomial_p(5, 5)
    0.0625
    """
    if not 0 <= successes <= trials:
        raise ValueError(f"{successes} successes in {trials} trials")
    each = np.array([_binomial(k, trials, chance) for k in range(trials + 1)])
    return float(min(1.0, each[each <= each[successes] * (1 + 1e-9)].sum()))


def _binomial(k: int, trials: int, chance: float) -> float:
    return comb(trials, k) * chance**k * (1 - chance) ** (trials - k)


def binomial_interval(successes: int, trials: int, level: float = 0.95) -> tuple[float, float]:
    """Exact (Clopper-Pearson) interval of a chance; from 0 to 1 without a trial.

    Examples
    --------
    >>> [round(limit, 3) for limit in binomial_interval(5, 5)]
    [0.478, 1.0]
    """
    tail = (1 - level) / 2

    def bound(reached: range) -> float:
        """Chance at which the outcomes reached have together the probability of the tail."""
        upward = reached.stop == trials + 1  # their probability grows with the chance
        low, high = 0.0, 1.0
        for _ in range(60):
            middle = (low + high) / 2
            probability = sum(_binomial(k, trials, middle) for k in reached)
            if (probability < tail) == upward:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    lower = bound(range(successes, trials + 1)) if successes else 0.0
    upper = bound(range(successes + 1)) if successes < trials else 1.0
    return lower, upper


def fewest_decisive(level: float = 0.05) -> int:
    """Fewest links that, all on one side, part from an even chance in a two-sided exact test.

    Examples
    --------
    >>> fewest_decisive()
    6
    """
    return next(n for n in range(1, 100) if binomial_p(n, n) < level)
