"""Words on natural risks, in English."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    # Whether a plan covers a commune.
    "covered_by_plan": "covered by a plan",
    "not_covered_by_plan": "no plan",
    # What a commune has of the three.
    "marks_flood_plan_fire": "floods, plan and fires",
    "marks_flood_plan": "floods and plan",
    "marks_flood_fire": "floods and fires",
    "marks_plan_fire": "plan and fires",
    "marks_flood": "floods only",
    "marks_plan": "plan only",
    "marks_fire": "fires only",
    "marks_none": "none of the three",
    # In which of the great floods a commune was recognised.
    "hit_none": "none of them",
    # Measures of forest fires.
    "departements_with_fire": "Departements with a fire",
    "fires_unchecked": "Rows partial or not validated",
    # Months, in a period that spans two.
    "month_1": "January",
    "month_2": "February",
    "month_3": "March",
    "month_4": "April",
    "month_5": "May",
    "month_6": "June",
    "month_7": "July",
    "month_8": "August",
    "month_9": "September",
    "month_10": "October",
    "month_11": "November",
    "month_12": "December",
}

SENTENCES: Mapping[str, str] = {
    "risk-floods": "Recognised floods a commune from 1982 to 2024: {here:.1f}, against "
    "{around:.1f} in the {departement} and {country:.1f} in {france}; in the commune of the "
    "average inhabitant, {lived:.1f} against {lived_around:.1f} in the {departement} and "
    "{lived_country:.1f} in {france}. These are decisions made on request, not hazard.",
    "risk-plans": "The register of July 2024 lists {covered} of the {communes} communes of "
    "{year:d}, a year after the study; on the perimeter of other years, {others:; }. The number "
    "of communes printed beside it is judged as a claim of its own.",
    "risk.and": "{first} and {last}",
    "risk.day": "{day}",
    "risk.days": "{first:d}–{last}",
    "risk.fires": "Fires, {place}",
    "risk.in_year": "{place}, {year:d}",
    "risk.late_fires": "Fires from October on, {place}",
    "risk.months": "{first:d} {month}–{last}",
    "risk.no_commune": "no commune",
    "risk.none": "none",
    "risk.one": "{name}",
    "risk.plans_in_year": "{covered} of {communes} in {year:d}",
    "risk.series": "{names}",
    "risk.years": "{first}–{last}",
}
