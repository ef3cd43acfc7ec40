"""One geography for every decade."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.places import places
from tests.fixtures.territory import MINES, NOW, PLAIN, START

from bassin.errors import PassageError
from bassin.files.sources import Sources
from bassin.places.passage import Passage
from bassin.places.territory import Territory
from bassin.read import insee


def events(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Events of (date, before, after)."""
    return pd.DataFrame(rows, columns=["date", "before", "after"])


def counts(**values: float) -> pd.Series:
    """A count by commune; codes are letters here."""
    return pd.Series(values, dtype=float)


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
    populations = insee.municipal_populations(toy)
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


def test_a_table_of_one_departement_is_carried(passage: Passage, censuses: pd.DataFrame):
    """Communes elsewhere that the events name are not asked of it."""
    here = censuses[censuses.index.str.startswith("30")]
    carried = passage.carry(here, START, NOW)
    everywhere = passage.carry(censuses, START, NOW)
    inside = everywhere[everywhere.index.str.startswith("30")]
    assert carried.equals(inside.drop("30020"))
    assert carried.attrs["left_out"] == {"30020": ["30020", "30030", "48009"]}
    # A commune lost from a departement that is there is another matter.
    with pytest.raises(PassageError, match="30025 is not in the table"):
        passage.carry(here.drop("30025"), START, NOW)


def test_heirs_of_a_division_are_told_when_left_out(passage: Passage, censuses: pd.DataFrame):
    """Each with what was divided; where communes are asked for, none is left out."""
    left_out = passage.carry(censuses, START, NOW).attrs["left_out"]
    assert left_out == {"01003": ["01003"], "01004": ["01003"]}


def test_heirs_of_a_division_together_are_what_was_divided(
    passage: Passage, censuses: pd.DataFrame
):
    """The refusal of one of them names them all; as one tuple they have a past."""
    with pytest.raises(PassageError, match=r"as one tuple: \('01003', '01004'\)"):
        passage.carry(censuses, START, NOW, ["01003"])
    carried = passage.carry(censuses, START, NOW, [("01003", "01004"), "30005"])
    assert carried.index.tolist() == ["01003+01004", "30005"]
    assert carried.loc["01003+01004"].tolist() == censuses.loc["01003"].tolist()


def test_a_merger_undone_is_followed():
    """X joins Y, then leaves it as it came: both have their own past again."""
    undone = Passage(
        events(
            ("2018-01-01", "X", "Y"),
            ("2018-01-01", "Y", "Y"),
            ("2020-01-01", "Y", "X"),
            ("2020-01-01", "Y", "Y"),
        )
    )
    assert undone.carry(counts(X=2, Y=3), START, NOW).to_dict() == {"X": 2, "Y": 3}
    assert undone.carry(counts(X=2, Y=3), START, "2019-01-01").to_dict() == {"Y": 5}
    # On the boundaries of 2019 it is a division: X was no commune then.
    with pytest.raises(PassageError, match="Y was divided into X, Y on 2020-01-01"):
        undone.carry(counts(Y=5), "2019-01-01", NOW, ["X"])


def test_a_part_of_a_merger_that_comes_back_leaves_the_others_merged():
    """Of X, Y and Z, X comes back; Y keeps Z."""
    undone = Passage(
        events(
            ("2018-01-01", "X", "Y"),
            ("2018-01-01", "Z", "Y"),
            ("2018-01-01", "Y", "Y"),
            ("2020-01-01", "Y", "X"),
            ("2020-01-01", "Y", "Y"),
        )
    )
    assert undone.carry(counts(X=2, Y=3, Z=4), START, NOW).to_dict() == {"X": 2, "Y": 7}


@pytest.mark.parametrize(
    "day", ["2023", "2017-13-45", "2017-1-1", "٢٠١٧-01-01", " 2017-01-01", 2017]
)
def test_a_date_that_is_no_day_is_refused(passage: Passage, censuses: pd.DataFrame, day):
    """Compared as text, 2023 would come before every day of that year."""
    for start, end in ((START, day), (day, NOW)):
        with pytest.raises(PassageError, match="is no day: write the date of a geography"):
            passage.carry(censuses, start, end)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (pd.Series([1.0, 2.0], index=["30001", "30001"]), "30001 stands twice"),
        (pd.Series([1.0], index=[30001]), "30001 is the code of no commune"),
        (pd.Series(["1"], index=["30001"], name="people"), "column 'people' holds str"),
        (pd.DataFrame({"a": [1], "b": [True]}, index=["30001"]), "column 'b' holds bool"),
    ],
)
def test_a_table_that_cannot_be_added_up_is_refused(passage: Passage, table, told):
    """A code twice, codes as numbers, texts and truths."""
    with pytest.raises(PassageError, match=told):
        passage.carry(table, START, NOW)


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


def test_territory(basin: Territory):
    """A territory has the twelve communes, the name and the kind of its EPCI."""
    assert basin.codes == ["30001", *MINES, *PLAIN]
    assert (basin.name, basin.called.form) == ("CA du Bassin de Mineville", "CA")
    assert (basin.departement, basin.region) == ("30", "76")
    assert repr(basin) == "Territory('200000018': CA du Bassin de Mineville, 12 communes)"


@pytest.mark.parametrize(
    "codes",
    [
        *([30007], [None], [("30001", "30001")], [()], [["30001", "30002"]]),
        *("30001", ["30001 "], ["XXXXX"]),
    ],
    ids=str,
)
def test_codes_that_are_none_are_refused(passage: Passage, censuses: pd.DataFrame, codes):
    """Numbers, a list for a tuple, a commune twice in a tuple, a text for a list of codes."""
    with pytest.raises(PassageError, match=r"give|Give"):
        passage.carry(censuses, START, NOW, codes=codes)


def test_an_infinite_count_is_refused(passage: Passage, censuses: pd.DataFrame):
    """Its sum would be one."""
    with pytest.raises(PassageError, match="30001: an infinite count"):
        passage.carry(
            censuses.assign(more=1.0).replace(1.0, np.inf)[["more"]].loc[["30001"]], START, NOW
        )
    with pytest.raises(PassageError, match="'30001' is one code"):
        passage.transition("30001", START, NOW)


@pytest.mark.parametrize(
    ("part", "city"), [("75112", "75056"), ("13201", "13055"), ("69389", "69123")]
)
def test_an_arrondissement_is_no_commune(passage: Passage, part: str, city: str):
    """No event names it, so that it would pass as a commune of every date, beside its city."""
    people = pd.Series({"30001": 10.0, part: 5.0})
    for ask in (
        lambda: passage.carry(people, START, NOW),
        lambda: passage.carry(pd.Series({"30001": 10.0}), START, NOW, ["30001", part]),
    ):
        with pytest.raises(PassageError, match=rf"{part} is an arrondissement of {city}.* Add the"):
            ask()
    beside = passage.carry(people, START, NOW, ["30001"])
    assert beside.to_dict() == {"30001": 10.0}
    with pytest.raises(PassageError, match=f"{city} is no commune"):
        passage.carry(people, START, NOW, [city])
