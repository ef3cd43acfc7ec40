"""The search of the book: it tells no accent from none, and looks into no code."""

from __future__ import annotations

import unicodedata

from docutils import nodes
from sphinx.search.en import SearchEnglish
from sphinx.search.fr import SearchFrench

from bassin.collation import LIGATURES

#: What :func:`bare` and the splitting of words do, in the page of results.
_SPLIT = r"""
var bassinBare = (text) =>
  text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/œ/g, "oe").replace(/Œ/g, "OE")
    .replace(/æ/g, "ae").replace(/Æ/g, "AE");
var splitQuery = (query) =>
  bassinBare(query).split(/[^\p{Letter}\p{Number}_\p{Emoji_Presentation}]+/gu).filter(Boolean);
"""


def bare(text: str) -> str:
    """A text without accents.

    Examples
    --------
    >>> bare("Cévennes, Cœur d'Hérault")
    "Cevennes, Coeur d'Herault"
    """
    letters = unicodedata.normalize("NFD", text.translate(LIGATURES))
    return "".join(one for one in letters if unicodedata.category(one) != "Mn")


class BareEnglish(SearchEnglish):
    """Words as English has them, of which no accent is kept, in the index and in what is asked."""

    js_splitter_code = _SPLIT

    def split(self, input: str) -> list[str]:  # noqa: A002, the name is Sphinx's
        """List the words of a text."""
        return super().split(bare(input))


class BareFrench(SearchFrench):
    """The same of French, whose stems are those of words without accents."""

    js_splitter_code = _SPLIT
    stopwords = {bare(word) for word in SearchFrench.stopwords}  # noqa: RUF012, the name is Sphinx's

    def split(self, input: str) -> list[str]:  # noqa: A002, the name is Sphinx's
        """List the words of a text."""
        return super().split(bare(input))


class UnsearchedCode(nodes.literal_block):
    """Code that is shown, and of which the index of the search sees nothing."""

    def astext(self) -> str:
        """The code: it is in no child, where it would be indexed."""
        return str(self.rawsource)


def leave_out_code(document: nodes.document) -> None:
    """Have the index see nothing of the code of a page."""
    cells = [
        node
        for node in document.findall(nodes.container)
        if node.get("nb_element") == "cell_code_source"
    ]
    for cell in cells:
        for block in list(cell.findall(nodes.literal_block)):
            block.replace_self(UnsearchedCode(block.rawsource, **block.attributes))
