"""What the chapter on the model of car minutes says."""

from __future__ import annotations

import numpy as np

from bassin.models.travel import (
    CHOSEN,
    DETOUR,
    FIELD,
    MARGIN,
    MERGED_HALL,
    MIDDLE,
    PLACES,
    POWER,
    SPEED,
)
from bassin.places.departements import departements_of
from bassin.places.territory import AWAY, FACING
from bassin.topics.facts import Facts, at_hand
from bassin.topics.gathered import Topics
from bassin.topics.travel.local import (
    BY_ROAD,
    NEAR_HALL,
    NEIGHBOURS,
    NO_DEPARTEMENT,
    NO_EPCI,
    Travel,
)

#: Width of the catchment told of, and what is well within it, in minutes.
LIMIT, SHORT = 30, 20
#: Departements whose errors are told of: Haute-Garonne, Gard, Hérault.
TOLD = ("31", "30", "34")


def facts(study: Topics) -> Facts:
    """Facts of the chapter; overseas, those that have nothing to do with the territory."""
    said = (_errors, _held_out, _pairs, _model, _where, _parts_of_the_error, _catchment)
    of_ways = at_hand(study.travel, *said)
    return {**of_ways, **at_hand(study, _sides)}


def _errors(travel: Travel) -> Facts:
    """Mean errors of the models, and what the best gains on the chosen one."""
    mean = travel.validation["mean_abs"]
    return {
        "chosen_mae": (mean[CHOSEN], ".1f"),
        "speed_mae": (mean[SPEED], ".1f"),
        "detour_mae": (mean[DETOUR], ".1f"),
        "power_mae": (mean[POWER], ".2f"),
        "best_gain": (mean[CHOSEN] - mean.min(), ".2f"),
        "inside_mae": (travel.crossing["inside"], ".1f"),
        "crossing_mae": (travel.crossing["crossing"], ".1f"),
    }


def _pairs(travel: Travel) -> Facts:
    """Pairs of the file, left out and kept; communes by how their place is known."""
    kept, left = len(travel.pairs), int(travel.dropped.sum())
    return {
        "pairs_all": kept + left,
        "pairs_left": left,
        "pairs_kept": kept,
        "n_towns": len(travel.towns),
        "n_merged": int(travel.placed[MERGED_HALL]),
        "n_outline": int(travel.placed[MIDDLE]),
    }


def _model(travel: Travel) -> Facts:
    """The exponent, and what the slopes mean."""
    effects = travel.effects
    return {
        "exponent": (travel.model.exponent, ".2f"),
        **{
            f"{name}_pct": (effects[name], ".0f", "%")
            for name in ("doubling", "relief", "density", "spread")
        },
    }


def _where(travel: Travel) -> Facts:
    """How much longer than the model says the known ways take that start in some departements."""
    starts = departements_of(travel.pairs["origin"])
    gaps = 100 * np.expm1(travel.residuals.groupby(starts).mean())
    return {f"gap_{dep}": (gaps[dep], "+.0f", "%") for dep in TOLD if dep in gaps.index}


def _parts_of_the_error(travel: Travel) -> Facts:
    """What the errors of a place have in common, and the error where points are near the halls."""
    parts, near = travel.parts, travel.near_halls()
    return {
        "place_pct": (100 * 2 * parts["place"] / parts["whole"], ".0f", "%"),
        "reverse_pct": (100 * parts["reverse"], ".0f", "%"),
        "near_hall": (NEAR_HALL, ".0f"),
        "near_pairs": int(near["pairs"]),
        "near_pct": (near["gap_pct"], "+.0f", "%"),
        "near_m": (near["median_m"], ".0f"),
    }


def _held_out(travel: Travel) -> Facts:
    """Errors on EPCI not seen, and times under the bound that those to Paris set."""
    table = travel.held_out
    forms = travel.by_field
    return {
        "field_mae": (forms.at[FIELD, "no_departement"], ".2f"),
        "plain_mae": (forms.at[CHOSEN, "no_departement"], ".2f"),
        "field_epci_mae": (forms.at[FIELD, "no_epci"], ".2f"),
        "places_epci_mae": (forms.at[PLACES, "no_epci"], ".2f"),
        "plain_epci_mae": (forms.at[CHOSEN, "no_epci"], ".2f"),
        "field_broken": (forms.at[FIELD, "broken_pct"], ".1f", "%"),
        "field_km": (travel.field.km, ".0f"),
        "field_shared_pct": (100 * np.expm1(travel.field.shared), ".0f", "%"),
        "epci_mae": (table.at[NO_EPCI, "mean_abs"], ".1f"),
        "neighbours": int(table.at[NEIGHBOURS, "pairs"]),
        "broken_road": (table.at[BY_ROAD, "broken_pct"], ".1f", "%"),
        "broken_unseen": (table.at[NO_DEPARTEMENT, "broken_pct"], ".1f", "%"),
        "broken_near": (table.at[NEIGHBOURS, "broken_pct"], ".1f", "%"),
        "far_broken_near": (table.at[NEIGHBOURS, "far_broken_pct"], ".1f", "%"),
        "margin": (MARGIN, ".0f"),
    }


def _catchment(travel: Travel) -> Facts:
    """What the error does to a catchment."""
    row, minutes = travel.catchment([LIMIT]).loc[LIMIT], travel.pairs["minutes"]
    return {
        f"short_{LIMIT}": (100 * (minutes[minutes <= LIMIT] <= SHORT).mean(), ".0f", "%"),
        f"found_{LIMIT}": (row["found_pct"], ".0f", "%"),
        f"wrong_{LIMIT}": (row["wrong_pct"], ".0f", "%"),
        f"low_{LIMIT}": (row["low"], ".0f"),
        f"high_{LIMIT}": (row["high"], ".0f"),
    }


def _sides(study: Topics) -> Facts:
    """How the roads of each side of the territory differ from the model."""
    if study.travel.towns.index.intersection(study.territory.codes).empty:
        return {}
    roads = study.care.roads
    sides = {"north": FACING, "south": AWAY}
    gaps = study.travel.by_side(study.territory.sides())
    told = {key: side for key, side in sides.items() if side in gaps.index}
    return {
        **{
            f"{name}_{key}": (gaps.at[side, name], "+.0f", "%")
            for name in ("model", "field", "field_without", "without")
            for key, side in told.items()
        },
        **{f"side_{key}": (roads.at[side, "gap_pct"], "+.0f", "%") for key, side in sides.items()},
        **{f"side_{key}_ways": int(roads.at[side, "ways"]) for key, side in sides.items()},
    }
