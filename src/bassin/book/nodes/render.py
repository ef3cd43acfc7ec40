"""The book's renderer: turns an exhibit into docutils nodes that Sphinx numbers and refers to.

It is a myst-nb plugin, declared as an entry point of the package. A cell's output travels as JSON
(see :attr:`bassin.show.exhibit.Exhibit.payload`); here it becomes a figure or table node with a
target, so that ``{numref}`` works in every builder.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from myst_nb.core.render import MimeData, MimeRenderPlugin, NbElementRenderer
from sphinx.addnodes import download_reference

from bassin.book.nodes import findings
from bassin.book.nodes.claims import (
    PanelRows,
    file_name,
    fold,
    link,
    listing,
    said_of,
    score,
)
from bassin.book.nodes.extension import AS_WRITTEN
from bassin.book.nodes.ledger import LedgerRows, data_of
from bassin.book.nodes.scripts import SEARCHED
from bassin.files.transcribed import is_transcription
from bassin.markup import escape as markdown_of
from bassin.phrase import Phrase
from bassin.show.exhibit import MIME
from bassin.words import write

FOLDER = "exhibits"
#: A column whose cells are no longer than this needs no width kept for it on a small screen.
SHORT = 14
#: Kinds of output that a browser, or MyST, would run.
ACTIVE = (
    "text/html",
    "text/markdown",
    "text/latex",
    "image/svg+xml",
    "application/javascript",
    "application/vnd.jupyter.widget-view+json",
)


class ExhibitPlugin(MimeRenderPlugin):
    """Render exhibits, and leave out the fallbacks they carry for other viewers."""

    mime_priority_overrides: ClassVar[Sequence[tuple[str, str, int | None]]] = [
        ("*", MIME, 1),
        # An output that is no exhibit may hold data: shown as plain text, or else refused.
        *(("*", mime, None) for mime in ACTIVE),
    ]

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Make the nodes of an exhibit; None leaves any other output to myst-nb."""
        if data.mime_type in ACTIVE:  # every kind is made into nodes, before one is chosen
            return []
        if inline or "bassin" not in data.output_metadata:
            return None
        if "absent" in data.output_metadata["bassin"]:
            return [nodes.paragraph("", str(data.content), classes=["bassin-absent"])]
        if data.mime_type != MIME:
            return []
        return _Builder(renderer, data).build()


