"""Checks of the claims on perimeters, people and jobs elsewhere, where a finding hangs on data."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

import bassin.checks  # noqa: F401, registers them
from bassin.audit import CHECKS

COLUMNS = ["published", "unit", "kind", "period"]


@pytest.mark.parametrize(("second", "holds"), [(16, True), (8, False)])
def test_communes_have_to_be_more_each_time(second: float, holds: bool):
    """The contradicted count and other numbers are left out."""
    claims = pd.DataFrame(
        [
            (9, "communes", "number", "2000"),
            (second, "communes", "number", "2002"),
            (1, "communes", "contradiction", "2023"),
            (1993, "year", "number", "1993-2000"),
        ],
        columns=COLUMNS,
    )
    history = pd.DataFrame({"communes": [73, 71]}, index=[2019, 2025])
    study = SimpleNamespace(
        claims=lambda chapter: claims, territory=SimpleNamespace(history=history)
    )
    found = CHECKS["epci-grows"](study)
    assert found.value is holds
    assert found.says.endswith("The files have 73 in 2019, and 71 in 2025.")


@pytest.mark.parametrize(("migratory", "holds"), [(0.5, True), (-0.5, False)])
def test_people_come_from_outside_if_moves_add_some(migratory: float, holds: bool):
    """The last period decides."""
    rates = pd.DataFrame(
        {"natural": [0.1, -0.1], "migratory": [0.3, migratory]},
        index=pd.MultiIndex.from_tuples([("Here", "2006-2011"), ("Here", "2011-2016")]),
    )
    study = SimpleNamespace(
        population=SimpleNamespace(rates=rates), territory=SimpleNamespace(short_name="Here")
    )
    found = CHECKS["pop-agglo-migration"](study)
    assert found.value is holds
    assert "In 2011-2016" in found.says


@pytest.mark.parametrize(("in_1999", "holds"), [(113_721, True), (113_400, False)])
def test_one_perimeter_has_both_values(in_1999: float, holds: bool):
    """113,721 is printed as 114,000; 113,400 would be 113,000."""
    published = pd.Series({"pop-agglo-2020": 132_799.0, "pop-agglo-2000": 114_000.0})
    study = SimpleNamespace(
        claims=lambda chapter: published.to_frame("published"),
        population=SimpleNamespace(total=pd.Series({1999: in_1999, 2020: 132_799})),
        territory=SimpleNamespace(codes=["30007"]),
    )
    assert CHECKS["pop-perimeter"](study).value is holds


def jobs(shares: dict[str | None, float]) -> SimpleNamespace:
    """Shares of industry by zone d'emploi; France has none."""
    return SimpleNamespace(
        zone="7603",
        share_of_industry=lambda year, zones: shares[zones[0] if zones else None],
    )


@pytest.mark.parametrize(("title", "holds"), [(1966, True), (1971, False)])
def test_the_title_comes_in_the_decade_said(title: float, holds: bool):
    """After the foundation, in the 1960s."""
    published = pd.DataFrame(
        {"published": {"eco-school-1843": 1843.0, "eco-school-1966": float(title)}}
    )
    study = SimpleNamespace(claims=lambda chapter: published)
    assert CHECKS["eco-school-title"](study).value is holds


@pytest.mark.parametrize(("born", "holds"), [("2013", False), ("2011", True)])
def test_a_founder_is_older_than_the_prize(born: str, holds: bool):
    """It may have founded it in the later of the two years printed."""
    claims = pd.DataFrame({"period": {"epci-2013": born}})
    editions = pd.DataFrame({"editions": 10}, index=[2012, 2010])
    study = SimpleNamespace(
        claims=lambda chapter: claims, ecosystem=SimpleNamespace(editions=lambda: editions)
    )
    found = CHECKS["eco-prize-founder"](study)
    assert found.value is holds
    assert f"in {born}" in found.says
