"""The rebuilt index on a grid of towns ten minutes apart, where every answer is known."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pytest

from bassin.errors import AccessError, ChoiceError
from bassin.files.trace import recording
from bassin.models import catchments as access
from bassin.models.travel import Field, Ways
from bassin.places.territory import AWAY, FACING, Territory
from bassin.topics.health.care import Care
from bassin.topics.health.draws import certainty
from bassin.topics.health.official import INSIDE
from bassin.topics.health.roads import BETWEEN_HALLS, IN_FIELD, KNOWN, MODELLED, side_roads
from bassin.topics.health.settings import (
    GAUSSIAN,
    MAIN,
    QUOTED,
    RATIO,
    STEP,
    TWO_STEP,
    measure,
    serving,
)

SIDE = 9
#: Corner of the grid, in metres (EPSG:2154).
WEST, NORTH = 700_000, 6_400_000
#: The plainest setting: all within the circle count alike.
CIRCLE = (TWO_STEP, STEP, 30)
#: Ways between the first town of the territory and the middle, and the last and the middle.
KNOWN_WAYS = np.array([["30030", "30040"], ["30050", "30040"]])
MIDDLE = f"30{SIDE * (SIDE // 2) + SIDE // 2:03d}"


@dataclass(frozen=True)
class Roads:
    """One kilometre a minute in a straight line, and an error of its own for each pair."""

    spread: float = 0.0
    pair_spread: float = 0.0

    def minutes(self, towns, origins, destinations):
        xy = towns[["x", "y"]].to_numpy()
        return np.hypot(*(xy[origins] - xy[destinations]).T) / 1000

    def reach_km(self, towns, minutes):
        return np.full(len(towns), float(minutes))

    def with_pair_spread(self, spread):
        return replace(self, pair_spread=spread)

    def factors(self, n_towns, origins, destinations, rng, places=None):
        if places is not None:
            return np.exp(places[origins] + places[destinations])
        return np.exp(rng.normal(0, self.spread, len(origins)))


def grid() -> pd.DataFrame:
    rows, columns = np.divmod(np.arange(SIDE * SIDE), SIDE)
    index = pd.Index([f"30{i:03d}" for i in range(SIDE * SIDE)], name="code")
    return pd.DataFrame(
        {"x": WEST + columns * 10_000.0, "y": NORTH - rows * 10_000.0, "name": "Town " + index},
        index=index,
    )


def build(
    spread: float = 0.0,
    doctors: pd.Series | None = None,
    roads: tuple[float, ...] = (),
    field: float = 0.0,
) -> Care:
    """A doctor and 1,000 inhabitants in each town; the territory is the square in the middle."""
    towns = grid()
    counts = pd.DataFrame({"doctors": 1.0, "people": 1000.0}, index=towns.index)
    if doctors is not None:
        counts["doctors"] = doctors
    rows, columns = np.divmod(np.arange(SIDE * SIDE), SIDE)
    inside = (np.abs(rows - SIDE // 2) <= 1) & (np.abs(columns - SIDE // 2) <= 1)
    codes = towns.index[inside]
    zones = pd.Series(FACING, index=codes)
    zones[codes[5:]] = AWAY
    zones[MIDDLE] = "Centre"
    official = pd.DataFrame(
        {"apl": np.arange(SIDE * SIDE, dtype=float)},
        index=pd.MultiIndex.from_product([towns.index, [2018]], names=["code", "year"]),
    )
    return Care.given(
        names=pd.Series("Town " + codes, index=codes),
        zones=zones,
        towns=towns,
        time=Roads(spread),
        counts=counts,
        left_out=[],
        departement="30",
        official=official,
        roads=side_roads(pd.Series(roads, dtype=float), *KNOWN_WAYS[: len(roads)].T, zones)
        if roads
        else side_roads(pd.Series(dtype=float), [], [], zones),
        field=field_of(towns, field),
    )


def field_of(towns: pd.DataFrame, error: float) -> Field:
    """Ways between the first town of the territory and the middle, with some error."""
    ends = towns.loc[KNOWN_WAYS[0]]
    way = {"origin": KNOWN_WAYS[0][:1], "destination": KNOWN_WAYS[0][1:]}
    points = dict(zip(("x", "y", "x_to", "y_to"), ends[["x", "y"]].to_numpy().ravel(), strict=True))
    ways = Ways.among(pd.DataFrame(way | points, index=[0]))
    return Field(ways, np.array([error]), shared=0.1, km=5.0, place=0.01, pair=0.01)


@pytest.fixture(scope="module")
def even() -> Care:
    """The same everywhere."""
    return build()


@pytest.fixture(scope="module")
def east() -> Care:
    """Doctors in the eastern half alone."""
    doctors = (grid()["x"] > WEST + 40_000).astype(float) * 2
    return build(spread=0.2, doctors=doctors)


def test_the_mean_of_the_country_is_doctors_over_inhabitants(east):
    """Whatever measure shares out what is within reach, decay and width."""
    means = east.by_zone()["country"]
    shared = means[means.index.get_level_values("measure") != RATIO]
    # At 15 minutes, the west has none and the east has all: the mean is the same.
    assert len(shared) == 24
    assert shared.to_numpy() == pytest.approx(east.national)
    assert east.national == pytest.approx(10_000 * 2 * 36 / (1000 * 81))


def test_an_even_country_has_one_index_inside_the_ratio(even):
    """One doctor for a thousand, in every circle of any width."""
    ratio = even.everywhere[RATIO].to_numpy()
    assert ratio == pytest.approx(10)


def test_settings_cover_measures_decays_and_widths(even):
    """The ratio has no decay; the two others have four, at three widths."""
    found = even.everywhere.columns
    assert len(found) == 3 + 2 * 4 * 3
    assert found.is_unique


def test_a_part_of_the_country_is_enough_for_the_territory(east):
    """The table of nearby times gives the index of the whole one."""
    local = east.rebuilt()["access"]
    assert local.to_numpy() == pytest.approx(east.here.to_numpy(), rel=1e-6)


def test_draws_are_seeded_and_surround_the_index(east):
    """The same draws twice; their interval holds its own median."""
    assert east.draws.equals(build(0.2, east.counts["doctors"]).draws)
    table = east.intervals()
    assert (table["low"] <= east.draws.median(axis=1)).all()
    assert (table["high"] >= east.draws.median(axis=1)).all()
    assert (table["width"] > 0).all()


def test_without_error_the_interval_is_a_point(even):
    """A model that is always right leaves no doubt."""
    table = even.intervals()
    assert table["low"].to_numpy() == pytest.approx(table["access"].to_numpy(), rel=1e-6)
    assert table["high"].to_numpy() == pytest.approx(table["access"].to_numpy(), rel=1e-6)
    assert even.certainty().to_dict() == {"short": 0, "ample": 9, "open": 0}


def test_draws_tell_of_a_commune_what_nineteen_in_twenty_of_them_say():
    """Under the country, above it, or neither."""
    sure = certainty(pd.DataFrame({"below_pct": [100, 95, 94.9, 50, 5.1, 5, 0]}))
    assert sure.to_dict() == {"short": 2, "ample": 2, "open": 3}


def test_a_country_without_doctors_in_the_west_is_short_there(east):
    """The percentile of a town is the share of inhabitants with less."""
    index = east.everywhere[MAIN]
    worst, best = east.here.idxmin(), east.here.idxmax()
    percentile = east.percentile()
    assert percentile[worst] == pytest.approx(100 * (index < index[worst]).mean())
    assert percentile[best] == pytest.approx(100 * (index < index[best]).mean())


def test_faster_roads_widen_the_circles(east):
    """At half the minutes, a catchment of 30 minutes is one of 60; at the same, nothing changes."""
    same = east.by_zone_if(1.0)
    assert same[FACING] == pytest.approx(east.by_zone().loc[MAIN, FACING], rel=1e-6)
    assert east.by_zone_if(0.8)[FACING] != pytest.approx(same[FACING], rel=1e-3)


def test_on_its_own_roads_a_side_reaches_as_far_as_known_ways_do():
    """All ways of both sides at the modelled speed: nothing changes; quicker ones: by hand."""
    plain = build(roads=(0.0, 0.0))
    assert plain.on_own_roads().to_numpy() == pytest.approx(plain.sides().to_numpy())
    doctors = pd.Series(0.0, grid().index)
    doctors.iloc[0] = 81
    town = plain.codes[0]  # three towns from the corner on either axis: 42.4 minutes
    assert plain.zones[town] == FACING
    far = build(doctors=doctors, roads=(0.0, 0.0))
    assert far.on_own_roads(CIRCLE)[FACING] == 0
    quick = build(doctors=doctors, roads=(np.log(29 / 42.4264), 0.0))
    # Now 29 minutes: the doctors have the towns beside them, and this one, of 1,000 each.
    by_hand = quick.on_own_roads(CIRCLE)
    assert by_hand[FACING] > 0
    assert by_hand["country"] == pytest.approx(10)
    assert quick.sides(CIRCLE)[FACING] == 0


def test_the_sides_by_what_is_held_of_the_roads(east):
    """Four rows; without errors, known ways or another speed all are the first."""
    table = east.by_roads(1.0)
    means = table.drop(columns="above_pct")
    assert list(means.columns) == [FACING, AWAY, "country"]
    assert list(table.index) == [MODELLED, IN_FIELD, BETWEEN_HALLS, KNOWN]
    for row in (1, 2, 3):
        assert means.iloc[row].to_numpy() == pytest.approx(means.iloc[0].to_numpy(), rel=1e-6)
    assert table["above_pct"].notna().to_list() == [True, True, False, False]


def test_ways_in_a_field_take_what_both_places_bring():
    """Quicker by a third near a known way that is: doctors 42 minutes off come within 30."""
    doctors = pd.Series(0.0, grid().index)
    doctors.iloc[0] = 81
    plain = build(doctors=doctors)
    assert plain.in_field(CIRCLE)[FACING] == plain.sides(CIRCLE)[FACING] == 0
    bent = build(doctors=doctors, field=-0.39 * 2)
    parts = bent.field.at(bent.towns)
    assert parts[bent.towns.index.get_loc(bent.codes[0])] < -0.35
    assert bent.in_field(CIRCLE)[FACING] > 0
    assert bent.in_field(CIRCLE)["country"] == pytest.approx(10)


def test_a_side_turns_where_its_ways_bring_it_level():
    """At the change told, the index of the side is that of the country; none may do."""
    doctors = (grid()["x"] > WEST + 40_000).astype(float) * 2
    care = build(doctors=doctors)
    setting = (TWO_STEP, GAUSSIAN, 30)
    change = care.turning(FACING, setting)
    turned = build(doctors=doctors, roads=(np.log1p(change / 100), 0.0)).on_own_roads(setting)
    assert turned[FACING] == pytest.approx(care.sides(setting)["country"], rel=0.01)


def test_quicker_roads_need_a_wider_table():
    """Ways that the table of 45 minutes lacks would be inside."""
    quick = build(roads=(-0.5, 0.0))
    assert len(quick.on_own_roads((TWO_STEP, STEP, 15)))
    with pytest.raises(AccessError, match="a catchment of 45 minutes in a table of times up to 45"):
        quick.on_own_roads((TWO_STEP, STEP, 45))


@pytest.mark.parametrize("slower", [0, -1, float("nan"), 0.5, None])
def test_minutes_that_leave_the_nearby_times_are_refused(even, slower):
    """Faster than the margin of the table, or no number."""
    with pytest.raises(AccessError, match=r"minutes (are )?multiplied by"):
        even.rebuilt(slower)


def test_a_setting_that_is_none_is_refused(even):
    """The ratio has no decay, and widths are three."""
    for setting in ((RATIO, GAUSSIAN, 30), (TWO_STEP, STEP, 20), ("x", STEP, 30)):
        with pytest.raises(AccessError, match="no setting"):
            even.index(setting)


def test_claims_hold_by_setting_as_the_means_do(east):
    """Each answer is the comparison of two means."""
    means, holds = east.by_zone(), east.holds()
    assert holds["short"].equals((means[FACING] < means["country"]).rename("short"))
    assert holds["less"].tolist() == (means[FACING] < means[AWAY]).tolist()


def test_means_by_width_are_in_percent_of_the_country(east):
    """One row a measure and decay, the three widths of each side beside each other."""
    table, means = east.by_width(), east.by_zone()
    assert table.shape == (9, 6)
    row = means.loc[MAIN]
    assert table.loc[MAIN[:2], f"{AWAY}_30"] == pytest.approx(100 * row[AWAY] / row["country"])


def test_agreement_counts_settings(east):
    """Both parts hold where each does."""
    holds, counts = east.holds(), east.agreement()
    assert counts["settings"] == 27
    assert counts["both"] == sum(holds["short"] & holds["ample"])
    assert counts["less"] == sum(holds["less"])


def test_one_more_doctor_gives_all_his_time(even):
    """Gains times inhabitants add up to one doctor where all who reach him are inside."""
    gain = even.one_more(MIDDLE)
    people = even.counts["people"]
    supply = even.counts["doctors"].copy()
    supply[MIDDLE] += 1
    whole = measure(even.table, supply, people, MAIN).access * 10_000
    assert ((whole - even.everywhere[MAIN]) * people).sum() / 10_000 == pytest.approx(1)
    table = even.scenarios([MIDDLE])
    inside = table.loc[f"Town {MIDDLE}", "inside_pct"]
    assert inside == pytest.approx(100 * (gain * people[even.codes]).sum() / 10_000)
    assert 0 < inside < 100
    assert gain.idxmax() == MIDDLE
    short = even.here < even.national
    reached = short & (even.here + gain >= even.national)
    assert table.loc[f"Town {MIDDLE}", "lifted"] == people[even.codes][reached].sum()


def test_one_more_doctor_elsewhere_is_refused(even):
    """The table is about the communes of the territory."""
    with pytest.raises(ChoiceError, match="code='99999' is no choice"):
        even.one_more("99999")


def test_ranks_are_compared_where_both_indices_are_known(east):
    """The official one rises with the code; the rebuilt one from west to east."""
    table = east.compared(2018)
    assert len(table) == SIDE * SIDE
    assert table["inside"].sum() == len(east.codes)
    assert table["rank_gap"].sum() == pytest.approx(0)
    by_hand = table["rebuilt"].rank().corr(table["official"].rank())
    assert east.correlations([2018]).loc[MAIN, 2018] == pytest.approx(by_hand)


def test_the_two_indices_by_name(east):
    """Each commune under its name, and where it is."""
    table = east.beside(2018)
    assert (table["where"] == INSIDE).sum() == len(east.codes)
    assert table.loc["Town 30000", "official"] == 0


def test_gaps_near_a_place_and_away(east):
    """Towns ten minutes from the corner and itself, against all others."""
    table, corner = east.compared(2018), east.towns.index[0]
    beside = [corner, east.towns.index[1], east.towns.index[SIDE]]
    found = east.gap_near(2018, [corner], within=10)
    assert found["communes"] == 3
    assert found["near"] == pytest.approx(table.loc[beside, "rank_gap"].mean())
    assert found["rest"] == pytest.approx(table["rank_gap"].drop(beside).mean())
    with pytest.raises(AccessError, match="'99999' not in the table of times"):
        east.gap_near(2018, ["99999"])
    with pytest.raises(AccessError, match="a catchment of 60 minutes"):
        east.gap_near(2018, [corner], within=60)


def test_gaps_near_a_place_are_held_against_places_of_like_rank(even):
    """All have one rank in the rebuilt index: the ten first of the rest, by the official one."""
    ranks = even.compared(2018)["official"].rank(pct=True) * 100
    corner = even.towns.index[-1]
    assert even.compared(2018, QUOTED)["rebuilt"].to_numpy() == pytest.approx(10)
    found = even.gap_near(2018, [corner], within=5, setting=QUOTED)
    assert found["communes"] == 1
    assert found["alike"] == pytest.approx(ranks[corner] - ranks.iloc[:10].mean())


def test_widest_gaps_are_those_of_the_territory(east):
    """The two ends of the list, lowest first."""
    table = east.widest_gaps(2018, 2)
    assert len(table) == 4
    assert table["rank_gap"].is_monotonic_increasing
    assert set(table.index) <= set(east.names)


def test_serving_holds_all_who_share_a_site():
    """Doctors reached from the corner, and everyone who reaches those."""
    towns = grid()
    sites = pd.Index([towns.index[1], towns.index[-1]])
    od = serving(towns, Roads(), [towns.index[0]], sites, 10)
    assert list(od.destinations) == [towns.index[1]]
    assert set(od.origins) == {towns.index[i] for i in (0, 1, 2, 1 + SIDE)}
    whole = access.origin_destination(towns, Roads(), 10, destinations=sites[:1])
    assert len(od) == len(whole)


def test_an_index_rests_on_its_files_whoever_asks_for_it_first(toy, toy_travel):
    """The second to ask gets the same files, those of the known ways included."""
    care = Care(Territory("200000018", toy), toy, toy_travel)
    noted = []
    for _ in range(2):
        with recording() as files:
            care.sides(QUOTED)
        noted.append(files.files)
    assert noted[0] == noted[1]
    assert "toulouse_dataviz/hackaviz2019_par_trajet.csv" in noted[1]
