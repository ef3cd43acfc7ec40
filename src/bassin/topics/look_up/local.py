"""Every indicator of a territory at its latest, and what answers plain questions."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from bassin.errors import ChoiceError, MissingFileError, PassageError, TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators import catalogue
from bassin.phrase import Amount, Name, Phrase
from bassin.places.names import Called
from bassin.places.territory import FRANCE, Territory
from bassin.topics.base import Topic
from bassin.topics.health.care import Care
from bassin.topics.health.settings import SUPPLY_YEAR
from bassin.topics.peers.alike import Alike
from bassin.topics.peers.beside import Beside
from bassin.topics.population.local import Population
from bassin.topics.standing import told

#: One year at the end of a key: that of a change has two.
_YEAR = re.compile(r"(?<!_\d{4})_\d{4}$")
#: What a territory without data refuses a question by.
_UNKNOWN = (ChoiceError, MissingFileError, PassageError, TerritoryError)
#: How many places an answer names.
NAMED = 3
#: Share of the EPCI among which one stands out.
TENTH = 0.1
#: Units of what is counted, and so is high in a large place.
COUNTED = ("inhabitants", "jobs", "places", "hectares")


def latest(sources: Sources) -> list[str]:
    """Keys of the catalogue, each series at its last year, in the order of the catalogue.

    Two keys are of one series that differ by one year at their end, or by a year that one of them
    does not say: ``median_income`` and ``median_income_2021``.

    Parameters
    ----------
    sources : Sources
    """
    last: dict[str, str] = {}
    declared = catalogue.at_hand(sources)
    for key, one in declared.items():
        name = series_of(key)
        if name not in last or declared[last[name]].until <= one.until:
            last[name] = key
    kept = set(last.values())
    return [key for key in declared if key in kept]


def series_of(key: str) -> str:
    """What the key of an indicator has without its year.

    Examples
    --------
    >>> series_of("gp_2023"), series_of("growth_2013_2023"), series_of("car_pct")
    ('gp', 'growth_2013_2023', 'car_pct')
    """
    return _YEAR.sub("", key)


class LookUp(Topic):
    """Every indicator of a territory at its latest, and answers to plain questions.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    care : Care
        Access to general practitioners by car, of the same territory.
    """

    def __init__(self, territory: Territory, sources: Sources, care: Care) -> None:
        super().__init__(territory, sources)
        self.care = care

    @cached_property
    def table(self) -> pd.DataFrame:
        """The latest value of every indicator that the territory has.

        Returns
        -------
        DataFrame
            Index ``indicator`` (its key), in the order of the catalogue; ``vintage`` (edition of
            its file); the columns of :meth:`bassin.topics.peers.beside.Beside.of`: a place each,
            ``rank``, ``last`` and ``of`` missing where no other EPCI has a value;
            ``publisher`` of its file, ``file``.
        """
        declared = catalogue.at_hand(self.sources)
        found = Beside(self.territory, self.sources).of(latest(self.sources))
        found = found[found[self.territory.here].notna()]
        found.insert(0, "vintage", [declared[str(key)].vintage for key in found.index])
        alone = found["of"] < 2
        found[["rank", "last", "of"]] = found[["rank", "last", "of"]].mask(alone)
        files = [next(iter(declared[str(key)].reads[0].files(self.sources))) for key in found.index]
        found["publisher"] = self.sources.manifest["publisher"].reindex(files).to_numpy()
        found["file"] = files
        return found

    @property
    def shown(self) -> dict[str, Called]:
        """Columns of :attr:`table` that fit beside each other, and what the places are called."""
        names = self.territory.place_names
        around = (self.territory.here, self.territory.in_departement)
        return {**{code: names[code] for code in around}, FRANCE: Name(FRANCE)}

    def answers(self) -> dict[str, Phrase]:
        """Answers to plain questions by their codes; those that no file can give are left out.

        Returns
        -------
        dict
            Code of a question, which has a name, to its answer.
        """
        asked: Mapping[str, Callable[[], Phrase]] = {
            "people": self._people,
            "least_care": self._least_care,
            "one_more_doctor": self._one_more_doctor,
            "alike": self._alike,
            "young": self._young,
            "graduates": self._graduates,
            "highest": self._highest,
        }
        found = {}
        for name, answer in asked.items():
            try:
                found[f"question_{name}"] = answer()
            except _UNKNOWN:
                continue
        return found

    def _people(self) -> Phrase:
        total = Population(self.territory, self.sources).total.dropna()
        year = int(total.index[-1])
        return Phrase("look_up.people", n=int(total.loc[year]), year=year)

    def _least_care(self) -> Phrase:
        key = self._latest_of("gp")
        known = self.selected.by_commune(key).dropna().sort_values(kind="stable").head(NAMED)
        told = [
            Phrase("look_up.place", place=str(self.names[code]), value=Amount(key, float(value)))
            for code, value in known.items()
        ]
        mean = self.selected.value(key)
        return Phrase("look_up.least_care", places=told, mean=Amount(key, mean))

    def _one_more_doctor(self) -> Phrase:
        table = self.care.scenarios()
        if table.empty:
            raise TerritoryError(f"{self.territory.code} has no commune that is tried.")
        told = [
            Phrase(
                "look_up.gain",
                place=str(place),
                before=float(row["before"]),
                after=float(row["after"]),
                n=int(row["communes"]),
            )
            for place, row in table.iterrows()
        ]
        return Phrase("look_up.one_more_doctor", places=told, year=SUPPLY_YEAR)

    def _alike(self) -> Phrase:
        near = Alike(self.territory, self.sources).nearest(NAMED)
        return Phrase("look_up.alike", places=[str(name) for name in near["name"]])

    def _young(self) -> Phrase:
        moves, neet = self._beside("migratory_balance"), self._beside("neet_2018")
        return Phrase(
            "look_up.young",
            moves=Amount("migratory_balance", moves["here"]),
            neet=Amount("neet_2018", neet["here"]),
            rank=neet["rank"],
            of=int(neet["of"]),
        )

    def _graduates(self) -> Phrase:
        key = self._latest_of("higher_education")
        row = self._beside(key)
        return Phrase(
            "look_up.graduates",
            here=Amount(key, row["here"]),
            france=Amount(key, row["france"]),
            rank=row["rank"],
            of=int(row["of"]),
        )

    def _highest(self) -> Phrase:
        """By which indicators it is in the highest tenth, or the lowest; counts are of its size.

        It is where every rank that it may have is.
        """
        counts = [catalogue.find(str(key)).unit in COUNTED for key in self.table.index]
        ranked = self.table[self.table["rank"].notna() & ~pd.Series(counts, self.table.index)]
        highest = ranked.index[ranked["last"] <= TENTH * ranked["of"]]
        lowest = ranked.index[ranked["rank"] > (1 - TENTH) * ranked["of"]]
        ends = {
            name: [Name(f"indicator.{key}") for key in keys]
            for name, keys in (("highest", highest), ("lowest", lowest))
            if len(keys)
        }
        return Phrase("_".join(["look_up.of", *ends]), n=len(ranked), **ends)

    def _latest_of(self, series: str) -> str:
        return next(key for key in latest(self.sources) if series_of(key) == series)

    def _beside(self, key: str) -> dict[str, Any]:
        """One indicator here and in France, with its rank; refused where it has none."""
        row = Beside(self.territory, self.sources).of([key]).loc[key].astype(object)
        if pd.isna(row[self.territory.here]):
            raise TerritoryError(f"{self.territory.code} has no value of {key}.")
        rank = told(row["rank"], row["last"])
        if rank is None:
            raise TerritoryError(f"{self.territory.code} has no rank by {key}.")
        france = math.nan if pd.isna(row[FRANCE]) else float(row[FRANCE])
        here = float(row[self.territory.here])
        return {"here": here, "france": france, "rank": rank, "of": row["of"]}
