"""Jobs by sphere and by sector: presential, services and administration."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators.declared.work import SPHERES
from bassin.places.membership import FRANCE
from bassin.read import insee
from bassin.topics.national import published_of


def all_spheres(sources: Sources) -> pd.DataFrame:
    """Shares of jobs that the declared indicators have, of every EPCI and of France.

    Returns
    -------
    DataFrame
        Index ``group``; columns as :func:`bassin.read.insee.employment_spheres`, but the name (%).
    """
    tables = {one.args[0]: published_of(sources, one.key) for one in SPHERES}
    shares = {name: table["value"] for name, table in tables.items() if table is not None}
    return pd.DataFrame(shares).droplevel("kind")


def more_tertiary(spheres: pd.DataFrame, by: float = 0.0) -> tuple[int, int]:
    """EPCI whose share of services and administration rises at each census, and EPCI known.

    Parameters
    ----------
    spheres : DataFrame
        As :func:`all_spheres`.
    by : float
        Points a rise has to exceed.
    """
    rows = spheres.drop(FRANCE, errors="ignore")
    table = pd.DataFrame(
        {
            year: rows[f"services_{year}_pct"] + rows[f"public_{year}_pct"]
            for year in insee.IRIS_YEARS
        }
    ).dropna()
    rising = (table.diff(axis=1).iloc[:, 1:] > by).all(axis=1)
    return int(rising.sum()), len(rising)


def more_presential(spheres: pd.DataFrame, here: pd.Series) -> tuple[int, int]:
    """EPCI with a larger presential share than the territory, and EPCI in all.

    Parameters
    ----------
    spheres : DataFrame
        As :func:`all_spheres`.
    here : Series
        Row of ``spheres`` of the territory.
    """
    shares = spheres["presential_2023_pct"].drop(FRANCE, errors="ignore")
    return int((shares > here["presential_2023_pct"]).sum()), len(shares)
