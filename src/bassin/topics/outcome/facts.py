"""What the chapter on whether reconversion worked says."""

from __future__ import annotations

from typing import Any

from bassin.phrase import Phrase
from bassin.places import membership
from bassin.topics.facts import Facts, joined
from bassin.topics.gathered import Topics
from bassin.topics.outcome.jobs_facts import private_jobs
from bassin.topics.outcome.local import ALIKE, COAL, COUNTS, TOGETHER
from bassin.topics.standing import told

#: Key of the declared share of industry in all jobs.
INDUSTRY_SHARE = "industry_jobs_2022"
#: Key of the declared share of large establishments in salaried jobs.
LARGE_SHARE = "large_establishments_jobs_2023"
#: Periods the prose speaks of, by the end of their keys.
SPANS = {"whole": (1998, 2023), "rise": (1998, 2003), "lost": (2008, 2018), "since": (2018, 2023)}
#: The year in which the series jumps, and its neighbours.
JUMP = 2002
#: Number of zones alike that the prose names, beside the others of :data:`COUNTS`.
FEW = 20
SIGNED = "+.1f"


def facts(study: Topics) -> Facts:
    """What the prose of the chapter says, by key."""
    parts = (
        _zones,
        _periods,
        _every_period,
        _jump,
        _coal,
        _others,
        _counterparts,
        _industry,
        _employers,
    )
    return joined(study, *parts, private_jobs)


def _zones(study: Topics) -> Facts:
    outcome = study.outcome
    jobs = outcome.jobs.loc[outcome.zone]
    return {
        "outcome_zones": len(outcome.jobs),
        "outcome_jobs_first": jobs.iloc[0],
        "outcome_jobs_last": jobs.iloc[-1],
        "outcome_first": str(jobs.index[0]),
        "outcome_last": str(jobs.index[-1]),
        "outcome_alike": len(outcome.alike),
    }


def _periods(study: Topics) -> Facts:
    found: dict[str, Any] = {}
    for name, span in SPANS.items():
        row = study.outcome.period(*span)
        found |= {
            f"outcome_{name}": (row["here"], SIGNED, "%"),
            f"outcome_{name}_all": (row[TOGETHER], SIGNED, "%"),
            f"outcome_{name}_median": (row["median"], SIGNED, "%"),
            f"outcome_{name}_coal": (row[COAL], SIGNED, "%"),
            f"outcome_{name}_alike": (row[ALIKE], SIGNED, "%"),
            f"outcome_{name}_rank": int(row["rank"]),
            f"outcome_{name}_coal_rank": int(row["coal_rank"]),
            f"outcome_{name}_alike_rank": int(row["alike_rank"]),
        }
    return found


def _every_period(study: Topics) -> Facts:
    table = study.outcome.every_period
    starts = table.index.get_level_values("start")
    gaps = table["gap"].xs(starts.min(), level="start")
    ahead = gaps.index[gaps > 0]
    found: dict[str, Any] = {
        "outcome_periods": len(table),
        "outcome_ahead": int((table["gap"] > 0).sum()),
        "outcome_above_median": int((table["here"] > table["median"]).sum()),
    }
    if len(ahead):
        found |= {"outcome_ahead_from": str(ahead.min()), "outcome_ahead_until": str(ahead.max())}
    return found


def _jump(study: Topics) -> Facts:
    up, down = (study.outcome.period(year - 1, year) for year in (JUMP, JUMP + 1))
    return {
        "outcome_jump_year": str(JUMP),
        "outcome_jump": (up["here"], SIGNED, "%"),
        "outcome_jump_before": int(up["rank"]) - 1,
        "outcome_fall": (down["here"], SIGNED, "%"),
    }


def _coal(study: Topics) -> Facts:
    table = study.outcome.of_coal()
    names = study.outcome.zone_names
    rest = table.drop(index=study.employment.in_zone, errors="ignore")
    return {
        "outcome_coal_zones": len(table),
        "outcome_coal_best": names[rest["whole"].idxmax()],
        "outcome_coal_best_pct": (rest["whole"].max(), SIGNED, "%"),
        "outcome_coal_worst": names[rest["whole"].idxmin()],
        "outcome_coal_worst_pct": (rest["whole"].min(), SIGNED, "%"),
    }


def _others(study: Topics) -> Facts:
    """What other zones alike, and another file, say."""
    table, private = study.outcome.yardsticks(), study.outcome.private
    few = table.loc[f"alike_{FEW}"]
    others = table.loc[[f"alike_{count}" for count in COUNTS if count != FEW], "lost"]
    found: dict[str, Any] = {
        "outcome_least": min(COUNTS),
        "outcome_most": max(COUNTS),
        "outcome_lost_low": (others.min(), SIGNED, "%"),
        "outcome_lost_high": (others.max(), SIGNED, "%"),
        "outcome_few": FEW,
        "outcome_few_lost": (few["lost"], SIGNED, "%"),
        "outcome_few_lost_place": few["lost_place"],
    }
    for name, row in private.iterrows():
        found |= {
            f"outcome_private_{name}": (row["here"], SIGNED, "%"),
            f"outcome_private_{name}_all": (row[TOGETHER], SIGNED, "%"),
            f"outcome_private_{name}_rank": int(row["rank"]),
            f"outcome_private_{name}_years": Phrase(
                "outcome.years", start=int(row["start"]), end=int(row["end"])
            ),
        }
    return found


def _counterparts(study: Topics) -> Facts:
    table = study.outcome.counterparts()
    placebos = table["placebos"]
    return {
        "outcome_gap_low": (table["gap"].min(), SIGNED, "%"),
        "outcome_gap_high": (table["gap"].max(), SIGNED, "%"),
        "outcome_gap_least": (table["least"].min(), SIGNED, "%"),
        "outcome_placebos_low": int(placebos.min()),
        "outcome_placebos_high": int(placebos.max()),
        "outcome_placebos_of": int(table["of"].max()),
    }


def _industry(study: Topics) -> Facts:
    return _share(study, "outcome_industry", INDUSTRY_SHARE)


def _employers(study: Topics) -> Facts:
    return _share(study, "outcome_large", LARGE_SHARE)


def _share(study: Topics, name: str, key: str) -> Facts:
    """A share of jobs of the territory, of France and of its peers."""
    found = study.peers.standing([key]).loc[key]
    france = study.selected.published_at(key, "france", membership.FRANCE)
    return {
        name: (found["here"], ".1f", "%"),
        f"{name}_france": (france, ".1f", "%"),
        f"{name}_median": (found["median"], ".1f", "%"),
        f"{name}_rank": told(found["rank"], found["last"]),
        f"{name}_of": int(found["of"]),
        f"{name}_coal_rank": told(found["rank_coal"], found["last_coal"]),
        f"{name}_coal_of": int(found["of_coal"]),
    }
