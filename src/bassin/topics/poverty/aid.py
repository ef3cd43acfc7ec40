"""Housing aid: share of the Caf's recipients, by place and by neighbourhood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators.stats import total
from bassin.read import cnaf

#: Years of the shares with an aid for housing: that the study prints, first of the file by EPCI.
AID_YEARS = (2019, 2020)
#: Rows of :func:`aid_beside`: communes divided into IRIS, of the territory and of France.
DIVIDED, DIVIDED_FRANCE = "divided_here", "divided_france"


def aid_by_place(places: Mapping[str, tuple[str, str]], sources: Sources) -> pd.DataFrame:
    """Share with an aid for housing in the territory and in France, from the files at hand.

    Parameters
    ----------
    places : mapping
        As :attr:`bassin.places.territory.Territory.levels`.
    sources : Sources
    """
    asked = [place for place, (level, _) in places.items() if level in ("epci", "france")]
    table = pd.DataFrame(
        np.nan, index=pd.Index(asked, name="place"), columns=list(AID_YEARS), dtype=float
    )
    for place in asked:
        level, code = places[place]
        if level == "epci" and cnaf.EPCI in sources:
            every = cnaf.recipients_by_epci(sources)
            rows = every[every.index.get_level_values("code") == code].droplevel("code")
        elif level == "france" and cnaf.FRANCE in sources:
            rows = cnaf.recipients_of_france(sources)
        else:
            continue
        share = 100 * rows["housing_aid"] / rows["recipients"]
        table.loc[place] = share.reindex(AID_YEARS).to_numpy()
    return table


def aid_share(caf: pd.DataFrame, codes: Sequence[str] | None = None) -> float:
    """Share of the Caf's recipients with an aid for housing, in %, in 2019.

    Over the IRIS where both numbers are published, of some communes or of all those divided.

    Parameters
    ----------
    caf : DataFrame
        As :func:`bassin.read.insee.caf_iris`.
    codes : sequence of str, optional
    """
    rows = caf if codes is None else caf[caf["code"].isin(list(codes))]
    rows = rows[["recipients", "housing_aid"]].dropna()
    if rows.empty:
        return float("nan")
    return float(100 * total(rows["housing_aid"]) / total(rows["recipients"]))


def aid_beside(
    aid: pd.DataFrame,
    caf: pd.DataFrame,
    divided: Sequence[str],
    printed: Mapping[str, float],
) -> pd.DataFrame:
    """Shares with an aid for housing as printed, and as the files at hand have them.

    Parameters
    ----------
    aid : DataFrame
        Share with an aid for housing by place, a column a year (%).
    caf : DataFrame
        As :func:`bassin.read.insee.caf_iris`.
    divided : sequence of str
        Communes of the territory that are divided into IRIS.
    printed : mapping
        Place to what the study prints for it, in %.

    Returns
    -------
    DataFrame
        Index ``place``: the territory, France, then :data:`DIVIDED` and :data:`DIVIDED_FRANCE`,
        as the file by IRIS has them; ``printed``, ``found_2019``, ``found_2020`` (%; NaN: in no
        file at hand).
    """
    table = aid.set_axis([f"found_{year}" for year in aid], axis=1)
    table.insert(0, "printed", pd.Series(dict(printed), dtype=float).reindex(table.index))
    shares = {DIVIDED_FRANCE: aid_share(caf)}
    if divided:
        shares = {DIVIDED: aid_share(caf, divided)} | shares
    return pd.concat([table, pd.DataFrame({"found_2019": shares})]).rename_axis("place")


def neighbourhoods(
    iris: pd.DataFrame, caf: pd.DataFrame, names: pd.Series, code: str | None = None
) -> pd.DataFrame:
    """IRIS of the divided communes, or of one: incomes of 2021, housing aid of 2019.

    Parameters
    ----------
    iris : DataFrame
        As :func:`bassin.read.insee.iris_income`.
    caf : DataFrame
        As :func:`bassin.read.insee.caf_iris`.
    names : Series
        Name of each commune.
    code : str, optional

    Returns
    -------
    DataFrame
        Index ``iris``; ``commune``, ``name``, ``median_income``, ``poverty_rate_pct``,
        ``recipients`` and ``aid_pct`` (of the recipients of the Caf); NaN where not published.
        Poorest first.
    """
    inside = iris if code is None else iris[iris["code"] == code]
    aid = caf.reindex(inside.index)
    table = pd.DataFrame(
        {
            "commune": inside["code"].map(names),
            "name": inside["name"],
            "median_income": inside["median_income"],
            "poverty_rate_pct": inside["poverty_rate_pct"],
            "recipients": aid["recipients"],
            "aid_pct": 100 * aid["housing_aid"] / aid["recipients"],
        }
    )
    return table.sort_values("poverty_rate_pct", ascending=False, kind="stable")


def poor_and_aided(hoods: pd.DataFrame) -> pd.DataFrame:
    """Neighbourhoods of a town, for bars.

    Parameters
    ----------
    hoods : DataFrame
        As :func:`neighbourhoods`.

    Returns
    -------
    DataFrame
        Index ``name``; ``town_poor_2021`` (people who are poor), ``town_aid_2019`` (recipients of
        the Caf with an aid for housing): %.
    """
    columns = {"poverty_rate_pct": "town_poor_2021", "aid_pct": "town_aid_2019"}
    return hoods.set_index("name")[list(columns)].rename(columns=columns)
