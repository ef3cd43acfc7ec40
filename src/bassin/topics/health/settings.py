"""The rebuilt index by one setting: a measure, a decay and a width of catchment."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bassin.errors import AccessError
from bassin.models import catchments as access
from bassin.models.catchments import Access, Decay, OriginDestination, TravelTime

#: Year of doctors and inhabitants.
SUPPLY_YEAR = 2019
#: The index is in doctors for so many inhabitants.
PER = 10_000
#: Widths of the catchments (minutes); the study's own is in the middle.
WIDTHS = (15, 30, 45)
#: Codes of the decays, in the order of tables.
STEP, ZONES, GAUSSIAN, LINEAR = "decay_step", "decay_zones", "decay_gaussian", "decay_linear"
DECAYS = {
    STEP: access.step,
    ZONES: access.zones,
    GAUSSIAN: access.gaussian,
    LINEAR: access.linear,
}
#: Codes of the measures; the ratio is the form of the consumers' association.
RATIO, TWO_STEP, THREE_STEP = "access_ratio", "access_two_step", "access_three_step"
#: Measure, decay and width shown where one is shown.
MAIN = (TWO_STEP, GAUSSIAN, 30)
#: The form the study quotes: doctors within 30 minutes for one possible patient.
QUOTED = (RATIO, STEP, 30)
#: A narrow circle, nearer to the 20 minutes of the official index.
NARROW = (TWO_STEP, GAUSSIAN, 15)
#: Width of the table of times from which those of a draw are taken: trips timed too long by the
#: model may be inside the catchment in a draw.
MARGIN = 1.8


def settings() -> list[tuple[str, str, int]]:
    """Every measure, decay and width that is computed.

    The ratio inside one catchment has no decay: it is the form of the consumers' association.
    """
    steps = [(RATIO, STEP, width) for width in WIDTHS]
    rest = [(m, d, w) for m in (TWO_STEP, THREE_STEP) for d in DECAYS for w in WIDTHS]
    return steps + rest


def measure(
    od: OriginDestination, doctors: pd.Series, people: pd.Series, setting: tuple[str, str, int]
) -> Access:
    """Doctors for one inhabitant by one setting: a measure, a decay and a width of catchment.

    Parameters
    ----------
    od : OriginDestination
        Between all communes.
    doctors, people : Series
        By commune.
    setting : tuple
        As one of :func:`settings`.

    Raises
    ------
    AccessError
        If the setting is none of them; and as the measures of :mod:`bassin.models.catchments`.
    """
    if setting not in settings():
        raise AccessError(f"no setting {setting!r}: a measure, its decay and a width, as {MAIN!r}")
    form, decay, width = setting
    weight: Decay = DECAYS[decay](width)
    if form == RATIO:
        return access.fca_ratio(od, doctors, people, weight)
    function = access.two_step_fca if form == TWO_STEP else access.three_step_fca
    return function(od, doctors, people, weight)


def serving(
    towns: pd.DataFrame,
    time: TravelTime,
    codes: Sequence[str],
    sites: pd.Index,
    within: float,
) -> OriginDestination:
    """Table of times that is enough to know the access of a few communes.

    Their access depends on the sites they reach, and on all those who reach these sites.

    Parameters
    ----------
    towns : DataFrame
        All towns, as in :func:`bassin.models.catchments.origin_destination`.
    time : TravelTime
    codes : sequence of str
        The communes whose access is wanted.
    sites : Index
        Communes with a supply.
    within : float
        Minutes.
    """
    near = access.origin_destination(towns, time, within, origins=codes, destinations=sites)
    reached = near.destinations[np.unique(near.columns)]
    od = access.origin_destination(towns, time, within, destinations=reached)
    has_pairs = np.diff(od.starts) > 0
    return od.only(origins=od.origins[has_pairs | od.origins.isin(list(codes))])
