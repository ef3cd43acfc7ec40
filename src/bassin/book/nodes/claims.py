"""Claims as docutils nodes: rows with badges, links from panel to ledger, folded details."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref

from bassin.phrase import Name, Phrase
from bassin.words import called, write

#: Label of a claim's row in the ledger.
ROW = "claim-{}"
NO_GRADE = "N"
#: Classes of paragraphs: small print, and what a page of paper leaves out.
SMALL, LINEAGE = "bassin-small", "bassin-lineage"
#: Class of what was replied to a verdict.
REPLY = "bassin-reply"
ABSENT = "–"


def score(counted: Iterable[Sequence[Any]]) -> nodes.container:
    """A line of badges: how many claims have each verdict, or sentences each word."""
    line = nodes.paragraph()
    for word, n in counted:
        if len(line):
            line += nodes.Text(" ")
        line += badge(word, write(Phrase("panel.score", n=n, verdict=Name(word))))
    return nodes.container("", line, classes=["bassin-score"])


def badge(verdict: str, text: str = "") -> nodes.inline:
    """A verdict, coloured by what it is; the word says it too."""
    classes = ["bassin-badge", f"bassin-{class_of(verdict)}"]
    return nodes.inline("", text or called(verdict), classes=classes)


def class_of(verdict: str) -> str:
    """A verdict as part of the name of a class."""
    return verdict.replace(" ", "-")


def fold(title: str, inside: Sequence[nodes.Element], *classes: str) -> list[nodes.Element]:
    """Something to unfold under a title."""
    kinds = " ".join(["bassin-fold", *classes])
    start = f'<details class="{kinds}"><summary>{escape(title)}</summary>'
    return [
        nodes.raw("", start, format="html"),
        *inside,
        nodes.raw("", "</details>", format="html"),
    ]


def link(text: str, label: str) -> nodes.Element:
    """A link to a label of the book."""
    target = {"refdomain": "std", "reftype": "ref", "reftarget": label}
    return pending_xref("", nodes.inline("", text), refexplicit=True, refwarn=True, **target)


def paragraph(*inside: nodes.Node | str, kind: str = "") -> nodes.paragraph:
    """A paragraph of nodes and text, of a class where one is given."""
    parts = [nodes.Text(part) if isinstance(part, str) else part for part in inside]
    return nodes.paragraph("", "", *parts, classes=[kind] if kind else [])


def said_of(key: str, name: str, *inside: nodes.Node | str, kind: str = "") -> nodes.paragraph:
    """A sentence with nodes where its pattern has a name."""
    before, _, after = write(Phrase(key, **{name: "\0"})).partition("\0")
    return paragraph(*filter(None, [before]), *inside, *filter(None, [after]), kind=kind)


def rests_on(files: Iterable[str]) -> nodes.paragraph:
    """The files that a claim or a sentence rests on; on paper, where they fill pages, left out."""
    return said_of("ledger.files", "files", *listing(files, file_name), kind=LINEAGE)


def listing(names: Iterable[str], write: Callable[[str], nodes.Node]) -> list[nodes.Node]:
    """Names with commas between, each made a node."""
    found: list[nodes.Node] = []
    for name in names:
        found += [nodes.Text(", "), write(name)] if found else [write(name)]
    return found


def file_name(file: str) -> nodes.Element:
    """The path of a file, as code."""
    return nodes.literal("", file)


class PanelRows:
    """Rows of a chapter's panel: verdict, what the study says, what the files say."""

    #: The columns, by the key of their header.
    head: tuple[str, ...] = ("verdict", "statement", "finding")
    classes: tuple[str, ...] = ("bassin-claims", "bassin-panel")
    right: tuple[int, ...] = ()

    def table(self, claims: Iterable[dict[str, Any]]) -> nodes.table:
        """Make a table of claims, written as in :class:`bassin.show.bodies.Claim`."""
        group = nodes.tgroup(cols=len(self.head))
        group += [nodes.colspec(colwidth=1) for _ in self.head]
        head = nodes.row()
        for rank, column in enumerate(self.head):
            text = write(Phrase(f"column.{column}"))
            head += self._entry(rank, [nodes.paragraph("", text)])
        group += nodes.thead("", head)
        group += nodes.tbody("", *map(self._row, claims))
        return nodes.table("", group, classes=["bassin-table", "colwidths-auto", *self.classes])

    def _row(self, claim: dict[str, Any]) -> nodes.row:
        row = nodes.row(classes=self.row_classes(claim))
        for rank, cell in enumerate(self.cells(claim)):
            row += self._entry(rank, cell)
        return row

    def _entry(self, rank: int, inside: Sequence[nodes.Node]) -> nodes.entry:
        side = "text-right" if rank in self.right else "text-left"
        return nodes.entry("", *inside, classes=[side])

    def row_classes(self, claim: dict[str, Any]) -> list[str]:
        """Classes of a claim's row."""
        return [f"bassin-is-{class_of(claim['verdict'])}"]

    def cells(self, claim: dict[str, Any]) -> list[list[nodes.Node]]:
        """Contents of the cells of a claim's row."""
        graded, is_number = claim["grade"] != NO_GRADE, claim["printed"] != ABSENT
        evidence = write(Phrase("panel.grade", grade=claim["grade"])) if graded else ""
        printed = write(Phrase("panel.printed", printed=claim["printed"])) if is_number else ""
        measured = is_number and claim["found"] != ABSENT
        told = claim["says"].startswith(claim["found"])
        announced = Phrase("panel.found", found=claim["found"])
        found = write(announced) if measured and not told else ""
        ledger = write(Phrase("panel.ledger"))
        return [
            [
                paragraph(badge(claim["verdict"])),
                paragraph(evidence, link(ledger, ROW.format(claim["id"])), kind=SMALL),
            ],
            [paragraph(claim["statement"]), paragraph(f"{printed}{claim['where']}", kind=SMALL)],
            [paragraph(f"{found}{claim['says']}")],
        ]
