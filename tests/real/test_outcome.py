"""What the chapter on the outcome says of directions and orders, on the real files.

Each sentence that has a more or a less has its test here, by other windows, groups or files than
those it is printed with.
"""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.read import insee
from bassin.study import Study
from bassin.topics.outcome.facts import FEW
from bassin.topics.outcome.jobs_facts import WELL_ABOVE
from bassin.topics.outcome.local import COUNTS, LOST, Outcome


@pytest.fixture(scope="module")
def outcome(study: Study) -> Outcome:
    return study.outcome


@pytest.fixture(scope="module")
def raw(real: Sources) -> pd.DataFrame:
    """Jobs as the file has them, by another way than the reader's."""
    rows = pd.DataFrame(json.loads(real.read(insee.SALARIED_ZONES)))
    return rows.pivot(index="code_ze", columns="year", values="eff")


def test_numbers_of_the_periods_by_another_way(outcome: Outcome, raw: pd.DataFrame):
    """Codes that are zones of INSEE's list, and no others, by plain pandas."""
    zones = insee.employment_zones(outcome.sources)["zone"].unique()
    jobs = raw[raw.index.isin(zones)]
    for start, end, here, together, rank in (
        (1998, 2023, 17.8, 22.6, 146),
        (2003, 2018, -1.7, 6.1, 209),
        (2008, 2018, -3.7, 2.6, 214),
        (2018, 2023, 7.8, 6.4, 62),
    ):
        change = 100 * (jobs[end] / jobs[start] - 1)
        assert change["7603"] == pytest.approx(here, abs=0.05)
        sums = jobs[[start, end]].sum()
        assert 100 * (sums[end] / sums[start] - 1) == pytest.approx(together, abs=0.05)
        assert (change > change["7603"]).sum() + 1 == rank
        found = outcome.period(start, end)
        assert found["here"] == pytest.approx(change["7603"])
        assert (found["rank"], found["of"]) == (rank, 305)


def test_it_did_not_stand_out_over_the_whole_time(outcome: Outcome):
    """In the middle half of all zones, whichever of the first and last three years are taken."""
    table = outcome.every_period
    long = table[
        (table.index.get_level_values("start") <= 2000)
        & (table.index.get_level_values("end") >= 2021)
    ]
    assert len(long) == 9
    assert (long["rank"] / long["of"]).between(0.25, 0.75).all()


def test_it_lost_a_decade_whatever_the_ends(outcome: Outcome):
    """Jobs fell, and more than those of all zones, from 2006-2009 to 2015-2018."""
    for start in range(2006, 2010):
        for end in range(2015, 2019):
            row = outcome.period(start, end)
            assert row["here"] < 0, (start, end)
            assert row["here"] < row["all_zones"], (start, end)


def test_since_then_it_grew_faster_than_most(outcome: Outcome):
    """From 2016-2018 to 2021-2023; in private jobs too."""
    for start in range(2016, 2019):
        for end in range(2021, 2024):
            row = outcome.period(start, end)
            assert row["here"] > row["median"]
            assert row["rank"] < row["of"] / 3, (start, end)
    since = outcome.private.loc["since"]
    assert since["here"] > since["all_zones"]
    assert since["rank"] <= since["of"] / 3


def test_private_jobs_lean_the_same_ways(outcome: Outcome):
    """Another publisher's: they stand still before 2018, when those of the country grow."""
    before = outcome.private.loc["before"]
    assert abs(before["here"]) < 1 < before["all_zones"]
    assert before["rank"] > before["of"] / 2


def test_it_was_ahead_of_all_for_twelve_years(outcome: Outcome):
    """Counted from 1998: behind before 2001 and since 2013, ahead in each year between."""
    gaps = outcome.every_period["gap"].xs(1998, level="start")
    assert gaps.index[gaps > 0].to_list() == list(range(2001, 2013))


def test_what_hangs_on_how_many_zones_are_alike(outcome: Outcome):
    """In the upper half over the whole time and since, of each; in the decade between, of none.

    There it is in the middle beside twenty zones, give or take two places whichever the windows,
    and lower beside fewer or more.
    """
    table = outcome.yardsticks()
    for name in table.index:
        for period in ("whole", "since"):
            place = table.at[name, f"{period}_place"].given
            assert place["rank"] <= (place["of"] + 1) / 2, (name, period)
    here = float(outcome.change(*LOST)[outcome.zone])
    few = f"alike_{FEW}"
    assert abs(table.at[few, "lost"] - here) < 0.2
    for count in set(COUNTS) - {FEW}:
        place = table.at[f"alike_{count}", "lost_place"].given
        assert place["rank"] > (place["of"] + 1) / 2, count
        assert table.at[f"alike_{count}", "lost"] > here + 2, count
    for start, end in ((2007, 2018), (2009, 2018), (2008, 2017), (2006, 2016)):
        change = outcome.change(start, end)
        rank = int((change[outcome.alike[:FEW]] > change[outcome.zone]).sum()) + 1
        assert abs(rank - (FEW + 2) / 2) <= 2, (start, end)


