"""INSEE: places, populations, facilities, incomes. A module a topic, read as one."""

from bassin.read.insee.facilities import (
    FACILITIES,
    FACILITY_TYPES,
    facilities,
)
from bassin.read.insee.income import (
    FILOSOFI_2020,
    filosofi_2020,
)
from bassin.read.insee.places import (
    COMMUNES,
    DEPARTEMENTS,
    EMPLOYMENT_ZONES,
    EPCI,
    EVENT_KINDS,
    EVENTS,
    REGIONS,
    commune_events,
    communes_2023,
    departements_2023,
    employment_zones_2023,
    epci_2023,
    regions_2023,
)
from bassin.read.insee.population import (
    HISTORICAL_GEOGRAPHY,
    HISTORICAL_POPULATION,
    LEGAL_GEOGRAPHY,
    LEGAL_POPULATION,
    MUNICIPAL_POPULATION,
    legal_population_2020,
    population_1876_2015,
    population_2013_2023,
)

__all__ = [
    "COMMUNES",
    "DEPARTEMENTS",
    "EMPLOYMENT_ZONES",
    "EPCI",
    "EVENTS",
    "EVENT_KINDS",
    "FACILITIES",
    "FACILITY_TYPES",
    "FILOSOFI_2020",
    "HISTORICAL_GEOGRAPHY",
    "HISTORICAL_POPULATION",
    "LEGAL_GEOGRAPHY",
    "LEGAL_POPULATION",
    "MUNICIPAL_POPULATION",
    "REGIONS",
    "commune_events",
    "communes_2023",
    "departements_2023",
    "employment_zones_2023",
    "epci_2023",
    "facilities",
    "filosofi_2020",
    "legal_population_2020",
    "population_1876_2015",
    "population_2013_2023",
    "regions_2023",
]
