"""Words of the indicators in English: plain mappings by key."""

from __future__ import annotations

from collections.abc import Mapping

_GP = "General practitioners within reach of a commune, weighed by their activity and by the age of"
_PER = "for 100,000 inhabitants counted by the care their ages use"
_UNEMPLOYED = "People who say to be unemployed and look for work, of the active of 15 to"
_CATEGORIES = ("managers", "workers", "retired")
_WAYS = {
    "car": "Workers who drive to work",
    "walking": "Workers who walk to work",
    "cycling": "Workers who cycle to work",
    "motorcycle": "Workers who ride a motorcycle to work",
    "transit": "Workers who take public transport to work",
    "no_transport": "Workers who do not travel to work",
}
_PROFESSIONALS = {
    "doctors": "General practitioners",
    "nurses": "Nurses",
    "dentists": "Dentists",
    "pharmacies": "Pharmacies",
}

#: Spheres and sectors to how a label and a sentence call them.
_SPHERES = {
    "presential": ("the presential sphere", "that serve the people present in a place"),
    "farming": ("farming", "of farming"),
    "industry": ("industry", "of industry"),
    "construction": ("construction", "of construction"),
    "services": ("services", "of trade, transport and other services"),
    "public": (
        "administration, teaching and health",
        "of administration, teaching, health and social work",
    ),
}
#: Shares of jobs by sphere or sector, and their year.
_SHARES = [
    ("presential", 2023),
    *((sector, 2022) for sector in list(_SPHERES)[1:]),
    *((sector, year) for sector in ("services", "public") for year in (2016, 2011)),
]
#: Years of private jobs by industry.
_INDUSTRY = (2019, 2022, 2023, 2024)