class _Builder:
    """Builds the nodes of one exhibit."""

    def __init__(self, renderer: NbElementRenderer, data: MimeData) -> None:
        self.renderer = renderer
        self.line = data.line or 0
        self.payload: dict[str, Any] = data.content
        self.name: str = self.payload["name"]

    def build(self) -> list[nodes.Element]:
        built = self._built()
        for node in built:
            node[AS_WRITTEN] = False
        return built

    def _built(self) -> list[nodes.Element]:
        if self.payload["claims"] is not None:
            return self._claims(self.payload["claims"])
        if self.payload["sentences"] is not None:
            return self._sentences(self.payload["sentences"])
        if self.payload["prose"] is not None:
            return self._prose(self.payload["prose"])
        if self.payload["table"] is not None:
            return self._table(self.payload["table"])
        return [self._figure()]

    def _figure(self) -> nodes.figure:
        figure = nodes.figure(classes=["bassin-exhibit"])
        image = self._image()
        if self.payload["frame"] is None:
            figure += image
        else:
            figure += self._tabs(image)
        figure += self._markdown(self.payload["legend"], nodes.caption())
        ends = [nodes.paragraph("", one, classes=["bassin-ends"]) for one in self.payload["ends"]]
        figure += nodes.legend("", *ends, self._download(), *self._rests_on())
        self._target(figure)
        return figure

    def _image(self) -> nodes.image:
        uri = self.renderer.write_file(
            [FOLDER, f"{self.name}.png"], b64decode(self.payload["png"]), overwrite=True
        )
        return nodes.image(uri=uri, alt=self.payload["alt"])

    def _tabs(self, image: nodes.image) -> list[nodes.Element]:
        """Two views, of which a pair of radio buttons and the style sheet show one.

        The image comes first where it sets several maps side by side.
        """
        views = ("interactive", "static")
        first = views[self.payload["compared"]]
        buttons = "".join(
            f'<input type="radio" class="bassin-tab-{view}" name="view-{escape(self.name)}" '
            f'id="{escape(self.name)}-{view}"{" checked" if view == first else ""}>'
            f'<label for="{escape(self.name)}-{view}">{escape(_view(view))}</label>'
            for view in views
        )
        frame = nodes.raw("", self.payload["frame"], format="html")
        return [
            nodes.raw("", buttons, format="html"),
            nodes.container("", frame, classes=["bassin-view", "bassin-interactive"]),
            nodes.container("", image, classes=["bassin-view", "bassin-static"]),
        ]

    def _table(self, body: dict[str, Any]) -> list[nodes.Element]:
        numeric, stubs = body["numeric"], body["stubs"]
        columns = range(len(numeric))
        short = [all(len(row[n]) <= SHORT for row in body["rows"]) for n in columns]
        group = nodes.tgroup(cols=len(numeric))
        for column in columns:
            spec = nodes.colspec(colwidth=1)
            if column < stubs:
                spec["stub"] = 1
            group += spec
        group += nodes.thead("", self._row(body["head"], numeric, short))
        rows = [self._row(row, numeric, short) for row in body["rows"]]
        for column, links in body["links"].items():
            for row, to in zip(rows, links, strict=True):
                if to:
                    self._lead(row.children[int(column)], to)
        group += nodes.tbody("", *rows)
        title = self._markdown(self.payload["legend"], nodes.title())
        classes = [
            "bassin-table",
            "colwidths-auto",
            *([SEARCHED] if body["searched"] else []),
        ]
        table = nodes.table("", title, group, classes=classes)
        self._target(table)
        below = nodes.container(classes=["bassin-below"])
        if body["notes"]:
            below += self._markdown(body["notes"], nodes.paragraph())
        below += [self._download(), *self._rests_on()]
        return fold(body["folded"], [table, below]) if body["folded"] else [table, below]

    def _claims(self, body: dict[str, Any]) -> list[nodes.Element]:
        # Chapters are read in the order of their names: the data of those before are there.
        folder = self._write_data().rpartition("/")[0]
        ledger = body["kind"] == "ledger"
        rows = LedgerRows() if ledger else PanelRows()
        table = rows.table(body["shown"])
        table.insert(0, self._markdown(self.payload["legend"], nodes.title()))
        self._target(table)
        found: list[nodes.Element] = [score(body["score"])]
        found += self._plain(table, data_of(body, folder)) if ledger else [table]
        for title, claims in body["folds"]:
            found += fold(title, [rows.table(claims)])
        below = [self._download(), *self._offered(body["offered"]), *self._rests_on()]
        return [*found, nodes.container("", *below, classes=["bassin-below"])]

    def _plain(self, table: nodes.table, data: nodes.Element) -> list[nodes.Element]:
        """A table of claims for browsers without scripts and for paper, and what scripts show."""
        for row in table.findall(nodes.row):
            if row["names"]:
                self.renderer.renderer.document.note_explicit_target(row, row)
        ends = (nodes.raw("", tag, format="html") for tag in ("<noscript>", "</noscript>"))
        return [next(ends), table, next(ends), data]

    def _offered(self, files: dict[str, str]) -> list[nodes.paragraph]:
        """Links to what is offered beside the CSV."""
        links = {name: self._file(name, text) for name, text in files.items()}
        listed = listing(links, links.__getitem__)
        kind = "bassin-download"
        return [said_of("ledger.offered", "files", *listed, kind=kind)] if links else []

    def _file(self, name: str, text: str) -> nodes.Element:
        uri = self.renderer.write_file([FOLDER, name], text.encode("utf-8"), overwrite=True)
        return download_reference("", "", nodes.inline("", name), reftarget=uri)

    def _sentences(self, body: dict[str, Any]) -> list[nodes.Element]:
        kinds = {"sentences": findings.SentenceRows, "claims": findings.ContestedRows}
        table = kinds[body["kind"]]().table(body["rows"])
        table.insert(0, self._markdown(self.payload["legend"], nodes.title()))
        self._target(table)
        for row in table.findall(nodes.row):
            if row["names"]:
                self.renderer.renderer.document.note_explicit_target(row, row)
        below = [self._download(), *self._rests_on()]
        shown: list[nodes.Element] = [score(body["score"]), table]
        return [*shown, nodes.container("", *below, classes=["bassin-below"])]

    def _prose(self, body: dict[str, Any]) -> list[nodes.Element]:
        """A list of sentences, letter by letter; what could not be said is folded under it."""
        text = nodes.container(classes=["bassin-prose"])
        if body["said"]:
            text += _list(body["said"])
        self._target(text)
        found: list[nodes.Element] = [text]
        if body["refused"]:
            found += fold(body["title"], [_list(body["refused"])])
        legend = self._markdown(self.payload["legend"], nodes.paragraph(classes=["bassin-small"]))
        below = [legend, self._download(), *self._rests_on()]
        return [*found, nodes.container("", *below, classes=["bassin-below"])]

    @staticmethod
    def _row(cells: list[str], numeric: list[bool], short: list[bool]) -> nodes.row:
        row = nodes.row()
        for text, right, brief in zip(cells, numeric, short, strict=True):
            classes = ["text-right" if right else "text-left"]
            if brief and not right:
                classes.append("bassin-short")
            row += nodes.entry("", nodes.paragraph("", text), classes=classes)
        return row

    def _lead(self, cell: nodes.Node, to: str) -> None:
        """Make the text of a cell lead to a page or an exhibit of the book."""
        text = cell.astext()
        (paragraph,) = cell.findall(nodes.paragraph)
        paragraph.children.clear()
        if to.endswith((".ipynb", ".md")):
            self._markdown(f"[{markdown_of(text)}]({to})", paragraph)
        else:
            paragraph += link(text, to)

    def _target(self, node: nodes.Element) -> None:
        document = self.renderer.renderer.document
        node["names"].append(nodes.fully_normalize_name(self.name))
        document.note_explicit_target(node, node)

    def _markdown(self, text: str, into: nodes.Element) -> nodes.Element:
        """Parse MyST inline markdown, so that a caption may cite and refer.

        What is data in it came escaped.
        """
        into.source, into.line = self.renderer.source, self.line
        with self.renderer.renderer.current_node_context(into):
            self.renderer.renderer.nested_render_text(text, self.line, inline=True)
        return into

    def _write_data(self) -> str:
        uri: str = self.renderer.write_file(
            [FOLDER, f"{self.name}.csv"], self.payload["csv"].encode("utf-8"), overwrite=True
        )
        return uri

    def _download(self) -> nodes.paragraph:
        words = nodes.inline("", write(Phrase("exhibit.data")))
        download = download_reference("", "", words, reftarget=self._write_data())
        said = f" · {write(Phrase('exhibit.licence'))}"
        licence = nodes.inline("", said, classes=["bassin-licence"])
        return nodes.paragraph("", "", download, licence, classes=["bassin-download"])

    def _rests_on(self) -> list[nodes.Element]:
        """The sentences read from it; the files observed while it was made, folded.

        Those that its source does not name may have no part in what is shown: at most, then.
        """
        files: list[str] = self.payload["files"]
        typed = [file for file in files if is_transcription(file)]
        raw = [file for file in files if file not in typed]
        said = findings.read_from(self.name, self._root)
        if not files:
            return said
        bound = "" if set(raw) <= set(self.payload["cites"]) else "_at_most"
        told = Phrase(f"exhibit.rests{bound}", n=len(raw)) if raw else Phrase("exhibit.rests_typed")
        listed = nodes.paragraph("", "", *listing([*raw, *typed], file_name))
        return [*said, *fold(write(told), [listed], "bassin-rests")]

    @property
    def _root(self) -> Path:
        """Folder of the project, from which Sphinx reads."""
        return Path(self.renderer.renderer.sphinx_env.srcdir)


def _view(view: str) -> str:
    """What one of the two views of a map is called."""
    return write(Phrase(f"exhibit.{view}"))


def _list(said: Sequence[str]) -> nodes.bullet_list:
    return nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph("", one)) for one in said))
