"""The two pages of one intercommunality, as data: strips, sentences, files."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np

from bassin.files.trace import cached_property
from bassin.files.vintages import file_of
from bassin.indicators import catalogue
from bassin.indicators.declaration import Sum
from bassin.phrase import Phrase
from bassin.places.membership import FRANCE as COUNTRY
from bassin.places.names import PlaceName
from bassin.read import insee
from bassin.topics.base import Topic
from bassin.topics.measured import Measured, measured
from bassin.topics.portrait.local import Portrait
from bassin.topics.portrait.sentences import RANK, REFUSAL, Sentence
from bassin.topics.portrait.writer import Writer
from bassin.topics.standing import Standing, standing_of
from bassin.topics.summary.chosen import (
    KEYS,
    RANK_ALONE,
    SENTENCES,
    most_telling,
)
from bassin.topics.summary.ground import Ground, ground_of

#: Sections of the portrait that speak for a place of which few indicators are known.
INSTEAD = ("perimeters", "risks")


@dataclass(frozen=True)
class Strip:
    """One indicator: the place among all intercommunalities, beside the places around it.

    Attributes
    ----------
    key : str
        Of the catalogue.
    dots : ndarray of float, shape (places,)
        Values of all intercommunalities that have one, in order of their codes.
    here : float
        That of the place; NaN where it has none.
    around : mapping
        Of the departement, the region and France, by kind of group, those that have one.
    standing : Standing or None
        Its ranks, where they can be told.
    unsaid : Phrase or None
        Why it has no value, or no rank.
    within : Phrase or None
        That the value is of a part of its communes.
    counts : bool
        Whether it counts something of a whole place: then it is not set beside larger ones.
    files : tuple of str
        Raw files it is read from.
    """

    key: str
    dots: np.ndarray
    here: float
    around: Mapping[str, float]
    standing: Standing | None
    unsaid: Phrase | None
    within: Phrase | None
    counts: bool
    files: tuple[str, ...]


class Summary(Topic):
    """What the two pages of an intercommunality are drawn from.

    The indicators are those of :data:`bassin.topics.summary.chosen.KEYS`; their margins, and what
    keeps a rank or a sentence from being told, those of the portrait.
    """

    @cached_property
    def _writer(self) -> Writer:
        return Writer(self.territory, self.sources)

    @cached_property
    def around(self) -> Mapping[str, str]:
        """Code of the departement and of the region of most of its communes, and of France."""
        there = self._writer.around
        return {
            "departement": str(there.departements.index[0]),
            "region": str(there.regions.index[0]),
            "france": COUNTRY,
        }

    @cached_property
    def around_names(self) -> Mapping[str, PlaceName]:
        """Name of its departement and of its region, by kind."""
        there, around = self._writer.around, self.around
        return {
            "departement": there.departement_name(around["departement"]),
            "region": there.region_name(around["region"]),
        }

    @cached_property
    def straddled(self) -> Sequence[PlaceName]:
        """Names of all departements that it has communes in, that of most communes first."""
        there = self._writer.around
        return [there.departement_name(str(code)) for code in there.departements.index]

    @property
    def size(self) -> int:
        """How many communes it has."""
        return self._writer.around.size

    @cached_property
    def strips(self) -> Sequence[Strip]:
        """One an indicator, in the order of :data:`~bassin.topics.summary.chosen.KEYS`."""
        return [self._strip(key) for key in KEYS]

    def _strip(self, key: str) -> Strip:
        writer, found = self._writer, measured(self.sources, key)
        told = next(writer.rank(key))
        counts = isinstance(found.about.rule, Sum)
        return Strip(
            key=key,
            dots=found.epci["value"].to_numpy(float),
            here=writer.value(found).value,
            around={} if counts else self._marks(found),
            standing=standing_of(found, self.territory.code),
            unsaid=None if told.kind == RANK else _shortly(told.phrase),
            within=next((_shortly(one.phrase) for one in writer.partial(key)), None),
            counts=counts,
            files=found.files,
        )

    def _marks(self, found: Measured) -> Mapping[str, float]:
        values = {kind: found.at(kind, code).value for kind, code in self.around.items()}
        return {kind: value for kind, value in values.items() if math.isfinite(value)}

    @cached_property
    def _apart(self) -> Sequence[Sentence]:
        """Those that the rule chooses."""
        standings = {one.key: one.standing for one in self.strips if one.standing is not None}
        told = (self._sentence(key) for key in most_telling(standings))
        return list(islice((one for one in told if one is not None), SENTENCES))

    @property
    def is_known(self) -> bool:
        """Whether all of its sentences are chosen by the rule."""
        return len(self._apart) == SENTENCES

    @cached_property
    def sentences(self) -> Sequence[Sentence]:
        """Those said, by the rule of :func:`bassin.topics.summary.chosen.most_telling`.

        Where fewer can be told, those of the portrait on :data:`INSTEAD` follow; where there is
        none of these either, there are fewer.
        """
        said = list(self._apart)
        if not self.is_known:
            known = {one.phrase.key for one in said}
            portrait = Portrait(self.territory, self.sources)
            more = (one for part in INSTEAD for one in portrait.told(part).sentences)
            said += [one for one in more if one.phrase.key not in known]
        return said[:SENTENCES]

    def _sentence(self, key: str) -> Sentence | None:
        """What a portrait says of an indicator; nothing where it only says why not."""
        writer = self._writer
        told = writer.rank(key) if key in RANK_ALONE else writer.compare(key)
        return next((one for one in told if one.kind != REFUSAL), None)

    @cached_property
    def ground(self) -> Ground:
        """Outlines and names for its map."""
        return ground_of(self.sources, self.territory)

    @cached_property
    def files(self) -> Sequence[str]:
        """Raw files of the strips and of the map, the strips first, each once."""
        of_strips = chain.from_iterable(one.files for one in self.strips)
        members = file_of(self.sources, insee.EPCI, insee.PIVOT)
        return list(dict.fromkeys([*of_strips, members, *self.ground.files]))

    @cached_property
    def years(self) -> tuple[int, int]:
        """First and last year that the indicators are of."""
        about = [catalogue.find(key) for key in KEYS]
        return min(one.since for one in about), max(one.until for one in about)


def _shortly(refused: Phrase) -> Phrase:
    """A refusal of the portrait, without the name of the indicator that it stands beside."""
    return Phrase(f"summary.{refused.key.removeprefix('portrait.')}", **refused.given)
