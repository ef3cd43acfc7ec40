"""The words that the scripts of a page say, in the page: in the language of the edition.

Each script of the book adds something to what some pages hold, and says it by keys (see
:mod:`bassin.show.scripted`). Those pages have, in one JSON, what the language has for the keys; the
script that reads it is written beside the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from bassin.book.nodes.ledger import LedgerData
from bassin.show.scripted import SPEAKER, script_json, words_of

#: Identifier of the JSON.
HELD = "bassin-words"
#: Class of the tables whose rows are searched, and of the box in which citations are chosen.
SEARCHED, CITED = "bassin-searched", "bassin-cite"
#: Rank of the script that speaks for the others among the scripts of a page: before them.
FIRST = 700


def set_beside(app: Sphinx, config: Config) -> None:
    """Have the script that speaks for the others written beside them, and loaded before."""
    package, name = SPEAKER
    path = files(package).joinpath(*name.split("/"))
    config.html_static_path = [*config.html_static_path, str(path)]
    app.add_js_file(Path(name).name, priority=FIRST, defer="defer")


def hand_words(
    app: Sphinx, _page: str, _template: str, _context: dict[str, Any], tree: nodes.document | None
) -> None:
    """Write into a page the words of the scripts that add something to it, if one does."""
    if tree is None:
        return
    words: dict[str, Any] = {}
    for script in _of_use_to(tree):
        for path in _found(app, script):
            words |= words_of(path.read_text(encoding="utf-8"))
    if words:
        body = script_json(words)
        app.add_js_file(None, body=body, type="application/json", id=HELD)


def _of_use_to(tree: nodes.document) -> Iterator[str]:
    """Scripts that add something to a page."""
    if any(tree.findall(LedgerData)):
        yield "ledger.js"
    if any(SEARCHED in node["classes"] for node in tree.findall(nodes.table)):
        yield "tables.js"
    if any(CITED in node["classes"] for node in tree.findall(nodes.container)):
        yield "cite.js"


def _found(app: Sphinx, script: str) -> Iterator[Path]:
    """A script of the book, where it has it: beside its pages or the library."""
    for folder in app.config.html_static_path:
        path = Path(app.confdir, folder, script)
        if path.is_file():
            yield path