#: Key of an indicator to its label, its vintage included.
LABELS: Mapping[str, str] = {
    **{f"population_{y}": f"Inhabitants, {y}" for y in (1968, 1999, 2013, 2019, 2020, 2023)},
    "growth_1968_1999": "Population change, 1968–1999",
    "growth_1999_2020": "Population change, 1999–2020",
    "growth_2013_2020": "Population change, 2013–2020",
    "growth_2013_2023": "Population change, 2013–2023",
    "natural_balance": "Births less deaths, 2013–2018",
    "migratory_balance": "Arrivals less departures, 2013–2018",
    **{f"share_65_plus_{y}": f"Aged 65 and over, {y}" for y in (2011, 2016, 2018, 2020, 2022)},
    **{f"ageing_index_{y}": f"Aged 65 and over for 100 under 20, {y}" for y in (2011, 2016, 2022)},
    **{f"below_bac_{y}": f"Diploma below the bac, {y}" for y in (2011, 2016, 2022)},
    **{f"higher_education_{y}": f"Diploma of higher education, {y}" for y in (2016, 2022)},
    **{f"above_bac2_{y}": f"Diploma above bac+2, {y}" for y in (2011, 2022)},
    "bac5_2018": "Five years of higher education, 2018",
    **{f"neet_{y}": f"Aged 15–24, neither in work nor in study, {y}" for y in (2008, 2013, 2018)},
    **{f"gp_{y}": f"Consultations of a GP a year, {y}" for y in (2016, 2018, 2022, 2023)},
    **{
        f"gp_under_65_{y}": f"Consultations of a GP under 65 a year, {y}"
        for y in (2016, 2018, 2022, 2023)
    },
    **{f"nurse_{y}": f"Nurses for 100,000 people, {y}" for y in (2022, 2023)},
    **{f"dentist_{y}": f"Dentists for 100,000 people, {y}" for y in (2022, 2023)},
    **{f"midwife_{y}": f"Midwives for 100,000 women, {y}" for y in (2022, 2023)},
    **{f"underserved_{y}": f"In an underserved commune, {y}" for y in (2016, 2018, 2022, 2023)},
    **{
        f"underserved_under_65_{y}": f"In a commune underserved by GPs under 65, {y}"
        for y in (2016, 2018, 2022, 2023)
    },
    **{f"{k}_2019": f"{name} for 10,000 people, 2019" for k, name in _PROFESSIONALS.items()},
    "best_4g_pct": "4G, best operator (area covered), 2019",
    "best_3g_pct": "3G, best operator (area covered), 2019",
    "worst_4g_pct": "4G, worst operator (area covered), 2019",
    "worst_3g_pct": "3G, worst operator (area covered), 2019",
    "fast_internet_pct": "Premises with fast internet, 2017",
    "far_workers_pct": "Workers over 30 minutes from their job, 2014",
    "cinema_minutes": "Minutes to a cinema or theatre, 2017",
    **{
        f"unemployment_{y}": f"Unemployed of the active, {y}"
        for y in (2007, 2012, 2017, 2018, 2022)
    },
    "median_income": "Median income a consumption unit, 2020",
    "poverty_rate_pct": "Poverty rate, 2020",
    "median_income_2019": "Median income a consumption unit, 2019",
    "d9_d1_2019": "Ninth decile of incomes over the first, 2019",
    "gini_2019": "Gini index of incomes, 2019",
    "poverty_rate_2019": "Poverty rate, 2019",
    "median_income_2021": "Median income a consumption unit, 2021",
    "poverty_rate_2021": "Poverty rate, 2021",
    "jobs_2018": "Jobs, 2018",
    "jobs_per_worker": "Jobs for 100 employed residents, 2018",
    **{f"private_jobs_{y}": f"Private jobs, {y}" for y in range(2014, 2025)},
    **{f"{k}_jobs_{y}": f"Jobs in {_SPHERES[k][0]}, {y}" for k, y in _SHARES},
    "small_establishments_jobs_2023": "Jobs in establishments of fewer than 10, 2023",
    "large_establishments_jobs_2023": "Jobs in establishments of 100 and more, 2023",
    **{f"industry_private_jobs_{y}": f"Private jobs in industry, {y}" for y in _INDUSTRY},
    "employed_2022": "People of 15 to 64 at work, 2022",
    "unemployed_2022": "Unemployed of the active, 2022, by IRIS",
    "youth_unemployed_2022": "Unemployed of the active of 15 to 24, 2022",
    **{f"{k}_2022": f"{k.title()} among people of 15 and over, 2022" for k in _CATEGORIES},
    **{f"one_person_{y}": f"Households of one person, {y}" for y in (2011, 2016, 2022)},
    **{f"lone_parent_{y}": f"Households of a single parent, {y}" for y in (2011, 2016, 2022)},
    **{f"vacant_census_{y}": f"Dwellings vacant, census {y}" for y in (2011, 2016, 2022)},
    **{f"physiotherapist_{y}": f"Access to physiotherapists, {y}" for y in (2022, 2023)},
    **{f"{way}_pct": f"{words}, 2021" for way, words in _WAYS.items()},
    "vacant_pct": "Private dwellings vacant, 2025",
    "vacant_2y_pct": "Private dwellings vacant for over two years, 2025",
    "house_price": "Price of a dwelling a square metre, 2019",
    "brownfields": "Brownfields listed, 2024",
    "brownfields_confirmed": "Brownfields verified, 2024",
    "land_taken": "Land consumed, 2009–2024",
    "land_taken_pct": "Share of the ground consumed, 2009–2024",
    "land_housing_pct": "Land consumed for housing, 2009–2024",
    "land_activity_pct": "Land consumed for activities, 2009–2024",
    "floods_per_commune": "Floods recognised a commune, 1982–2024",
    "floods_of_inhabitant": "Floods recognised in the commune of the average inhabitant, 1982–2024",
    "fires_per_100_km2": "Forest fires a year for 100 km², 2014–2023",
    "plan_communes_pct": "Communes with a plan for natural risks, 2024",
    "plan_people_pct": "Inhabitants of a commune with a plan for natural risks, 2024",
}

#: Title of the legend or the axis of what shows an indicator, by its key or by that of all its
#: years; the label where there is none.
TITLES: Mapping[str, str] = {
    "growth_2013_2020": "Change 2013–2020",
    "share_65_plus": "People of 65 and over",
    "ageing_index": "People of 65 and over for 100 under 20",
    "below_bac": "Without the baccalauréat",
    "above_bac2": "More than bac+2",
    "neet": "Neither in work nor in study",
    "gp": "Consultations a year per inhabitant",
    "unemployment": "Unemployment rate, census",
    "median_income": "Median standard of living",
    "poverty_rate_pct": "Poverty rate",
    "vacant_pct": "Share of private dwellings that are vacant",
    "land_taken": "Land consumed",
    "floods_per_commune": "Recognised floods",
}

