"""What leads from a page to the same page in the other languages of its site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from bassin.book.addresses import alternates, of_page
from bassin.book.environment import editions_of_site
from bassin.phrase import Phrase
from bassin.words import current, speaking, write

#: Folder of the template of the links, which the theme is told of in the settings of the book.
TEMPLATES = Path(__file__).with_name("templates")


def know_templates(_app: Sphinx, config: Config) -> None:
    """Tell Sphinx where the template of the links is."""
    config.templates_path = [*config.templates_path, str(TEMPLATES)]


def lead_to_others(
    _app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: nodes.document | None
) -> None:
    """Give a page its links to the other languages, for readers and, in its head, for machines.

    Pages that Sphinx makes itself, such as the index, are in every language too.
    """
    editions = editions_of_site()
    if len(editions) < 2:
        return
    links = "\n".join(alternates(page, editions))
    context["metatags"] = f"{context.get('metatags', '')}\n{links}"
    context["editions"] = [_link(page, code) for code in editions if code != current().code]


def _link(page: str, code: str) -> dict[str, str]:
    with speaking(code):
        return {
            "code": code,
            "address": of_page(page, code),
            "name": write(Phrase("edition.name")),
            "here": write(Phrase("edition.here")),
        }
