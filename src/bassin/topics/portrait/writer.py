"""Sentences on declared indicators: a comparison, a change, a rank, and why one is refused."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

import pandas as pd

from bassin.files.trace import cached_property
from bassin.indicators.declaration import Indicator, NotAdditive
from bassin.indicators.stats import direction
from bassin.phrase import Amount, Name, Phrase
from bassin.topics.base import Topic
from bassin.topics.measured import (
    Measured,
    Value,
    measured,
    period_of,
    reaches,
    size_of,
    years_of,
)
from bassin.topics.national import parts_of
from bassin.topics.portrait.around import Around
from bassin.topics.portrait.sentences import (
    CHANGE,
    COMPARISON,
    LEVEL,
    RANK,
    REFUSAL,
    Fact,
    Sentence,
)
from bassin.topics.standing import FEW, FLOOR, standing_of, unranked

#: Two changes are level within this, in points: what they are written to.
CHANGE_POINTS = 0.1
#: What a value is beside another, by the sign of the gap.
BESIDE = {1: "higher", -1: "lower", 0: "level"}
#: What became of a value.
BECAME = {1: "rose", -1: "fell", 0: "held"}
NEAR, FAR = "departement", "france"


def family(key: str) -> str:
    """Key without its years: the sentences of an indicator are of any year.

    Examples
    --------
    >>> family("share_65_plus_2020"), family("growth_2013_2023"), family("vacant_pct")
    ('share_65_plus', 'growth', 'vacant_pct')
    """
    return re.sub(r"(_\d{4})+$", "", key)


class Writer(Topic):
    """Sentences on the declared indicators of one intercommunality."""

    @cached_property
    def around(self) -> Around:
        """The places it is compared with."""
        return Around(self.territory, self.sources)

    # -- One value --------------------------------------------------------------------------------

    def measured(self, key: str) -> Measured:
        """An indicator in every group of France."""
        return measured(self.sources, key)

    def parts(self, key: str) -> pd.DataFrame:
        """Table of :class:`bassin.indicators.aggregate.Parts`, of its communes."""
        return parts_of(self.sources, key).table.loc[self.territory.codes]

    def value(self, found: Measured, kind: str = "epci") -> Value:
        """Value of the intercommunality, or of the place of a kind around it."""
        return found.at(kind, self.around.groups.get(kind, ""))

    def fact(self, key: str, kind: str = "epci") -> Fact | None:
        """The value of the intercommunality or of a place around it; nothing where it has none."""
        found = self.measured(key)
        value = self.value(found, kind).value
        if not math.isfinite(value):
            return None
        about, place = found.about, self.around.place(kind)
        return Fact(key, place, years_of(about), value, about.unit, found.files)

    def count(self, name: str, value: float, period: str, *files: str) -> Fact:
        """A number of the intercommunality that no declaration gives."""
        return Fact(name, self.territory.here, period, float(value), "", tuple(files))

    # -- Kinds of sentences -----------------------------------------------------------------------

    def compare(
        self, key: str, near: str | None = NEAR, far: str | None = FAR
    ) -> Iterator[Sentence]:
        """A value beside those of a place around and of France, as far as they are known.

        Parameters
        ----------
        key : str
            Of the catalogue.
        near, far : str, optional
            Kinds of the place around and of the country; not compared where ``None``.
        """
        found, here = self.measured(key), self.fact(key)
        if here is None:
            yield self.refused(key)
            return
        yield from self.partial(key)
        facts, ways = [here], []
        told: dict[str, object] = {}
        for slot, kind in (("near", near), ("far", far)):
            if kind is None or not self._may(found, kind):
                continue
            there = self.fact(key, kind)
            if there is None:
                yield self._uncompared(key, kind)
                continue
            margin = found.margin(self._error(found), self._error(found, kind))
            if math.isnan(margin):
                yield self._refusal("unsure", key)
                continue
            ways.append(BESIDE[direction(here.value, there.value, margin)])
            facts.append(there)
            told[slot] = self.around.other(kind, found.about.field)
            told[f"{slot}_value"] = Amount(key, there.value)
        shape = _shape(ways, [*told])
        phrase = Phrase(f"portrait.{family(key)}.{shape}", **self._own(here, found.about), **told)
        yield Sentence(COMPARISON if ways else LEVEL, phrase, tuple(facts))

    def change(self, first: str, last: str) -> Iterator[Sentence]:
        """What became of a value from one vintage to another of one indicator."""
        pair = [(key, self.fact(key)) for key in (first, last)]
        for key, fact in pair:
            if fact is None:
                yield self.refused(key)
        (_, before), (_, after) = pair
        if before is None or after is None:
            return
        old, new = self.measured(first), self.measured(last)
        drawn = new.margin(*(self._error(one) for one in (old, new)))
        if math.isnan(drawn):
            yield self._refusal("unsure", last)
            return
        way = direction(after.value, before.value, max(old.tolerance, drawn))
        phrase = Phrase(
            f"portrait.{family(last)}.{BECAME[way]}",
            place=self.around.name,
            before=Amount(first, before.value),
            start=period_of(old.about),
            after=Amount(last, after.value),
            end=period_of(new.about),
        )
        yield Sentence(CHANGE, phrase, (before, after))

    def grown(self, first: str, last: str, near: str) -> Iterator[Sentence]:
        """Change of a number in percent, beside those of a place around and of France."""
        here = self._change_of(first, last, "epci")
        if here is None:
            return  # refused as a change
        facts, ways = [here], []
        told: dict[str, object] = {}
        for slot, kind in (("near", near), ("far", FAR)):
            if kind in self.around.groups and self._same(kind):
                continue  # itself
            there = self._change_of(first, last, kind)
            if there is None:
                yield self._uncompared(last, kind)
                continue
            ways.append(BESIDE[direction(here.value, there.value, CHANGE_POINTS)])
            facts.append(there)
            told[slot] = self.around.other(kind, self.measured(last).about.field)
            told[f"{slot}_value"] = there.value
        start, end = (self.measured(key).about.until for key in (first, last))
        phrase = Phrase(
            f"portrait.{family(last)}.grown_{_shape(ways, [*told])}",
            place=self.around.name,
            start=start,
            end=end,
            here=here.value,
            **told,
        )
        yield Sentence(COMPARISON if ways else LEVEL, phrase, tuple(facts))

    def rank(self, key: str) -> Iterator[Sentence]:
        """The place of the intercommunality among all, as an interval where others are level."""
        found, here = self.measured(key), self.fact(key)
        if here is None:
            yield self.refused(key)
            return
        place = standing_of(found, self.territory.code)
        if place is None:
            why = unranked(found, self.territory.code)
            floor: dict[str, object] = {"floor": FLOOR} if why == FEW else {}
            yield self._refusal(why, key, *([here] if floor else []), **floor)
            return
        phrase = Phrase(
            f"portrait.{family(key)}.{'rank' if place.is_one else 'ranks'}",
            **self._own(here, found.about),
            first=place.first,
            **({} if place.is_one else {"last": place.last}),
            of=place.of,
        )
        period, files = years_of(found.about), found.files
        ends = [
            self.count(f"{key}.{name}", number, period, *files)
            for name, number in (("first", place.first), ("last", place.last), ("of", place.of))
        ]
        yield Sentence(RANK, phrase, (here, *ends))

    # -- What is not said -------------------------------------------------------------------------

    def refused(self, key: str) -> Sentence:
        """Why an indicator has no value here."""
        found = self.measured(key)
        here, about = self.value(found), found.about
        if found.absent:
            return self._refusal("unlisted", key, file=found.absent)
        if not reaches(about, self.territory.departement):
            return self._refusal("field", key, field=Name(f"field.{about.field}"))
        if isinstance(about.rule, NotAdditive):
            return self._refusal("unpublished", key, file=_file(found))
        if here.missing == self.around.size:
            return self._refusal("elsewhere", key, file=_file(found))
        for status, communes in (("secret", here.secret), ("missing", here.missing)):
            if communes:
                return self._refusal(
                    status, key, count=communes, of=self.around.size, file=_file(found)
                )
        return self._refusal("nothing", key, file=_file(found))

    def partial(self, key: str) -> Iterator[Sentence]:
        """How many communes a value that adds up leaves out."""
        found = self.measured(key)
        here = self.value(found)
        if isinstance(found.about.rule, NotAdditive):
            return
        for status, communes in (("secret", here.secret), ("missing", here.missing)):
            if communes:
                yield self._refusal(f"{status}_in", key, count=communes, of=self.around.size)

    def _uncompared(self, key: str, kind: str) -> Sentence:
        other = self.around.other(kind, self.measured(key).about.field)
        return self._refusal("uncompared", key, other=other)

    def _refusal(self, why: str, key: str, *facts: Fact, **told: object) -> Sentence:
        """A refusal; the numbers of communes that it gives are its facts."""
        found = self.measured(key)
        period = years_of(found.about)
        counts = [
            self.count(f"{key}.{name}", float(value), period, *found.files)
            for name, value in told.items()
            if isinstance(value, int)
        ]
        what = Name(f"indicator.{key}")
        return Sentence(
            REFUSAL, Phrase(f"portrait.refused.{why}", what=what, **told), (*facts, *counts)
        )

    # -- Inside -----------------------------------------------------------------------------------

    def _own(self, here: Fact, about: Indicator) -> dict[str, object]:
        return {
            "place": self.around.name,
            "period": period_of(about),
            "here": Amount(here.indicator, here.value),
        }

    def _may(self, found: Measured, kind: str) -> bool:
        """Whether there is anything to compare with: a group with values, that is not itself."""
        if kind not in found.kinds and isinstance(found.about.rule, NotAdditive):
            return False
        return kind in self.around.groups and not self._same(kind)

    def _change_of(self, first: str, last: str, kind: str) -> Fact | None:
        """Change in percent of the number of a place; nothing where one is not known, or is 0."""
        before, after = self.fact(first, kind), self.fact(last, kind)
        if before is None or after is None or before.value == 0:
            return None
        pct = 100 * (after.value - before.value) / before.value
        period, files = f"{before.period}-{after.period}", (*before.files, *after.files)
        key = f"{family(last)}.change"
        return Fact(key, after.place, period, pct, "percent", tuple(sorted({*files})))

    def _same(self, kind: str) -> bool:
        """Whether the intercommunality is all of a place around it."""
        return size_of(self.sources, kind, self.around.groups[kind]) == self.around.size

    def _error(self, found: Measured, kind: str = "epci") -> float:
        return self.value(found, kind).error


def _shape(ways: Sequence[str], slots: Sequence[str]) -> str:
    """Which pattern a comparison has: how it stands to the one, then to the other.

    Examples
    --------
    >>> _shape(["higher", "level"], ["near", "far"]), _shape(["lower"], ["far"]), _shape([], [])
    ('higher_level', 'far_lower', 'alone')
    """
    if len(ways) == 1:
        return f"{slots[0]}_{ways[0]}"
    return "_".join(ways) or "alone"


def _file(found: Measured) -> str:
    """The file that has it, or the first of several."""
    files: Sequence[str] = found.files
    return files[0] if files else ""
