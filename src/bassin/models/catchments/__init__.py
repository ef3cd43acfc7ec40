"""Access: how much supply there is, within reach, for the demand that shares it.

Places are rows and columns of a sparse table of travel times, :class:`OriginDestination`. On it
stand the measures of the field. Those that ask what is within reach, whoever else may want it:
:func:`cumulative_opportunities`, :func:`gravity`, and :func:`nearest`, the way to the nearest.
Those that share it with all who reach it: the ratio inside one catchment (:func:`fca_ratio`), the
two-step floating catchment (:func:`two_step_fca`), which is the enhanced one when its decay falls
with time, the three-step one (:func:`three_step_fca`), the balanced one (:func:`balanced_fca`),
:func:`spatial_availability`; and :func:`raam`, where people go by the way and the crowd. A supply
may be several, in one pass. :func:`gini`, :func:`palma` and :func:`theil` say how uneven an access
is.

All but two are a few products of a sparse matrix and some columns, so that time and memory grow
with the number of pairs, never with the square of places: one number in double precision a pair,
and what a part of the table takes. :func:`nearest` sorts parts of the table, and :func:`raam` goes
over it many times.

Every way in refuses what no access can be computed from, with the row and the cure: a missing code
would otherwise be the last place of a list, and a missing number a place that nobody reaches.
"""

from bassin.models.catchments.amounts import Access
from bassin.models.catchments.decay import (
    Decay,
    exponential,
    gaussian,
    linear,
    logistic,
    power,
    step,
    zones,
)
from bassin.models.catchments.inequality import TheilParts, gini, palma, theil, theil_parts
from bassin.models.catchments.measures import (
    balanced_fca,
    fca_ratio,
    spatial_availability,
    three_step_fca,
    two_step_fca,
)
from bassin.models.catchments.opportunities import (
    Nearest,
    cumulative_opportunities,
    gravity,
    nearest,
)
from bassin.models.catchments.origin_destination import OWN_LEAST, OriginDestination
from bassin.models.catchments.rational import Settled, raam
from bassin.models.catchments.search import BLOCK, TravelTime, origin_destination

__all__ = [
    "BLOCK",
    "OWN_LEAST",
    "Access",
    "Decay",
    "Nearest",
    "OriginDestination",
    "Settled",
    "TheilParts",
    "TravelTime",
    "balanced_fca",
    "cumulative_opportunities",
    "exponential",
    "fca_ratio",
    "gaussian",
    "gini",
    "gravity",
    "linear",
    "logistic",
    "nearest",
    "origin_destination",
    "palma",
    "power",
    "raam",
    "spatial_availability",
    "step",
    "theil",
    "theil_parts",
    "three_step_fca",
    "two_step_fca",
    "zones",
]
