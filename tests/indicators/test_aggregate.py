"""One aggregation to every group: by hand, and against a plain loop on tables drawn at random."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bassin.availability import MISSING, PUBLISHED, SECRET
from bassin.indicators.aggregate import MERGED, Parts, by_group, over, parts
from bassin.indicators.declaration import NotAdditive, Ratio, Sum, WeightedMean
from bassin.indicators.stats import weighted_mean

CODES = pd.Index(["a", "b", "c", "d"], name="code")
GROUPS = pd.DataFrame(
    {"epci": ["E", "E", "F", None], "departement": ["01", "01", "01", "02"], "france": ["FR"] * 4},
    index=CODES,
)
PEOPLE = pd.Series([100.0, 100.0, 800.0, 50.0], CODES)


def one(rule, **columns) -> pd.DataFrame:
    """Groups of one indicator, by kind and group."""
    table = pd.DataFrame(columns, index=CODES)
    return by_group({"x": parts(rule, table)}, GROUPS, PEOPLE).loc["x"]


def test_a_sum_is_of_every_group_of_every_kind():
    """A commune in no group of a kind is in none of its sums."""
    found = one(Sum("n"), n=[1.0, 2.0, 4.0, 8.0])["value"]
    assert found.to_dict() == {
        ("epci", "E"): 3,
        ("epci", "F"): 4,
        ("departement", "01"): 7,
        ("departement", "02"): 8,
        ("france", "FR"): 15,
    }


def test_a_zero_is_counted_and_a_missing_part_makes_the_sum_missing():
    """Zero, missing and secret stay three, and are counted apart."""
    found = one(Sum("n"), n=[0.0, 0.0, np.nan, np.nan], status=[None, None, SECRET, None])
    assert found.at[("epci", "E"), "value"] == 0
    assert found.loc[("epci", "E"), "communes"] == 2
    assert np.isnan(found.at[("departement", "01"), "value"])
    assert found.loc[("france", "FR"), ["communes", "missing", "secret"]].to_list() == [2, 1, 1]


def test_a_merged_commune_is_counted_in_another():
    """It takes nothing away from the sum, and is told apart from a missing one."""
    found = one(Sum("n"), n=[5.0, np.nan, 1.0, 1.0], status=[None, MERGED, None, None])
    assert found.loc[("epci", "E"), ["value", "communes", "missing", "merged"]].to_list() == [
        5,
        1,
        0,
        1,
    ]


def test_a_group_with_nothing_known_has_no_value():
    """Not zero."""
    found = one(
        Sum("n", local=0.0), n=[np.nan, np.nan, 1.0, 1.0], status=[MERGED, MERGED, None, None]
    )
    assert np.isnan(found.at[("epci", "E"), "value"])


def test_a_ratio_is_of_two_sums():
    """Not the mean of the ratios, which would be 75 %; of nothing there is no share."""
    found = one(Ratio("part", "of"), part=[10.0, 50.0, 0.0, 0.0], of=[10.0, 100.0, 0.0, 1.0])
    assert found.at[("epci", "E"), "value"] == pytest.approx(100 * 60 / 110)
    assert np.isnan(found.at[("epci", "F"), "value"])


def test_a_mean_weighs_each_commune():
    """Nine at 1,000 and one at 2,000 make 1,100."""
    found = one(WeightedMean("price", "sales"), price=[1000.0, 2000, 0, 0], sales=[9.0, 1, 1, 1])
    assert found.at[("epci", "E"), "value"] == 1100


def test_enough_of_a_group_must_be_known():
    """Half of E's people is under nine tenths; a departement is judged by its own share."""
    columns = {"v": [1.0, np.nan, 3.0, 4.0], "w": [1.0, 1.0, 1.0, 1.0]}
    found = one(WeightedMean("v", "w", local=0.9, wide=0.9), **columns)["value"]
    assert np.isnan(found[("epci", "E")])
    assert found[("departement", "01")] == 2
    strict = one(WeightedMean("v", "w"), **columns)["value"]
    assert np.isnan(strict[("departement", "01")])


def test_what_does_not_add_up_is_published_or_missing():
    """Never a mean of means, however many communes are known."""
    table = pd.DataFrame({"v": [1.0, 2.0, 3.0, 4.0]}, index=CODES)
    index = pd.MultiIndex.from_tuples([("epci", "E")], names=["kind", "group"])
    published = pd.DataFrame({"value": [7.5]}, index=index)
    medians = {"x": parts(NotAdditive("v"), table)}
    found = by_group(medians, GROUPS, PEOPLE, {"x": published}).loc["x"]
    assert found["value"].dropna().to_dict() == {("epci", "E"): 7.5}
    assert found.at[("france", "FR"), "communes"] == 4
    assert by_group(medians, GROUPS, PEOPLE)["value"].isna().all()


