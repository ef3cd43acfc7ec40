"""Checks of the claims of the study, one module a chapter; importing them registers them."""

from bassin.checks import (
    ageing,
    ecosystem,
    education,
    health,
    land,
    population,
    poverty,
    programmes,
    reversal,
    risks,
    territory,
    waves,
)

__all__ = [
    "ageing",
    "ecosystem",
    "education",
    "health",
    "land",
    "population",
    "poverty",
    "programmes",
    "reversal",
    "risks",
    "territory",
    "waves",
]
