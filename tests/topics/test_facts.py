"""Facts of a chapter where a file of it is absent, or was changed, on the toy France."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler

from bassin.errors import MissingFileError, SourceError
from bassin.files.manifest import RAW
from bassin.files.sources import Sources
from bassin.topics.facts import Facts, at_hand, facts, joined
from bassin.topics.gathered import Topics

REGISTER = "anct/pprn_communes_2024.xlsx"
DECREES = "ccr/catnat_decrees_1982_2024.parquet"
FIRES = "bdiff/incendies_foret_2014_2024.csv"
PEOPLE = "insee/populations_legales_2020_communes.csv"
#: Some facts of the chapter on risks, by the registers that they need.
NEEDED = {
    REGISTER: {
        "risk_plans",
        "risk_unplanned",
        "risk_bare_people",
        "risk_bare_floods",
        "risk_three",
    },
    DECREES: {"risk_floods", "risk_first", "risk_2010s", "risk_bare_floods", "risk_three"},
    FIRES: {"risk_fires", "risk_no_fire", "risk_fires_2024", "risk_three"},
    PEOPLE: {"risk_floods", "risk_first", "risk_bare_people", "risk_three"},
}


def risks(sources: Sources) -> Facts:
    """Facts of the chapter on risks, against two numbers printed."""
    study = Topics("200000018", sources)
    printed = pd.DataFrame({"published": [13.0, 9.0]}, index=["epci-76", "risk-plans"])
    study.claims = lambda chapter: printed
    return facts(study, "risks")


@pytest.fixture(scope="module")
def whole(toy: Sources) -> Iterator[Facts]:
    """All of them."""
    return risks(toy)


@pytest.mark.parametrize("absent", NEEDED)
def test_an_absent_file_takes_what_needs_it_and_no_more(absent: str, whole: Facts, spoil: Spoiler):
    """Facts that need it are gone, and those of the other registers are there and the same."""
    (spoil.root / RAW / absent).unlink()
    found = risks(Sources(spoil.root))
    told = set().union(*NEEDED.values())
    assert told <= whole.keys()
    assert told & found.keys() == told - NEEDED[absent]
    assert {key: found[key] for key in found} == {key: whole[key] for key in found}


def test_a_changed_file_is_refused(spoil: Spoiler):
    """It is not left out: what it says may be wrong anywhere."""
    (spoil.root / RAW / FIRES).write_bytes(b"changed\n")
    with pytest.raises(SourceError, match="expected sha256"):
        risks(Sources(spoil.root))


def test_only_what_is_absent_is_left_out():
    """Another error of a part is the chapter's."""

    def absent(_: int) -> Facts:
        raise MissingFileError("a.csv: absent")

    def wrong(_: int) -> Facts:
        raise SourceError("a.csv: expected another sha256")

    for gather in (at_hand, joined):
        assert gather(1, absent, lambda one: {"one": one}) == {"one": 1}
        with pytest.raises(SourceError, match="another"):
            gather(1, wrong)
