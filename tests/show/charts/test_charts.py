"""Charts: what is drawn, what is said, what is refused."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex

from bassin.show import charts
from bassin.show.charts.axes import apart
from bassin.show.tokens import OKABE_ITO


@pytest.fixture
def towns():
    return pd.DataFrame(
        {"Alès": [43000.0, 42000, 41000], "Mons": [1500, np.nan, 1800], "Salindres": [3000.0] * 3},
        index=[1968, 1999, 2020],
    )


@pytest.fixture
def rates():
    index = pd.MultiIndex.from_product(
        [["Alès", "Gard"], ["1968–1975", "1975–1982"]], names=["area", "period"]
    )
    table = pd.DataFrame(
        {"natural": [0.5, -0.2, 0.3, 0.1], "migratory": [-0.8, -0.1, 0.4, 1]}, index
    )
    return table.assign(total=table.sum(axis=1))


@pytest.fixture
def places():
    return pd.DataFrame(
        {
            "value": [1.0, 3, 2, np.nan, 4, 4],
            "zone": ["North", "North", "South"] * 2,
            "year": [2016] * 3 + [2023] * 3,
            "weight": [1, 3, 1, 1, 1, 1],
        },
        index=["A", "B", "C"] * 2,
    )


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_lines_names_each_series_at_its_end(towns, words):
    """Each series has its colour, marker and dash, and its name in its colour."""
    exhibit = charts.lines(towns, name="fig-towns", ylabel="Inhabitants", **words)
    (ax,) = exhibit.figure.axes
    assert [to_hex(line.get_color()).upper() for line in ax.lines] == list(OKABE_ITO[:3])
    assert len({line.get_marker() for line in ax.lines}) == 3
    named = {text.get_text(): to_hex(text.get_color()).upper() for text in ax.texts}
    assert named == dict(zip(towns, OKABE_ITO, strict=False))
    assert exhibit.alt == (
        "Line chart. Inhabitants: Alès from 43,000 in 1968 to 41,000 in 2020; "
        "Mons from 1,500 in 1968 to 1,800 in 2020; Salindres from 3,000 in 1968 to 3,000 in 2020"
    )


def test_lines_never_draw_a_missing_value(towns, words):
    """A missing year has no point, least of all at zero."""
    (ax,) = charts.lines(towns, name="fig-towns", ylabel="Inhabitants", **words).figure.axes
    np.testing.assert_array_equal(ax.lines[1].get_xydata(), [[1968, 1500], [2020, 1800]])


def test_lines_in_panels(towns, words):
    """Panels share years but not the scale, keep the colours, and mark the same years."""
    exhibit = charts.lines(
        towns,
        name="fig-towns",
        ylabel="Inhabitants",
        panels=[["Alès"], ["Mons", "Salindres"]],
        titles=["Town", "Villages"],
        highlight="Mons",
        vlines={1986: "Pits close"},
        zero=True,
        **words,
    )
    top, bottom = exhibit.figure.axes
    assert [ax.get_title(loc="left") for ax in (top, bottom)] == ["Town", "Villages"]
    assert top.get_xlim() == bottom.get_xlim()
    assert top.get_ylim()[0] == bottom.get_ylim()[0] == 0
    assert top.get_ylim()[1] > 10 * bottom.get_ylim()[1]
    assert "Pits close" in texts(top)
    assert bottom.lines[0].get_linewidth() > bottom.lines[1].get_linewidth()
    assert list(bottom.lines[-1].get_xdata()) == [1986, 1986]


def test_end_labels_do_not_touch():
    """Labels are moved apart by as little as can be, and keep their order."""
    assert apart([0, 10], [4, 4]) == [0, 10]
    assert apart([5, 5], [4, 4]) == [3, 7]
    assert apart([0, 5, 5], [2, 4, 4]) == pytest.approx([0, 3, 7])
    heights = apart([1, 1.1, 1.2, 9], [2, 2, 2, 2])
    assert all(b - a >= 2 - 1e-9 for a, b in pairwise(heights))


def test_bars_are_labelled_with_their_value(words):
    """Each bar carries its number, and an absent one says so."""
    table = pd.DataFrame({"2010": [1200, np.nan], "2020": [900.0, 300]}, index=["Farms", "Energy"])
    exhibit = charts.bars(table, name="fig-jobs", xlabel="Jobs", **words)
    (ax,) = exhibit.figure.axes
    assert texts(ax) == ["1,200", "n/a", "900", "300"]
    assert [bar.get_width() for bar in ax.patches] == [1200, 0, 900, 300]
    assert exhibit.alt == (
        "Bar chart. Jobs: 2010: Farms 1,200; Energy not published; 2020: Farms 900, Energy 300"
    )


def test_ticks_have_no_empty_decimals(words):
    """Ticks at 0, 1, 2 are whole, though the bars are told to two decimals; at 0.1, with one."""
    for most, expected in ((3.0, "1"), (0.6, "0.1")):
        table = pd.DataFrame({"2020": [most, most / 3]}, index=["Farms", "Energy"])
        (ax,) = charts.bars(table, name="fig-jobs", xlabel="Jobs", fmt=".2f", **words).figure.axes
        assert ax.xaxis.get_major_formatter()(float(expected), 0) == expected
        assert texts(ax) == [f"{most:.2f}", f"{most / 3:.2f}"]


def test_the_frame_leaves_room_for_losses(words):
    """Bars left of zero stand on the line at zero: no frame runs through their labels."""
    for least, framed in ((2.0, True), (-2.0, False)):
        table = pd.DataFrame({"2020": [5, least]}, index=["Farms", "Energy"])
        (ax,) = charts.bars(table, name="fig-jobs", xlabel="Jobs", **words).figure.axes
        assert ax.spines["left"].get_visible() is framed


def test_stacked_bars_begin_where_the_others_end(words):
    """Stacked series follow each other, and a stack that lacks a part says which."""
    table = pd.DataFrame({"Men": [2.0, 1], "Women": [3, np.nan]}, index=["Farms", "Energy"])
    (ax,) = charts.bars(table, name="fig-jobs", xlabel="Jobs", stacked=True, **words).figure.axes
    assert [bar.get_x() for bar in ax.patches] == [0, 0, 2, 1]
    assert texts(ax) == ["n/a: Women"]


def test_upright_bars(words):
    """Bars may stand, with the name of a category in bold."""
    table = pd.DataFrame({"2020": [2.0, 1]}, index=["Farms", "Energy"])
    exhibit = charts.bars(
        table, name="fig-jobs", xlabel="Jobs", horizontal=False, highlight="Energy", **words
    )
    (ax,) = exhibit.figure.axes
    assert [bar.get_height() for bar in ax.patches] == [2, 1]
    assert [label.get_fontweight() for label in ax.get_xticklabels()] == ["normal", "bold"]


def test_both_signs_cannot_be_stacked(words):
    """A stack of gains and losses would add up to nothing that can be read."""
    with pytest.raises(ValueError, match="stacked=False"):
        charts.bars(
            pd.DataFrame({"a": [1], "b": [-1]}), name="fig-x", xlabel="x", stacked=True, **words
        )


def test_balances_stack_by_sign_and_mark_the_total(rates, words):
    """Bars of one sign follow each other, those of two part from zero, a diamond is at the sum."""
    exhibit = charts.balances(rates, name="fig-balances", **words)
    ales, gard = exhibit.figure.axes
    assert [ax.get_title(loc="left") for ax in (ales, gard)] == ["Alès", "Gard"]
    assert ales.get_xlim() == gard.get_xlim()
    starts = [(bar.get_x(), bar.get_width()) for bar in ales.patches]
    assert starts == [(0, 0.5), (0, -0.2), (0, -0.8), (-0.2, -0.1)]
    np.testing.assert_allclose(ales.lines[0].get_xdata(), [-0.3, -0.3])
    assert exhibit.alt == (
        "Bar charts of natural and migratory balance by period. "
        "Total: Alès −0.30% in 2 periods. "
        "Gard from +0.70% in 1968–1975 to +1.10% in 1975–1982, median +0.90%"
    )


def test_balances_do_not_draw_a_missing_rate_as_zero(rates, words):
    """A period whose rate is missing says so."""
    rates.loc[("Gard", "1975–1982"), :] = np.nan
    exhibit = charts.balances(rates, name="fig-balances", **words)
    assert texts(exhibit.figure.axes[1]) == ["n/a"]
    assert exhibit.alt.endswith("Gard +0.70% in 1968–1975; 1 period not published")


def test_balances_need_two_levels(rates, words):
    """A table without areas says how to make them."""
    with pytest.raises(ValueError, match="set_index"):
        charts.balances(rates.loc["Alès"], name="fig-balances", **words)


def test_distribution_draws_every_value_and_the_weighted_mean(places, words):
    """Each value is a dot, each zone has its weighted mean, and a missing one is counted."""
    exhibit = charts.distribution(
        places, name="fig-apl", ylabel="APL", thresholds={2.5: "shortage"}, **words
    )
    before, after = exhibit.figure.axes
    dots = [drawn for drawn in before.collections if isinstance(drawn, PathCollection)]
    assert [sorted(drawn.get_offsets()[:, 1].tolist()) for drawn in dots] == [[1, 3], [2]]
    assert texts(before) == ["2.5", "2.0"]  # (1 + 3 x 3) / 4, and 2 alone
    assert before.get_ylim() == after.get_ylim()
    assert exhibit.alt == (
        "Strip chart. APL: North in 2016 from 1.0 in A to 3.0 in B, median 2.0. "
        "South in 2016 2.0 in C. North in 2023 4.0 in B; 1 commune not published. "
        "South in 2023 4.0 in C"
    )


def test_distribution_without_weights_draws_no_mean(places, words):
    """No mean is made up where there is no weight."""
    exhibit = charts.distribution(
        places.drop(columns="weight"), name="fig-apl", ylabel="APL", **words
    )
    assert not any(texts(ax) for ax in exhibit.figure.axes)
    assert not exhibit.figure.legends


def test_slope_colours_those_it_names(words):
    """Named places are in colour over the others, and changes are counted."""
    table = pd.DataFrame(
        {2016: [1.0, 2, 3, np.nan], 2023: [2.0, 1, 4, 5]}, index=["A", "B", "C", "D"]
    )
    exhibit = charts.slope(table, name="fig-slope", ylabel="APL", highlight="B", fmt=".1f", **words)
    (ax,) = exhibit.figure.axes
    assert texts(ax) == ["B"]
    assert len(ax.lines) == 3
    assert exhibit.alt == (
        "Slope chart of 3 places, 2016 to 2023: 2 rise, 1 fall. "
        "APL: B from 2.0 in 2016 to 1.0 in 2023"
    )


def two_measures() -> pd.DataFrame:
    """Four places on two sides, one without the second measure."""
    return pd.DataFrame(
        {"rebuilt": [1.0, 2, 3, 4], "apl": [2.0, 1, 4, np.nan], "side": list("nnss")},
        index=["A", "B", "C", "D"],
    )


def test_scatter_greys_the_groups_it_does_not_colour(words):
    """A dot a place with both measures; groups not named are grey, the others on top."""
    exhibit = charts.scatter(
        two_measures(),
        x="rebuilt",
        y="apl",
        name="fig-scatter",
        xlabel="Rebuilt",
        ylabel="Official",
        group="side",
        colored=["s"],
        labels=["C"],
        **words,
    )
    (ax,) = exhibit.figure.axes
    assert [len(dots.get_offsets()) for dots in ax.collections] == [2, 1]
    assert ax.collections[0].get_facecolor()[0].tolist() == pytest.approx(
        [0xB9 / 255] * 3 + [1], abs=1e-6
    )
    assert texts(ax) == ["C"]
    assert exhibit.alt == (
        "Scatter chart of 3 communes. Rebuilt from 1.0 in A to 4.0 in D, median 2.5. "
        "Official from 1.0 in B to 4.0 in C, median 2.0; 1 commune not published."
    )


def test_scatter_refuses_a_name_it_does_not_have(words):
    """A label for no dot would silently be left out."""
    with pytest.raises(ValueError, match="no commune named Z"):
        charts.scatter(
            two_measures(),
            x="rebuilt",
            y="apl",
            name="fig-scatter",
            xlabel="Rebuilt",
            ylabel="Official",
            group="side",
            labels=["Z"],
            **words,
        )


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda t: t.assign(Mons="high"), "column 'Mons' holds str, not numbers"),
        (lambda t: pd.concat([t, t.tail(1)]), "year 2020 comes more than once"),
        (lambda t: t.iloc[:0], "nothing to show"),
        (lambda t: pd.concat([t.add_prefix(str(i)) for i in range(3)], axis=1), "9 series"),
    ],
)
def test_lines_say_what_is_wrong(towns, words, spoil, message):
    """A table that cannot be drawn is refused with the place and the cure."""
    with pytest.raises(ValueError, match=message):
        charts.lines(spoil(towns), name="fig-towns", ylabel="Inhabitants", **words)


def test_an_unknown_series_is_named(towns, words):
    """A panel of a column that is not there says which are."""
    with pytest.raises(ValueError, match="'Nîmes' is absent: the table has 'Alès'"):
        charts.lines(towns, name="fig-towns", ylabel="x", panels=[["Nîmes"]], **words)


def test_lines_writes_dates_that_are_no_years(towns, words):
    """A quarter is drawn at its date, and told by its name in the description and the data."""
    quarters = towns.set_axis([2014.75, 2015, 2015.25])
    dates = {2014.75: "2014-Q4", 2015.0: "2015-Q1", 2015.25: "2015-Q2"}
    exhibit = charts.lines(quarters, name="fig-towns", ylabel="Rate", dates=dates, **words)
    assert "Alès from 43,000 in 2014-Q4 to 41,000 in 2015-Q2" in exhibit.alt
    assert list(exhibit.data.index) == list(dates.values())
    assert exhibit.figure.axes[0].lines[0].get_xdata()[0] == 2014.75
