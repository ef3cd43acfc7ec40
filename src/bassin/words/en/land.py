"""Words on land, brownfields, vacant dwellings and recruitment, in English."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    # What land was consumed for.
    "land_consumed": "Land consumed",
    "land_housing": "Housing",
    "land_activity": "Activity",
    "land_mixed": "Mixed",
    "land_roads": "Roads",
    "land_railways": "Railways",
    "land_unknown": "Unknown",
    # Ways to go on.
    "land_used": "Consumed",
    "land_recent_pace": "Recent pace kept",
    "land_reference_pace": "Reference pace",
    "land_half_pace": "Half the reference pace",
    # States of a brownfield site.
    "site_with_project": "Confirmed, with a project",
    "site_without_project": "Confirmed, without a project",
    "site_reused": "Reused",
    "site_potential": "Potential, not verified",
    "sites_confirmed": "Confirmed",
    "sites_potential": "Potential",
    # What the map of them shows.
    "place_confirmed": "confirmed place",
    "place_potential": "potential place",
    "commune_with_plan": "commune with a plan",
    "commune_without_plan": "commune without",
    "commune_not_listed": "commune not in the register",
    # Sectors of the survey of recruitment.
    "survey_agriculture": "Agriculture",
    "survey_industry": "Industry",
    "survey_construction": "Construction",
    "survey_trade": "Trade",
    "survey_business_services": "Business services",
    "survey_personal_services": "Personal services",
    "survey_all": "All",
    # Families of occupations.
    "occupations_administration": "Administration",
    "occupations_managers": "Managers and engineers",
    "occupations_industry": "Industrial workers",
    "occupations_building": "Building workers",
    "occupations_health": "Health and social work",
    "occupations_technicians": "Other technicians and employees",
    "occupations_sales": "Sales, tourism and services",
    "occupations_other": "Other occupations",
    # Where a year of figure II comes from.
    "printed_2014": "2014, printed",
    "printed_2022": "2022, printed",
    "survey_2014": "2014, survey",
    "survey_2019": "2019, survey",
    "survey_2022": "2022, survey",
    "survey_2024": "2024, survey",
    "survey_france_2019": "2019, France",
}

SENTENCES: Mapping[str, str] = {
    "bmo-arithmetic": "{follow} of {all} do; in industry the difficult projects are {tens: and }.",
    "land-growth": "Inhabitants: {each: and }, between censuses that share no year of survey.",
    "land-half": "The law asks for it over {start:d}-{end:d} (article {article}).",
    "land-halving": "The law halves consumption over {start:d}-{end:d}, against {against} and for "
    "the whole country (article {article}). For {end:d}-{last:d}, which the study prints, it "
    "leaves the pace to plans drawn by ten years.",
    "land-law-2021": "It is law number {number} of {year}.",
    "land-rarer": "Half of 2011-2021 is {allowed:.1f} ha a year, were the national half shared "
    "evenly; {recent:.1f} were consumed in 2021-2024. After {years} of ten years, {used:.0f%} of "
    "an even share is used.",
    "land-zan": "Article {article} of the law: {year:d}.",
    "skills-harder": "{before:.1f%} of the projects of industry are judged difficult in {first:d} "
    "and {after:.1f%} in {last:d}, as printed; the survey of {survey:d}, between them, has "
    "{here:.1f%} in the bassin, {france:.1f%} in France.",
    "land.all": "All",
    "land.change": "{change:+,.0f} from {start:d} to {end:d}",
    "land.no_record": "No such record.",
    "land.one_record": "1 record: {each:; }.",
    "land.others": "The {n} others",
    "land.place": "{commune}: {activity}",
    "land.place_unknown": "{commune}: not known",
    "land.record": "{name} ({status})",
    "land.records": "{n} records: {each:; }.",
    "land.site_potential": "potential",
    "land.site_reused": "reused",
    "land.site_with_project": "with a project",
    "land.site_without_project": "without a project",
    "land.survey": "The survey of {year:d} has {value:,.1f} in the bassin.",
    "land.window": "{start:d}-{end:d}",
}
