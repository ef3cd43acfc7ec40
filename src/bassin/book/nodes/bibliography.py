"""Labels of the bibliography, as the prose cites: the last names and the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pybtex.database import Entry
from pybtex.plugin import register_plugin
from pybtex.style.formatting.unsrt import Style as Unsorted
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.template import Node, names, sentence

from bassin.phrase import Phrase
from bassin.words import write

#: What ``bibtex_default_style`` of ``_config.yml`` asks for.
NAME = "author_year"
#: With more authors than so many, the first stands for all.
NAMED = 2


def label(entry: Entry) -> str:
    """Label of a work.

    Examples
    --------
    >>> from pybtex.database import Person
    >>> authors = {"author": [Person("Luo, Wei"), Person("Qi, Yi")]}
    >>> label(Entry("article", fields={"year": "2009"}, persons=authors))
    'Luo and Qi, 2009'
    """
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    known = [" ".join([*person.prelast_names, *person.last_names]).strip("{}") for person in people]
    if len(known) > NAMED:
        known = [f"{known[0]} et al."]
    both = write(Phrase("cite.and")).join(known)
    return ", ".join(filter(None, [both, entry.fields.get("year", "")]))


class AuthorYearLabels(BaseLabelStyle):
    """Labels of all works; those that would have the same are told apart by a letter."""

    def format_labels(self, sorted_entries: Iterable[Entry]) -> Iterator[str]:
        """Give each work its label, in order."""
        labels = [label(entry) for entry in sorted_entries]
        times, seen = Counter(labels), Counter[str]()
        for one in labels:
            seen[one] += 1
            yield one if times[one] == 1 else f"{one}{chr(ord('a') + seen[one] - 1)}"


class AuthorYear(Unsorted):
    """Works in the order of their authors, under the labels that the prose cites."""

    default_label_style = AuthorYearLabels
    default_sorting_style = "author_year_title"

    def format_names(self, role: str, as_sentence: bool = True) -> Node:
        """Join the names of a work as the language of the edition does."""
        two, last = write(Phrase("cite.and")), write(Phrase("cite.and_last"))
        joined = names(role, sep=", ", sep2=two, last_sep=last)
        return sentence[joined] if as_sentence else joined


def register() -> None:
    """Make the style known by its name."""
    register_plugin("pybtex.style.formatting", NAME, AuthorYear)
