"""Whether a number found is one that the text would print as it does.

All of it is decimal arithmetic: 12.35 is half-way between 12.3 and 12.4, which no binary number is.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext

#: What a text does with the digits that it leaves away: to the nearest, a half away from zero, or
#: towards zero.
NEAREST, TRUNCATED = "nearest", "truncated"
RULES = (NEAREST, TRUNCATED)
#: Significant digits of a number found that mean something: the rest is of binary arithmetic.
DIGITS = 12


def decimal(number: float) -> Decimal:
    """A number as it is written, without what binary arithmetic adds to it.

    Examples
    --------
    >>> decimal(0.1 + 0.2)
    Decimal('0.3')
    """
    return Decimal(f"{number:.{DIGITS}g}")


def prints_as(found: float, published: float, rounding: float, rule: str = NEAREST) -> bool:
    """Whether a number is printed as another, rounded or truncated.

    Parameters
    ----------
    found, published : float
        Finite, in one unit.
    rounding : float
        Half the last digit printed; 0 of what is not rounded, such as a year or a count in full.
    rule : str
        Of :data:`RULES`. To the nearest, 12.3 is printed of what is from 12.25 on and under 12.35,
        and -12.3 of what is from -12.25 down and over -12.35. Truncated, of what is from 12.3 on
        and under 12.4.

    Examples
    --------
    >>> prints_as(12.25, 12.3, 0.05), prints_as(12.35, 12.3, 0.05), prints_as(-12.25, -12.3, 0.05)
    (True, False, True)
    >>> prints_as(12.35, 12.3, 0.05, "truncated"), prints_as(12.25, 12.3, 0.05, "truncated")
    (True, False)
    """
    step = 2 * decimal(rounding)
    if not step:
        return decimal(found) == decimal(published)
    way = ROUND_DOWN if rule == TRUNCATED else ROUND_HALF_UP
    with localcontext() as context:
        context.prec = 2 * DIGITS + 10
        steps = (decimal(found) / step).quantize(Decimal(1), rounding=way)
        return steps == (decimal(published) / step).quantize(Decimal(1), rounding=ROUND_HALF_UP)


def within(found: float, published: float, tolerance: float) -> bool:
    """Whether a number is no farther from another than is tolerated.

    Examples
    --------
    >>> within(0.3, 0.1 + 0.1, 0.1), within(0.3, 0.1, 0.1)
    (True, False)
    """
    return abs(decimal(found) - decimal(published)) <= decimal(tolerance)


def turns(found: float, published: float, margin: float) -> bool:
    """Whether a number is so far from another, on the side of a margin, that a sentence turns.

    Parameters
    ----------
    found, published : float
    margin : float
        Found less published, from which on the sentence turns: below zero where it turns with less,
        above where it turns with more; NaN where no sentence does.

    Examples
    --------
    >>> turns(90, 100, -10), turns(91, 100, -10), turns(120, 100, -10), turns(50, 100, float("nan"))
    (True, False, False, False)
    """
    if margin != margin:
        return False
    gap = decimal(found) - decimal(published)
    return gap <= decimal(margin) if margin < 0 else gap >= decimal(margin)
