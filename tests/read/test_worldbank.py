"""The rise of prices: every year, of one country."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import worldbank

FILE = worldbank.INFLATION


def test_rates_by_year(toy: Sources):
    """Sixty-five years, in order."""
    table = worldbank.inflation(toy)
    assert [*table.index] == [*range(1960, 2025)]
    assert (table["rise_pct"] == 5).all()


def test_a_year_that_is_missing(spoil: Spoiler):
    """A chain of rates would lose it unseen."""
    sources = spoil.text(FILE, "France,FRA,1975,5\r\n", "")
    with refused(FILE, "do not follow each other", column="Year", row=1976):
        worldbank.inflation(sources)


def test_another_country(spoil: Spoiler):
    """The file of all countries has the same columns."""
    sources = spoil.text(FILE, "France,FRA,1975", "Finland,FIN,1975")
    with refused(FILE, "'FIN' where 'FRA' is due", column="Country Code", row=1975):
        worldbank.inflation(sources)


def test_the_years_of_the_oil_shocks(real: Sources):
    """Prices rose most in 1974, and never fell by more than a tenth of a point."""
    rise = worldbank.inflation(real)["rise_pct"]
    assert rise.idxmax() == 1974
    assert rise.min() > -0.1
    assert rise[2022] == pytest.approx(5.22, abs=0.01)
