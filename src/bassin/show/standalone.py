"""Exhibits as plain HTML, for a page that knows nothing of the book, such as one of JupyterLab."""

from __future__ import annotations

import base64
import html

from bassin.show.bodies import ProseBody, TableBody


def figure(shown: str, caption: str) -> str:
    """Set a caption under something written as HTML."""
    return (
        f'<figure style="margin:0">{shown}<figcaption>{html.escape(caption)}</figcaption></figure>'
    )


def image(png: bytes, alt: str) -> str:
    """Write an image with its description."""
    data = base64.b64encode(png).decode("ascii")
    described = html.escape(alt, quote=True)
    return f'<img alt="{described}" style="max-width:620px" src="data:image/png;base64,{data}">'


def frame(document: str, title: str, *, links: bool = False) -> str:
    """Set an HTML document in a frame, which may run its scripts and nothing else.

    Where it has links, what they lead to opens in a page of its own.
    """
    more = " allow-popups allow-popups-to-escape-sandbox" if links else ""
    return (
        f'<iframe class="bassin-frame" title="{html.escape(title, quote=True)}" '
        # The map may run its script, and nothing else: no access to the page around it.
        f'sandbox="allow-scripts{more}" loading="lazy" '
        'style="width:100%;height:540px;border:0" '
        # Only these two would end or alter an attribute in single quotes: escaping no more
        # keeps the page a third smaller.
        f"srcdoc='{document.replace('&', '&amp;').replace(chr(39), '&#39;')}'></iframe>"
    )


def table(body: TableBody, caption: str) -> str:
    """Write a table with its caption and notes."""

    def cell(tag: str, text: str, numeric: bool) -> str:
        align = "right" if numeric else "left"
        return f'<{tag} style="text-align:{align}">{html.escape(text)}</{tag}>'

    head = "".join(map(cell, ["th"] * len(body.head), body.head, body.numeric))
    tags = ["th"] * body.stubs + ["td"] * (len(body.head) - body.stubs)
    rows = "".join(f"<tr>{''.join(map(cell, tags, row, body.numeric))}</tr>" for row in body.rows)
    notes = f"<p>{html.escape(body.notes)}</p>" if body.notes else ""
    return (
        f"<table><caption>{html.escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table>{notes}"
    )


def prose(body: ProseBody, caption: str) -> str:
    """Write sentences as a list, with what is folded under it, and a caption."""
    told, items = (
        "".join(f"<li>{html.escape(one)}</li>" for one in part)
        for part in (body.said, body.refused)
    )
    said = f"<ul>{told}</ul>" if told else ""
    title = html.escape(body.title)
    folded = f"<details><summary>{title}</summary><ul>{items}</ul></details>" if items else ""
    return f"{said}{folded}<p><small>{html.escape(caption)}</small></p>"
