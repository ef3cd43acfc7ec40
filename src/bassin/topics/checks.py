"""The register of the checks, with those of every topic in it, and which is that of a claim."""

from __future__ import annotations

import pandas as pd

import bassin.topics.ageing.checks
import bassin.topics.contrast.checks
import bassin.topics.ecosystem.checks
import bassin.topics.education.checks
import bassin.topics.health.checks
import bassin.topics.land.checks
import bassin.topics.perimeters.checks
import bassin.topics.population.checks
import bassin.topics.poverty.checks
import bassin.topics.poverty.unemployment_checks
import bassin.topics.programmes.checks
import bassin.topics.risk.checks
import bassin.topics.waves.checks
import bassin.topics.waves.jobs_checks  # noqa: F401
from bassin.errors import DataError
from bassin.read.printed import CLAIMS, ROW
from bassin.topics.declared import PREFIX, check_of_indicator, is_declared
from bassin.topics.finding import CHECKS, Check
from bassin.topics.pages import PAGES, check_of_pages
from bassin.topics.rows import check_of_row

__all__ = ["CHECKS", "check_of"]


def check_of(claim: pd.Series) -> Check | None:
    """The check that tests a claim: one of the register, of an indicator, a row or pages.

    Parameters
    ----------
    claim : Series
        A row of :func:`bassin.read.printed.claims`, its identifier as name.

    Returns
    -------
    function or None
        ``None`` where the claim has no check.

    Raises
    ------
    DataError
        If there is no such check; as :func:`bassin.topics.declared.check_of_indicator`.
    """
    name: str = claim["check"]
    if is_declared(name):
        return check_of_indicator(claim)
    if name == ROW:
        return check_of_row(claim)
    if name == PAGES:
        return check_of_pages(claim)
    if name and name not in CHECKS:
        raise DataError(
            CLAIMS,
            f"no check is called {name!r}",
            column="check",
            row=claim.name,
            cure=f"Write one in the module `checks` of its topic, {PREFIX} and a key, "
            f"{ROW} or {PAGES}.",
        )
    return CHECKS[name] if name else None
