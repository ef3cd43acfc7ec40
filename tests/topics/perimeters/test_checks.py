"""Checks of the claims on perimeters, people and jobs elsewhere, where a finding hangs on data."""

from __future__ import annotations

from types import SimpleNamespace

import geopandas as gpd
import pandas as pd
import pytest

from bassin.study import Study
from bassin.topics.checks import CHECKS
from bassin.topics.named import LA_GRAND_COMBE
from bassin.topics.population.balance import rank_of_migration
from bassin.topics.population.history import COMPARED_CENSUSES
from bassin.words import write

COLUMNS = ["published", "unit", "lines", "period"]


@pytest.mark.parametrize(("second", "holds"), [(16, True), (8, False)])
def test_communes_have_to_be_more_each_time(second: float, holds: bool):
    """A year counted again and other numbers are left out."""
    claims = pd.DataFrame(
        [
            (9, "communes", "488", "2000"),
            (second, "communes", "489", "2002"),
            (1, "communes", "692", "2002"),
            (1993, "year", "482", "1993-2000"),
        ],
        columns=COLUMNS,
    )
    history = pd.DataFrame({"communes": [73, 71]}, index=[2019, 2025])
    study = SimpleNamespace(
        claims=lambda chapter: claims, territory=SimpleNamespace(history=history)
    )
    found = CHECKS["epci-grows"](study)
    assert found.value is holds
    assert write(found.says).endswith("The files have 73 in 2019, and 71 in 2025.")


@pytest.mark.parametrize(
    ("before", "last", "recent", "holds"),
    [(0.3, 0.5, 0.5, True), (0.3, -0.5, 0.5, False), (0.3, 0.5, 0.05, False), (0, 1, 1, False)],
)
def test_people_come_from_outside_if_moves_add_some_in_each_period(
    before: float, last: float, recent: float, holds: bool
):
    """Within a tenth of a percent a year, moves add nothing that a count can tell."""
    periods = ["1990-1999", "1999-2006", "2011-2016"]
    rates = pd.DataFrame(
        {"natural": [0.1, 0.1, -0.1], "migratory": [-1.0, before, last]},
        index=pd.MultiIndex.from_product([["EPCI-epci"], periods]),
    )
    own = pd.DataFrame({"natural": [-0.2], "migratory": [recent]}, index=["epci"])
    study = SimpleNamespace(
        population=SimpleNamespace(rates=rates, rates_2013_2018=lambda level: own),
        territory=SimpleNamespace(here="EPCI-epci", code="epci"),
    )
    found = CHECKS["pop-agglo-migration"](study)
    assert found.value is holds
    said = write(found.says)
    assert said.startswith("In 2011-2016")
    assert "in 2013–2018" in said


#: Dates at which the checks look at the people of communes.
DATES = [*COMPARED_CENSUSES, 2019, 2020]


def people(**rows: list[float]) -> pd.DataFrame:
    """Inhabitants by commune at the dates of :data:`DATES`, in their order."""
    table = pd.DataFrame.from_dict(rows, orient="index", columns=DATES, dtype=float)
    return table[sorted(DATES)]


def village(first: float, *later: float) -> list[float]:
    """A commune that stays at its last number of inhabitants."""
    known = [first, *later]
    return known + [known[-1]] * (len(DATES) - len(known))


def of_people(table: pd.DataFrame) -> SimpleNamespace:
    """A study whose first commune is its centre, the others twelve kilometres north of it."""
    north = [0.0] + [12e3] * (len(table) - 1)
    points = gpd.GeoDataFrame(
        geometry=gpd.GeoSeries.from_xy([0.0] * len(table), north, index=table.index)
    )
    territory = SimpleNamespace(outlines=points, centre=table.index[0], codes=list(table.index))
    population = SimpleNamespace(
        by_commune=table,
        total=table.sum(),
        together=lambda codes: table.loc[list(codes)].sum(skipna=False),
    )
    return SimpleNamespace(population=population, territory=territory)


