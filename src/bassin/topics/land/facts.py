"""What the chapter on land and skills says."""

from __future__ import annotations

from math import nan

from bassin.availability import SECRET
from bassin.indicators.stats import total
from bassin.places.territory import FRANCE
from bassin.read import cerema, france_travail, insee
from bassin.topics.facts import Facts, joined, of_those_there
from bassin.topics.gathered import Topics
from bassin.topics.land.recruitment import ALL
from bassin.topics.named import ALES, LA_GRAND_COMBE

SAINT_MARTIN_DE_VALGALGUES = "30284"
INDUSTRY = france_travail.SECTORS["Industrie"]
#: Families of occupations.
WORKERS, BUILDERS, TECHNICIANS = (france_travail.FAMILIES[letter] for letter in "IOT")
#: Occupation: mechanics.
MECHANICS = "G0B41"
#: Years of the survey by sector, and by occupation.
BY_SECTOR, BY_OCCUPATION = 2019, 2024


def facts(study: Topics) -> Facts:
    """Facts of the chapter; those of land and of a survey that no file has here are left out."""
    return joined(study, _taken, _used, _of_sites, _vacant, _vacant_census, _surveyed)


def _taken(study: Topics) -> Facts:
    return {} if study.land.take.empty else joined(study, _budget)


def _used(study: Topics) -> Facts:
    return {} if study.land.uses.empty else joined(study, _offer, _consumed)


def _of_sites(study: Topics) -> Facts:
    return {} if study.land.sites.empty else joined(study, _brownfields, _exposed)


def _surveyed(study: Topics) -> Facts:
    return (
        joined(study, _printed_sectors, _sectors, _families) if study.recruitment.surveyed else {}
    )


def _offer(study: Topics) -> Facts:
    offer, pressed = study.land.printed["hectares"], study.land.pressed()
    return {
        "land_offered": (offer["available"], ",.0f", "ha"),
        "land_asked": (offer["asked"], ",.0f", "ha"),
        "land_activity_pace": (pressed["activity_pace"], ".1f", "ha"),
        "land_offered_months": (pressed["offered_months"], ".0f"),
        "land_asked_years": (pressed["asked_years"], ".0f"),
    }


def _consumed(study: Topics) -> Facts:
    land, uses, whole = study.land, study.land.by_use, study.land.selected.value
    return {
        "land_communes": len(land.uses),
        "land_total": (whole("land_taken"), ",.0f", "ha"),
        "land_housing_pct": (whole("land_housing_pct"), ".0f", "%"),
        "land_activity_pct": (whole("land_activity_pct"), ".0f", "%"),
        **of_those_there(
            uses["activity"], ",.0f", "ha", land_martin_activity=SAINT_MARTIN_DE_VALGALGUES
        ),
        "land_none": int((uses["total"] == 0).sum()),
        "land_most": (land.yearly.max(), ",.0f", "ha"),
        "land_most_year": (int(land.yearly.idxmax()), "d"),
    }


def _budget(study: Topics) -> Facts:
    """What is left of an even share of the law's half."""
    even = study.land.calendar
    return {
        "land_reference": (even["reference"], ",.1f", "ha"),
        "land_budget": (even["budget"], ",.1f", "ha"),
        "land_used": (even["used"], ",.1f", "ha"),
        "land_used_pct": (even["used_pct"], ".0f", "%"),
        "land_years": even["years"],
        "land_years_pct": (even["years_pct"], ".0f", "%"),
        "land_years_left": even["years_left"],
        "land_pace_recent": (even["pace_recent"], ".1f", "ha"),
        "land_pace_change": (even["pace_change_pct"], "+.0f", "%"),
        "land_pace_left": (even["pace_left"], ".1f", "ha"),
        "land_pace_cut": (even["pace_cut_pct"], "+.0f", "%"),
        "land_runs_out": (int(even["runs_out"]), "d"),
    }


def _brownfields(study: Topics) -> Facts:
    land = study.land
    potential = int((land.sites["status"] == cerema.POTENTIAL).sum())
    sure = land.places[land.places["confirmed"]]
    combe = sure.drop_duplicates("code").set_index("code")
    return {
        "land_records": len(land.sites),
        "land_potential": potential,
        "land_confirmed_records": len(land.sites) - potential,
        "land_confirmed": len(sure),
        "land_confirmed_ha": (total(sure["hectares"]), ",.0f", "ha"),
        **of_those_there(combe["records"], land_combe_records=LA_GRAND_COMBE),
        **of_those_there(combe["hectares"], ".1f", "ha", land_combe_ha=LA_GRAND_COMBE),
        "land_polluted": int((sure["pollution"] == cerema.POLLUTED).sum()),
    }


