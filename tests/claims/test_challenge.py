"""What could deny a claim: hand-made checks first, then every claim of the study that holds."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.qualified import QUALIFIED

from bassin.claims import challenge, judging
from bassin.claims.ledger import Ledger
from bassin.claims.negations import NEGATIONS
from bassin.claims.planted import MOVED, planted, seen
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
        hectares = printed.land_areas(watched.sources, study.epci)["hectares"]
        return Finding(bool(hectares["available"] < hectares["asked"]), "C", "")

    found, _ = challenge.denials(study, enough)
    assert any(path.startswith("printed.land_areas(") for path, _ in found)
    assert printed.land_areas is before


def test_every_claim_that_holds_could_fail_or_says_why_not(study: Study, ledger: Ledger):
    """The column `cannot_fail` lists those that nothing denies: all of them, no other, and few."""
    errors = planted(study, ledger.verdicts)
    moved = errors[errors["error"].isin(MOVED)]
    statements = challenge.statements(study, ledger.verdicts)
    found = {
        *moved.loc[~moved["caught"], "claim"],
        *statements.index[statements["denied"] == 0],
    }
    listed = ledger.verdicts["cannot_fail"].loc[lambda reason: reason != ""]
    assert set(listed.index) == found
    assert len(found) <= 0.1 * (moved["claim"].nunique() + len(statements))
    assert set(NEGATIONS) == set(statements.index), "each statement that holds has its negation"
    assert statements.index[~statements["negated"]].tolist() == [], "and is denied by it"
    counted = seen(errors, statements)
    assert counted["planted"].tolist() == [len(moved), len(errors) - len(moved), len(statements)]
    assert counted.loc[
        ["a number moved by 30%, or a year by ten", "a statement negated"], "missed"
    ].tolist() == [0, 0]


def test_a_statement_is_asked_for_its_negation_first(study: Study, monkeypatch):
    """Where that does not deny it, other evidence is tried, and it is told which of the two did."""

    def grows(watched) -> Finding:
        people = watched.town.people
        return Finding(bool(people.at["Alès", 2020] > people.at["Alès", 1968]), "A", "")

    monkeypatch.setitem(CHECKS, "made-grows", grows)
    rows = {"verdict": "compatible", "kind": "statement", "check": "made-grows"}
    table = pd.DataFrame([QUALIFIED | rows], ["grows"])
    by_time = challenge.statements(Basin(), table, {"grows": {"time_backwards"}}).loc["grows"]
    assert (by_time["negated"], by_time["tried"], by_time["denied"]) == (True, 1, 1)
    by_size = challenge.statements(Basin(), table, {"grows": {"halved"}}).loc["grows"]
    assert not by_size["negated"]
    assert by_size["denied"] > 0
    assert not challenge.statements(Basin(), table, {}).loc["grows", "negated"]


def test_a_negation_must_be_seen_by_the_verdict(study: Study, monkeypatch):
    """One that a check sees, and a verdict cannot word, is an error and not an error caught."""

    def grows(watched) -> Finding:
        people = watched.town.people
        return Finding(bool(people.at["Alès", 2020] > people.at["Alès", 1968]), "A", "")

    monkeypatch.setitem(CHECKS, "made-grows", grows)
    rows = {"verdict": "compatible", "kind": "statement", "check": "made-grows"}
    table = pd.DataFrame([QUALIFIED | rows | {"match_period": ""}], ["grows"])
    with pytest.raises(judging.CheckError, match=r"claim 'grows': .*Write yes or no"):
        challenge.statements(Basin(), table, {"grows": {"time_backwards"}})
