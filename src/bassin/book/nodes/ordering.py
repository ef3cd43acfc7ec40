"""Lists of terms in the order of a French dictionary: the glossary, and the index of the book.

Sphinx has terms in the order of a page, which is that of another language in a translation, and
orders an index by the numbers of letters, where one with an accent comes after all others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from bassin.collation import collation_key

#: Page of the index.
INDEX = "genindex"


class OrderedGlossaries(SphinxTransform):
    """Sets the terms of a glossary in their order, whatever that of its source."""

    default_priority = 500

    def apply(self, **_: Any) -> None:
        """Order the glossaries of a page."""
        for glossary in self.document.findall(addnodes.glossary):
            for terms in glossary.findall(nodes.definition_list):
                if terms.parent is glossary:
                    terms.children.sort(key=_term)


def _term(item: nodes.Node) -> str:
    """What a term with its definition is ordered by; the first of several that share one."""
    return collation_key(next(iter(item.findall(nodes.term))).astext())


def order_index(
    _app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: nodes.document | None
) -> None:
    """Order the index of the book by letter and within each, accents aside."""
    if page != INDEX:
        return
    groups: dict[str, list[Any]] = {}
    for letter, entry in sorted(_entries(context), key=lambda one: collation_key(one[1][0])):
        groups.setdefault(letter, []).append(entry)
    context["genindexentries"] = list(groups.items())
    # How many lines each letter has: the page sets them in two columns.
    context["genindexcounts"] = [
        sum(1 + len(parts) for _, (_, parts, _) in entries) for entries in groups.values()
    ]


def _entries(context: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Entries of an index, each with its letter, or the name of the group of those without one."""
    for group, entries in context["genindexentries"]:
        for name, (links, parts, key) in entries:
            first = collation_key(name)[:1].upper()
            ordered = sorted(parts, key=lambda part: collation_key(part[0]))
            yield first if first.isalpha() else group, (name, (links, ordered, key))
