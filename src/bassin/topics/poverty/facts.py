"""What the chapter on poverty and unemployment says."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd

from bassin.indicators.stats import ROUNDING_OF_TENTHS, places_held
from bassin.topics.facts import Facts, joined, of_those_there
from bassin.topics.gathered import Topics
from bassin.topics.named import ALES, LA_GRAND_COMBE
from bassin.topics.poverty.labour import CENSUS_WINDOW
from bassin.topics.poverty.quarters import placed, said
from bassin.topics.poverty.unemployment_checks import COMPARED, FIRST_YEARS, LAST_YEARS
from bassin.topics.standing import told as ranked

#: First year of the unemployment that is told, and last.
FIRST, LAST = FIRST_YEARS[0], LAST_YEARS[1]
#: Quarters of the dip of 2020.
SPRING, SUMMER = "2020-Q2", "2020-Q3"


def facts(study: Topics) -> Facts:
    """Facts of the chapter on poverty and unemployment."""
    return joined(
        study,
        _communes,
        _carried,
        _places,
        _standing,
        _town,
        _printed,
        _yearly,
        _changes,
        _ranks,
        _region,
        _dip,
        _census,
        _compared,
        _work,
        _wages,
    )


def _keys(study: Topics) -> Mapping[str, str]:
    """How the keys of facts call the places."""
    return dict(zip(("agglo", "gard", "region", "france"), study.territory.levels, strict=True))


def _communes(study: Topics) -> Facts:
    """Poverty of communes, and what is masked of it."""
    income = study.income
    secrecy, (rate, people) = income.secrecy(), income.hidden()
    rates = income.rate(2020)["rate_2020"]
    return {
        **of_those_there(rates, ".0f", "%", poverty_ales=ALES, poverty_grand_combe=LA_GRAND_COMBE),
        "poverty_published": secrecy.at[2020, "published"],
        "poverty_masked": secrecy.at[2020, "secret"],
        "poverty_communes": len(study.territory.codes),
        "poverty_masked_people": secrecy.at[2020, "secret_people"],
        "poverty_masked_pct": (secrecy.at[2020, "secret_pct"], ".0f", "%"),
        "poverty_hidden": (rate.value, ".0f", "%"),
        "poverty_hidden_low": (rate.low, ".1f", "%"),
        "poverty_hidden_high": (rate.high, ".1f", "%"),
        "poverty_hidden_poor": round(people * rate.value / 100, -2),
    }


def _work(study: Topics) -> Facts:
    """Who is at work, unemployed or a manager, here and elsewhere."""
    table = study.unemployment.work
    told: dict[str, object] = {}
    for indicator, row in table.iterrows():
        name = str(indicator).removeprefix("indicator.").removesuffix("_2022")
        told |= {
            f"work_{name}_{key}": (row[place], ".1f", "%") for key, place in _keys(study).items()
        }
        told |= {
            f"work_{name}_middle": (row["middle_epci"], ".1f", "%"),
            f"work_{name}_place": ranked(row["first"], row["last"]),
            f"work_{name}_of": row["epci_known"],
        }
    return told


def _carried(study: Topics) -> Facts:
    """Rates of 2020 carried from those of 2019, of the territory and of its departement."""
    told: dict[str, object] = {}
    for key, place in list(_keys(study).items())[:2]:
        moves = study.income.moves.loc[place]
        told |= {
            f"poverty_{key}_before": (moves["before"], ".1f", "%"),
            f"poverty_{key}_after": (moves["after"], ".1f", "%"),
            f"poverty_{key}_moved": int(moves["communes"]),
            f"poverty_{key}_apart": (100 - moves["people_pct"], ".0f", "%"),
            f"poverty_{key}_carried": (study.income.rate_2020(place), ".1f", "%"),
        }
    return told


def _places(study: Topics) -> Facts:
    """Rates published of each place, and how far those read between deciles are."""
    published = study.income.published
    return {
        **{
            f"poverty_{key}_{year}": (published.at[place, year], ".1f", "%")
            for key, place in _keys(study).items()
            for year in (2019, 2021)
        },
        "poverty_read_error": (study.income.interpolation_error().mean(), ".1f"),
    }


def _standing(study: Topics) -> Facts:
    """How long the territory has been among the poorest."""
    standing = study.income.standing
    if study.territory.code not in standing.index:
        return {}
    share = study.income.place_among_epci(study.territory.code).dropna()
    if share.empty:
        return {}
    low, stayed, epci = study.income.stayed_low()
    return {
        "standing_first": (share.index[0], "d"),
        "standing_last": (share.index[-1], "d"),
        "standing_years": len(share),
        "standing_worst": (share.min(), ".1f", "%"),
        "standing_best": (share.max(), ".1f", "%"),
        "standing_within": (math.ceil(share.max()), "d", "%"),
        "standing_epci": epci,
        "standing_low": low,
        "standing_stayed": stayed,
    }


def _town(study: Topics) -> Facts:
    """Housing aid and poverty within the centre."""
    income, poor = study.income, study.income.town()["town_poor_2021"]
    return {
        "poverty_aid_ales": (income.aid_share([study.territory.centre]), ".1f", "%"),
        "poverty_aid_iris": (income.aid_share(), ".1f", "%"),
        **({} if poor.empty else _hoods(poor)),
    }


def _hoods(poor: pd.Series) -> Facts:
    """The poorest neighbourhood of the centre, and the least poor."""
    return {
        "poverty_hood": str(poor.index[0]),
        "poverty_hood_rate": (poor.iloc[0], ".0f", "%"),
        "poverty_hood_low": str(poor.index[-1]),
        "poverty_hood_low_rate": (poor.iloc[-1], ".0f", "%"),
    }


def _printed(study: Topics) -> Facts:
    """What the study prints."""
    printed = study.published("poverty")
    return {
        "poverty_printed": (printed["pov-agglo"], ".1f", "%"),
        "poverty_printed_gard": (printed["pov-gard"], ".1f", "%"),
        "poverty_aid_printed": (printed["aid-agglo"], ".1f", "%"),
        "poverty_aid_printed_france": (printed["aid-france"], ".1f", "%"),
        "une_region_printed": (printed["une-region"], ".1f", "%"),
        "une_1995": (printed["une-1995"], ".0f", "%"),
    }


def _yearly(study: Topics) -> Facts:
    """Yearly rates of the zone, and its gap to the mainland."""
    unemployment = study.unemployment
    years, series = unemployment.years(), unemployment.rates_of()
    rate, gap = years["zone"], years["gap"]
    return {
        "une_2023": (series.iloc[-1], ".1f", "%"),
        "une_last_quarter": said(series.index[-1]),
        "une_peak": (rate.max(), ".1f", "%"),
        "une_peak_year": (rate.idxmax(), "d"),
        "une_least": (rate.min(), ".1f", "%"),
        "une_least_year": (rate.idxmin(), "d"),
        "une_gap_most": (gap.max(), ".1f"),
        "une_gap_most_year": (gap.idxmax(), "d"),
        "une_gap_least": (gap.min(), ".1f"),
        "une_gap_least_year": (gap.idxmin(), "d"),
        "une_revised": (unemployment.revised(), ".2f"),
    }


def _changes(study: Topics) -> Facts:
    """From the first three years to the last three: of the zone and of larger places."""
    unemployment, territory = study.unemployment, study.territory
    first, last = unemployment.window(*FIRST_YEARS), unemployment.window(*LAST_YEARS)
    rate = unemployment.years()["zone"]
    told: dict[str, object] = {}
    for year, mean in ((FIRST, first), (LAST, last)):
        told |= {
            f"une_{year}": (mean["zone"], ".1f", "%"),
            f"une_gap_{year}": (mean["gap"], ".1f"),
            f"une_ratio_{year}": (mean["ratio"], ".2f"),
            f"une_mainland_{year}": (mean["mainland"], ".1f", "%"),
        }
    for key, place in (("gard", territory.in_departement), ("region", territory.in_region)):
        before, after = (unemployment.mean(*span, place) for span in (FIRST_YEARS, LAST_YEARS))
        told[f"une_change_{key}"] = (before - after, ".1f")
    return {
        **told,
        "une_change": (first["zone"] - last["zone"], ".1f"),
        "une_change_mainland": (first["mainland"] - last["mainland"], ".1f"),
        "une_single": (rate[FIRST] - rate[LAST], ".1f"),
        "une_since_least": (rate[LAST] - rate.min(), ".1f"),
    }


def _ranks(study: Topics) -> Facts:
    """Where the zone stands among those of the mainland."""
    years = study.unemployment.years()
    return {
        "une_rank": placed(*years.loc[LAST, ["rank", "last"]]),
        f"une_rank_{FIRST}": placed(*years.loc[FIRST, ["rank", "last"]]),
        "une_rank_low": years["last"].max(),
        "une_zones": years.at[LAST, "of"],
        "une_zone_communes": len(study.unemployment.zone_communes),
    }


def _region(study: Topics) -> Facts:
    """Unemployment of the region, and how far its departements are apart."""
    unemployment, region = study.unemployment, study.territory.in_region
    spread = unemployment.dispersion(LAST)["deviation"]
    return {
        "une_region": (unemployment.mean(LAST, LAST, region), ".1f", "%"),
        "une_region_before": (unemployment.mean(LAST - 1, LAST - 1, region), ".1f", "%"),
        "une_spread": (spread[region], ".1f"),
        "une_spread_rank": placed(*places_held(spread, region, ROUNDING_OF_TENTHS)),
        "une_spread_regions": len(spread),
        "une_spread_middle": (spread.median(), ".1f"),
    }


def _dip(study: Topics) -> Facts:
    """Spring and summer 2020, in the zone and on the mainland."""
    spring, summer = (study.unemployment.quarters.loc[quarter] for quarter in (SPRING, SUMMER))
    return {
        "une_spring": (spring.iloc[0], ".1f", "%"),
        "une_summer": (summer.iloc[0], ".1f", "%"),
        "une_spring_france": (spring.iloc[-1], ".1f", "%"),
        "une_summer_france": (summer.iloc[-1], ".1f", "%"),
    }


def _census(study: Topics) -> Facts:
    """The unemployed of the census: rates of the territory, of its centre, and people."""
    unemployment, territory = study.unemployment, study.territory
    census, people = unemployment.census, unemployment.people()["unemployed"]
    return {
        **{
            f"une_agglo_{y}": (census.at[y, territory.here], ".1f", "%") for y in (2007, 2017, 2022)
        },
        **{
            f"une_town_{y}": (census.at[y, territory.centre], ".1f", "%")
            for y in (2007, 2012, 2017, 2022)
        },
        **{f"une_people_{y}": round(people[y], -2) for y in (2007, 2022)},
    }


def _compared(study: Topics) -> Facts:
    """The zone over the same years, in the sense of the census and of the curve."""
    unemployment = study.unemployment
    window = (COMPARED - CENSUS_WINDOW, COMPARED + CENSUS_WINDOW)
    census = unemployment.census.at[COMPARED, unemployment.in_zone]
    return {
        f"une_ilo_{COMPARED}": (unemployment.mean(*window), ".1f", "%"),
        f"une_census_{COMPARED}": (census, ".1f", "%"),
    }


def _wages(study: Topics) -> Facts:
    """Hourly wages of the mines and of other work, as the study prints them."""
    kind, alone, other = (row for _, row in study.wages.iterrows())
    return {
        "poverty_wage_low": (alone["low_gap_pct"], ".0f", "%"),
        "poverty_wage_high": (alone["high_gap_pct"], ".0f", "%"),
        "poverty_wage_kind": (kind["low_gap_pct"], ".0f", "%"),
        "poverty_wage_benefit": (kind["low"] - alone["low"], ".2f"),
        "poverty_wage_best": (other["high"], ".2f"),
        "poverty_wage_least": (alone["low"], ".2f"),
    }
