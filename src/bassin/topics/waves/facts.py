"""What the chapter on the waves of reconversion says."""

from __future__ import annotations

import pandas as pd

from bassin.indicators.stats import significant, total
from bassin.phrase import Phrase
from bassin.topics.employment.industries import ALL_JOBS, industry, sector
from bassin.topics.facts import Facts, joined
from bassin.topics.gathered import Topics
from bassin.topics.waves.local import (
    ALL_FABRIC,
    ALL_WAVES,
    FIRST,
    REVISED,
    SECOND,
    THIRD,
    TRUNCATED,
    WRONG,
    fabric_code,
)

#: Commune of the motor park: Saint-Martin-de-Valgalgues.
MOTOR_PARK = "30284"
#: Location quotient from which an industry stands well above France.
WELL_ABOVE = 1.2
#: Industries that move apart, by the end of their keys.
APART = {"electric": "CJ", "machinery": "CK", "repair": "CM"}
SIGNED = "+,.0f"


def facts(study: Topics) -> Facts:
    """What the prose of the chapter says, by key."""
    return joined(
        study,
        _happenings,
        _mines,
        _ledger,
        _figure_1_1,
        *((_zone, _fabric, _specialised, _parted, _windows) if study.employment.counted else ()),
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
    published, miners = study.claims("waves")["published"], study.waves.miners
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
        "waves_motor_now": study.claims("waves").at["waves-motor-jobs", "published"],
        **_motor_park(study),
    }


def _motor_park(study: Topics) -> Facts:
    """Private employees of the commune of the motor park, which is in one territory."""
    communes = study.employment.communes
    if MOTOR_PARK not in communes.index:
        return {}
    return {"waves_motor_commune": communes.at[MOTOR_PARK, 2023]}


def _figure_1_1(study: Topics) -> Facts:
    waves = study.waves
    base, base_year = waves.implied_base()
    later, gaps = waves.series()[REVISED], waves.gaps()["gap_pct"]
    changes = waves.changes()
    wrong, cut = (_first_of(changes, verdict) for verdict in (WRONG, TRUNCATED))
    industry_changes = changes.loc["jobs_industry", "recomputed"]
    return {
        "waves_wrong": (wrong["printed"], ".2f", "%"),
        "waves_revised": (100 * (later[2022] / later[2018] - 1), ".1f", "%"),
        "waves_right": (wrong["recomputed"], ".1f", "%"),
        "waves_cut_printed": (cut["printed"], "+.0f", "%"),
        "waves_cut": (cut["recomputed"], "+.2f", "%"),
        "waves_base": base,
        "waves_base_year": str(base_year),
        "waves_base_later": later[base_year],
        **{f"waves_gap_{year}": (gaps[year], "+.1f", "%") for year in (2018, 2022)},
        "waves_industry_2013": (industry_changes["2008\N{EN DASH}2013"], "+.1f", "%"),
        "waves_industry_2022": (industry_changes["2018\N{EN DASH}2022"], "+.1f", "%"),
    }


def _first_of(changes: pd.DataFrame, verdict: str) -> pd.Series:
    """First printed change that compares so with its row."""
    return changes[changes["verdict"] == verdict].iloc[0]


def _zone(study: Topics) -> Facts:
    employment = study.employment
    shares = employment.industry_share([2022])[2022]
    here, region, france = shares
    return {
        "waves_members": employment.members,
        "waves_communes": len(study.territory.codes),
        "waves_zone_communes": employment.zone_communes,
        "waves_zone_2022": (here, ".1f", "%"),
        "waves_region_2022": (region, ".1f", "%"),
        "waves_france_2022": (france, ".1f", "%"),
    }


def _fabric(study: Topics) -> Facts:
    fabric = study.waves.fabric()
    electric, food, chemicals = map(fabric_code, ("electrical", "food", "chemicals"))
    return {
        "waves_size": (fabric.at[ALL_FABRIC, "size"], ".1f"),
        "waves_size_electric": (fabric.at[electric, "size"], ".0f"),
        "waves_size_food": (fabric.at[food, "size"], ".1f"),
        "waves_quotient_chemicals": (fabric.at[chemicals, "quotient"], ".1f"),
        "waves_quotient_electric": (fabric.at[electric, "quotient"], ".1f"),
        "waves_electric": fabric.at[electric, "employees"],
        "waves_electric_zone": fabric.at[electric, "zone"],
    }


def _specialised(study: Topics) -> Facts:
    employment = study.employment
    table, ranks = employment.location_quotients(), employment.diversity()
    quotients = table["urssaf"]
    above = quotients > WELL_ABOVE
    named = {"chemicals": "CE", "textile": "CB", "transport": "CL"}
    return {
        "waves_above": int(above.sum()),
        "waves_above_jobs": total(table.loc[above, "jobs"]),
        **{f"waves_lq_{key}": (quotients[industry(a38)], ".2f") for key, a38 in named.items()},
        "waves_none": int((table["jobs"] == 0).sum()),
        "waves_diversity": (ranks[employment.zone], ".1f"),
        "waves_diversity_median": (ranks.median(), ".1f"),
        "waves_diversity_rank": list(ranks.index).index(employment.zone) + 1,
        "waves_zones": len(ranks),
    }


def _parted(study: Topics) -> Facts:
    parts, residuals = study.employment.shift_share_by_sector(), study.employment.residuals()
    every, inside = parts.loc[ALL_JOBS], parts.loc[sector("BE")]
    apart = {key: residuals.loc[a38] for key, a38 in APART.items()}
    return {
        "waves_change": (every["change"], SIGNED),
        "waves_national": (every["national"], SIGNED),
        "waves_mix": (every["mix"], SIGNED),
        "waves_industry_change": (inside["change"], SIGNED),
        "waves_industry_mix": (inside["mix"], SIGNED),
        "waves_industry_residual": (inside["residual"], SIGNED),
        **{f"waves_{key}_low": (left.min(), SIGNED) for key, left in apart.items()},
        **{f"waves_{key}_high": (left.max(), SIGNED) for key, left in apart.items()},
    }


def _windows(study: Topics) -> Facts:
    windows = study.employment.windows()
    residual, zone, france = (windows[c] for c in ("all_residual", "zone_pct", "france_pct"))
    since = residual[residual.index.str.startswith("2019")]
    behind = list(windows.index[zone <= france])
    return {
        "waves_residual_low": (residual.min(), SIGNED),
        "waves_residual_low_window": str(residual.idxmin()),
        "waves_residual_high": (residual.max(), SIGNED),
        "waves_residual_high_window": str(residual.idxmax()),
        **{f"waves_residual_{window[-4:]}": (left, SIGNED) for window, left in since.items()},
        "waves_windows": len(windows),
        "waves_industry_low": (zone.min(), "+.1f", "%"),
        "waves_industry_high": (zone.max(), "+.1f", "%"),
        "waves_industry_france_low": (france.min(), "+.1f", "%"),
        "waves_industry_france_high": (france.max(), "+.1f", "%"),
        "waves_industry_ahead": int((zone > france).sum()),
        **({"waves_industry_behind": Phrase("waves.windows", windows=behind)} if behind else {}),
    }
