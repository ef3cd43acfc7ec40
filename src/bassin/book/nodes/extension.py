"""What Sphinx would change in, or make of, a text that is data; and the code of a page.

An extension of the book, listed in ``_config.yml``.

A cell whose output shows has a bar above it that unfolds its code. One that only prepares, or gives
the prose its values, has none: its code is hidden until the one switch of the page shows all of it.
"""

from __future__ import annotations

from html import escape, unescape
from typing import IO, Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.search import js_index
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from bassin.book.nodes import bibliography, editions, heads, ordering, scripts
from bassin.book.nodes.anchors import SETTING, AnchorsOfTheFirst
from bassin.book.nodes.findings import MarkedSentences
from bassin.book.nodes.ledger import LedgerData, left_out, write_data
from bassin.book.nodes.searching import BareEnglish, BareFrench, leave_out_code
from bassin.phrase import Phrase
from bassin.words import write

#: Attribute of a node; where it is false, Sphinx makes no curly quotes, dashes or ellipses in it.
AS_WRITTEN = "support_smartquotes"
LINKED = ".jsonld"  # how the name of a file of linked data ends
GLUED = "pasted-text"  # the class that myst-nb gives to a value pasted in the prose


class GluedAsWritten(SphinxTransform):
    """Leaves a value pasted in the prose as it was written."""

    default_priority = 740  # before Sphinx's own, which is at 750

    def apply(self, **_: Any) -> None:
        """Mark the pasted values of a page."""
        for node in self.document.findall(nodes.inline):
            if GLUED in node["classes"]:
                node[AS_WRITTEN] = False


class CodeOfThePage(SphinxPostTransform):
    """Hides the cells that show nothing, and sets the switch that shows all code under the title.

    Without scripts the switch still shows the hidden cells; the bars of the others are then opened
    one by one.
    """

    default_priority = 190  # before that of myst-nb, which makes the bars, at 199
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Change a page."""
        cells = [
            node
            for node in self.document.findall(nodes.container)
            if node.get("nb_element") == "cell_code" and node.get("hide_mode") == "input"
        ]
        for cell in cells:
            if not _shows(cell):
                del cell["hide_mode"]
                cell["classes"].append("bassin-quiet")
        leave_out_code(self.document)
        title = next(self.document.findall(nodes.title), None)
        if cells and title is not None:
            section = title.parent
            section.insert(section.index(title) + 1, self._switch())

    def _switch(self) -> nodes.raw:
        words = escape(write(Phrase("page.code")))
        box = '<input type="checkbox" class="bassin-show-code" autocomplete="off">'
        return nodes.raw("", f'<label class="bassin-switch">{box} {words}</label>', format="html")


def _shows(cell: nodes.container) -> bool:
    """Whether something of what a cell gave is on the page."""
    outputs = [
        part
        for part in cell.children
        if isinstance(part, nodes.Element) and part.get("nb_element") == "cell_code_output"
    ]
    return any(part.children for part in outputs)


class EscapedIndex:
    """Writes the search index with its headings escaped: the page of results takes them as HTML.

    Sphinx escapes the titles of pages and not those of sections.

    Examples
    --------
    >>> EscapedIndex().dumps({"alltitles": {"<b>": [[0, "b"]]}})
    'Search.setIndex({"alltitles": {"&lt;b&gt;": [[0, "b"]]}})'
    """

    def dumps(self, data: dict[str, Any]) -> str:
        """Write an index."""
        titles = {escape(title, quote=False): at for title, at in data["alltitles"].items()}
        return js_index.dumps({**data, "alltitles": titles})

    def loads(self, text: str) -> dict[str, Any]:
        """Read an index that :meth:`dumps` wrote."""
        data: dict[str, Any] = js_index.loads(text)
        titles = {unescape(title): at for title, at in data["alltitles"].items()}
        return {**data, "alltitles": titles}

    def dump(self, data: dict[str, Any], file: IO[str]) -> None:
        """Write an index to an open file."""
        file.write(self.dumps(data))

    def load(self, file: IO[str]) -> dict[str, Any]:
        """Read an index from an open file."""
        return self.loads(file.read())


def _use_escaped_index(app: Sphinx) -> None:
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.indexer_format = EscapedIndex()


def _escape_context(*given: Any) -> None:
    """Escape the titles that the theme writes as text where HTML is expected."""
    _, _, _, context, _ = given
    for key in ("pagetitle", "root_title", "page_description"):
        if key in context:
            context[key] = escape(context[key])


def _announce_linked_data(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: nodes.document | None
) -> None:
    """Say in the head of a page that it offers its data as linked data, where it does."""
    for file, (pages, at) in app.env.dlfiles.items():
        if page in pages and file.endswith(LINKED):
            address = escape(context["pathto"](f"_downloads/{at}", 1))
            link = f'<link rel="alternate" type="application/ld+json" href="{address}">'
            context["metatags"] = f"{context.get('metatags', '')}\n{link}"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    bibliography.register()
    app.add_search_language(BareEnglish)
    app.add_search_language(BareFrench)
    nothing = (left_out, None)
    app.add_node(LedgerData, html=(write_data, None), latex=nothing, text=nothing)
    app.add_config_value(SETTING, {}, "env", (dict,))
    app.add_transform(AnchorsOfTheFirst)
    app.add_transform(GluedAsWritten)
    app.add_transform(MarkedSentences)
    app.add_transform(ordering.OrderedGlossaries)
    app.add_post_transform(CodeOfThePage)
    app.connect("builder-inited", _use_escaped_index)
    app.connect("config-inited", heads.know_address)
    app.connect("config-inited", editions.know_templates)
    app.connect("config-inited", scripts.set_beside)
    app.connect("html-page-context", heads.describe)
    app.connect("html-page-context", scripts.hand_words)
    app.connect("html-page-context", ordering.order_index)
    app.connect("html-page-context", _announce_linked_data)
    app.connect("html-page-context", editions.lead_to_others)
    app.connect("html-page-context", _escape_context, priority=900)  # after the theme's
    return {"parallel_read_safe": True, "parallel_write_safe": True}
