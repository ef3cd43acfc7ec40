"""What the head of a page says of it to those who list or share it.

Its description is its first paragraph, its image its first figure. An address of the site is known
where :data:`bassin.book.environment.SITE` names it; Sphinx then names the page's own in its head.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from bassin.book.environment import edition_address

#: Most letters of a description.
LONGEST = 200


def know_address(_app: Sphinx, config: Config) -> None:
    """Tell Sphinx the address of the site, where there is one."""
    config.html_baseurl = edition_address()


def describe(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], tree: nodes.document | None
) -> None:
    """Write title, description and image of a page of the book into its head."""
    if tree is None:  # an index, or the page of results
        return
    told = dict(_told(app, page, context, tree))
    tags = [f'<meta name="description" content="{told["og:description"]}">']
    tags += [f'<meta property="{name}" content="{text}">' for name, text in told.items()]
    context["metatags"] = "\n".join([context.get("metatags", ""), *tags])


def _told(
    app: Sphinx, page: str, context: dict[str, Any], tree: nodes.document
) -> Iterator[tuple[str, str]]:
    title = next(iter(tree.findall(nodes.title)), None)
    name = title.astext() if title else page
    yield "og:title", escape(name)
    yield "og:description", escape(first_words(tree) or f"{name}. {app.config.html_title}")
    yield "og:site_name", escape(app.config.html_title)
    yield "og:type", "article"
    if context.get("pageurl"):
        yield "og:url", escape(context["pageurl"])
    # The page is written: its images have the addresses that it shows them by.
    written = set(app.builder.images.values())
    named = (posixpath.basename(node["uri"]) for node in tree.findall(nodes.image))
    image = next((name for name in named if name in written), None)
    if image:
        path = f"{app.builder.imagedir}/{image}"
        base = app.config.html_baseurl
        yield "og:image", escape(base + path if base else context["pathto"](path, 1))


def first_words(tree: nodes.document) -> str:
    """The first paragraph of a page that stands in a section, no longer than it is read."""
    for node in tree.findall(nodes.paragraph):
        text = " ".join(node.astext().split())
        if isinstance(node.parent, nodes.section) and text:
            if len(text) <= LONGEST:
                return text
            return (
                text[: LONGEST - 1].rpartition(" ")[0].rstrip(",;:. ") + "\N{HORIZONTAL ELLIPSIS}"
            )
    return ""
