"""The ledger in the pages: one JSON that its script shows, and a plain table where none runs.

The plain table is the one that is printed. It stands in a ``noscript``, which a browser that runs
scripts keeps as text: the page then has the nodes of the rows that are looked at, and no others.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.addnodes import download_reference
from sphinx.writers.html5 import HTML5Translator

from bassin.book.nodes.claims import (
    ABSENT,
    LINEAGE,
    REPLY,
    ROW,
    SMALL,
    PanelRows,
    badge,
    class_of,
    link,
    listing,
    paragraph,
    rests_on,
    said_of,
)
from bassin.phrase import Phrase
from bassin.show.scripted import script_json
from bassin.verdict import UNTESTED
from bassin.words import called, current, write

#: Texts no longer than this are written where they stand, however often they come.
BRIEF = 8
#: What the script shows of a claim in its row, by the names of :class:`bassin.show.bodies.Claim`.
ROWS = ("id", "statement", "printed", "found", "grade", "chapter", "importance", "wanted")


class LedgerRows(PanelRows):
    """Rows of the plain ledger: each a target, what is printed and found of it, and its verdict."""

    head = ("statement", "published", "found", "verdict", "grade")
    classes = ("bassin-claims", "bassin-ledger")
    right = (1, 2)

    def _row(self, claim: dict[str, Any]) -> nodes.row:
        row = super()._row(claim)
        row["names"] = [nodes.fully_normalize_name(ROW.format(claim["id"]))]
        return row

    def cells(self, claim: dict[str, Any]) -> list[list[nodes.Node]]:
        """Contents of the cells of a claim's row."""
        said: list[nodes.Node] = [paragraph(claim["statement"]), *_replies(claim)]
        figures: list[list[nodes.Node]] = [
            [paragraph(claim[name])] for name in ("printed", "found")
        ]
        return [said, *figures, [paragraph(badge(claim["verdict"]))], [paragraph(claim["grade"])]]


class LedgerData(nodes.General, nodes.Element):
    """The claims of a ledger for its script: a container each, of the lines that a row opens to.

    They are nodes, so that their links are resolved and their words are found by a search of the
    book; the writer makes one JSON of them.
    """

    def __init__(
        self,
        rawsource: str = "",
        *children: nodes.Node,
        score: Iterable[Sequence[Any]] = (),
        **attributes: Any,
    ) -> None:
        """Know how many claims have each verdict, in their order."""
        super().__init__(rawsource, *children, **attributes)
        self["score"] = [list(counted) for counted in score]


def data_of(body: dict[str, Any], folder: str) -> LedgerData:
    """Make the node of a ledger.

    Parameters
    ----------
    body : dict
        A :class:`bassin.show.bodies.ClaimsBody`, as JSON values.
    folder : str
        Where the book keeps the data of exhibits, as Sphinx names it.
    """
    told = LedgerData(score=body["score"])
    for claim in body["shown"]:
        row = {name: claim[name] for name in ROWS}
        row |= {"row": nodes.make_id(ROW.format(claim["id"]))}
        row |= {"verdict": class_of(claim["verdict"]), "title": claim["title"]}
        row |= {"says": claim["says"] if claim["verdict"] in UNTESTED else ""}
        told += nodes.container("", *whole(claim, folder), claim=row)
    return told


