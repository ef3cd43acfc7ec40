"""What reaches a commune, by commune of France: mobile coverage, internet, minutes on the road.

The files give shares and minutes, and not what they are shares of. The mean of several communes
counts each by its inhabitants of 2020.
"""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.places.national import unchanged
from bassin.read import anct, drees
from bassin.topics.population.national import inhabitants

#: Date of the communes of the coverage, told by the codes the file has, and of the debate.
COVERAGE_GEOGRAPHY, DEBATE_GEOGRAPHY = "2019-01-01", "2018-01-01"
#: Year of the inhabitants that communes are counted by.
PEOPLE_YEAR = 2020


def mobile(sources: Sources, column: str) -> pd.DataFrame:
    """Share of the area with mobile coverage (%): ``value``, and ``people``.

    Parameters
    ----------
    sources : Sources
    column : str
        One of :func:`bassin.read.drees.mobile_coverage_2019`.
    """
    return _by_people(sources, drees.mobile_coverage_2019(sources)[column], COVERAGE_GEOGRAPHY)


def debate(sources: Sources, column: str) -> pd.DataFrame:
    """One of the three indicators of reach of the public debate: ``value``, and ``people``.

    Parameters
    ----------
    sources : Sources
    column : str
        One of :func:`bassin.read.anct.public_debate_indicators`.
    """
    return _by_people(sources, anct.public_debate_indicators(sources)[column], DEBATE_GEOGRAPHY)


def _by_people(sources: Sources, rates: pd.Series, date: str) -> pd.DataFrame:
    value = unchanged(sources, rates, date)
    return pd.DataFrame({"value": value, "people": inhabitants(sources, PEOPLE_YEAR)["people"]})
