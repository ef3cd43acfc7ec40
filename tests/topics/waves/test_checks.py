"""Checks of the claims on industry follow from the tables they are given."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pandas as pd
import pytest
from tests.fixtures import ROOT

from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.places.territory import Territory
from bassin.study import ALES_AGGLOMERATION as ALES
from bassin.topics.checks import CHECKS
from bassin.topics.employment.local import Employment
from bassin.topics.finding import Finding
from bassin.topics.waves import checks
from bassin.topics.waves.local import PITS, Waves
from bassin.words import write

PRINTED = Sources(ROOT / "data")


def as_printed(_file: str, read: Callable[[Sources, str], pd.DataFrame]) -> pd.DataFrame:
    """What the text on the real basin prints, of the toy one."""
    return read(PRINTED, ALES)


@pytest.fixture(scope="module")
def study(toy: Sources) -> SimpleNamespace:
    """What the study prints, beside the jobs of the toy France."""
    town = Territory("200000018", toy)
    jobs = Employment(town, toy)
    waves = Waves(town, PRINTED, jobs).having(_printed=as_printed)
    return SimpleNamespace(employment=jobs, waves=waves, sources=PRINTED, epci=ALES)


def found(study: SimpleNamespace, claim: str) -> Finding:
    finding = CHECKS[claim](study)
    assert finding is not None
    return finding


def test_a_printed_change_is_recomputed_from_its_row(study):
    """9.92 % where 6.17 is printed; with another end the finding follows."""
    claim = "waves-change-total-2022"
    assert found(study, claim).value == pytest.approx(9.921, abs=1e-3)
    jobs = study.waves.jobs.copy()
    jobs.loc["total", 2022] = 23112 * 1.0617
    other = SimpleNamespace(waves=study.waves.having(jobs=jobs))
    assert found(other, claim).value == pytest.approx(6.17)


def test_the_sum_of_the_rows_is_not_the_printed_total(study):
    """A row changed changes the finding."""
    assert found(study, "waves-jobs-total").value == 3895
    industries = study.waves.industries.copy()
    industries.loc["fabric_food", "employees"] += 1
    other = SimpleNamespace(waves=study.waves.having(industries=industries))
    assert found(other, "waves-jobs-total").value == 3896


def test_the_pits_close_when_the_last_one_does(study):
    """The year comes from the events."""
    assert found(study, "waves-pits-last").value == 2001
    events = study.waves.events
    without = events[~((events["lines"] == PITS) & (events["year"] == 2001))]
    other = SimpleNamespace(waves=study.waves.having(events=without))
    assert found(other, "waves-pits-last").value == 1986


def test_the_publisher_s_file_is_used_as_soon_as_it_is_there(study):
    """The toy has it: 60 jobs in industry in 2008, none published in food, no year 2013."""
    assert found(study, "waves-industry-2008").value == 60
    assert found(study, "waves-total-2008").value == 90
    assert CHECKS["waves-industry-2013"](study) is None
    assert found(study, "waves-jobs-ce").value == 50
    assert CHECKS["waves-jobs-ca"](study) is None
    assert {"employees_found", "establishments_found"} <= set(study.waves.fabric())
    assert study.waves.shares().loc[2008, "industry_found"] == 60


def test_without_it_nothing_tests_the_claim(study):
    """The check finds nothing rather than something else."""
    jobs = study.employment.having(own=None, own_file=None)
    waves = Waves(study.waves.territory, PRINTED, jobs).having(_printed=as_printed)
    other = SimpleNamespace(employment=jobs, waves=waves)
    for claim in ("waves-industry-2008", "waves-jobs-ce", "waves-sites-other"):
        assert CHECKS[claim](other) is None


def with_windows(study: SimpleNamespace, zone: list[float], france: list[float]):
    """The study, had industry changed so over the windows at hand."""
    table = pd.DataFrame({"zone_pct": zone, "france_pct": france})
    jobs = SimpleNamespace(windows=lambda: table)
    return SimpleNamespace(employment=jobs, waves=study.waves)


@pytest.mark.parametrize(
    ("zone", "france", "contained"),
    [
        ([1.0, 2.0], [-1.0, -2.0], True),
        ([1.0, 2.0], [-1.0, 2.0], True),  # it falls elsewhere in one window only
        ([1.0, 2.0], [1.0, 2.0], True),
        ([1.0, -0.1], [-1.0, -2.0], False),
    ],
)
def test_industry_is_told_over_every_window(study, zone, france, contained):
    """One table and one sentence for both claims; what has no years in the text is not judged."""
    other = with_windows(study, zone, france)
    contained_, resists_ = (found(other, f"waves-{key}") for key in ("contained", "resists"))
    assert contained_.value == contained
    assert (resists_.value, resists_.grade) == (None, "N")
    says = write(resists_.says)
    assert write(contained_.says).partition(" By ")[0] == says.partition(" Since 2019 ")[0]
    halves = ["stands" if holds else "fails" for holds in (min(zone) >= 0, max(france) < 0)]
    assert f"that it holds here, {halves[0]}; the second" in says
    assert f"that it falls elsewhere, {halves[1]}." in says


def test_windows_of_the_toy_are_said_with_their_years(study):
    """Industry grows by 10 % in the zone and 6.7 % in the toy France, all of it in 2022-2023."""
    says = write(found(study, "waves-resists").says)
    assert "any two of the years 2019, 2022, 2023 and 2024" in says
    assert "0.0 to +10.0% in the zone d'emploi and by 0.0 to +6.7% in France" in says
    assert "ahead in 4 of 6 windows" in says


def with_events(study: SimpleNamespace, change) -> SimpleNamespace:
    """The study, had its text other events."""
    waves = study.waves.having(events=change(study.waves.events))
    return SimpleNamespace(waves=waves, sources=PRINTED, epci=ALES)


def without(firm: str):
    return lambda events: events[events["firm"] != firm]


def dated(firm: str, year: int):
    return lambda events: events.assign(year=events["year"].where(events["firm"] != firm, year))


def test_pits_still_at_work_are_those_named(study):
    """Four; one fewer in the note, one fewer found."""
    assert found(study, "waves-pits-4").value == 4
    fewer = with_events(study, lambda e: e[~((e["lines"] == PITS) & (e["year"] == 1986))])
    assert found(fewer, "waves-pits-4").value == 3


def test_the_waves_are_counted_from_the_text(study):
    """The third has begun, so there were two."""
    assert found(SimpleNamespace(sources=PRINTED, epci=ALES), "waves-count").value == 2


def test_plants_of_the_first_wave_are_not_of_the_sixties(study):
    """All firms are dated from 1970 on; one of 1965 would change three findings."""
    assert found(study, "waves-wave-1").value is True
    assert found(study, "waves-plants-1960s").value == 1970
    assert found(study, "waves-plants-decades").value is True
    early = with_events(study, dated("SNR", 1965))
    assert found(early, "waves-wave-1").value is False
    assert found(early, "waves-plants-1960s").value == 1965
    assert found(early, "waves-plants-decades").value is False


def test_firms_of_the_second_wave_may_be_older(study):
    """Two of five; with a third, most are no longer of the 1990s and 2000s."""
    finding = found(study, "waves-wave-2")
    assert finding.value is True
    assert "Arcadie (1985) and Senfas (1987) are older" in write(finding.says)
    assert found(with_events(study, dated("Citynox", 1980)), "waves-wave-2").value is False


def test_the_first_wave_rests_on_groups_only_if_most_plants_are_theirs(study):
    """Six of eight; were two of them a founder's, half would be left, and it would not hold."""
    assert "6 are of large groups" in write(found(study, "waves-wave-1").says)

    def founders(*firms: str):
        return lambda events: events.assign(
            owner=events["owner"].where(~events["firm"].isin(firms), "")
        )

    two = with_events(study, founders("ATS", "Crouzet"))
    assert found(two, "waves-wave-1").value is False


