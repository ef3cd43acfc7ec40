"""What the registers list of the communes of a territory: each column is asked for alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

import pandas as pd

from bassin.topics.risk.fires import by_area
from bassin.topics.risk.plans import cover, cover_status


class Registers(Protocol):
    """What is listed by commune, as :class:`bassin.topics.risk.local.Risk` has it."""

    @property
    def communes(self) -> pd.DataFrame:
        """``name`` and ``area_km2`` of the communes of the territory."""

    @property
    def population(self) -> pd.Series:
        """Inhabitants of every commune of France."""

    @property
    def plans(self) -> pd.Series:
        """Whether a plan covers each."""

    @property
    def flood_counts(self) -> pd.Series:
        """Floods of each."""

    @property
    def fire_counts(self) -> pd.DataFrame:
        """``fires`` and ``burnt_ha`` of each."""


#: Columns by name. ``floods_per_1000`` is by inhabitant of 2020, in thousands;
#: ``fires_per_100_km2`` a year; ``cover`` whether a plan covers the commune.
COLUMNS: Mapping[str, Callable[[Registers], pd.Series]] = {
    "name": lambda listed: listed.communes["name"],
    "area_km2": lambda listed: listed.communes["area_km2"],
    "population": lambda listed: listed.population,
    "plan": lambda listed: listed.plans,
    "floods": lambda listed: listed.flood_counts,
    "fires": lambda listed: listed.fire_counts["fires"],
    "burnt_ha": lambda listed: listed.fire_counts["burnt_ha"],
    "floods_per_1000": lambda listed: listed.flood_counts / listed.population * 1000,
    "fires_per_100_km2": lambda listed: by_area(
        listed.fire_counts["fires"], listed.communes["area_km2"]
    ),
    "cover": lambda listed: cover(listed.plans),
    "cover_status": lambda listed: cover_status(listed.plans),
}
