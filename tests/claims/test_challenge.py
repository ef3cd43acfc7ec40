"""What could deny a claim: hand-made checks first, then every claim of the study that holds."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from tests.claims.negations import NEGATIONS, NOT_NEGATED
from tests.fixtures.qualified import QUALIFIED

from bassin.claims import challenge
from bassin.claims.ledger import Ledger
from bassin.files.trace import cached_property
from bassin.read import printed
from bassin.study import Study
from bassin.topics.checks import CHECKS
from bassin.topics.finding import Finding


class Town:
    """A topic made by hand: people by town and year, its name, and how many it ranks first of."""

    __module__ = "bassin.made_for_this_test"

    def __init__(self) -> None:
        self.people = pd.DataFrame(
            {1968: [40.0, 12.0, 9.0], 2020: [44.0, 5.0, 11.0]}, ["Alès", "Bessèges", "Anduze"]
        )
        self.name = "Alès"
        self.asked = 0

    def rank(self, year: int) -> tuple[int, int]:
        """Rank of the town, and of how many."""
        self.asked += 1
        return int(self.people[year].rank(ascending=False)[self.name]), len(self.people)

    def printed(self, year: int) -> float:
        """A number of each census that rests on no table."""
        return {1968: 4.0, 1999: 5.0, 2020: 6.0}[year]


class Basin:
    """A study made by hand."""

    __module__ = "bassin.made_for_this_test"

    def __init__(self) -> None:
        self.sources = None

    @cached_property
    def town(self) -> Town:
        """Its one topic."""
        return Town()


def denied(says) -> list[tuple[str, str]]:
    """Turns of the evidence on which a statement does not hold."""
    found, tried = challenge.denials(Basin(), lambda study: Finding(says(study), "A", ""))
    assert tried > 0
    return found


def test_a_statement_on_years_is_denied_by_the_years_turned_round():
    """And by the towns that trade their people, not by more people everywhere."""

    def grows(study) -> bool:
        return bool(study.town.people.at["Alès", 2020] > study.town.people.at["Alès", 1968])

    found = denied(grows)
    assert ("study.town.people", "time_backwards") in found
    assert ("study.town.people", "doubled") not in found
    assert ("study.town.people", "halved") not in found


def test_a_statement_on_places_is_denied_by_places_that_trade_their_values():
    """Who is high is low, and the first is last."""

    def first(study) -> bool:
        return study.town.people[2020].idxmax() == study.town.name

    ways = {how for _, how in denied(first)}
    assert {"places_traded", "high_for_low"} <= ways
    assert "time_backwards" not in ways


def test_numbers_a_method_gives_are_turned_one_by_one():
    """Each of a pair has its own place."""
    paths = {path for path, _ in denied(lambda study: study.town.rank(2020)[0] == 1)}
    assert paths == {"study.town.rank(2020)[0]"}


def test_a_statement_that_holds_whatever_the_evidence_is_denied_by_nothing():
    """It counts people, who are never fewer than none."""
    assert denied(lambda study: bool((study.town.people[2020] >= 0).all())) == []


def test_a_check_that_cannot_read_what_is_turned_is_not_denied_by_it():
    """An error is no finding."""

    def picky(study) -> Finding:
        if study.town.people.to_numpy().tolist() != Town().people.to_numpy().tolist():
            raise KeyError("Alès")
        return Finding(True, "A", "")

    denials, _ = challenge.denials(Basin(), picky)
    assert denials == []


def test_a_majority_is_denied_by_all_its_comparisons_at_once():
    """No single one decides, whichever way it is turned."""

    def mostly_above(study) -> bool:
        return sum(study.town.printed(year) > 3 for year in (1968, 1999, 2020)) > 1

    assert set(denied(mostly_above)) == {
        ("study.town.printed()", "halved"),
        ("study.town.printed()", "none"),
    }


def test_a_topic_is_asked_once_whatever_is_turned():
    """Only the check runs again: what the topic computes may be long."""
    basin = Basin()
    challenge.denials(basin, lambda study: Finding(study.town.rank(2020)[0] == 1, "A", ""))
    assert basin.town.asked == 1


def test_what_the_text_says_is_turned_too(study: Study):
    """Where a check reads the transcriptions itself; after, the readers are as they were."""
    before = printed.land_areas

    def enough(watched) -> Finding:
        hectares = printed.land_areas(watched.sources)["hectares"]
        return Finding(bool(hectares["available"] < hectares["asked"]), "C", "")

    found, _ = challenge.denials(study, enough)
    assert any(path.startswith("printed.land_areas(") for path, _ in found)
    assert printed.land_areas is before


@pytest.fixture
def printing(study: Study, monkeypatch: pytest.MonkeyPatch):
    """Challenge a number of 100 that a check finds as told, within a tolerance."""

    def challenged(
        check, tolerance: float, unit: str = "jobs", files: tuple[str, ...] = ()
    ) -> list:
        name = "ti-number"
        monkeypatch.setitem(CHECKS, name, check)
        claims = printed.claims(study.sources).loc[[name]]
        given = QUALIFIED | {
            "published": 100.0,
            "rounding": 0.5,
            "tolerance": tolerance,
            "unit": unit,
        }
        claims = claims.assign(**given)
        whole = SimpleNamespace(sources=study.sources, all_claims=claims, claims=study.claims)
        table = claims.assign(verdict="compatible", files=[list(files)])
        return challenge.numbers(whole, table)[name]

    return challenged


@pytest.mark.parametrize(
    ("found", "tolerance", "kept"),
    [(100, 29, []), (100, 30, [70, 130]), (110, 25, [130]), (90, 25, [70])],
)
def test_a_number_held_by_its_tolerance_alone_is_found(printing, found, tolerance, kept):
    """It would hold though the study had printed 30 % more, or less."""
    assert printing(lambda study: Finding(float(found), "B", ""), tolerance) == kept


def test_a_number_is_moved_by_its_last_digit_at_least():
    """A change of 1 % printed in whole points is moved to 0 and 2; a zero to one on either side."""
    row = {"unit": "%", "rounding": 0.5}
    assert challenge.moved_numbers(pd.Series({**row, "published": 1.0})) == (0, 2)
    assert challenge.moved_numbers(pd.Series({**row, "published": 0.0})) == (-1, 1)
    assert challenge.moved_numbers(pd.Series({**row, "published": -50.0})) == (-65, -35)


def test_a_year_is_moved_by_a_decade(printing):
    """Thirty per cent of a year is another age."""
    assert printing(lambda study: Finding(100.0, "D", ""), 9, unit="year") == []
    assert printing(lambda study: Finding(100.0, "D", ""), 10, unit="year") == [90, 110]


def test_a_check_that_finds_what_is_printed_whatever_it_is_cannot_fail(printing):
    """It reads the moved list of claims, and agrees with it; after, the list is as it was."""
    own = ("study/claims.csv",)

    def itself(study) -> Finding:
        return Finding(printed.claims(study.sources).at["ti-number", "published"], "D", "")

    assert printing(itself, 5, files=own) == [70, 130]
    assert printed.claims(Study().sources).at["ti-number", "published"] == 149


def test_every_claim_that_holds_could_fail_or_says_why_not(study: Study, ledger: Ledger):
    """The column `cannot_fail` lists those that nothing denies: all of them, no other, and few."""
    numbers = challenge.numbers(study, ledger.verdicts)
    statements = challenge.statements(study, ledger.verdicts, NEGATIONS)
    found = {
        *numbers.index[numbers.map(len) > 0],
        *statements.index[statements["denied"] == 0],
    }
    listed = ledger.verdicts["cannot_fail"].loc[lambda reason: reason != ""]
    assert set(listed.index) == found
    assert len(found) <= 0.1 * (len(numbers) + len(statements))
    assert set(NEGATIONS) == set(statements.index), "each statement that holds has its negation"
    unmoved = set(statements.index[~statements["negated"]])
    assert unmoved == set(NOT_NEGATED)
    assert len(unmoved) <= 0.1 * len(statements)


def test_a_statement_is_asked_for_its_negation_first(study: Study, monkeypatch):
    """Where that does not deny it, other evidence is tried, and it is told which of the two did."""

    def grows(watched) -> Finding:
        people = watched.town.people
        return Finding(bool(people.at["Alès", 2020] > people.at["Alès", 1968]), "A", "")

    monkeypatch.setitem(CHECKS, "made-grows", grows)
    rows = {"verdict": "compatible", "kind": "statement", "check": "made-grows"}
    table = pd.DataFrame([rows], ["grows"])
    by_time = challenge.statements(Basin(), table, {"grows": {"time_backwards"}}).loc["grows"]
    assert (by_time["negated"], by_time["tried"], by_time["denied"]) == (True, 1, 1)
    by_size = challenge.statements(Basin(), table, {"grows": {"halved"}}).loc["grows"]
    assert not by_size["negated"]
    assert by_size["denied"] > 0
    assert not challenge.statements(Basin(), table, {}).loc["grows", "negated"]