def test_zones_alike_by_another_way(outcome: Outcome, raw: pd.DataFrame, real: Sources):
    """The three traits added up by plain pandas: the middle zone of 2008 to 2018 of each number.

    Communes merged since 2017 are followed one move at a time.
    """
    zone = insee.employment_zones(real)["zone"]
    people = pd.read_csv(
        real.open(insee.HISTORICAL_POPULATION),
        compression="gzip",
        usecols=["code_geo", "1968", "1999"],
        dtype={"code_geo": str},
    ).set_index("code_geo")
    moves = pd.read_csv(real.open("insee/v_mvtcommune_2023.csv"), dtype=str)
    moves = moves[(moves["DATE_EFF"] > "2017-01-01") & moves["MOD"].between("31", "50")]
    moves = moves[(moves["TYPECOM_AV"] == "COM") & (moves["TYPECOM_AP"] == "COM")]
    cities = {r"751\d\d": "75056", r"132(0[1-9]|1[0-6])": "13055", r"6938[1-9]": "69123"}
    now = pd.Series(people.index, people.index).replace(cities, regex=True)
    for _, day in moves.groupby("DATE_EFF"):
        now = now.replace(dict(zip(day["COM_AV"], day["COM_AP"], strict=True)))
    people = people.groupby(now.map(zone)).sum()
    jobs = raw[
        raw.index.isin(zone.unique()) & ~raw.index.str.startswith(("01", "02", "03", "04", "06"))
    ]
    traits = pd.DataFrame(
        {
            "size": np.log(jobs[1998].astype(float)),
            "rate": jobs[1998] / people["1999"],
            "growth": people["1999"] / people["1968"],
        }
    ).dropna()
    apart = ((traits - traits.loc["7603"]) / traits.std()).pow(2).sum(axis=1).drop("7603")
    near = apart.sort_values().index
    change = 100 * (jobs[2018] / jobs[2008] - 1)
    table = outcome.yardsticks()
    for count, middle in ((10, -1.4), (20, -3.8), (40, -1.4), (60, 0.0), (80, -0.1)):
        assert change[near[:count]].median() == pytest.approx(middle, abs=0.05)
        assert table.at[f"alike_{count}", "lost"] == pytest.approx(middle, abs=0.05)


def test_no_gap_to_its_like_is_out_of_the_ordinary(outcome: Outcome):
    """At least a tenth of the zones taken in its place drift as far."""
    table = outcome.counterparts()
    assert (table["placebos"] / table["of"] > 0.1).all()
    assert table["gap"].abs().max() < 5


def test_it_was_below_its_counterparts_before_2018(outcome: Outcome):
    """From 2014 to 2018, of the means fitted until 2003, 2008 and 2013; not before."""
    for until in (2003, 2008, 2013):
        paths = outcome.counterpart(until)
        gaps = 100 * (paths[outcome.employment.in_zone] / paths["counterpart"] - 1)
        assert gaps.loc[2014:2018].max() < -0.5, until
        assert gaps.min() == gaps.loc[2014:2018].min(), until
        assert gaps.loc[2010:2012].max() > 0, until


def test_industries_that_stand_well_above_one(study: Study):
    """The same five in every year and source, and no sixth in any."""
    ranges = study.employment.quotient_ranges()
    codes = {f"A38-{code}" for code in ("BZ", "CB", "CE", "CJ", "CK")}
    assert set(ranges.index[ranges["low"] > WELL_ABOVE]) == codes
    assert set(ranges.index[ranges["high"] > WELL_ABOVE]) == codes


def test_share_of_industry_is_that_of_others_to_one_point(study: Study):
    """As printed for the agglomeration; the zone is a little over a point under France."""
    printed = study.waves.shares().at[2022, "recomputed"]
    here, region, france = study.employment.industry_share([2022])[2022]
    assert max(abs(printed - region), abs(printed - france)) < 1
    assert 1 < france - here < 1.2


def test_industry_weighs_less_than_in_france_and_in_the_middle_epci(study: Study):
    """So it does in private jobs of its zone."""
    row = study.peers.standing(["industry_jobs_2022"]).loc["industry_jobs_2022"]
    france = study.selected.published_at("industry_jobs_2022", "france", "FR")
    assert row["here"] < france < row["median"]
    shares = study.employment.industry_share([2022, 2024])
    assert (shares.loc["ZE-7603"] < shares.loc["FRANCE"]).all()


def test_its_jobs_are_not_gathered_in_large_establishments(study: Study, real: Sources):
    """The share of those of 100 and more is under France's, and near the middle of the EPCI."""
    rows = pd.DataFrame(json.loads(real.read("insee/flores_epci_2023.json"))).set_index("code")
    large = rows["eco_eff_grandes_pct_23"].drop("75056", errors="ignore")
    here, france = large[study.territory.code], large["00FR"]
    assert here < france / 1.5
    assert abs(here - large.drop("00FR").median()) < 1
