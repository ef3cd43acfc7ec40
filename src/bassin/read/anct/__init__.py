"""ANCT and the Observatoire des territoires: programmes, outlines, demographic balance."""

from bassin.read.anct.balance import BALANCE, BALANCE_FRANCE, demographic_balance
from bassin.read.anct.communes import (
    DEBATE,
    DEBATE_INDICATORS,
    DEBATE_LABELS,
    DENSITY,
    MASSIFS,
    PREVENTION_PLANS,
    density_2025,
    massifs_2025,
    prevention_plans,
    public_debate_indicators,
)
from bassin.read.anct.programmes import (
    FRANCE_SERVICES,
    TOWN_PROGRAMMES,
    france_services,
    town_programme,
)
from bassin.read.anct.territories import (
    INDUSTRY_149,
    INDUSTRY_183,
    OUTLINES,
    PRIORITY_DISTRICTS_2015,
    PRIORITY_DISTRICTS_2024,
    industry_territories_2018,
    industry_territories_2023,
    outlines,
    priority_districts_2015,
    priority_districts_2024,
)

__all__ = [
    "BALANCE",
    "BALANCE_FRANCE",
    "DEBATE",
    "DEBATE_INDICATORS",
    "DEBATE_LABELS",
    "DENSITY",
    "FRANCE_SERVICES",
    "INDUSTRY_149",
    "INDUSTRY_183",
    "MASSIFS",
    "OUTLINES",
    "PREVENTION_PLANS",
    "PRIORITY_DISTRICTS_2015",
    "PRIORITY_DISTRICTS_2024",
    "TOWN_PROGRAMMES",
    "demographic_balance",
    "density_2025",
    "france_services",
    "industry_territories_2018",
    "industry_territories_2023",
    "massifs_2025",
    "outlines",
    "prevention_plans",
    "priority_districts_2015",
    "priority_districts_2024",
    "public_debate_indicators",
    "town_programme",
]
