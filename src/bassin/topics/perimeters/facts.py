"""What the chapter on the basin and its perimeters says."""

from __future__ import annotations

from bassin.indicators.stats import total
from bassin.read import insee
from bassin.topics.facts import Facts, joined
from bassin.topics.gathered import Topics
from bassin.topics.perimeters.local import FOUNDED


def facts(study: Topics) -> Facts:
    """What the prose of the chapter says."""
    return joined(
        study,
        _printed,
        _industry,
        _agglomeration,
        _history,
        _zone,
        _covered,
    )


def _printed(study: Topics) -> Facts:
    told = study.published("territory")
    return {
        "epci_slip": told["epci-76"],
        "epci_said": told["epci-2023"],
        "epci_first": told["epci-2000"],
    }


def _industry(study: Topics) -> Facts:
    perimeters = study.perimeters
    added = [perimeters.table.at[code, "beyond_communes"] for code in perimeters.phase(2)]
    return {
        "ti_number": len(perimeters.industry),
        "ti_mended": int(perimeters.industry["mended"].sum()),
        **({"phase2_added": added[0]} if added else {}),
    }


def _agglomeration(study: Topics) -> Facts:
    territory = study.territory
    return {
        "communes_now": len(territory.codes),
        "area_km2": total(territory.shapes["area_km2"]),
        "population_2020": total(territory.population_2020),
        "population_2023": study.population.total_in(2023),
        "epci_name": territory.called,
    }


def _history(study: Topics) -> Facts:
    found = study.perimeters.history()["found"]
    return {
        "epci_most": found.max(),
        "epci_most_year": (found.idxmax(), "d"),
        "epci_last": found.iloc[-1],
        **{f"epci_list_{year}": n for year, n in study.perimeters.listed.items()},
        **_foundation(study),
    }


def _foundation(study: Topics) -> Facts:
    """Communes of the EPCI of the centre the year that it was founded, and the year before."""
    if insee.EPCI_HISTORY not in study.sources:
        return {}
    sizes = study.perimeters.sizes_of_town
    told = [year for year in (FOUNDED - 1, FOUNDED) if year in sizes.index]
    return {f"epci_town_{year}": int(sizes[year]) for year in told}


def _zone(study: Topics) -> Facts:
    perimeters = study.perimeters
    zone, here = perimeters.table.loc[perimeters.zone], perimeters.table.loc[study.territory.here]
    return {
        "zone_population": zone["population"],
        "zone_ratio": (zone["population"] / here["population"], ".2f"),
        "zone_left_out": zone["outside_communes"],
        "zone_added": zone["beyond_communes"],
        "zone_beyond": zone["beyond_population"],
    }


def _covered(study: Topics) -> Facts:
    times = study.perimeters.times["perimeters"]
    return {
        "covered_communes": len(times),
        "covered_all": int((times == len(study.perimeters.codes)).sum()),
    }