@pytest.mark.parametrize(
    ("in_1999", "in_2020", "holds"),
    [(900, 1000, True), (900, 996, True), (900, 990, False), (999, 1000, False)],
)
def test_a_level_is_regained_after_a_fall(in_1999: float, in_2020: float, holds: bool):
    """Half a percent below is the level still; who never fell does not come back."""
    row = [1000.0] * 4 + [in_1999] * 5 + [in_2020, in_2020]
    found = CHECKS["pop-ales-1968"](of_people(people(**{"30007": row})))
    assert found.value is holds


@pytest.mark.parametrize(("after", "holds"), [(1100, True), (1001, False)])
def test_a_turn_is_a_pace_seen_in_no_period_before(after: float, holds: bool):
    """Ten per cent a period from 1999 on, or a tenth of a percent."""
    step = after / 1000
    since = [1000 * step**rank for rank in range(1, 5)]
    row = [1000.0] * 5 + since + [since[-1]] * 2
    assert CHECKS["pop-turn-2000s"](of_people(people(**{"30007": row}))).value is holds


@pytest.mark.parametrize(
    ("north", "lost", "unbroken"),
    [
        (village(1000, 900, 800, 700, 600, 550, 500, 450, 400), True, True),
        (village(1000, 900, 800, 700, 600, 650, 620, 610, 600), True, False),
        (village(1000, 1100, 1200), False, False),
    ],
)
def test_a_loss_over_the_half_century_may_have_a_break(
    north: list[float], lost: bool, unbroken: bool
):
    """The two halves of the sentence have a verdict each; the south of the centre is in neither."""
    study = of_people(people(**{"30007": village(5000, 6000), "a": north, "b": north}))
    assert CHECKS["pop-north"](study).value is lost
    assert CHECKS["pop-north-unbroken"](study).value is unbroken


def test_a_break_is_not_told_of_a_window_that_is_not_known():
    """A date without a count may hide it: nothing is judged."""
    falling = village(1000, 900, 800, 700, 600, 550, 500, 450, 400)
    table = people(**{"30007": village(5000, 6000), "a": falling, LA_GRAND_COMBE: falling})
    assert CHECKS["pop-grand-combe"](of_people(table)).value is True
    table[1982] = float("nan")
    assert CHECKS["pop-grand-combe"](of_people(table)) is None
    assert CHECKS["pop-north-unbroken"](of_people(table)) is None


@pytest.mark.parametrize(("in_1990", "holds"), [(900, True), (1100, False)])
def test_a_fall_is_asked_of_every_window(in_1990: float, holds: bool):
    """From 1968 and 1975, to 1990 and 1999."""
    row = [1000.0, 1050, 1000, in_1990, *[800.0] * (len(DATES) - 4)]
    study = of_people(people(**{"30007": row, "30132": row}))
    assert CHECKS["pop-fall-mines"](study).value is holds


def regions(natural: float, migratory: dict[str, float]) -> SimpleNamespace:
    """Rates of regions in 2013-2018, the same in the period before."""
    recent = pd.DataFrame({"natural": natural, "migratory": migratory})
    recent["total"] = recent["natural"] + recent["migratory"]
    index = pd.MultiIndex.from_product(
        [["region"], recent.index, [2011]], names=["level", "code", "start"]
    )
    change = recent["migratory"].to_numpy() * 50
    balance = pd.DataFrame(
        {"name": list(recent.index), "end": 2016, "natural": 0.0, "migratory": change}, index
    ).assign(population_start=1000.0)
    balance = balance.sort_index()
    population = SimpleNamespace(
        balance=balance,
        rates_2013_2018=lambda level: recent,
        moves_of_regions=pd.DataFrame(
            {
                "2011-2016": rank_of_migration(balance, "region", 2011),
                "2013-2018": recent["migratory"],
            }
        ),
        natural=lambda region: pd.Series({"2013-2018": natural, "2006-2011": 0.2}),
    )
    return SimpleNamespace(population=population)