def test_a_published_mean_is_kept_to_the_last_digit():
    """It is not multiplied by its weight and divided again."""
    values = [0.1 * n / 3 for n in (1, 7, 11, 13)]
    table = pd.DataFrame({"v": values, "w": [3.0, 7.0, 49.0, 0.0]}, index=CODES)
    assert parts(WeightedMean("v", "w"), table).values().to_list() == values


def test_faults_are_refused():
    """A negative weight, a status nobody knows, tables on other communes."""
    with pytest.raises(ValueError, match="'a' is negative"):
        one(WeightedMean("v", "w"), v=[1.0] * 4, w=[-1.0, 1, 1, 1])
    with pytest.raises(ValueError, match="status 'lost' is none of"):
        one(Sum("n"), n=[np.nan] * 4, status=["lost"] * 4)
    with pytest.raises(ValueError, match="the inhabitants and the membership"):
        by_group({}, GROUPS, PEOPLE.iloc[:2])


CELL = st.one_of(st.none(), st.integers(0, 50).map(float))
ROW = st.tuples(CELL, CELL, st.sampled_from(["E", "F", "G", None]), st.integers(1, 9))


def drawn(rows: list[tuple]) -> tuple[pd.DataFrame, pd.DataFrame, pd.Series]:
    """Amounts, membership, inhabitants."""
    index = pd.Index([f"{n:05d}" for n in range(len(rows))], name="code")
    top, bottom, group, people = zip(*rows, strict=True)
    amounts = pd.DataFrame({"top": top, "bottom": bottom}, index=index, dtype=float)
    membership = pd.DataFrame({"epci": pd.Series(group, index, dtype=object)})
    return amounts, membership.assign(france="FR"), pd.Series(people, index, dtype=float)


@given(st.lists(ROW, min_size=1, max_size=25))
def test_every_group_is_what_a_loop_finds(rows: list[tuple]):
    """Strict and lenient, sums, means and ratios: as each group worked out on its own."""
    amounts, membership, people = drawn(rows)
    rules = {
        "sum": Sum("top"),
        "mean": WeightedMean("top", "bottom", local=0.0, wide=0.0),
        "ratio": Ratio("top", "bottom", scale=10.0),
    }
    made = {key: parts(rule, amounts) for key, rule in rules.items()}
    found = by_group(made, membership, people)["value"]
    for kind in membership:
        for group, index in membership.groupby(kind).groups.items():
            here = amounts.loc[index]
            both = here.dropna()
            at = (kind, group)
            expected = here["top"].sum(skipna=False)
            assert found[("sum", *at)] == pytest.approx(expected, nan_ok=True)
            expected = weighted_mean(both["top"], both["bottom"])
            assert found[("mean", *at)] == pytest.approx(expected, nan_ok=True)
            whole = len(both) == len(here) and both["bottom"].sum() > 0
            expected = 10 * both["top"].sum() / both["bottom"].sum() if whole else np.nan
            assert found[("ratio", *at)] == pytest.approx(expected, nan_ok=True)


@given(st.lists(ROW, min_size=1, max_size=25), st.randoms())
def test_order_does_not_matter_and_counts_add_up(rows: list[tuple], random):
    """Communes in another order give the same; the four counts are all the communes of a group."""
    amounts, membership, people = drawn(rows)
    made: dict[str, Parts] = {"x": parts(Sum("top"), amounts)}
    found = by_group(made, membership, people)
    counts = found[["communes", "missing", "secret", "merged"]].sum(axis=1)
    sizes = pd.concat({kind: membership[kind].value_counts() for kind in membership})
    assert counts.loc["x"].to_dict() == sizes.to_dict()
    shuffled = list(amounts.index)
    random.shuffle(shuffled)
    again = {"x": parts(Sum("top"), amounts.loc[shuffled])}
    other = by_group(again, membership.loc[shuffled], people.loc[shuffled])
    pd.testing.assert_frame_equal(other, found)


def test_status_of_the_known_is_published():
    """Whatever the file says of a commune with a value."""
    table = pd.DataFrame({"n": [1.0, np.nan], "status": [SECRET, PUBLISHED]}, index=["a", "b"])
    assert parts(Sum("n"), table).table["status"].to_list() == [PUBLISHED, MISSING]


def test_over_some_groups_is_what_every_group_has():
    """One indicator over the groups of one kind, and over all of them at once."""
    rules = {
        Sum("n"): {"n": [0.0, 2.0, 4.0, 8.0]},
        WeightedMean("n", "w"): {"n": [1.0, 2.0, 4.0, 8.0], "w": [1.0, 3.0, 0.0, 2.0]},
        Ratio("n", "w"): {"n": [1.0, 2.0, 4.0, 8.0], "w": [1.0, 3.0, 0.0, 2.0]},
    }
    for rule, columns in rules.items():
        table = parts(rule, pd.DataFrame(columns, index=CODES))
        for kind in GROUPS:
            found = over(table, GROUPS[kind].dropna())
            expected = one(rule, **columns).loc[kind]
            pd.testing.assert_frame_equal(
                found[expected.columns], expected, check_names=False, check_dtype=False
            )


