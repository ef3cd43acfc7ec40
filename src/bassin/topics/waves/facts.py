"""What the chapter on the waves of reconversion says."""

from __future__ import annotations

from bassin.indicators.stats import significant
from bassin.topics.facts import Facts, joined
from bassin.topics.gathered import Topics
from bassin.topics.waves.local import (
    ALL_WAVES,
    FIRST,
    SECOND,
    THIRD,
)

#: Commune of the motor park: Saint-Martin-de-Valgalgues.
MOTOR_PARK = "30284"
SIGNED = "+,.0f"


def facts(study: Topics) -> Facts:
    """What the prose of the chapter says, by key."""
    return joined(
        study,
        _happenings,
        _mines,
        _ledger,
    )


def _happenings(study: Topics) -> Facts:
    waves = study.waves
    tally, happenings = waves.tally(), waves.happenings
    ranks = {1: FIRST, 2: SECOND, 3: THIRD}
    return {
        "waves_events": len(happenings),
        "waves_exact": int((happenings["precision"] == "year").sum()),
        **{f"waves_open_{rank}": tally.at[wave, "opening"] for rank, wave in ranks.items()},
        **{f"waves_tool_{rank}": tally.at[wave, "instrument"] for rank, wave in ranks.items()},
        "waves_take_2": tally.at[SECOND, "takeover"],
    }


def _mines(study: Topics) -> Facts:
    published, miners = study.published("waves"), study.waves.miners
    return {
        "waves_pits_body": (published["waves-pits-last"], ".0f"),
        "waves_pits_note": (max(study.waves.pit_closings), ".0f"),
        "waves_mines_lost": published["waves-destroyed"],
        "waves_mines_counted": miners[min(miners)] - miners[max(miners)],
    }


def _ledger(study: Topics) -> Facts:
    ledger = study.waves.ledger()
    total, first = ledger.loc[ALL_WAVES], ledger.loc[FIRST]
    return {
        "waves_created": total["created"],
        "waves_destroyed": total["destroyed"],
        "waves_balance": (significant(total["balance"], 3), "+,.0f"),
        "waves_first_share": (100 * first["created"] / first["destroyed"], ".0f", "%"),
        "waves_closures": total["closures"],
        "waves_closures_known": total["closures_with_jobs"],
        "waves_second_closures": ledger.at[SECOND, "closures"],
        "waves_motor_created": ledger.at[SECOND, "created"],
        "waves_motor_now": study.published("waves")["waves-motor-jobs"],
        **_motor_park(study),
    }


def _motor_park(study: Topics) -> Facts:
    """Private employees of the commune of the motor park, which is in one territory."""
    communes = study.employment.communes
    if MOTOR_PARK not in communes.index:
        return {}
    return {"waves_motor_commune": communes.at[MOTOR_PARK, 2023]}
