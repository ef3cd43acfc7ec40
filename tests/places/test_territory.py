"""One geography for every decade, and a territory that knows where it is."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.places import places
from tests.fixtures.spoil import Spoiler

from bassin.errors import PassageError, TerritoryError
from bassin.files.sources import Sources
from bassin.places.territory import (
    AWAY,
    FACING,
    Passage,
    Territory,
    commune_outlines,
    mend_outlines,
)
from bassin.read import anct, dgcl, insee

BASIN = "200000018"
START, NOW = "2017-01-01", "2023-01-01"

MINES = ["30002", "30003", "30004", "30005", "30006", "30007"]
PLAIN = ["30011", "30012", "30013", "30014", "30015"]


def events(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Events of (date, before, after)."""
    return pd.DataFrame(rows, columns=["date", "before", "after"])


def counts(**values: float) -> pd.Series:
    """A count by commune; codes are letters here."""
    return pd.Series(values, dtype=float)


@pytest.fixture(scope="module")
def passage(toy: Sources) -> Passage:
    return Passage(insee.commune_events(toy))


@pytest.fixture(scope="module")
def censuses(toy: Sources) -> pd.DataFrame:
    return insee.population_1876_2015(toy)


@pytest.fixture(scope="module")
def basin(toy: Sources) -> Territory:
    return Territory(BASIN, toy)


# -- Passage ---------------------------------------------------------------------------------------


def test_passage_without_time(passage: Passage, censuses: pd.DataFrame):
    """Carried to its own date, a table is itself."""
    pd.testing.assert_frame_equal(passage.carry(censuses, START, START), censuses)


def test_passage_gives_exactly_the_communes_of_the_date(passage: Passage, censuses: pd.DataFrame):
    """From 45 communes of 2017 to the 40 of 2023, save the two heirs of a division."""
    carried = passage.carry(censuses, START, NOW)
    assert set(carried.index) == {place.code for place in places(NOW)} - {"01003", "01004"}


def test_merged_past_is_the_sum_of_its_parts(passage: Passage, censuses: pd.DataFrame):
    """300 + 200 inhabitants in 1968, on 2020's merger."""
    carried = passage.carry(censuses[[1968, 1999]], START, NOW, ["30005"])
    assert carried.loc["30005"].to_list() == [500, 350]


def test_merger_is_not_done_before_its_day(passage: Passage, censuses: pd.DataFrame):
    """On the eve of the merger its parts still stand apart; on the day they are one."""
    eve = passage.carry(censuses[1968], START, "2019-12-31")
    assert eve[["30005", "30025"]].to_list() == [300, 200]
    assert "30025" not in passage.carry(censuses[1968], START, "2020-01-01").index


def test_event_on_the_starting_day_is_already_in_the_table(passage: Passage):
    """A table of 2020-01-01 is on the geography after that day's mergers."""
    after = counts(**{"30005": 500.0})
    assert passage.carry(after, "2020-01-01", NOW, ["30005"])["30005"] == 500


def test_chain_over_two_dates(passage: Passage, censuses: pd.DataFrame):
    """Three communes become one in two steps of 2018 and 2021."""
    moved = passage.transition(censuses.index, START, NOW)
    assert moved.parts["01007"] == {"01005", "01006", "01007"}
    assert passage.carry(censuses[1968], START, NOW)["01007"] == 300
    assert passage.carry(censuses[1968], START, "2018-01-01")["01006"] == 200


def test_two_steps_on_one_day(passage: Passage, censuses: pd.DataFrame):
    """A commune that changes departement and merges the same day ends in the merged one."""
    moved = passage.transition(censuses.index, START, NOW)
    assert moved.parts["30020"] == {"48009", "30030", "30020"}
    assert {"48009", "30029", "30030"}.isdisjoint(moved.parts)


def test_change_of_name_changes_nothing(passage: Passage, censuses: pd.DataFrame):
    """A commune that took another name keeps its past."""
    assert passage.carry(censuses[1968], START, NOW)["30019"] == 100


def test_division_is_refused_with_date_and_heirs(passage: Passage, censuses: pd.DataFrame):
    """The past of a divided commune cannot be shared out; the refusal says when and into what."""
    for heir in ("01003", "01004"):
        with pytest.raises(
            PassageError, match=rf"{heir}: 01003 was divided into 01003, 01004 on 2019-12-31"
        ):
            passage.carry(censuses, START, NOW, [heir])


