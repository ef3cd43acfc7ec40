"""Car minutes between communes, from what can be known without a road network.

Two town halls, the straight line between them, and what the line crosses: relief slows a road down,
and so do houses. The model is fitted on pairs whose distance and minutes over the roads are known:

    minutes = exp(a) x km^b x exp(mean over the way of (c x relief + d x log density))

The minutes it is fitted on suppose an empty road. So do those it gives.
"""

from bassin.models.travel.bound import MARGIN, NEIGHBOURS_KM, against_bound, neighbours
from bassin.models.travel.field import FIELD, PLACES, Field, fitted_field, unseen_by_place
from bassin.models.travel.fit import fit
from bassin.models.travel.forms import CHOSEN, DETOUR, FORMS, POWER, SPEED
from bassin.models.travel.model import TravelModel
from bassin.models.travel.pairs import (
    ABROAD,
    FAR,
    FAST,
    FASTEST_KMH,
    FLYING,
    LONGEST_KM,
    NOTHING,
    PAIRS_GEOGRAPHY,
    sort_out,
)
from bassin.models.travel.planned import PlannedTimes
from bassin.models.travel.terrain import CELL, SAMPLES, Terrain, features
from bassin.models.travel.towns import (
    CORSICA,
    ISLANDS,
    MAINLAND,
    MERGED_HALL,
    MIDDLE,
    TOWN_HALL,
    land,
    share_of_range,
    towns_2023,
)
from bassin.models.travel.validation import (
    DISTANCE_BANDS,
    RELIEF_CLASSES,
    cross_validate,
    error_parts,
    errors,
    errors_by_class,
    folds,
    predict_unseen,
)
from bassin.models.travel.ways import Ways

__all__ = [
    "ABROAD",
    "CELL",
    "CHOSEN",
    "CORSICA",
    "DETOUR",
    "DISTANCE_BANDS",
    "FAR",
    "FAST",
    "FASTEST_KMH",
    "FIELD",
    "FLYING",
    "FORMS",
    "ISLANDS",
    "LONGEST_KM",
    "MAINLAND",
    "MARGIN",
    "MERGED_HALL",
    "MIDDLE",
    "NEIGHBOURS_KM",
    "NOTHING",
    "PAIRS_GEOGRAPHY",
    "PLACES",
    "POWER",
    "RELIEF_CLASSES",
    "SAMPLES",
    "SPEED",
    "TOWN_HALL",
    "Field",
    "PlannedTimes",
    "Terrain",
    "TravelModel",
    "Ways",
    "against_bound",
    "cross_validate",
    "error_parts",
    "errors",
    "errors_by_class",
    "features",
    "fit",
    "fitted_field",
    "folds",
    "land",
    "neighbours",
    "predict_unseen",
    "share_of_range",
    "sort_out",
    "towns_2023",
    "unseen_by_place",
]
