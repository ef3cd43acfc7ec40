"""The book's own sentences as docutils nodes: rows with curves, and links there and back."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from bassin.book.nodes.claims import (
    ROW as CLAIM,
)
from bassin.book.nodes.claims import (
    SMALL,
    PanelRows,
    badge,
    fold,
    link,
    paragraph,
    rests_on,
)
from bassin.book.nodes.scripts import SEARCHED
from bassin.claims.sentences import PREFIX
from bassin.errors import MissingFileError
from bassin.phrase import Phrase
from bassin.read.findings import findings
from bassin.words import called, number, write

#: Labels of the row of a sentence, and of that of a contested claim.
ROW, CLAIM_ROW = "audited-{}", "sure-{}"
#: Size of a curve, its margin, and the radii of its dots and of the ring.
WIDTH, HEIGHT, MARGIN = 190.0, 46.0, 6.0
DOT, RING = 1.7, 4.2


class MarkedSentences(SphinxTransform):
    """Sets behind each sentence that has a check the link to its row."""

    default_priority = 730

    def apply(self, **_: Any) -> None:
        """Mark the sentences of a page."""
        for node in list(self.document.findall(nodes.inline)):
            for name in node["names"]:
                if name.startswith(PREFIX):
                    row = ROW.format(name.removeprefix(PREFIX))
                    mark = nodes.superscript("", "", link(write(Phrase("finding.mark")), row))
                    mark["classes"].append("bassin-sure")
                    at = node.parent.index(node) + 1
                    node.parent.insert(at, mark)


class SentenceRows(PanelRows):
    """Rows of sentences: each a target, with its evidence folded under what the book says."""

    head = ("sentence", "word", "curve", "estimate")
    classes = ("bassin-claims", "bassin-findings", SEARCHED)
    right = (3,)
    label = ROW

    def _row(self, claim: dict[str, Any]) -> nodes.row:
        row = super()._row(claim)
        row["names"] = [nodes.fully_normalize_name(self.label.format(claim["id"]))]
        return row

    def row_classes(self, claim: dict[str, Any]) -> list[str]:
        """How sure it is."""
        return [f"bassin-is-{claim['word']}"]

    def cells(self, claim: dict[str, Any]) -> list[list[nodes.Node]]:
        """Contents of the cells of a sentence's row."""
        chapter = write(Phrase("finding.chapter", title=claim["title"]))
        shown = link(write(Phrase("finding.exhibit")), claim["exhibit"])
        said: list[nodes.Node] = [
            paragraph(claim["sentence"]),
            paragraph(chapter, self.said(claim), ", ", shown, kind=SMALL),
            *fold(write(Phrase("finding.evidence")), self._evidence(claim)),
        ]
        grade = write(Phrase("finding.grade", grade=claim["grade"]))
        word: list[nodes.Node] = [
            paragraph(badge(claim["word"])),
            paragraph(claim["beside"], kind=SMALL),
        ]
        number: list[nodes.Node] = [paragraph(claim["estimate"]), paragraph(grade, kind=SMALL)]
        return [said, word, [nodes.raw("", curve(claim), format="html")], number]

    def said(self, claim: dict[str, Any]) -> nodes.Element:
        """Link to where it is said."""
        return link(write(Phrase("finding.sentence")), PREFIX + claim["id"])

    def _evidence(self, claim: dict[str, Any]) -> list[nodes.Element]:
        told = {name: claim[name] for name in ("estimate", "where", "wanted", "interval")}
        lines = [
            paragraph(write(Phrase("finding.number", **told))),
            paragraph(write(Phrase("finding.choices", over=claim["over"]))),
        ]
        if claim["otherwise"]:
            other = Phrase("finding.otherwise", choices=claim["otherwise"])
            lines.append(paragraph(write(other)))
        if claim["note"]:
            lines.append(paragraph(write(Phrase("finding.note", note=claim["note"]))))
        if claim["vintage"]:
            lines.append(paragraph(write(Phrase("ledger.vintage", vintage=claim["vintage"]))))
        if claim["files"]:
            lines.append(rests_on(claim["files"]))
        return [nodes.container("", *lines, classes=["bassin-evidence"])]