def test_over_a_group_asks_for_every_commune_where_the_rule_does():
    """A sum is missing; a mean is of what is known, and the counts beside it say how much."""
    columns = {"n": [1.0, np.nan, 4.0, np.nan], "w": [1.0, 3.0, 3.0, 2.0]}
    table = pd.DataFrame(columns, index=CODES).assign(status=[None, MERGED, None, SECRET])
    groups = GROUPS["departement"]
    counted = over(parts(Sum("n"), table), groups)
    assert counted["value"].to_dict() == pytest.approx({"01": 5, "02": np.nan}, nan_ok=True)
    assert counted["merged"].to_list() == [1, 0]
    mean = over(parts(WeightedMean("n", "w", local=0.5), table), pd.Series("x", CODES)).loc["x"]
    assert mean.to_dict() == {
        **{"value": 3.25, "communes": 2, "missing": 0, "secret": 1, "merged": 1},
        **{"amount": 13, "of": 4},
    }


def test_over_a_wide_group_the_rule_asks_for_less():
    """A departement has the value of the communes that have one, where an EPCI has none."""
    table = pd.DataFrame({"n": [1.0, np.nan, 4.0, 2.0], "w": [1.0, 3.0, 3.0, 2.0]}, index=CODES)
    made = parts(Ratio("n", "w", wide=0.9), table)
    everyone = pd.Series("x", CODES)
    strict = over(made, everyone).loc["x"]
    assert strict[["value", "amount"]].isna().all()
    loose = over(made, everyone, wide=True).loc["x"]
    assert loose[["amount", "of"]].to_list() == [7, 6]
    assert loose["value"] == pytest.approx(100 * 7 / 6)
    few = over(made, everyone, lambda: PEOPLE, wide=True).loc["x"]
    assert few["value"] == loose["value"]
    assert np.isnan(over(made, everyone, lambda: 1 / PEOPLE, wide=True).at["x", "value"])


def test_over_too_few_of_the_inhabitants_a_mean_is_missing():
    """Nine tenths suffice where nine are asked; a merged commune counts with them."""
    table = pd.DataFrame({"n": [1.0, 3.0, np.nan, np.nan], "w": 1.0}, index=CODES)
    rule = WeightedMean("n", "w", local=0.9)

    def mean(people: list[float], status: object = None) -> float:
        made = parts(rule, table.assign(status=[None, None, None, status]))
        living = pd.Series(people, CODES)
        return float(over(made, pd.Series("x", CODES), lambda: living).at["x", "value"])

    assert mean([45, 45, 10, 0]) == 2
    assert np.isnan(mean([45, 44, 11, 0]))
    assert np.isnan(mean([40, 40, 10, 10]))
    assert mean([40, 40, 10, 10], MERGED) == 2
    assert np.isnan(mean([45, 45, np.nan, 0]))
    assert np.isnan(mean([0, 0, 0, 0]))


def test_over_some_groups_is_as_strict_as_over_all():
    """With the same inhabitants, each kind of local group has the value it has among all."""
    columns = {"n": [1.0, np.nan, 4.0, 8.0], "w": [1.0, 3.0, 3.0, 2.0]}
    for least in (0.0, 0.5, 0.51, 0.9):
        rule = WeightedMean("n", "w", local=least)
        table = parts(rule, pd.DataFrame(columns, index=CODES))
        found = over(table, GROUPS["epci"].dropna(), lambda: PEOPLE)["value"]
        expected = one(rule, **columns)["value"].loc["epci"]
        assert found.to_dict() == pytest.approx(expected.to_dict(), nan_ok=True)


def test_inhabitants_are_not_asked_for_where_every_commune_has_a_value():
    """A whole rests on no file of inhabitants; nor does a rule that asks for every commune."""

    def refused() -> pd.Series:
        raise AssertionError("inhabitants were read")

    whole = parts(Ratio("n", "w", local=0.5), pd.DataFrame({"n": 1.0, "w": 2.0}, index=CODES))
    assert over(whole, pd.Series("x", CODES), refused).at["x", "value"] == 50
    lacking = parts(Sum("n"), pd.DataFrame({"n": [1.0, np.nan, 1.0, 1.0]}, index=CODES))
    assert np.isnan(over(lacking, pd.Series("x", CODES), refused).at["x", "value"])


def test_over_communes_what_does_not_add_up_has_no_value():
    """It is refused, rather than made up."""
    table = parts(NotAdditive("n"), pd.DataFrame({"n": [1.0, 2.0, 3.0, 4.0]}, index=CODES))
    with pytest.raises(ValueError, match="does not add up"):
        over(table, GROUPS["epci"])
