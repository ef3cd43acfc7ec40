"""Works as the prose cites them, by last names and year, in the language of the edition.

The styles that come with the libraries are English: they have *and* between names, and English
months. Works are in the order of :mod:`bassin.collation`.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from babel.dates import format_date
from pybtex.database import Entry, Person
from pybtex.database.input.bibtex import month_names
from pybtex.plugin import register_plugin
from pybtex.richtext import Text
from pybtex.style.formatting import FormattedEntry
from pybtex.style.formatting.unsrt import Style as Unsorted
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.sorting import BaseSortingStyle
from pybtex.style.template import Node, names, optional, words
from pybtex.style.template import field as shown
from pybtex.style.template import sentence as as_a_sentence
from sphinxcontrib.bibtex import plugin
from sphinxcontrib.bibtex.style.referencing import PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

from bassin.collation import collation_key
from bassin.phrase import Phrase
from bassin.words import current, write

#: What ``bibtex_default_style`` of ``_config.yml`` asks for.
NAME = "author_year"
#: What its ``bibtex_reference_style`` asks for.
CITED = "author_year_spoken"
#: With more authors than so many, the first stands for all.
NAMED = 2
#: Months as the libraries have them, to their numbers.
MONTHS = {name: rank for rank, name in enumerate(month_names.values(), 1)}


def label(entry: Entry) -> str:
    """Label of a work.

    Examples
    --------
    >>> authors = {"author": [Person("Luo, Wei"), Person("Qi, Yi")]}
    >>> label(Entry("article", fields={"year": "2009"}, persons=authors))
    'Luo and Qi, 2009'
    """
    last = [_last_name(person) for person in _people(entry)]
    if len(last) > NAMED:
        last = [f"{last[0]} et al."]
    return ", ".join(filter(None, [_between(NAMED).join(last), entry.fields.get("year", "")]))


def _people(entry: Entry) -> list[Person]:
    """Authors of a work; its editors where it has none."""
    found: list[Person] = entry.persons.get("author") or entry.persons.get("editor") or []
    return found


def _last_name(person: Person) -> str:
    """A last name as it is read: accents are letters, and no brace keeps a word whole."""
    return str(Text.from_latex(" ".join([*person.prelast_names, *person.last_names])))


def _between(n: int) -> str:
    """What stands between two names, or before the last of several."""
    return write(Phrase("work.and" if n == NAMED else "work.last"))


class AuthorYearLabels(BaseLabelStyle):
    """Labels of all works; those that would have the same are told apart by a letter."""

    def format_labels(self, sorted_entries: Iterable[Entry]) -> Iterator[str]:
        """Give each work its label, in order."""
        labels = [label(entry) for entry in sorted_entries]
        times, seen = Counter(labels), Counter[str]()
        for one in labels:
            seen[one] += 1
            yield one if times[one] == 1 else f"{one}{chr(ord('a') + seen[one] - 1)}"


class ByAuthor(BaseSortingStyle):
    """Works in the order of their authors, then of their years and titles."""

    def sorting_key(self, entry: Entry) -> tuple[list[str], str, str]:
        """What a work is sorted by."""
        people = [f"{_last_name(person)}, {person.first_names}" for person in _people(entry)]
        title = str(Text.from_latex(entry.fields.get("title", "")))
        return [*map(collation_key, people)], entry.fields.get("year", ""), collation_key(title)


class AuthorYear(Unsorted):
    """Works in the order of their authors, under the labels that the prose cites."""

    default_label_style = AuthorYearLabels
    default_sorting_style = NAME

    def format_names(self, role: str, as_sentence: bool = True) -> Node:
        """Names of those who wrote or edited a work."""
        listed = names(role, sep=", ", sep2=_between(NAMED), last_sep=_between(NAMED + 1))
        return as_a_sentence[listed] if as_sentence else listed

    def format_edition(self, _entry: Entry) -> Node:
        """Which edition of a book it is."""
        before, _, after = write(Phrase("work.edition", edition="\0")).partition("\0")
        return optional[words(sep="")[before, shown("edition"), after]]

    def format_entry(self, label: str, entry: Entry, bib_data: object = None) -> FormattedEntry:
        """A work under its label, its month in the language spoken."""
        if entry.fields.get("month") in MONTHS:
            month = datetime.date(1, MONTHS[entry.fields["month"]], 1)
            said = format_date(month, format="LLLL", locale=current().locale)
            key, fields = entry.key, {**entry.fields, "month": said}
            entry = Entry(entry.type, fields=fields, persons=entry.persons)
            entry.key = key
        return super().format_entry(label, entry, bib_data=bib_data)


@dataclass
class SpokenReferences(AuthorYearReferenceStyle):
    """Citations in the prose: last names and year, *and* in the language spoken."""

    person: PersonStyle = field(
        default_factory=lambda: PersonStyle(sep2=_between(NAMED), last_sep=_between(NAMED + 1))
    )


def register() -> None:
    """Make the styles known by their names."""
    register_plugin("pybtex.style.formatting", NAME, AuthorYear)
    register_plugin("pybtex.style.sorting", NAME, ByAuthor)
    plugin.register_plugin("sphinxcontrib.bibtex.style.referencing", CITED, SpokenReferences)
