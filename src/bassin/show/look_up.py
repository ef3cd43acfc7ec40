"""The page of numbers: a row an indicator, that leads to the figure and to the file of its data."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from bassin.indicators import catalogue
from bassin.phrase import Name, Phrase
from bassin.places.names import Called
from bassin.show import tables
from bassin.show.exhibit import Exhibit
from bassin.topics import standing
from bassin.topics.look_up.local import series_of
from bassin.words import amount, called, write

#: The page that lists the raw files, and the ones that are no exhibit.
FILES, CITE = "16_files.ipynb", "../book/cite.md"
#: Exhibit that shows the indicators of a declared table.
OF_TABLES: Mapping[str, str] = {
    "population.inhabitants": "fig-since-1968",
    "population.change": "map-growth-recent",
    "population.balance": "fig-balances",
    "population.households": "fig-age-places",
    "ageing.by_iris": "fig-age-places",
    "ageing.by_age_2020": "fig-age-places",
    "ageing.statistics": "fig-peers-education",
    "education.neither_in_work_nor_study": "fig-edu-neet",
    "health.access": "map-apl",
    "health.underserved": "tab-underserved",
    "health.physiotherapists": "fig-professions",
    "health.professionals": "tab-practitioners",
    "reach.mobile": "map-reversal-networks",
    "reach.debate": "tab-reversal-shares",
    "poverty.labour": "map-unemployment",
    "poverty.medians": "map-median",
    "poverty.rates": "tab-poverty-places",
    "poverty.distribution": "tab-poverty-places",
    "employment.by_age": "tab-work",
    "employment.occupations": "tab-work",
    "employment.jobs": "fig-peers-outcome",
    "employment.private_jobs": "fig-waves-private",
    "employment.of_groups_alone": "fig-peers-outcome",
    "travel.commuting": "fig-peers-travel",
    "land.vacant": "map-land-vacant",
    "land.dwellings": "map-land-vacant",
    "land.house_price": "map-land-vacant",
    "land.brownfields": "map-land-sites",
    "land.land_taken": "map-land-take",
    "risk.floods": "map-risk-floods",
    "risk.floods_lived": "tab-risk-areas",
    "risk.fires_and_ground": "map-risk-fires",
    "risk.plans": "map-risk-plans",
    "risk.people_under_plans": "map-risk-plans",
}
#: Exhibit that shows a series of another kind than the others of its table.
OF_SERIES: Mapping[str, str] = {
    "growth_1968_1999": "map-growth-long",
    "growth_1999_2020": "map-growth-long",
    "ageing_index": "map-age-index",
    "below_bac": "map-edu-below",
    "higher_education": "map-edu-above",
    "above_bac2": "map-edu-above",
    "presential_jobs": "fig-age-sphere",
}
#: What an answer leads to.
OF_ANSWERS: Mapping[str, str] = {
    "question_people": "fig-since-1968",
    "question_least_care": "map-apl",
    "question_one_more_doctor": "map-care-more",
    "question_alike": "fig-peers",
    "question_young": "fig-balances",
    "question_graduates": "map-edu-above",
    "question_highest": "fig-peers",
    "question_licence": CITE,
    "question_cite": CITE,
}


def exhibit_of(key: str) -> str:
    """Name of the exhibit of the book that shows an indicator.

    Examples
    --------
    >>> exhibit_of("gp_2023"), exhibit_of("below_bac_2022")
    ('map-apl', 'map-edu-below')
    """
    series = series_of(key)
    return OF_SERIES[series] if series in OF_SERIES else OF_TABLES[catalogue.find(key).table]


def indicators(
    table: pd.DataFrame,
    places: Mapping[str, Called],
    *,
    name: str,
    caption: str,
    labels: Mapping[str, str] | None = None,
) -> Exhibit:
    """Show every indicator at its latest, to be searched.

    Parameters
    ----------
    table : DataFrame
        As :attr:`bassin.topics.look_up.local.LookUp.table`.
    places : mapping
        Columns of places that are shown, to what they are called.
    name, caption, labels
        As in :func:`bassin.show.tables.show`.

    Returns
    -------
    Exhibit
        Its data are the numbers, with the key, the unit and the file of each.
    """
    declared = {str(key): catalogue.find(str(key)) for key in table.index}
    written: dict[str, Any] = {"indicator": [called(f"indicator.{key}") for key in declared]}
    for place in places:
        written[place] = [
            None if math.isnan(value) else amount(value, one.fmt, one.unit)
            for value, one in zip(table[place].astype(float), declared.values(), strict=True)
        ]
    ranks = map(standing.told, table["rank"], table["last"])
    written["rank"] = [None if one is None else write(one) for one in ranks]
    written |= {name: table[name].array for name in ("of", "vintage", "publisher")}
    written["where"] = [called(f"topic.{one.table.partition('.')[0]}") for one in declared.values()]
    shown = tables.show(
        pd.DataFrame(written).set_index("indicator"),
        name=name,
        caption=caption,
        labels={**(labels or {}), **{code: write(name) for code, name in places.items()}},
        searched=True,
        links={
            "where": [exhibit_of(key) for key in declared],
            "publisher": [FILES] * len(declared),
        },
    )
    units = pd.Series({key: one.unit for key, one in declared.items()}, name="unit")
    return replace(shown, data=table.join(units))


def answers(told: Mapping[str, Phrase], *, name: str, caption: str, **words: Any) -> Exhibit:
    """Show plain questions, each with its answer and what it leads to.

    Parameters
    ----------
    told : mapping
        As :meth:`bassin.topics.look_up.local.LookUp.answers`. Two more are of the book itself: the
        licence of a figure, and how to cite.
    name, caption, **words
        As in :func:`bassin.show.tables.show`.
    """
    every = {
        **told,
        "question_licence": Phrase("look_up.licence"),
        "question_cite": Phrase("look_up.cite"),
    }
    table = pd.DataFrame(
        {
            "question": [write(Name(code)) for code in every],
            "answer": [write(answer) for answer in every.values()],
            "where": [write(Phrase("look_up.where"))] * len(every),
        }
    ).set_index("question")
    to = [OF_ANSWERS[code] for code in every]
    return tables.show(table, name=name, caption=caption, links={"where": to}, **words)