@pytest.mark.parametrize(
    ("natural", "moves", "holds"), [(0.08, 0.6, True), (0.12, 0.6, False), (-0.05, 0.02, False)]
)
def test_births_and_deaths_cancel_out_to_a_tenth(natural: float, moves: float, holds: bool):
    """And the growth is that of moves."""
    found = CHECKS["pop-natural"](regions(natural, {"76": moves}))
    assert found.value is holds
    assert "+0.20% in 2006-2011" in write(found.says)


@pytest.mark.parametrize(
    ("corsica", "aquitaine", "rank", "holds"),
    [
        (1.2, 0.45, 2, True),
        (0.45, 1.2, 2, False),
        (1.2, 0.8, 3, True),
        (1.2, 0.55, 2, True),
        (0.65, 0.45, 1, False),
        (1.2, 1.15, 3, False),
    ],
)
def test_a_rank_and_the_region_before_it_are_two_claims(
    corsica: float, aquitaine: float, rank: int, holds: bool
):
    """Second after another region than the text says is second; a level one is not before."""
    study = regions(0.1, {"76": 0.6, "94": corsica, "75": aquitaine, "11": -0.5})
    assert CHECKS["pop-attractive"](study).value == rank
    assert CHECKS["pop-attractive-before"](study).value is holds


@pytest.mark.parametrize(
    ("aquitaine", "said"),
    [(0.55, "number 2 to 3 in 2013-2018 (+0.60% a year), level with 75 (+0.55%)"), (0.45, "2 in")],
)
def test_regions_that_a_census_does_not_part_share_a_rank(aquitaine: float, said: str):
    """Within a tenth of a percent a year; they are named, with their rates."""
    study = regions(0.1, {"76": 0.6, "94": 1.2, "75": aquitaine})
    written = write(CHECKS["pop-attractive"](study).says)
    assert said in written
    assert ("level with" in written) is (aquitaine == 0.55)


@pytest.mark.parametrize(("in_1999", "holds"), [(113_721, True), (113_400, False)])
def test_one_perimeter_has_both_values(in_1999: float, holds: bool):
    """113,721 is printed as 114,000; 113,400 would be 113,000."""
    published = pd.Series({"pop-agglo-2020": 132_799.0, "pop-agglo-2000": 114_000.0})
    study = SimpleNamespace(
        claims=lambda chapter: published.to_frame("published"),
        population=SimpleNamespace(total_in={1999: in_1999, 2020: 132_799}.get),
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
    assert f"in {born}" in write(found.says)


def test_the_size_at_the_foundation_is_that_of_the_epci_of_the_town():
    """The year before is told beside it; a list that begins later judges nothing."""

    def judged(sizes: dict[int, int]) -> object:
        communes = pd.DataFrame({"name": ["Mineville"]}, index=["30001"])
        study = SimpleNamespace(
            territory=SimpleNamespace(communes=communes, centre="30001"),
            perimeters=SimpleNamespace(sizes_of_town=pd.Series(sizes)),
        )
        return CHECKS["epci-2013"](study)

    found = judged({2012: 16, 2013: 50})
    assert found.value == 50
    assert "had 16" in write(found.says)
    assert judged({2019: 73}) is None


def test_the_epci_of_the_town_year_by_year(real):
    """Grand Alès had 16 communes, Alès Agglomération 50, then 73; Etalab's lists go on to 2026."""
    found = Study("200066918", real.root).perimeters
    assert found.sizes_of_town[[2008, 2012, 2013, 2017, 2024]].to_list() == [16, 16, 50, 73, 72]
    assert found.listed[[2019, 2024, 2025, 2026]].to_list() == [73, 72, 71, 71]
    both = found.listed.index.intersection(found.sizes_of_town.index)
    assert (found.listed[both] == found.sizes_of_town[both]).all()
