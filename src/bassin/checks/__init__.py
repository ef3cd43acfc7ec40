"""Checks of the claims of the study, one module a chapter; importing them registers them."""

from bassin.checks import health, population, territory

__all__ = ["health", "population", "territory"]
