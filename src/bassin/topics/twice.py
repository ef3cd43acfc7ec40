"""Indicators that two files measure: what parts them, over all the EPCI that both have."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bassin.files.sources import Sources
from bassin.read import ptod
from bassin.topics.national import National

#: Key of an indicator to the column of :func:`bassin.read.ptod.areas` that is of the same.
TWICE: Mapping[str, str] = {
    "employed_2022": "employed_2022_pct",
    "unemployed_2022": "unemployed_2022_pct",
    "managers_2022": "managers_2022_pct",
    "workers_2022": "workers_2022_pct",
    "retired_2022": "retired_2022_pct",
    "below_bac_2022": "below_bac_2022_pct",
    "above_bac2_2022": "above_bac2_2022_pct",
    "ageing_index_2022": "ageing_index_2022",
    "vacant_census_2022": "vacant_2022_pct",
    "median_income_2021": "median_2021",
    "poverty_rate_2021": "poverty_2021_pct",
}
#: Share of the EPCI whose gap is at most the one that is told beside the widest.
MOST = 0.95


def measured_twice(sources: Sources, code: str) -> pd.DataFrame:
    """Indicators as this book adds them up, beside those that a third party publishes by EPCI.

    Parameters
    ----------
    sources : Sources
    code : str
        SIREN of the EPCI that is shown.

    Returns
    -------
    DataFrame
        Index ``indicator`` (codes that have a name); ``here`` and ``other`` (the two values of the
        EPCI), ``epci`` (those that both have), ``gap_middle``, ``gap_most`` and ``gap_widest``
        (between the two, without their signs: of the EPCI in the middle, of 95 in 100 at most, of
        the farthest).
    """
    own = National(sources).by_group([*TWICE], ["epci"])["value"]
    areas = ptod.areas(sources, "epci")
    rows = {}
    for key, column in TWICE.items():
        ours = own.xs((key, "epci"), level=("indicator", "kind"))
        gaps = (ours - areas[column]).dropna().abs()
        rows[f"indicator.{key}"] = {
            "here": ours.get(code, float("nan")),
            "other": areas[column].get(code, float("nan")),
            "epci": len(gaps),
            "gap_middle": gaps.median(),
            "gap_most": gaps.quantile(MOST),
            "gap_widest": gaps.max(),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("indicator")
