"""What the chapter on the outcome says of private jobs and of industry."""

from __future__ import annotations

import pandas as pd

from bassin.indicators.stats import total
from bassin.phrase import Phrase
from bassin.topics.employment.industries import ALL_JOBS, industry, sector
from bassin.topics.facts import Facts, joined
from bassin.topics.gathered import Topics
from bassin.topics.waves.local import ALL_FABRIC, REVISED, TRUNCATED, WRONG, fabric_code

#: Location quotient from which an industry stands well above France.
WELL_ABOVE = 1.2
#: Industries that move apart, by the end of their keys.
APART = {"electric": "CJ", "machinery": "CK", "repair": "CM"}
SIGNED = "+,.0f"


def private_jobs(study: Topics) -> Facts:
    """What the prose says of private jobs, by key."""
    return joined(study, _figure_1_1, _counted)


def _counted(study: Topics) -> Facts:
    """Facts of the jobs of the zone, where they are counted."""
    if not study.employment.counted:
        return {}
    return joined(study, _zone, _fabric, _specialised, _parted, _windows)


def _figure_1_1(study: Topics) -> Facts:
    waves = study.waves
    base, base_year = waves.implied_base()
    later, gaps = waves.series()[REVISED], waves.gaps()["gap_pct"]
    changes = waves.changes()
    wrong, cut = (_first_of(changes, verdict) for verdict in (WRONG, TRUNCATED))
    industry_changes = changes.loc["jobs_industry", "recomputed"]
    return {
        "jobs_wrong": (wrong["printed"], ".2f", "%"),
        "jobs_revised": (100 * (later[2022] / later[2018] - 1), ".1f", "%"),
        "jobs_right": (wrong["recomputed"], ".1f", "%"),
        "jobs_cut_printed": (cut["printed"], "+.0f", "%"),
        "jobs_cut": (cut["recomputed"], "+.1f", "%"),
        "jobs_base": base,
        "jobs_base_year": str(base_year),
        "jobs_base_later": later[base_year],
        **{f"jobs_gap_{year}": (gaps[year], "+.1f", "%") for year in (2018, 2022)},
        "jobs_share_2022": (waves.shares().at[2022, "recomputed"], ".1f", "%"),
        "jobs_industry_2013": (industry_changes["2008\N{EN DASH}2013"], "+.1f", "%"),
        "jobs_industry_2022": (industry_changes["2018\N{EN DASH}2022"], "+.1f", "%"),
    }


def _first_of(changes: pd.DataFrame, verdict: str) -> pd.Series:
    """First printed change that compares so with its row."""
    return changes[changes["verdict"] == verdict].iloc[0]


def _zone(study: Topics) -> Facts:
    employment = study.employment
    shares = employment.industry_share([2022])[2022]
    here, region, france = shares
    return {
        "jobs_members": employment.members,
        "jobs_communes": len(study.territory.codes),
        "jobs_zone_communes": employment.zone_communes,
        "jobs_zone_2022": (here, ".1f", "%"),
        "jobs_region_2022": (region, ".1f", "%"),
        "jobs_france_2022": (france, ".1f", "%"),
    }


def _fabric(study: Topics) -> Facts:
    fabric = study.waves.fabric()
    electric, food, chemicals = map(fabric_code, ("electrical", "food", "chemicals"))
    return {
        "jobs_size": (fabric.at[ALL_FABRIC, "size"], ".1f"),
        "jobs_size_electric": (fabric.at[electric, "size"], ".0f"),
        "jobs_size_food": (fabric.at[food, "size"], ".1f"),
        "jobs_quotient_chemicals": (fabric.at[chemicals, "quotient"], ".1f"),
        "jobs_quotient_electric": (fabric.at[electric, "quotient"], ".1f"),
        "jobs_electric": fabric.at[electric, "employees"],
        "jobs_electric_zone": fabric.at[electric, "zone"],
    }


def _specialised(study: Topics) -> Facts:
    employment = study.employment
    table, ranks = employment.location_quotients(), employment.diversity()
    quotients = table["urssaf"]
    above = quotients > WELL_ABOVE
    named = {"chemicals": "CE", "textile": "CB", "transport": "CL"}
    return {
        "jobs_above": int(above.sum()),
        "jobs_above_jobs": total(table.loc[above, "jobs"]),
        **{f"jobs_lq_{key}": (quotients[industry(a38)], ".1f") for key, a38 in named.items()},
        "jobs_none": int((table["jobs"] == 0).sum()),
        "jobs_diversity": (ranks[employment.zone], ".1f"),
        "jobs_diversity_median": (ranks.median(), ".1f"),
        "jobs_diversity_rank": list(ranks.index).index(employment.zone) + 1,
        "jobs_zones": len(ranks),
    }


def _parted(study: Topics) -> Facts:
    parts, residuals = study.employment.shift_share_by_sector(), study.employment.residuals()
    every, inside = parts.loc[ALL_JOBS], parts.loc[sector("BE")]
    apart = {key: residuals.loc[a38] for key, a38 in APART.items()}
    return {
        "jobs_change": (every["change"], SIGNED),
        "jobs_national": (every["national"], SIGNED),
        "jobs_mix": (every["mix"], SIGNED),
        "jobs_industry_change": (inside["change"], SIGNED),
        "jobs_industry_mix": (inside["mix"], SIGNED),
        "jobs_industry_residual": (inside["residual"], SIGNED),
        **{f"jobs_{key}_low": (left.min(), SIGNED) for key, left in apart.items()},
        **{f"jobs_{key}_high": (left.max(), SIGNED) for key, left in apart.items()},
    }


def _windows(study: Topics) -> Facts:
    windows = study.employment.windows()
    residual, zone, france = (windows[c] for c in ("all_residual", "zone_pct", "france_pct"))
    since = residual[residual.index.str.startswith("2019")]
    behind = list(windows.index[zone <= france])
    return {
        "jobs_residual_low": (residual.min(), SIGNED),
        "jobs_residual_low_window": str(residual.idxmin()),
        "jobs_residual_high": (residual.max(), SIGNED),
        "jobs_residual_high_window": str(residual.idxmax()),
        **{f"jobs_residual_{window[-4:]}": (left, SIGNED) for window, left in since.items()},
        "jobs_windows": len(windows),
        "jobs_industry_low": (zone.min(), "+.1f", "%"),
        "jobs_industry_high": (zone.max(), "+.1f", "%"),
        "jobs_industry_france_low": (france.min(), "+.1f", "%"),
        "jobs_industry_france_high": (france.max(), "+.1f", "%"),
        "jobs_industry_ahead": int((zone > france).sum()),
        **({"jobs_industry_behind": Phrase("waves.windows", windows=behind)} if behind else {}),
    }