#: Key of an indicator to what it counts, in a sentence.
COUNTS: Mapping[str, str] = {
    **{
        f"population_{y}": f"Inhabitants of {y}, on the communes of 2023."
        for y in (1968, 1999, 2013, 2019, 2020, 2023)
    },
    **{
        f"growth_{a}_{b}": f"What came on top of the inhabitants of {a} by {b}, in % of them."
        for a, b in ((1968, 1999), (1999, 2020), (2013, 2020), (2013, 2023))
    },
    "natural_balance": "Births less deaths a year, for 1,000 inhabitants of the mean year.",
    "migratory_balance": "Change of population a year that births and deaths do not make, for "
    "1,000 inhabitants of the mean year; errors of the counts are in it.",
    **{
        f"share_65_plus_{y}": "People of 65 and over, of the inhabitants."
        for y in (2011, 2016, 2018, 2020, 2022)
    },
    **{
        f"ageing_index_{y}": "People of 65 and over for 100 people under 20."
        for y in (2011, 2016, 2022)
    },
    **{
        f"below_bac_{y}": "People whose highest diploma is below the baccalauréat, of those of 15 "
        "and over out of school; each IRIS counts by its people of 20 and over."
        for y in (2011, 2016, 2022)
    },
    **{
        f"higher_education_{y}": "People with a diploma above the baccalauréat, of those of 15 and "
        "over out of school; each IRIS counts by its people of 20 and over."
        for y in (2016, 2022)
    },
    **{
        f"above_bac2_{y}": "People with a diploma above two years of higher education, of those of "
        "15 and over out of school; each IRIS counts by its people of 20 and over."
        for y in (2011, 2022)
    },
    "bac5_2018": "People with a diploma of five years of higher education, of those of 15 and over "
    "out of school.",
    **{
        f"neet_{y}": "People neither in work nor in study, of those of 15 to 24."
        for y in (2008, 2013, 2018)
    },
    **{
        f"gp_{y}": f"{_GP} the inhabitants: consultations a year for one of them."
        for y in (2016, 2018, 2022, 2023)
    },
    **{
        f"gp_under_65_{y}": f"{_GP} the inhabitants, those over 65 left out: consultations a year "
        "for one of them."
        for y in (2016, 2018, 2022, 2023)
    },
    **{f"nurse_{y}": f"Nurses within reach, in full time, {_PER}." for y in (2022, 2023)},
    **{f"dentist_{y}": f"Dentists within reach, in full time, {_PER}." for y in (2022, 2023)},
    **{
        f"midwife_{y}": "Midwives within reach, in full time, for 100,000 women counted by the "
        "care their ages use."
        for y in (2022, 2023)
    },
    **{
        f"underserved_{y}": "Inhabitants of communes with fewer than 2.5 consultations of a GP a "
        "year, of those of communes with a value."
        for y in (2016, 2018, 2022, 2023)
    },
    **{
        f"underserved_under_65_{y}": "Inhabitants of communes with fewer than 2.5 consultations a "
        "year of a GP, those over 65 left out, of those of communes with a value."
        for y in (2016, 2018, 2022, 2023)
    },
    **{
        f"{k}_2019": f"{name} established in the communes, for 10,000 inhabitants."
        for k, name in _PROFESSIONALS.items()
    },
    **{
        f"{bound}_{g}_pct": f"Area covered in {g.upper()} by the operator that covers {most} "
        "of it; the mean counts each commune by its inhabitants."
        for g in ("4g", "3g")
        for bound, most in (("best", "most"), ("worst", "least"))
    },
    "fast_internet_pct": "Premises that may have 30 Mbit/s or more; the mean counts each commune "
    "by its inhabitants.",
    "far_workers_pct": "Workers whose job is over 30 minutes away by road; the mean counts each "
    "commune by its inhabitants.",
    "cinema_minutes": "Minutes by road to the nearest cinema or theatre; the mean counts each "
    "commune by its inhabitants.",
    **{f"unemployment_{y}": f"{_UNEMPLOYED} 64." for y in (2007, 2012, 2017, 2018, 2022)},
    "median_income": "Disposable income for each consumption unit that half the people are under.",
    "poverty_rate_pct": "People under 60 % of the national median income.",
    **{
        f"median_income_{y}": "Disposable income for each consumption unit that half the people "
        "are under."
        for y in (2019, 2021)
    },
    "d9_d1_2019": "Income that a tenth of the people are over, over that which a tenth are under.",
    "gini_2019": "Gini index of disposable incomes a consumption unit: 0 where all are equal.",
    **{
        f"poverty_rate_{y}": "People under 60 % of the national median income."
        for y in (2019, 2021)
    },
    "jobs_2018": "Jobs at the place of work.",
    "jobs_per_worker": "Jobs at the place of work for 100 employed residents of 15 to 64.",
    **{
        f"private_jobs_{y}": "Salaried jobs of private employers at the end of the year."
        for y in range(2014, 2025)
    },
    **{
        f"{k}_jobs_{y}": f"{'Salaried jobs' if k == 'presential' else 'Jobs'} {_SPHERES[k][1]}, of "
        "all."
        for k, y in _SHARES
    },
    "small_establishments_jobs_2023": "Salaried jobs in establishments of fewer than 10 employees, "
    "of all.",
    "large_establishments_jobs_2023": "Salaried jobs in establishments of 100 employees and more, "
    "of all.",
    **{
        f"industry_private_jobs_{y}": "Salaried jobs in industry, of all of private employers."
        for y in _INDUSTRY
    },
    **{
        f"{way}_pct": f"{words} as their main way, of the employed residents."
        for way, words in _WAYS.items()
    },
    "employed_2022": "People of 15 to 64 who have a job, of all of that age.",
    "unemployed_2022": f"{_UNEMPLOYED} 64; told from shares by IRIS.",
    "youth_unemployed_2022": f"{_UNEMPLOYED} 24; told from shares by IRIS.",
    "managers_2022": "Managers and higher intellectual professions, of people of 15 and over.",
    "workers_2022": "Workers, skilled or not, of people of 15 and over.",
    "retired_2022": "Retired people, of people of 15 and over.",
    **{
        f"one_person_{y}": "Households of one person, of all; told from shares by IRIS."
        for y in (2011, 2016, 2022)
    },
    **{
        f"lone_parent_{y}": "Households of one parent with children, of all; told from shares by "
        "IRIS."
        for y in (2011, 2016, 2022)
    },
    **{
        f"vacant_census_{y}": "Dwellings that are vacant, of all; told from shares by IRIS."
        for y in (2011, 2016, 2022)
    },
    **{
        f"physiotherapist_{y}": f"Physiotherapists within reach, full-time equivalents {_PER}."
        for y in (2022, 2023)
    },
    "vacant_pct": "Private dwellings that are vacant, of all private dwellings.",
    "vacant_2y_pct": "Private dwellings vacant for over two years, of all private dwellings.",
    "house_price": "Mean price of a square metre of the dwellings sold; each commune counts by its "
    "sales.",
    "brownfields": "Places on the national list of brownfields, whether anybody has verified them "
    "or not.",
    "brownfields_confirmed": "Places on the national list of brownfields that were verified.",
    "land_taken": "Natural, farm and forest land consumed, after the land registers.",
    "land_taken_pct": "Natural, farm and forest land consumed, of the area of the communes.",
    "land_housing_pct": "Of the natural, farm and forest land consumed, that for housing.",
    "land_activity_pct": "Of the natural, farm and forest land consumed, that for activities.",
    "floods_per_commune": "Floods recognised as natural disasters, each counted once a commune.",
    "floods_of_inhabitant": "Floods recognised as natural disasters in the commune of each "
    "inhabitant, on average.",
    "fires_per_100_km2": "Forest fires that started there, a year, for 100 km² of ground.",
    "plan_communes_pct": "Communes covered by a plan for the prevention of natural risks.",
    "plan_people_pct": "Inhabitants of communes covered by a plan for the prevention of natural "
    "risks.",
}
