"""Floating catchments: how much supply there is, within reach, for the demand that shares it.

Places are rows and columns of a sparse table of travel times, :class:`OriginDestination`. On it
stand the measures of the field: the ratio inside one catchment (:func:`fca_ratio`), the two-step
floating catchment (:func:`two_step_fca`), which is the enhanced one when its decay falls with time,
and the three-step one (:func:`three_step_fca`). Each is two or three products of a sparse matrix
and a vector, so that time and memory grow with the number of pairs, never with the square of
places.

Every way in refuses what no access can be computed from, with the row and the cure: a missing code
would otherwise be the last place of a list, and a missing number a place that nobody reaches.
"""

from bassin.models.catchments.decay import Decay, gaussian, linear, step, zones
from bassin.models.catchments.measures import Access, fca_ratio, three_step_fca, two_step_fca
from bassin.models.catchments.origin_destination import OWN_LEAST, OriginDestination
from bassin.models.catchments.search import BLOCK, TravelTime, origin_destination

__all__ = [
    "BLOCK",
    "OWN_LEAST",
    "Access",
    "Decay",
    "OriginDestination",
    "TravelTime",
    "fca_ratio",
    "gaussian",
    "linear",
    "origin_destination",
    "step",
    "three_step_fca",
    "two_step_fca",
    "zones",
]
