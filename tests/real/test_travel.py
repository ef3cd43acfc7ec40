"""Travel by car on the real files: places, pairs, errors, against other paths."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from bassin.files.sources import Sources
from bassin.models import travel
from bassin.models.travel import CHOSEN, DETOUR, FIELD, PLACES, SPEED
from bassin.places.territory import AWAY, FACING
from bassin.read import ign, insee, osrm, toulouse_dataviz
from bassin.study import Study
from bassin.topics.travel.local import BY_ROAD, NEIGHBOURS, NO_EPCI, Travel


@pytest.fixture(scope="module")
def topic(study: Study) -> Travel:
    """The model of the study."""
    return study.travel


def test_readers(real: Sources):
    """1,901 pairs, three of them abroad; 36,568 town halls, Paris without altitude."""
    commutes = toulouse_dataviz.commutes_2014(real)
    assert len(commutes) == 1_901
    assert commutes["destination"].isna().sum() == 3
    assert not commutes.duplicated(["origin", "destination"]).any()
    halls = ign.town_halls_2012(real)
    assert len(halls) == 36_568
    assert halls.index[halls["altitude_max_m"].isna()].to_list() == ["75056"]
    assert halls.loc["30132", ["altitude_min_m", "altitude_max_m"]].to_list() == [169, 623]


def test_geography_of_the_town_halls(real: Sources):
    """Carried to 2023 from the date stated, all communes of the mainland are reached, none else."""
    halls = ign.town_halls_2012(real)
    moved = Study().territory.passage.transition(halls.index, ign.GEOGRAPHY_2011, "2023-01-01")
    communes, known = insee.communes(real), set(halls.index)
    assert set(moved.parts) == set(communes.index[~communes["dep"].str.startswith("97")])
    assert all(parts <= known for parts in moved.parts.values())


def test_towns(topic: Travel):
    """34,816 communes, all placed; Alès and its density by hand; Paris as high as around it.

    Of two mergers that were undone, each commune has the place of its own hall of 2012.
    """
    towns = topic.towns
    assert len(towns) == 34_816
    assert towns.notna().all(axis=None)
    assert topic.placed.to_dict() == {
        travel.TOWN_HALL: 34_014,
        travel.MERGED_HALL: 795,
        travel.MIDDLE: 7,
    }
    assert set(towns.loc[["14666", "14712", "76095", "76108"], "placed"]) == {travel.TOWN_HALL}
    assert towns.loc["30007", "density"] == pytest.approx(42_867 / 23.16, rel=1e-6)
    assert towns.loc["30007", ["x", "y"]].to_list() == pytest.approx([786_500, 6_337_000], abs=300)
    assert 20 < towns.loc["75056", "altitude_m"] < 130


def test_towns_are_in_their_outlines(topic: Travel, real: Sources):
    """Against simplified outlines: over 95 % of town halls are inside, the others near."""
    shapes = ign.communes_france_2024(real).geometry
    towns = topic.towns.loc[topic.towns.index.intersection(shapes.index)]
    points = shapely.points(towns[["x", "y"]].to_numpy())
    away = shapely.distance(points, shapes.loc[towns.index].to_numpy())
    assert (away == 0).mean() > 0.95
    assert np.quantile(away, 0.999) < 1_500
    assert away.max() < 3_500


def test_islands_are_those_of_the_outlines(real: Sources, topic: Travel):
    """Against the outlines: what touches nothing is a listed island, or has a bridge."""
    shapes = ign.communes_france_2024(real).geometry
    shapes = shapes[shapes.index.isin(topic.towns.index)]
    grown = shapes.buffer(150)  # outlines are simplified
    one, other = grown.sindex.query(grown, predicate="intersects")
    n = len(shapes)
    graph = coo_matrix((np.ones(len(one)), (one, other)), (n, n))
    labels = connected_components(graph, directed=False)[1]
    sizes = pd.Series(labels).value_counts()
    small = shapes.index[~pd.Series(labels).isin(sizes.index[:2]).to_numpy()]
    assert set(travel.ISLANDS) <= set(small)
    # Ré, Oléron and Noirmoutier, by departement: bridges.
    assert {code[:2] for code in set(small) - set(travel.ISLANDS)} <= {"17", "85"}


def test_points_of_the_pairs(topic: Travel):
    """Our distance between the points of each pair is the one published."""
    gap = (topic.known["km"] - topic.pairs["straight_km"]).abs()
    assert gap.max() < 0.25


def test_pairs_kept(topic: Travel):
    """1,893 of 1,901: three lead abroad, five are over 100 km."""
    assert len(topic.pairs) == 1_893
    assert topic.dropped.to_list() == [3, 0, 5, 0, 0]


def test_model_beats_both_baselines(topic: Travel):
    """3.62 minutes on departements it has not seen, against 6.55 and 7.34."""
    table = topic.validation
    assert table.loc[CHOSEN, "mean_abs"] == pytest.approx(3.621, abs=0.01)
    assert table.loc[SPEED, "mean_abs"] == pytest.approx(6.555, abs=0.01)
    assert table.loc[DETOUR, "mean_abs"] == pytest.approx(7.339, abs=0.01)
    assert table.loc[CHOSEN, "median_abs"] < table.loc[[SPEED, DETOUR], "median_abs"].min()
    assert abs(table.loc[CHOSEN, "bias"]) < 0.2


def test_model_beats_them_in_every_class(topic: Travel):
    """At any distance and on any relief."""
    for table in (topic.by_distance, topic.by_relief):
        assert (table["mean_abs"] < table[["speed", "detour"]].min(axis=1)).all()
        assert table["pairs"].sum() == 1_893


def test_held_out(topic: Travel, real: Sources):
    """3.50 minutes without the EPCI; three known times under the bound, one neighbour in 17.

    The share of neighbours that the bound tells of, once more by plain pandas, in the Gard.
    """
    table = topic.held_out
    assert table.at[NO_EPCI, "mean_abs"] == pytest.approx(3.502, abs=0.01)
    assert table.at[BY_ROAD, "broken_pct"] == pytest.approx(100 * 3 / 1_893)
    assert table.at[NEIGHBOURS, "broken_pct"] == pytest.approx(5.74, abs=0.05)
    assert table.at[NEIGHBOURS, "far_broken_pct"] == pytest.approx(2.96, abs=0.05)
    assert table.at[NEIGHBOURS, "pairs"] == 1_676_843
    gard = topic.towns[topic.towns.index.str.startswith("30")]
    paris = osrm.minutes_to_paris(real)["minutes"].reindex(gard.index)
    x, y = (gard[name].to_numpy() / 1000 for name in ("x", "y"))
    near = np.hypot(x[:, None] - x, y[:, None] - y) <= 20
    start, end = np.nonzero(np.triu(near, 1))
    at = topic.towns.index.get_indexer(gard.index)
    times = topic.model.minutes(topic.towns, at[start], at[end])
    gap = np.abs(paris.to_numpy()[start] - paris.to_numpy()[end])
    one, other = travel.neighbours(gard)
    told = travel.against_bound(
        topic.model.minutes(topic.towns, at[one], at[other]), paris.iloc[one], paris.iloc[other]
    )
    assert told["broken_pct"] == pytest.approx(100 * (gap > times)[~np.isnan(gap)].mean())
    assert told["far_broken_pct"] == pytest.approx(100 * (gap > times + 2)[~np.isnan(gap)].mean())


def test_field(topic: Travel, study: Study):
    """It gains four seconds on departements, eleven on EPCI, and breaks the bound a little more.

    The basin's own ways make its sides level; those around do not.
    """
    table = topic.by_field
    assert table.loc[FIELD].to_list() == pytest.approx([3.551, 3.315, 5.92], abs=0.03)
    assert table.at[PLACES, "no_epci"] == pytest.approx(3.337, abs=0.02)
    assert table.at[FIELD, "broken_pct"] > table.at[CHOSEN, "broken_pct"]
    assert topic.field.km == pytest.approx(9.3, abs=1.5)
    gaps = topic.by_side(study.territory.sides())
    sides = gaps.loc[[FACING, AWAY]]
    assert sides["ways"].to_list() == [21, 23]
    assert sides["model"].to_list() == pytest.approx([5.9, -12.5], abs=0.3)
    assert (sides["field"].abs() < 3).all()
    assert sides["field_without"].to_list() == pytest.approx([14.8, -3.3], abs=1.5)
    # What it helps and what it harms, where their own ways are left out.
    helped = sides["field_without"].abs() < sides["without"].abs()
    assert helped.to_list() == [False, True]


def test_search_for_the_field_is_cut_short_near_its_end(topic: Travel, study: Study):
    """Where a search of 200 likelihoods ended, the errors are hardly likelier, the sides alike."""
    ended = replace(topic.field, shared=0.11447, km=9.377, place=0.00106, pair=0.13696)
    assert 0 < topic.field.unlikeliness - ended.unlikeliness < 0.1
    sides = study.territory.sides()
    moved = topic.having(field=ended).by_side(sides) - topic.by_side(sides)
    assert 0 < moved.abs().max(axis=None) < 0.25


def test_where_roads_are_quicker_and_slower(topic: Travel):
    """From communes of the Haute-Garonne quicker, of the Gard and the Hérault slower."""
    said = topic.predicted[CHOSEN]
    ratio = np.log(topic.pairs["minutes"] / said)
    means = 100 * np.expm1(ratio.groupby(topic.pairs["origin"].str[:2]).mean())
    assert means[["31", "30", "34"]].to_list() == pytest.approx([-7.1, 5.5, 6.0], abs=0.1)


def test_most_errors_are_within_one_spread(topic: Travel):
    """Of all pairs, and of those put at half an hour, more than two in three."""
    known, said = topic.pairs["minutes"], topic.predicted[CHOSEN]
    within = topic.residuals.abs() < topic.model.spread
    assert (known / said - 1).abs().lt(np.expm1(topic.model.spread)).mean() > 2 / 3
    assert within[said.between(25, 35)].mean() > 2 / 3


def test_simplest_form_that_wins(topic: Travel):
    """Both features count; none of the richer forms gains three seconds."""
    mean = topic.validation["mean_abs"]
    poorer, richer = list(travel.FORMS)[:3], list(travel.FORMS)[4:]
    assert mean[CHOSEN] < mean[poorer].min() - 0.15
    assert mean[CHOSEN] < mean[richer].min() + 3 / 60


def test_fit_by_least_squares(topic: Travel):
    """Against a plain regression: outliers move the slopes little."""
    known = topic.known[["log_km", "relief", "log_density"]].to_numpy()
    design = np.column_stack([np.ones(len(known)), known])
    plain = np.linalg.lstsq(design, np.log(topic.pairs["minutes"]), rcond=None)[0]
    model = topic.model
    slopes = [model.constant, model.exponent, model.per_metre, model.per_log_density]
    np.testing.assert_allclose(slopes, plain, rtol=0.12)
    assert 0.6 < model.exponent < 0.75
    assert model.per_metre > 0
    assert model.per_log_density > 0


def test_errors_are_multiplicative(topic: Travel):
    """In minutes they grow with the time, in proportion they do not."""
    known, said = topic.pairs["minutes"], topic.predicted[CHOSEN]
    assert np.corrcoef((known - said).abs(), said)[0, 1] > 0.35
    assert abs(np.corrcoef(topic.residuals.abs(), said)[0, 1]) < 0.15


def test_parts_of_the_errors(topic: Travel):
    """Each place has a fifth of the variance; the way back has most of the way there."""
    parts = topic.parts
    assert parts["place"] / parts["whole"] == pytest.approx(0.207, abs=0.01)
    assert parts["reverse"] > 0.8
    assert topic.model.spread == pytest.approx(topic.residuals.pow(2).mean() ** 0.5)


def test_reach_against_every_pair(topic: Travel):
    """For 40 towns, in mountains and cities too, nothing within the time is beyond the bound."""
    towns, model = topic.towns, topic.model
    named = ["30007", "30132", "05023", "38185", "75056", "2A004", "29155", "74056"]
    at = [*towns.index.get_indexer(named), *range(0, len(towns), 1_100)]
    xy = towns[["x", "y"]].to_numpy() / 1000
    everyone = np.arange(len(towns))
    for limit in (15, 30, 45):
        reach = model.reach_km(towns, limit)
        for town in at:
            minutes = model.minutes(towns, np.full(len(towns), town), everyone)
            km = np.hypot(*(xy - xy[town]).T)
            assert km[minutes <= limit].max(initial=0) <= reach[town]
    assert reach[at[2]] < 0.9 * reach.max()  # Briançon


def test_times_known_otherwise(topic: Travel):
    """Between town halls of the basin, within two spreads of the pairs of the file."""
    both = topic.pairs["origin"].isin(topic.towns.index)
    both &= topic.pairs["destination"].isin(topic.towns.index)
    gard = topic.pairs[both & topic.pairs["origin"].str.startswith("30")]
    ends = (topic.towns.index.get_indexer(gard[name]) for name in ("origin", "destination"))
    ratio = topic.model.minutes(topic.towns, *ends) / gard["minutes"]
    assert 0.85 < ratio.median() < 1.1
    assert (np.abs(np.log(ratio)) < 2 * topic.model.spread).mean() > 0.85


def test_another_territory_has_the_same_model(real: Sources, topic: Travel):
    """The model is national: another EPCI has the same towns and slopes."""
    other = Study("247100290", data=real.root).travel
    assert other.model.exponent == topic.model.exponent
    assert other.validation.equals(topic.validation)
    assert other.located["pairs"].sum() == 0