def test_division_stays_refused_after_a_merger():
    """What took in an heir of a division has no known past either."""
    passage = Passage(
        events(
            ("2018-01-01", "A", "A"),
            ("2018-01-01", "A", "B"),
            ("2019-01-01", "B", "C"),
            ("2019-01-01", "C", "C"),
        )
    )
    with pytest.raises(PassageError, match="C: A was divided into A, B on 2018-01-01"):
        passage.carry(counts(A=1, C=1), START, NOW, ["C"])


def test_missing_part_stays_missing(passage: Passage, censuses: pd.DataFrame):
    """A sum with a missing part is missing: it is not the sum of the others."""
    table = censuses[[1968, 1975]].astype(float)
    table.loc["30025", 1968] = np.nan
    carried = passage.carry(table, START, NOW, ["30005"])
    assert np.isnan(carried.loc["30005", 1968])
    assert carried.loc["30005", 1975] == 350


def test_part_absent_from_the_table(passage: Passage, toy: Sources):
    """Municipal populations of 2015 lack a commune merged since: its heir is refused by name."""
    populations = insee.population_2013_2023(toy)
    with pytest.raises(PassageError, match=r"30031 is made of 30031, 30038, but 30038 is not in"):
        passage.carry(populations[2015], START, NOW, ["30031"])


def test_backwards_is_refused(passage: Passage, censuses: pd.DataFrame):
    """A merged commune's count is not that of its parts."""
    with pytest.raises(PassageError, match="cannot go back from 2023-01-01 to 2017-01-01"):
        passage.carry(censuses, NOW, START)


def test_beyond_the_events_is_refused(passage: Passage, censuses: pd.DataFrame):
    """A date after the last edition of the events would miss mergers in silence."""
    with pytest.raises(PassageError, match="known until 2023-01-01, not 2025-01-01"):
        passage.carry(censuses, START, "2025-01-01")


def test_commune_that_is_none_at_the_end(passage: Passage, censuses: pd.DataFrame):
    """A commune merged away, or never known, is refused by its code."""
    for code in ("30025", "99999"):
        with pytest.raises(PassageError, match=f"{code} is no commune of {NOW}"):
            passage.carry(censuses, START, NOW, [code])


def test_carry_keeps_the_order_asked(passage: Passage, censuses: pd.DataFrame):
    """Rows come in the order of the codes asked for."""
    wanted = ["30015", "30001", "30005"]
    assert list(passage.carry(censuses, START, NOW, wanted).index) == wanted


def test_code_asked_twice_is_counted_once(passage: Passage, censuses: pd.DataFrame):
    """Asking for a commune twice does not double it."""
    carried = passage.carry(censuses[1968], START, NOW, ["30005", "30005"])
    assert carried.to_dict() == {"30005": 500}
    assert len(carried) == 1


def test_codes_exchanged_on_one_day():
    """A commune may take the code that another leaves the same day."""
    passage = Passage(events(("2018-01-01", "A", "B"), ("2018-01-01", "B", "C")))
    assert passage.transition(["A"], START, NOW).parts == {"C": {"A"}}


def test_absorbed_without_a_row_of_its_own():
    """A commune that takes another in keeps its own past, though no row says so."""
    passage = Passage(events(("2018-01-01", "A", "B")))
    assert passage.carry(counts(A=1, B=2), START, NOW)["B"] == 3


@st.composite
def mergers(draw: st.DrawFn) -> tuple[pd.Series, pd.DataFrame]:
    """Communes with a count each, and mergers among them on some days, a day's not chained."""
    alive = [f"{n:05d}" for n in range(draw(st.integers(2, 12)))]
    values = draw(st.lists(st.integers(0, 10**6), min_size=len(alive), max_size=len(alive)))
    table = pd.Series(values, index=list(alive))
    rows = []
    for year in range(2018, 2018 + draw(st.integers(0, 5))):
        order = draw(st.permutations(alive))
        size = draw(st.integers(1, len(order)))
        gone, centre = order[1:size], order[0]
        rows += [(f"{year}-01-01", code, centre) for code in (centre, *gone)]
        alive = [code for code in alive if code not in gone]
    return table, events(*rows)


