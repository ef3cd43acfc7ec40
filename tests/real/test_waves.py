"""The real files on jobs, and the transcriptions of chapter 1 of the study.

Values come from the notes on the files and from a second computation of each by hand.
"""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.read import insee, printed, urssaf
from bassin.study import ALES_AGGLOMERATION, Study
from bassin.topics.checks import CHECKS
from bassin.topics.employment.local import Employment
from bassin.topics.waves.local import ALL_WAVES, WAITED_FOR, WAVES, WRONG, Waves
from bassin.words import called, write


@pytest.fixture(scope="module")
def jobs(real: Sources) -> Employment:
    return Employment(Territory("200066918", real), real)


@pytest.fixture(scope="module")
def told(real: Sources, jobs: Employment) -> Waves:
    return Waves(Territory("200066918", real), real, jobs)


def test_the_chapter_counts_the_claims_that_wait_for_a_file(real: Sources):
    """The words it looks for are in the notes of claims: none found would be printed as none."""
    outcome = printed.claims(real, ALES_AGGLOMERATION, "outcome")
    assert outcome["note"].str.contains(WAITED_FOR).sum() == 22


def test_totals(jobs: Employment):
    """The later revision: 23,156 jobs in 2018, 25,572 in 2022."""
    ales = jobs.totals["EPCI-200066918"]
    assert (ales[2018], ales[2022]) == (23_156, 25_572)
    assert jobs.totals["FRANCE"][2024] == 19_995_376


def test_zone(jobs: Employment):
    """66 of the 72 communes are in zone 7603, which has 173."""
    assert (jobs.zone, jobs.members, jobs.zone_communes) == ("7603", 66, 173)
    assert len(jobs.region_zones) == 25


def test_quotients_are_those_the_file_states(real: Sources, jobs: Employment):
    """The third party computed them too, to two decimals."""
    quotients = jobs.location_quotients().set_index("code")
    stated = pd.read_parquet(real.open(urssaf.ZONES_A38)).query("code_ze == '7603'")
    stated = stated.set_index("a38")["is_24"].reindex(quotients.index).dropna()
    assert len(stated) == 14
    # Their quotient is that of two rounded shares.
    assert (quotients.loc[stated.index, "urssaf"] - stated).abs().max() < 0.06
    flores = pd.read_parquet(real.open(insee.FLORES_ZONES)).query("code_ze == '7603'")
    flores = flores.set_index("a38")["is_23"].reindex(quotients.index).dropna()
    assert (quotients.loc[flores.index, "flores"] - flores).abs().max() < 0.07


def test_shift_share(jobs: Employment):
    """2,066 more jobs: 31,147 x (19,995,376 / 18,748,962 - 1) from France."""
    total = jobs.shift_share_by_sector().loc["all_private_jobs"]
    assert total["change"] == 33_213 - 31_147
    assert total["national"] == pytest.approx(31_147 * (19_995_376 / 18_748_962 - 1))
    assert total[["national", "mix", "residual"]].sum() == pytest.approx(total["change"])
    table = jobs.shift_share()
    gap = table[["national", "mix", "residual"]].sum(axis=1) - table["change"]
    assert gap.abs().max() < 1e-9


def test_industry_share(jobs: Employment):
    """4,892 of 33,302 jobs in 2022; 15.79 % in France."""
    shares = jobs.industry_share([2022])[2022]
    assert shares.iloc[0] == pytest.approx(100 * 4892 / 33_302)
    assert shares["FRANCE"] == pytest.approx(15.79, abs=0.005)


@pytest.mark.parametrize("epci", ["243400017", "200023414"])
def test_another_intercommunality(real: Sources, epci: str):
    """Montpellier and Rouen: the same tables, from the same files."""
    other = Employment(Territory(epci, real), real)
    assert other.members > 0
    assert other.location_quotients()["urssaf"].max() > 1
    total = other.shift_share_by_sector().loc["all_private_jobs"]
    assert total[["national", "mix", "residual"]].sum() == pytest.approx(total["change"])


