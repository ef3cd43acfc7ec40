"""The young neither in work nor in study, by commune of France and as published of EPCI."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.places.national import EVERY, Ground, unchanged
from bassin.read import insee

#: Date of the communes of the file.
NEET_GEOGRAPHY = "2021-01-01"


def neither_in_work_nor_study(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Share of those of 15 to 24 neither in work nor in study (%): ``value``."""
    table = insee.neither_in_work_nor_study(sources, "commune")[[year]]
    return unchanged(sources, table.set_axis(["value"], axis=1), NEET_GEOGRAPHY, ground)


def neither_of_groups(sources: Sources, year: int) -> pd.DataFrame:
    """The same of EPCI: index ``(kind, group)``; ``value``."""
    table = insee.neither_in_work_nor_study(sources, "epci")[[year]]
    return pd.concat({"epci": table.set_axis(["value"], axis=1)}, names=["kind", "group"])
