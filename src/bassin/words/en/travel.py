"""Words of the chapter on the model of car minutes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    "constant_speed": "Constant speed",
    "constant_detour": "Distance x detour",
    "power_of_distance": "Power of distance",
    "relief_alone": "Relief alone",
    "density_alone": "Density alone",
    "relief_and_density": "Relief and density",
    "and_climb": "... and climb",
    "and_ups_and_downs": "... and ups and downs",
    "and_height": "... and height",
    "and_valley": "... and valley",
    "and_bend": "... and bend",
    "errors_of_places": "... and parts of places",
    "errors_in_a_field": "... and a field of these parts",
    "chosen_model": "Model",
    "times_by_road": "By road, known",
    "times_no_departement": "Model, without the departement",
    "times_no_epci": "Model, without the intercommunality",
    "times_neighbours": "Model, neighbours in the country",
    "pair_abroad": "destination abroad: no distance, no minutes",
    "pair_of_nothing": "zero distance or zero minutes",
    "pair_too_far": "over 100 km in a straight line",
    "pair_flying": "road shorter than the straight line",
    "pair_too_fast": "faster than 130 km/h over the road",
    # Classes of distance (km) and of relief (m).
    **{
        f"from_{low}_to_{high}": f"{low} to {high}"
        for low, high in ((0, 5), (5, 10), (10, 20), (20, 30), (30, 50), (50, 100))
    },
    **{
        f"from_{low}_to_{high}": f"{low} to {high}"
        for low, high in ((0, 100), (100, 200), (200, 400), (400, 700))
    },
    "from_700": "700 and over",
}

_CLASSES = {
    "pairs": "Pairs",
    "minutes": "Minutes known",
    "mean_abs": "Mean error",
    "median_abs": "Median error",
    "bias": "Bias",
    "speed": "Constant speed",
    "detour": "Distance x detour",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-travel-dropped": {
        "caption": "Pairs of communes left out, by the first reason that holds.",
        "labels": {"reason": "Reason", "pairs": "Pairs"},
    },
    "tab-travel-errors": {
        "caption": "Errors of the models on departements they have not seen, in minutes.",
        "labels": {
            "model": "Model",
            "pairs": "Pairs",
            "mean_abs": "Mean error",
            "median_abs": "Median error",
            "bias": "Bias",
            "mean_abs_pct": "Mean error, %",
        },
    },
    "tab-travel-held-out": {
        "caption": "The model on what it has not seen: errors in minutes, and times that are "
        "under the gap of the times of both ends to Paris. Neighbours are every two communes "
        "within 20 km; minutes between them are not known.",
        "labels": {
            "times": "Minutes",
            "pairs": "Pairs",
            "mean_abs": "Mean error",
            "bias": "Bias",
            "bounded": "With both times to Paris",
            "broken_pct": "Under the bound, %",
            "far_broken_pct": "By over 2 minutes, %",
            "broken_by": "Median, minutes",
        },
    },
    "tab-travel-distance": {
        "caption": "Errors by straight distance, in minutes; mean errors of the two rules of "
        "thumb.",
        "labels": {"km": "Straight km", **_CLASSES},
    },
    "tab-travel-relief": {
        "caption": "Errors by relief on the way, in minutes; mean errors of the two rules of "
        "thumb.",
        "labels": {"metres": "Relief, m", **_CLASSES},
    },
    "fig-travel-relief": {
        "caption": "Mean error of the model and of the two rules of thumb, by relief on the way.",
        "xlabel": "Minutes",
    },
    "map-travel-residuals": {
        "caption": "How much longer the road takes than the model says, mean of the pairs that "
        "start in each commune. Not published: no pair with over 100 commuters starts there.",
        "label": "Road against model",
    },
    "tab-travel-field": {
        "caption": "The model with what places bring to the errors of their ways: mean errors in "
        "minutes on what is left out, and neighbours within 20 km under the bound of the times to "
        "Paris.",
        "labels": {
            "form": "Model",
            "no_departement": "Departement left out",
            "no_epci": "Intercommunality left out",
            "broken_pct": "Under the bound, %",
        },
    },
    "tab-travel-sides": {
        "caption": "How much longer the known ways of each side take than the model says, in %, "
        "without and with the field, when the ways of the agglomeration are left out and when "
        "they are not.",
        "labels": {
            "side": "Ways with an end",
            "ways": "Ways",
            "model": "Model",
            "without": "Model without these ways",
            "field_without": "Field without these ways",
            "field": "Field",
        },
    },
    "tab-travel-catchment": {
        "caption": "What the error does to catchments, on departements the model has not seen.",
        "labels": {
            "limit": "Minutes",
            "within": "Pairs within, by road",
            "found_pct": "Of them found, %",
            "wrong_pct": "Put within by error, %",
            "low": "Two in three from",
            "high": "to",
        },
    },
}