class ContestedRows(SentenceRows):
    """Rows of contested claims: as those of sentences, with links to the ledger."""

    head = ("statement", "word", "curve", "estimate")
    label = CLAIM_ROW

    def said(self, claim: dict[str, Any]) -> nodes.Element:
        """Link to the claim in the ledger, by its verdict."""
        return link(called(claim["verdict"]), CLAIM.format(claim["id"]))


def curve(claim: dict[str, Any]) -> str:
    """The number of a sentence under every choice as an SVG image, the least first.

    Parameters
    ----------
    claim : dict
        As :class:`bassin.show.bodies.Sentence`.
    """
    points, ends = claim["curve"], claim["ends"]
    values = [value for value, _ in points]
    least, most = min([*values, *ends]), max([*values, *ends])

    def across(rank: int) -> float:
        room = WIDTH - 2 * MARGIN
        return MARGIN + room * (rank / (len(points) - 1) if len(points) > 1 else 0.5)

    def up(value: float) -> float:
        room = HEIGHT - 2 * MARGIN
        part = (value - least) / (most - least) if most > least else 0.5
        return HEIGHT - MARGIN - room * part

    lines = [f'<line x1="0" x2="{WIDTH:g}" y1="{up(end):.1f}" y2="{up(end):.1f}"/>' for end in ends]

    def dot(rank: int, value: float, radius: float, name: str = "") -> str:
        kind = f' class="{name}"' if name else ""
        return f'<circle{kind} cx="{across(rank):.1f}" cy="{up(value):.1f}" r="{radius}"/>'

    dots = [
        dot(rank, value, DOT, "" if holds else "bassin-hollow")
        for rank, (value, holds) in enumerate(points)
    ]
    at = claim["chosen"]
    own = dot(at, points[at][0], RING, "bassin-own")
    told = Phrase(
        "finding.said",
        n=len(points),
        low=_short(min(values)),
        high=_short(max(values)),
        same=sum(holds == points[at][1] for _, holds in points),
    )
    label = escape(write(told), quote=True)
    return (
        f'<svg class="bassin-curve" role="img" aria-label="{label}" '
        f'viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}" height="{HEIGHT:g}">'
        f"{''.join([*lines, *dots, own])}</svg>"
    )


def _short(value: float) -> str:
    """A number with four digits at most, as the language writes it."""
    decimals = len(f"{value:.4g}".partition("e")[0].partition(".")[2]) if abs(value) < 1e4 else 0
    return number(value, f",.{decimals}f")


@cache
def _by_exhibit(root: Path) -> dict[str, list[str]]:
    """Sentences that a project says, by the exhibit they are read from."""
    try:
        listed = findings(root / "data")
    except MissingFileError:
        return {}
    # A portrait has the list too, and pages of the names of chapters that say none of it.
    pages = {chapter: _text(root, chapter) for chapter in listed["chapter"].unique()}
    said = [f"{{#{PREFIX}{name}}}" in pages[row["chapter"]] for name, row in listed.iterrows()]
    shown = listed.loc[said, "exhibit"]
    return {str(name): [*map(str, rows)] for name, rows in shown.groupby(shown).groups.items()}


def _text(root: Path, chapter: str) -> str:
    path = root / "notebooks" / f"{chapter}.ipynb"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def read_from(exhibit: str, root: Path) -> list[nodes.Element]:
    """Links from an exhibit to the sentences that are read from it; none where there are none."""
    names = _by_exhibit(root).get(exhibit, [])
    if not names:
        return []
    links = [link(str(rank), PREFIX + name) for rank, name in enumerate(names, 1)]
    inside: list[nodes.Node] = [
        nodes.Text(write(Phrase("finding.of_exhibit", n=len(names)))),
    ]
    for rank, one in enumerate(links):
        inside += [nodes.Text(", "), one] if rank else [one]
    return [nodes.paragraph("", "", *inside, classes=["bassin-small", "bassin-sentences"])]
