"""What the chapter on the ecosystem says."""

from __future__ import annotations

from bassin.phrase import Name, Phrase
from bassin.read import printed
from bassin.topics.ecosystem.network import SCHOOL
from bassin.topics.facts import Facts, at_hand
from bassin.topics.gathered import Topics
from bassin.topics.named import GARD

#: Departement.
VAUCLUSE = "84"
#: Probability below which chance is held not to do as much.
LEVEL = 0.05


def facts(study: Topics) -> Facts:
    """Facts of the chapter; of the territory of the study alone, whose actors it names."""
    return at_hand(
        study,
        _actors,
        _most_linked,
        _its_section,
        _partners,
        _odds,
        _eastern,
        _prize,
        _editions,
        _register,
    )


def _actors(study: Topics) -> Facts:
    ecosystem = study.ecosystem
    nodes, _ = ecosystem.drawn()
    return {
        "eco_actors": len(ecosystem.actors),
        "eco_relations": len(ecosystem.relations),
        "eco_alone": len(ecosystem.actors) - len(nodes),
        "eco_local": int(ecosystem.types()["in_basin"].sum()),
    }


def _most_linked(study: Topics) -> Facts:
    ecosystem = study.ecosystem
    ranking = ecosystem.ranking()
    hub, second = ranking.index[:2]
    return {
        "eco_hub": str(hub),
        "eco_hub_degree": ranking.at[hub, "degree"],
        "eco_hub_between": (100 * ranking.at[hub, "betweenness"], ".0f", "%"),
        "eco_second": str(second),
        "eco_second_degree": ranking.at[second, "degree"],
        "eco_parties": len(ranking),
        "eco_linked": ecosystem.largest_component(),
        "eco_unlinked": ecosystem.without(SCHOOL),
    }


def _its_section(study: Topics) -> Facts:
    """What is left once the section on the school is set aside, and once the school is."""
    hub = study.ecosystem.ranking().index[0]
    elsewhere, training = study.ecosystem.beside_its_section(), study.ecosystem.training_gap()
    others = elsewhere.drop(hub)
    return {
        "eco_hub_elsewhere": elsewhere[hub],
        "eco_next_elsewhere": others.max(),
        "eco_next_elsewhere_name": str(others.idxmax()),
        "eco_training_gap": (training["gap"], "+.1f"),
        "eco_training_p": (100 * training["p"], ".0f"),
        "eco_training_without": (training["gap_without"], "+.1f"),
    }


def _partners(study: Topics) -> Facts:
    named = study.ecosystem.by_side()["named"]
    sides = ("east", "west", "national", "abroad")
    east, west, *far = named.reindex([printed.SIDES[side] for side in sides], fill_value=0)
    return {
        "eco_partners": int(named.sum()),
        "eco_far": int(sum(far)),
        "eco_named_east": int(east),
        "eco_named_west": int(west),
        "eco_needed": study.ecosystem.fewest_decisive(),
    }


def _odds(study: Topics) -> Facts:
    odds = study.ecosystem.directions()
    around = study.ecosystem.people_around()["east_pct"]
    main = odds.iloc[0]
    return {
        "eco_east": main["east"],
        "eco_west": main["west"],
        "eco_directed": main["east"] + main["west"],
        "eco_p": (main["p_even"], ".2f"),
        "eco_p_people": (main["p_people"], ".2f"),
        "eco_low": (main["low_pct"], ".0f", "%"),
        "eco_high": (main["high_pct"], ".0f", "%"),
        "eco_readings": len(odds),
        "eco_decisive": int((odds["p_even"] < LEVEL).sum()),
        "eco_decisive_people": int((odds["p_people"] < LEVEL).sum()),
        "eco_decisive_p": (odds["p_even"].min(), ".2f"),
        "eco_decisive_reading": Name(odds["p_even"].idxmin()),
        "eco_people_150": (around[150], ".0f", "%"),
        "eco_people_250": (around[250], ".0f", "%"),
    }


def _eastern(study: Topics) -> Facts:
    placed = study.ecosystem.eastern_departements()
    return {
        "eco_eastern": placed.sum(),
        "eco_eastern_gard": placed.get(GARD, 0),
        "eco_eastern_vaucluse": placed.get(VAUCLUSE, 0),
    }


def _prize(study: Topics) -> Facts:
    ecosystem = study.ecosystem
    value = ecosystem.prize_ratios()["value"]
    return {
        "eco_laureate_euros": Phrase("ecosystem.euros", n=value["prize_euros_a_laureate"]),
        "eco_job_euros": Phrase("ecosystem.euros", n=value["prize_euros_a_job"]),
        "eco_laureate_jobs": (value["prize_jobs_a_laureate"], ".1f"),
        "eco_active": value["prize_active"],
        "eco_laureates": ecosystem.printed("laureates"),
        "eco_jobs": ecosystem.printed("jobs"),
        "eco_one_firm": (ecosystem.share_of_one(), ".0f", "%"),
        "eco_one_firm_jobs": ecosystem.printed("jobs_of_ergosanté"),
    }


def _editions(study: Topics) -> Facts:
    last = study.ecosystem.editions()["last"]
    founded, founded_too = last.index[:2]
    return {
        "eco_founded": (founded, "d"),
        "eco_founded_too": (founded_too, "d"),
        "eco_last": (last[founded], "d"),
        "eco_last_too": (last[founded_too], "d"),
        "eco_called_off": (study.ecosystem.printed("edition_without_a_contest"), "d"),
    }


def _register(study: Topics) -> Facts:
    places = study.ecosystem.training_map()
    listed, named = places["listed"], places["named"]
    return {
        "eco_register": int(listed.sum()),
        "eco_register_centre": int(listed.max()),
        "eco_register_communes": int((listed > 0).sum()),
        "eco_named_communes": int((named > 0).sum()),
        "eco_none": int((listed == 0).sum()),
    }