@given(mergers())
def test_mergers_preserve_the_total(drawn: tuple[pd.Series, pd.DataFrame]):
    """Whatever merges with whatever, nobody is lost and nobody is counted twice."""
    table, happened = drawn
    carried = Passage(happened).carry(table, START, NOW)
    assert carried.sum() == table.sum()
    parts = Passage(happened).transition(table.index, START, NOW).parts
    assert sorted(code for of in parts.values() for code in of) == sorted(table.index)


# -- Territory -------------------------------------------------------------------------------------


def test_territory(basin: Territory):
    """A territory has the twelve communes, the name and the kind of its EPCI."""
    assert basin.codes == ["30001", *MINES, *PLAIN]
    assert (basin.name, basin.kind) == ("CA du Bassin de Mineville", "CA")
    assert (basin.departement, basin.region) == ("30", "76")
    assert repr(basin) == "Territory('200000018': CA du Bassin de Mineville, 12 communes)"


def test_territory_over_two_departements(toy: Sources):
    """Communes count for the departement and the region that most of them are in."""
    assert Territory("200042001", toy).departement == "2A"


def test_population_and_centre(basin: Territory):
    """6,800 inhabitants in 2020, and the most populated commune in the middle."""
    assert basin.population_2020.sum() == 6800
    assert basin.centre == "30001"


def test_population_on_constant_geography(basin: Territory, toy: Sources):
    """8,000 in 1968, 7,000 until 1999, 6,300 in 2006, on the twelve communes of 2023."""
    table = insee.population_1876_2015(toy)
    carried = basin.passage.carry(table, START, NOW, basin.codes).sum()
    assert carried[[1968, 1975, 1999, 2006, 2015]].to_list() == [8000, 7000, 7000, 6300, 6300]


@pytest.mark.parametrize(
    ("code", "nearest"),
    [
        ("200000081", "200000018 CA du Bassin de Mineville"),
        ("cc du golf", "200042001 CC du Golfe"),
        ("ZZZZZZZZZ", "Nearest: none near"),
    ],
)
def test_unknown_code_lists_the_nearest(toy: Sources, code: str, nearest: str):
    """A wrong code, a name for a code, or the mark of no EPCI: the nearest ones are named."""
    with pytest.raises(TerritoryError) as caught:
        _ = Territory(code, toy).communes
    assert f"'{code}' is the SIREN of no EPCI" in str(caught.value)
    assert nearest in str(caught.value)


def test_named(toy: Sources):
    """A part of a name that only one EPCI has is enough, in any case."""
    assert Territory.named("mineville", toy).code == BASIN


@pytest.mark.parametrize(
    ("name", "found"), [("CC d", "6 EPCI.*: 240100560 CC de"), ("Paris", "0 EPCI.*: none")]
)
def test_named_for_several_or_none(toy: Sources, name: str, found: str):
    """A name that several or none have is refused, with those that do."""
    with pytest.raises(TerritoryError, match=found):
        Territory.named(name, toy)


# -- Outlines --------------------------------------------------------------------------------------


def test_outlines(basin: Territory):
    """Thirteen squares: 325 km2, the merged commune having two."""
    table = basin.outlines
    assert list(table.index) == basin.codes
    assert table.crs.to_epsg() == 2154
    assert table["area_km2"].sum() == pytest.approx(325, abs=0.05)
    assert table.at["30005", "area_km2"] == pytest.approx(50, abs=0.02)
    assert table.at["30001", "name"] == "Mineville"


def test_outlines_of_france(toy: Sources, passage: Passage):
    """Old outlines carried forward or new ones: each commune is where its squares are."""
    communes = insee.communes_2023(toy)
    table = commune_outlines(toy, passage, communes)
    assert list(table.index) == list(communes.index)
    squares = {place.code: place.shape for place in places(NOW)}
    for code, shape in table.geometry.items():
        assert shape.symmetric_difference(squares[code]).area < 2e4, code
    assert table["area_km2"].sum() == pytest.approx(46 * 25, abs=0.1)


def test_commune_without_an_outline(toy: Sources, passage: Passage):
    """A commune that no file draws is named."""
    nowhere = pd.DataFrame({"name": ["Nulle Part"], "dep": ["01"]}, index=["01999"])
    with pytest.raises(TerritoryError, match="no outline of 01999 Nulle Part"):
        commune_outlines(toy, passage, nowhere)


