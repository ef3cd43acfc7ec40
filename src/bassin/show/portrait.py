"""Sentences of a portrait: a list of them, and folded under it what could not be said."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from bassin.phrase import Phrase
from bassin.show.bodies import ProseBody
from bassin.show.exhibit import Exhibit
from bassin.topics.portrait.sentences import Sentence, Told
from bassin.words import write

#: Columns of the data: a row a fact of a sentence.
COLUMNS = ("kind", "sentence", "indicator", "place", "period", "value", "unit", "files")


def told(told: Told, *, name: str) -> Exhibit:
    """Show what a section of a portrait says, and fold what it does not.

    Parameters
    ----------
    told : Told
        As :meth:`bassin.topics.portrait.local.Portrait.told`.
    name : str
        As in :class:`~bassin.show.exhibit.Exhibit`; it begins with ``tab-``.

    Returns
    -------
    Exhibit
        Its data have a row a fact; of the files read, it rests on those of its facts; where it has
        none, on all, which were read to find nothing.

    Examples
    --------
    >>> fact = Told.of([Sentence("refusal", Phrase("portrait.no_sides", place="Alès"))])
    >>> told(fact, name="tab-portrait-sides").prose.refused
    ['Alès has no two sides: one of the line has no commune.']
    """
    said, refused = ([write(one.phrase) for one in part] for part in (told.sentences, told.refused))
    body = ProseBody(said, write(Phrase("portrait.unsaid", n=len(refused))), refused)
    shown = Exhibit(
        name=name,
        caption=write(
            Phrase("portrait.caption", n=len(said)) if said else Phrase("portrait.nothing")
        ),
        source="",
        alt=" ".join(said or refused) or write(Phrase("portrait.nothing")),
        data=_data(told),
        prose=body,
    )
    files = {
        file
        for part in (told.sentences, told.refused)
        for one in part
        for fact in one.facts
        for file in fact.files
    }
    return shown.resting_within(files) if files and shown.editions else shown


def _data(told: Told) -> pd.DataFrame:
    rows = [row for part in (told.sentences, told.refused) for one in part for row in _rows(one)]
    return pd.DataFrame(rows, columns=[*COLUMNS])


def _rows(one: Sentence) -> Iterator[tuple[object, ...]]:
    """A row a fact; one without facts where it has none."""
    text = write(one.phrase)
    for fact in one.facts:
        yield (
            *(one.kind, text, fact.indicator, fact.place, fact.period, fact.value, fact.unit),
            "; ".join(fact.files),
        )
    if not one.facts:
        yield (one.kind, text, "", "", "", None, "", "")