def test_events(told: Waves):
    """Over ninety dated events, in the lines of the text they are said to be in."""
    happenings = told.happenings
    assert len(happenings) >= 90
    assert (happenings["wave"].value_counts()[list(WAVES)] > 10).all()
    last = told.events["lines"].str.extract(r"(\d+)$")[0].astype(int)
    first = told.events["lines"].str.extract(r"^(\d+)")[0].astype(int)
    assert (first <= last).all()
    assert last.max() < 1758
    assert told.events["label"].is_unique
    assert all(len(called(code)) > 0 for code in told.events[["label", "sector"]].to_numpy().flat)


def test_ledger(told: Waves):
    """3,500 + 1,000 + 250 created; 15,000 + 75 + 230 + 70 destroyed."""
    assert told.ledger().loc[ALL_WAVES, ["created", "destroyed"]].tolist() == [4_750, 15_375]


def test_figures_of_the_study(real: Sources, told: Waves):
    """Their rows add up; one change does not follow; every industry has its row."""
    sums = told.sums()
    assert (sums["printed"] == sums["of_rows"]).all()
    assert (
        sums.loc["employees", "printed"]
        == printed.figure_1_1(real, ALES_AGGLOMERATION).at["industry", 2022]
    )
    wrong = told.changes().query(f"verdict == '{WRONG}'")
    assert wrong.index.tolist() == [("jobs_total", "2018–2022")]
    assert wrong["recomputed"].iloc[0] == pytest.approx(9.92, abs=0.005)
    assert told.implied_base() == (pytest.approx(23_928.6, abs=0.1), 2019)
    assert told.covered() == []


def test_every_claim_has_a_line_and_every_check_a_claim(real: Sources):
    """No check is left without its claim."""
    claims = pd.concat(
        [printed.claims(real, ALES_AGGLOMERATION, chapter) for chapter in ("waves", "outcome")]
    )
    mine = {name for name in CHECKS if name.startswith("waves-")}
    assert mine <= set(claims.index)


def test_industry_around_toulouse_and_in_the_former_region(real: Sources):
    """From the rows themselves: Toulouse 16.2 %, eleven zones of the former region 10.5 %."""
    finding = CHECKS["waves-toulouse-lr"](Study())
    assert finding is not None
    # Agde, Alès, Bagnols, Béziers, Carcassonne, Mende, Montpellier, Narbonne, Nîmes, Perpignan and
    # Sète.
    former = [f"76{rank:02}" for rank in (1, 3, 5, 6, 8, 13, 16, 17, 18, 20, 23)]
    table = urssaf.by_industry(real)
    by_zone = table[2022].groupby("zone").sum()
    industry = table.loc[table["sector"] == "BE", 2022].groupby("zone").sum()
    languedoc = 100 * industry[former].sum() / by_zone[former].sum()
    toulouse = 100 * industry["7625"] / by_zone["7625"]
    assert f"{toulouse:.1f}% of private jobs in the zone d'emploi of Toulouse" in write(
        finding.says
    )
    said = f"{languedoc:.1f}% in the {len(former)} of the former Languedoc-Roussillon"
    assert said in write(finding.says)


def test_jobs_around_the_motor_park(jobs: Employment):
    """647 private employees in the whole commune in 2023, 618 in 2022."""
    assert jobs.communes.loc["30284", [2022, 2023]].tolist() == [618, 647]


def test_the_residual_hangs_on_its_window(jobs: Employment):
    """+329, +74, +2 jobs from 2019 to 2022, 2023 and 2024; -331 from 2022 to 2024."""
    table = jobs.windows()
    assert table["all_residual"].round().astype(int).to_dict() == {
        "2019–2022": 329,
        "2019–2023": 74,
        "2019–2024": 2,
        "2022–2023": -259,
        "2022–2024": -331,
        "2023–2024": -71,
    }
    assert table.loc["2019–2024", ["zone_pct", "france_pct"]].round(1).tolist() == [3.5, 2.9]
    assert (table["zone_pct"] > table["france_pct"]).sum() == 4
