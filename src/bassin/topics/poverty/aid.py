"""Housing aid: share of the Caf's recipients, by place and by neighbourhood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from bassin.files.sources import Sources
from bassin.read import cnaf

#: Years of the shares with an aid for housing: that the study prints, first of the file by EPCI.
AID_YEARS = (2019, 2020)


def aid_by_place(places: Mapping[str, tuple[str, str]], sources: Sources) -> pd.DataFrame:
    """Share with an aid for housing in the territory and in France, from the files at hand."""
    labels = [label for label, (level, _) in places.items() if level in ("epci", "france")]
    table = pd.DataFrame(
        np.nan, index=pd.Index(labels, name="place"), columns=list(AID_YEARS), dtype=float
    )
    for label in labels:
        level, code = places[label]
        if level == "epci" and cnaf.EPCI in sources:
            every = cnaf.recipients_by_epci(sources)
            rows = every[every.index.get_level_values("code") == code].droplevel("code")
        elif level == "france" and cnaf.FRANCE in sources:
            rows = cnaf.recipients_of_france(sources)
        else:
            continue
        share = 100 * rows["housing_aid"] / rows["recipients"]
        table.loc[label] = share.reindex(AID_YEARS).to_numpy()
    return table


def aid_share(caf: pd.DataFrame, codes: Sequence[str] | None = None) -> float:
    """Share of the Caf's recipients with an aid for housing, in %, in 2019.

    Over the IRIS where both numbers are published, of some communes or of all those divided.

    Parameters
    ----------
    caf : DataFrame
        As :func:`bassin.read.insee.caf_iris_2019`.
    codes : sequence of str, optional
    """
    rows = caf if codes is None else caf[caf["code"].isin(list(codes))]
    rows = rows[["recipients", "housing_aid"]].dropna()
    if rows.empty:
        return float("nan")
    return float(100 * rows["housing_aid"].sum() / rows["recipients"].sum())


def aid_beside(
    aid: pd.DataFrame,
    caf: pd.DataFrame,
    names: pd.Series,
    divided: Sequence[str],
    printed: Sequence[float],
) -> pd.DataFrame:
    """Shares with an aid for housing as printed, and as the files at hand have them.

    Parameters
    ----------
    aid : DataFrame
        Share with an aid for housing by place, a column a year (%).
    caf : DataFrame
        As :func:`bassin.read.insee.caf_iris_2019`.
    names : Series
        Name of each commune.
    divided : sequence of str
        Communes of the territory that are divided into IRIS.
    printed : sequence of float
        What the study prints for the territory and for France, in %.

    Returns
    -------
    DataFrame
        Index ``place``: the territory, France, then the divided communes of both, as the file
        by IRIS has them; ``printed``, ``found_2019``, ``found_2020`` (%; NaN: in no file at
        hand).
    """
    table = aid.set_axis([f"found_{year}" for year in aid], axis=1)
    table.insert(0, "printed", list(printed))
    names = ", ".join(names.loc[divided])
    shares = {"Divided communes of France": aid_share(caf)}
    if names:
        shares = {f"Divided communes: {names}": aid_share(caf, divided)} | shares
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
        As :func:`bassin.read.insee.caf_iris_2019`.
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
