"""The portrait of one intercommunality: sections of sentences, each with its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice

import pandas as pd

from bassin.choices import choosing
from bassin.files.shared import shared
from bassin.files.trace import cached_property, kept_by
from bassin.phrase import Phrase
from bassin.topics.base import Topic
from bassin.topics.measured import span
from bassin.topics.portrait import counted, people, perimeter, sides
from bassin.topics.portrait.halves import DEFAULT, Halved, Line, line_of
from bassin.topics.portrait.sentences import LEVEL, Sentence, Told
from bassin.topics.portrait.writer import FAR, NEAR, Writer
from bassin.topics.risk import kinds

Writing = Callable[[Writer], Iterator[Sentence]]


def _compared(key: str, near: str | None = NEAR, far: str | None = FAR) -> Writing:
    return lambda writer: writer.compare(key, near, far)


def _changed(first: str, last: str) -> Writing:
    return lambda writer: writer.change(first, last)


def _grown(first: str, last: str, near: str) -> Writing:
    return lambda writer: writer.grown(first, last, near)


def _ranked(key: str) -> Writing:
    return lambda writer: writer.rank(key)


#: Indicators by which the intercommunality is placed among all others.
RANKED = (
    *("population_2020", "growth_2013_2023", "migratory_balance", "share_65_plus_2020"),
    *("industry_jobs_2022", "large_establishments_jobs_2023", "jobs_per_worker"),
    *("unemployed_2022", "median_income_2021", "poverty_rate_2021"),
    *("below_bac_2022", "higher_education_2022", "gp_2023", "vacant_census_2022", "car_pct"),
)
#: Section on the two halves, which hang on a line.
SIDES = "sides"
#: Section to what writes it.
SECTIONS: Mapping[str, tuple[Writing, ...]] = {
    "perimeters": (perimeter.sentences,),
    "population": (people.sentences,),
    "ages": (
        _compared("share_65_plus_2020"),
        _changed("share_65_plus_2011", "share_65_plus_2022"),
        _compared("ageing_index_2022"),
        _compared("retired_2022"),
        _compared("one_person_2022"),
        _changed("one_person_2011", "one_person_2022"),
        _compared("lone_parent_2022"),
        people.of_size,
    ),
    "jobs": (
        _compared("jobs_per_worker"),
        _compared("industry_jobs_2022"),
        _compared("large_establishments_jobs_2023"),
        _changed("private_jobs_2014", "private_jobs_2024"),
        _grown("private_jobs_2014", "private_jobs_2024", "zone_emploi"),
        _compared("unemployed_2022"),
        _compared("youth_unemployed_2022"),
    ),
    "income": (
        _compared("median_income_2021"),
        _compared("poverty_rate_2021"),
        _compared("d9_d1_2019"),
        partial(counted.masked, key="median_income_2021"),
        partial(counted.masked, key="poverty_rate_2021"),
    ),
    "diplomas": (
        _compared("below_bac_2022"),
        _changed("below_bac_2011", "below_bac_2022"),
        _compared("higher_education_2022"),
        _compared("neet_2018"),
    ),
    "care": (
        _compared("gp_2023"),
        partial(counted.underserved, key="gp_2023"),
        _compared("underserved_2023"),
        _changed("gp_2022", "gp_2023"),
        _compared("nurse_2023"),
        _compared("dentist_2023"),
    ),
    "risks": (
        partial(counted.planned, key="plan_communes_pct"),
        _compared("plan_people_pct"),
        counted.disasters,
        _compared("floods_per_commune"),
        _compared("fires_per_100_km2"),
    ),
    # Vacancy by commune is masked where few are vacant: what is left is of no two places alike.
    "land": (
        _compared("land_taken_pct", None, None),
        _compared("vacant_census_2022"),
        _changed("vacant_census_2011", "vacant_census_2022"),
        _compared("vacant_pct", None, None),
        _compared("vacant_2y_pct", None, None),
        _compared("house_price", NEAR, None),
    ),
    SIDES: (),
    "place": tuple(_ranked(key) for key in RANKED),
}
#: Section that tells what the others rest on.
SOURCES = "sources"
#: Section that opens a portrait, of sentences of others: their section, and what their key begins
#: with. One that could not be said is refused in its own section.
SHORT = "short"
OPENING = (
    ("perimeters", "portrait.size"),
    ("population", "portrait.grown."),
    ("population", "portrait.growth."),
    ("ages", "portrait.share_65_plus."),
    ("jobs", "portrait.industry_jobs."),
    ("jobs", "portrait.unemployed."),
    ("income", "portrait.median_income."),
    ("income", "portrait.poverty_rate."),
    ("diplomas", "portrait.below_bac."),
    ("care", "portrait.gp."),
    ("risks", "portrait.planned"),
)


class Portrait(Topic):
    """What the files tell of one intercommunality, in sentences."""

    @property
    def sections(self) -> tuple[str, ...]:
        """Keys of the sections, in their order."""
        return (SHORT, *SECTIONS, SOURCES)

    @cached_property
    def writer(self) -> Writer:
        """What writes the sentences on declared indicators."""
        return Writer(self.territory, self.sources)

    @property
    def disasters(self) -> pd.DataFrame:
        """As :func:`bassin.topics.risk.kinds.beside`, with ``years`` of a kind in their place."""
        table = kinds.beside(self.sources, self.territory)
        years = [
            span(first, last) for first, last in zip(table["since"], table["until"], strict=True)
        ]
        table.insert(0, "years", years)
        return table.drop(columns=["since", "until"])

    @choosing(section=(SHORT, *SECTIONS, SOURCES))
    def told(self, section: str, line: str = DEFAULT) -> Told:
        """What a section says, and what it does not.

        Parameters
        ----------
        section : str
            Of :attr:`sections`.
        line : str
            That cuts the place in two, as :func:`bassin.topics.portrait.halves.line_of`: of the
            section on halves, and of the last one, which counts its sentences.

        Raises
        ------
        ChoiceError
            If there is no such section, or no such line.
        """
        cut = line_of(line)
        of_line = f" {line}" if section in (SIDES, SOURCES) else ""
        call = f"told {self.territory.code} {section}{of_line}"
        return kept_by(self).get(
            call, lambda: shared(self.sources, call, lambda: self._told(section, cut))
        )

    def halves(self, line: str = DEFAULT) -> Halved:
        """The place cut in two by a line, as :func:`bassin.topics.portrait.halves.line_of`."""
        return Halved(self.territory, self.sources, line_of(line))

    def _told(self, section: str, line: Line) -> Told:
        if section == SOURCES:
            return Told.of(self._rests_on(line))
        if section == SHORT:
            return Told.of(self._opening())
        if section == SIDES:
            return Told.of(sides.sentences(self.writer, line))
        return Told.of(one for write in SECTIONS[section] for one in write(self.writer))

    def _opening(self) -> Iterator[Sentence]:
        """The first sentence of each kind of :data:`OPENING`."""
        for section, start in OPENING:
            told = (one for one in self.told(section).sentences if one.phrase.key.startswith(start))
            yield from islice(told, 1)

    def _rests_on(self, line: Line) -> Iterator[Sentence]:
        """How many files and numbers the other sections rest on, of which years."""
        told = [self.told(section, line.written) for section in SECTIONS]
        facts = list(dict.fromkeys(fact for one in told for fact in one.facts))
        files = {file for fact in facts for file in fact.files}
        publishers = {str(self.sources.describe(file)["publisher"]) for file in files}
        years = [int(year) for fact in facts for year in fact.period.split("-")]
        writer, today = self.writer, str(max(years))
        counts = {
            "facts": len(facts),
            "files": len(files),
            "publishers": len(publishers),
        }
        phrase = Phrase(
            "portrait.rests",
            place=writer.around.name,
            **counts,
            first=min(years),
            last=max(years),
        )
        told_of = tuple(writer.count(name, n, today, *sorted(files)) for name, n in counts.items())
        ends = tuple(
            writer.count(f"{end}_year", y, str(y))
            for end, y in (("first", min(years)), ("last", max(years)))
        )
        yield Sentence(LEVEL, phrase, (*told_of, *ends))
        said = sum(len(one.sentences) for one in told)
        refused = sum(len(one.refused) for one in told)
        phrase = Phrase("portrait.refusals", said=said, n=refused, place=writer.around.name)
        yield Sentence(
            LEVEL,
            phrase,
            (writer.count("said", said, today), writer.count("refused", refused, today)),
        )