def test_groups_as_frequent_in_the_second_wave_do_not_mark_the_first(study):
    """Were all firms of the 1990s and 2000s of groups, the first wave would not stand out."""
    everyone = with_events(
        study, lambda e: e.assign(owner=e["owner"].where(e["year"] < 1990, "group"))
    )
    assert found(everyone, "waves-wave-1").value is False


@pytest.mark.parametrize(("last", "holds"), [(2001, True), (1998, False), (2006, False)])
def test_the_last_pit_closes_in_the_early_2000s(study, last: int, holds: bool):
    """The year is that of the note, not of the sentence it is held against."""
    other = with_events(
        study,
        lambda e: e.assign(
            year=e["year"].where(
                e["lines"] != PITS, e["year"].clip(upper=1990).where(e["year"] < 2001, last)
            )
        ),
    )
    assert found(other, "waves-closing-years").value is holds


def test_a_foundry_is_no_chemical_works(study):
    """Its sector is that of the passage on its closing."""
    assert found(study, "waves-tamaris-sector").value is False
    other = with_events(
        study,
        lambda e: e.assign(sector=e["sector"].where(e["firm"] != "Tamaris", "sector_chemicals")),
    )
    assert found(other, "waves-tamaris-sector").value is True


def test_figures_share_a_total(study):
    """3,895 in both; a job more in one of them and they part."""
    assert found(study, "waves-jobs-twice").value is True
    jobs = study.waves.jobs.copy()
    jobs.loc["industry", 2022] += 1
    other = SimpleNamespace(waves=study.waves.having(jobs=jobs))
    assert found(other, "waves-jobs-twice").value is False


PASSAGES = {"silk": ["high", "low"], "coal": ["low", "high"]}


@pytest.mark.parametrize(
    ("passages", "holds", "says"),
    [
        (PASSAGES, False, "Lines 664-666 have silk low and coal high."),
        (PASSAGES | {"coal": ["low", "low"]}, False, "Lines 664-666 have silk low."),
        ({"silk": ["high"] * 2, "coal": ["low"] * 2}, True, "No other passage says otherwise."),
    ],
)
def test_two_passages_on_silk_are_held_against_each_other(
    study, monkeypatch: pytest.MonkeyPatch, passages, holds: bool, says: str
):
    """One trade that another passage has at another height is enough; heights judge neither."""
    table = pd.DataFrame(
        [
            (lines, trade, heights[rank])
            for rank, lines in enumerate(("197-199", "664-666"))
            for trade, heights in passages.items()
        ],
        columns=["lines", "trade", "height"],
    )
    monkeypatch.setattr(checks.printed, "altitudes", lambda *_: table)
    monkeypatch.setattr(checks, "coal_above_silk", lambda study: (5, 6, Phrase("waves.none")))
    finding = found(study, "waves-silk-high")
    assert (finding.value, finding.grade) == (holds, "D")
    assert write(finding.says) == f"{says} none"
