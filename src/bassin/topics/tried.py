"""What a check of a sentence of the book finds, and the register of these checks.

A check is a small function of :class:`bassin.topics.gathered.Topics`, in a module ``findings`` of
its topic. It computes one number of the sentence under every reasonable choice: of period,
perimeter, line, threshold, weight or vintage. A rule says which numbers bear the sentence out. The
sentence has one choice of its own; how many of the others give the same answer is how sure it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from bassin.errors import BassinError
from bassin.indicators.stats import how_many
from bassin.topics.gathered import Topics

#: Why an estimate has no interval: all are counted; its publisher gives none; it is arithmetic on
#: what is printed; it is a place in an order.
COUNTED, NOT_GIVEN, ARITHMETIC, ORDER = "counted", "not_given", "arithmetic", "order"
NO_INTERVAL = (COUNTED, NOT_GIVEN, ARITHMETIC, ORDER)
#: How sure a sentence is, from the least share of choices that must give its answer, in %.
ROBUST, MOSTLY, FRAGILE, TURNS = "robust", "mostly", "fragile", "turns"
LEAST = {ROBUST: 95.0, MOSTLY: 80.0, FRAGILE: 50.0, TURNS: 0.0}
#: Word where there is no other choice than that of the sentence.
ALONE = "one_reading"


class TrialError(BassinError, ValueError):
    """A check of a sentence finds what bears nothing out."""


@dataclass(frozen=True)
class Rule:
    """Which numbers bear a sentence out: those between two ends.

    Attributes
    ----------
    least, most : float
        The ends; infinite where there is none.
    closed : bool
        Whether the ends themselves do.
    """

    least: float = -math.inf
    most: float = math.inf
    closed: bool = True

    def holds(self, values: pd.Series) -> pd.Series:
        """Whether each of some numbers does."""
        return values.between(self.least, self.most, inclusive="both" if self.closed else "neither")


def above(end: float) -> Rule:
    """Numbers above one."""
    return Rule(least=end, closed=False)


def below(end: float) -> Rule:
    """Numbers below one."""
    return Rule(most=end, closed=False)


def within(least: float, most: float) -> Rule:
    """Numbers from one to another, both among them."""
    return Rule(least, most)


@dataclass(frozen=True)
class Tried:
    """A number of a sentence under every choice.

    Attributes
    ----------
    choices : DataFrame
        Index of one level a choice, its names those of the choices; ``estimate`` (float),
        ``holds`` (bool): whether it bears the sentence out.
    chosen : hashable
        Label of the choice that the sentence makes.
    rule : Rule
    interval : (float, float) or str
        Ends of the interval of the estimate, or one of :data:`NO_INTERVAL`: why it has none.
    """

    choices: pd.DataFrame
    chosen: Hashable
    rule: Rule
    interval: tuple[float, float] | str

    @property
    def estimate(self) -> float:
        """The number by the choice of the sentence."""
        return float(self.choices.at[self.chosen, "estimate"])

    @property
    def holds(self) -> bool:
        """Whether it bears the sentence out."""
        return bool(self.choices.at[self.chosen, "holds"])

    @property
    def agreeing(self) -> int:
        """How many choices give the same answer as that of the sentence, itself among them."""
        return how_many(self.choices["holds"] == self.holds)

    @property
    def word(self) -> str:
        """How sure it is: as :func:`how_sure`."""
        return how_sure(self.agreeing, len(self.choices))

    @property
    def low(self) -> float:
        """Lower end of the interval; NaN where there is none."""
        return math.nan if isinstance(self.interval, str) else self.interval[0]

    @property
    def high(self) -> float:
        """Upper end of the interval; NaN where there is none."""
        return math.nan if isinstance(self.interval, str) else self.interval[1]


def how_sure(agreeing: int, tried: int) -> str:
    """The word for how many choices give the same answer.

    Parameters
    ----------
    agreeing, tried : int
        Of all choices, that of the sentence among them.

    Examples
    --------
    >>> how_sure(38, 40), how_sure(37, 40), how_sure(20, 40), how_sure(19, 40), how_sure(1, 1)
    ('robust', 'mostly', 'fragile', 'turns', 'one_reading')
    """
    if tried == 1:
        return ALONE
    share = 100 * agreeing / tried
    return next(word for word, least in LEAST.items() if share >= least)


def tried(
    estimates: Mapping[Any, float],
    names: Sequence[str],
    chosen: Hashable,
    rule: Rule,
    interval: tuple[float, float] | str,
) -> Tried:
    """Hold a number against a rule, under every choice.

    Parameters
    ----------
    estimates : mapping
        Labels of a choice (a tuple, where there are several) to the number it gives.
    names : sequence of str
        What is chosen: ``["start", "zones"]``.
    chosen : hashable
        Labels of the choice that the sentence makes.
    rule : Rule
    interval : (float, float) or str
        As in :class:`Tried`.

    Raises
    ------
    TrialError
        If there is no choice, a number is missing or not finite, or the choice of the sentence is
        not among them.

    Examples
    --------
    >>> rise = tried({2018: 3.0, 2019: -1.0}, ["start"], 2018, above(0), COUNTED)
    >>> rise.holds, rise.agreeing, rise.word
    (True, 1, 'fragile')
    """
    if chosen not in estimates:
        raise TrialError(f"the choice of the sentence, {chosen!r}, is none of those tried")
    values = pd.Series({label: float(value) for label, value in estimates.items()}, dtype=float)
    strange = values[~values.map(math.isfinite)]
    if len(strange):
        raise TrialError(f"choice {strange.index[0]!r}: {strange.iloc[0]!r} bears nothing out")
    if isinstance(interval, str) and interval not in NO_INTERVAL:
        raise TrialError(f"{interval!r} is no reason for no interval: {', '.join(NO_INTERVAL)}")
    values.index = values.index.set_names(list(names))
    table = pd.DataFrame({"estimate": values, "holds": rule.holds(values)})
    return Tried(table, chosen, rule, interval)


#: A check of a sentence of the book.
Trial = Callable[[Topics], Tried]
TRIALS: dict[str, Trial] = {}


def trial(name: str) -> Callable[[Trial], Trial]:
    """Register a function as a check of sentences.

    Raises
    ------
    ValueError
        If there is one of that name.
    """

    def register(function: Trial) -> Trial:
        if name in TRIALS:
            raise ValueError(f"two checks of sentences are called {name!r}")
        TRIALS[name] = function
        return function

    return register