def whole(claim: dict[str, Any], folder: str) -> Iterator[nodes.paragraph]:
    """Paragraphs of all that is known of a claim beside what its row shows."""
    chapter = link(claim["title"], claim["panel"]) if claim["panel"] else claim["title"]
    section: list[nodes.Node | str] = []
    if claim["exhibit"]:
        section = [", ", link(claim["section"], claim["exhibit"])]
    yield paragraph(chapter, *section, f". {claim['where']}.", kind=SMALL)
    yield from _replies(claim)
    yield from map(paragraph, (claim["says"], *claim["qualified"], *claim["since"]))
    if claim["gap"] != ABSENT:
        yield paragraph(write(Phrase("ledger.gap", gap=claim["gap"])))
    yield paragraph(write(Phrase("ledger.weighs", weight=claim["importance"])))
    if claim["premises"]:
        listed = listing(claim["premises"], lambda one: link(one, ROW.format(one)))
        yield said_of("ledger.concludes", "claims", *listed)
    if claim["cannot_fail"]:
        yield paragraph(write(Phrase("ledger.cannot_fail", why=claim["cannot_fail"])))
    if claim["vintage"]:
        vintage = current().names.get(claim["vintage"], claim["vintage"])
        yield paragraph(write(Phrase("ledger.vintage", vintage=vintage)))
    if claim["files"]:
        yield rests_on(claim["files"])
    if claim["exhibit"]:
        name = f"{claim['exhibit']}.csv"
        target = f"{folder}/{name}"
        data = download_reference("", "", nodes.inline("", name), reftarget=target)
        yield said_of("ledger.data", "file", data, kind=LINEAGE)
    itself = link(claim["id"], ROW.format(claim["id"]))
    yield said_of("ledger.claim", "claim", itself, kind=SMALL)


def _replies(claim: dict[str, Any]) -> Iterator[nodes.paragraph]:
    return (paragraph(one, kind=REPLY) for one in claim["replies"])


def write_data(writer: HTML5Translator, node: LedgerData) -> None:
    """Write a ledger as the JSON that ``ledger.js`` reads, for a page of HTML."""
    claims = [
        {**one["claim"], "lines": [_line(line, writer) for line in one.children]}
        for one in node.findall(nodes.container)
    ]
    told: dict[str, Any] = {
        "claims": claims,
        "strings": _shared(claims),
        "verdicts": [
            {"code": class_of(word), "word": called(word), "n": n, "tested": word not in UNTESTED}
            for word, n in node["score"]
        ],
        "none": ABSENT,
    }
    text = script_json(told)
    writer.body.append(
        f'<script type="application/json" class="bassin-ledger-data">{text}</script>'
    )
    raise nodes.SkipNode


def left_out(_writer: nodes.NodeVisitor, _node: LedgerData) -> None:
    """Write nothing, where there are no scripts: the plain table is there."""
    raise nodes.SkipNode


def _line(line: nodes.Node, writer: HTML5Translator) -> list[Any]:
    """The class of a paragraph, and its parts: text, code, and links with where they lead."""
    classes = line["classes"] if isinstance(line, nodes.Element) else []
    return [" ".join(classes), *(_part(part, writer) for part in line.children)]


def _part(part: nodes.Node, writer: HTML5Translator) -> Any:
    text = part.astext()
    if isinstance(part, nodes.literal):
        return {"code": text}
    if isinstance(part, download_reference):
        if "filename" not in part:  # nothing was kept to download
            return text
        to = posixpath.join(writer.builder.dlpath, quote(part["filename"]))
        return {"text": text, "to": to, "file": True}
    if isinstance(part, nodes.reference):
        return {"text": text, "to": part.get("refuri") or f"#{part['refid']}"}
    return text


def _texts(claims: list[dict[str, Any]]) -> Iterator[tuple[Any, Any, str]]:
    """Every text of the lines and what is said of some claims, with where it stands."""
    for claim in claims:
        yield claim, "says", claim["says"]
        yield claim, "title", claim["title"]
        for line in claim["lines"]:
            for rank, part in enumerate(line[1:], 1):
                if isinstance(part, str):
                    yield line, rank, part
                else:
                    yield from ((part, name, part[name]) for name in part if name != "file")


def _shared(claims: list[dict[str, Any]]) -> list[str]:
    """Put a number where a text comes that comes more than once, and list those texts."""
    counted = Counter(text for _, _, text in _texts(claims))
    listed = [text for text, n in counted.items() if n > 1 and len(text) > BRIEF]
    ranks = {text: rank for rank, text in enumerate(listed)}
    for holder, place, text in [*_texts(claims)]:
        holder[place] = ranks.get(text, text)
    return listed