def _exposed(study: Topics) -> Facts:
    exposed = study.land.exposure(study.risk.by_commune("plan", "floods", "fires"))
    sure, maybe = exposed.loc["sites_confirmed"], exposed.loc["sites_potential"]
    return {
        "land_sure_plan": int(sure["plan"]),
        "land_sure_three": int(sure["all_three"]),
        "land_maybe": int(maybe["places"]),
        "land_maybe_plan": int(maybe["plan"]),
        "land_maybe_three": int(maybe["all_three"]),
    }


def _vacant_census(study: Topics) -> Facts:
    """Vacant dwellings of three censuses, here and in the places around."""
    places = zip(("here", "gard", "region", "france"), study.territory.levels, strict=True)
    keys = dict(places)
    return {
        f"land_census_{key}_{year}": (values[place], ".1f", "%")
        for year in insee.IRIS_YEARS
        for values in [study.land.selected.by_place(f"vacant_census_{year}")["value"]]
        for key, place in keys.items()
    }


def _vacant(study: Topics) -> Facts:
    stock, empty = study.land.vacancy_by_area, study.land.vacancy
    here, country = stock.loc[study.territory.here], stock.loc[FRANCE]
    return {
        "land_vacant_low": here["vacant_low"],
        "land_vacant_high": here["vacant_high"],
        "land_vacant_pct": (here["vacant_pct"], ".1f", "%"),
        "land_vacant_france": (country["vacant_pct"], ".1f", "%"),
        **of_those_there(empty["vacant_pct"], ".1f", "%", land_vacant_combe=LA_GRAND_COMBE),
        **of_those_there(empty["vacant"], land_vacant_ales=ALES),
        "land_vacant_secret": int((empty["status"] == SECRET).sum()),
        "land_vacant_rated": here["rated"],
    }


def _printed_sectors(study: Topics) -> Facts:
    """Industry as printed."""
    printed = study.recruitment.changes.loc[INDUSTRY]
    return {
        "skills_industry_2014": (printed["share_2014"], ".1f", "%"),
        "skills_industry_2022": (printed["share_2022"], ".1f", "%"),
        "skills_difficult_2014": printed["difficult_2014"],
        "skills_difficult_2022": printed["difficult_2022"],
    }


def _sectors(study: Topics) -> Facts:
    """Industry, and all sectors, in the survey between the years printed."""
    survey = study.recruitment.by_sector(BY_SECTOR)
    survey = survey.reindex(survey.index.union([INDUSTRY, ALL]))
    return {
        "skills_in": study.recruitment.communes_in,
        "skills_industry_2019": (survey.at[INDUSTRY, "difficult_pct"], ".1f", "%"),
        "skills_industry_projects": survey.at[INDUSTRY, "projects"],
        "skills_industry_france": (survey.at[INDUSTRY, "france_pct"], ".1f", "%"),
        "skills_all": (survey.at[ALL, "difficult_pct"], ".1f", "%"),
        "skills_all_france": (survey.at[ALL, "france_pct"], ".1f", "%"),
    }


def _families(study: Topics) -> Facts:
    """Bounds of the share judged difficult, by family of occupations."""
    families = study.recruitment.by_family(BY_OCCUPATION)
    hardest = study.recruitment.hardest(BY_OCCUPATION)
    # A bassin of several departements has a row in each: no one share is the occupation's.
    hardest = hardest[~hardest.index.duplicated(keep=False)]
    ends = ("low", "high", "france_low", "france_high")

    def bound(family: str, end: str) -> tuple[float, str, str]:
        known = families.index.intersection([family])
        return (float(families.at[family, f"{end}_pct"]) if len(known) else nan, ".0f", "%")

    return {
        **{f"skills_building_{end}": bound(BUILDERS, end) for end in ends},
        **{f"skills_{end}": bound(ALL, end) for end in ends},
        "skills_least": study.recruitment.least_printed(BY_OCCUPATION),
        "skills_workers_low": bound(WORKERS, "low"),
        "skills_workers_high": bound(WORKERS, "high"),
        "skills_workers_france": bound(WORKERS, "france_low"),
        "skills_technicians_low": bound(TECHNICIANS, "low"),
        **of_those_there(hardest["difficult_pct"], ".0f", "%", skills_mechanics=MECHANICS),
    }