def test_neighbours(basin: Territory):
    """The length shared with each, longest first; one that touches at a corner is none."""
    table = basin.neighbours
    assert list(table["name"]) == [
        *("CC des Garrigues", "CC des Vallons", "CC du Haut-Causse", "CC de l'Adret")
    ]
    assert table["boundary_km"].to_list() == pytest.approx([40, 30, 25, 15], abs=0.02)
    assert table["communes"].to_list() == [7, 3, 5, 7]


def test_sides(basin: Territory):
    """Facing north-west: six mining communes, five of the plain, and the town apart."""
    sides = basin.sides()
    assert list(sides.index[sides == FACING]) == MINES
    assert list(sides.index[sides == AWAY]) == PLAIN
    assert sides["30001"] == "Mineville"


@pytest.mark.parametrize("bearing", [300.0, 315.0, 330.0])
def test_sides_swap_when_turned_about(basin: Territory, bearing: float):
    """Facing the other way swaps the two sides, whatever the bearing."""
    one, other = basin.sides(bearing), basin.sides(bearing - 180)
    assert (one.replace({FACING: AWAY, AWAY: FACING}) == other).all()


def test_sides_of_another_bearing(basin: Territory):
    """Facing south, the communes south of the town are on the side faced."""
    faced = basin.sides(180)
    assert set(faced.index[faced == FACING]) >= {"30012", "30013", "30014", "30015"}
    assert set(faced.index[faced == AWAY]) >= {"30002", "30004", "30006", "30007"}


# -- History ---------------------------------------------------------------------------------------


def test_former_member(basin: Territory):
    """The one commune whose populations are what the EPCI of 2019 had too many."""
    assert basin.former_members() == ["30016"]


def test_no_former_member(toy: Sources):
    """An EPCI whose totals agree has lost none."""
    assert Territory("200042001", toy).former_members() == []


def test_perimeter_changed_by_more_than_one(toy: Sources):
    """The EPCI that took a commune in has a deficit nobody explains: it is said, not guessed."""
    with pytest.raises(TerritoryError, match=r"CC des Garrigues.* -\d+ .* 0 commune"):
        Territory("243000213", toy).former_members()


def test_history(basin: Territory):
    """13, 12, 12, then 11 communes: one leaves, one is merged."""
    table = basin.history
    assert table["communes"].to_dict() == {2019: 13, 2023: 12, 2024: 12, 2025: 11}
    assert table["change"].to_list() == [
        *("", "Le Partant (30016) leaves", "", "Petit Mas (30015) is merged")
    ]
    assert table["basis"].str.len().gt(0).all()


# -- Broken outlines -------------------------------------------------------------------------------


def test_mend_outlines(toy: Sources, passage: Passage):
    """Points give way to the communes of the members; a polygon of a former member is kept."""
    broken = anct.industry_territories_2018(toy)
    communes = commune_outlines(toy, passage, insee.communes_2023(toy))
    mended = mend_outlines(broken, dgcl.epci_members_2023(toy), communes)
    assert mended["mended"].to_dict() == {
        "ti-7601": False,
        "ti-4801": False,
        "ti-8401": True,
        "ti-9401": True,
    }
    assert set(mended.geom_type) <= {"Polygon", "MultiPolygon"}
    squares = (mended.area / 25e6).to_dict()
    assert squares == pytest.approx(
        {"ti-7601": 13, "ti-4801": 5, "ti-8401": 9 + 1, "ti-9401": 3 + 1}, abs=0.01
    )
    assert broken.geom_type["ti-8401"] == "Point"


def test_mend_outlines_without_a_member_to_draw(spoil: Spoiler, passage: Passage):
    """A point whose member is unknown cannot be mended: the SIREN is named."""
    sources = spoil.text(anct.INDUSTRY_149, "240100560 213003600", "240100560 999999999")
    with pytest.raises(TerritoryError, match="ti-8401: no outline for 999999999"):
        mend_outlines(
            anct.industry_territories_2018(sources),
            dgcl.epci_members_2023(sources),
            commune_outlines(sources, passage, insee.communes_2023(sources)),
        )
