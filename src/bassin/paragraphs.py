"""Paragraphs of a page of MyST Markdown: what a translator is given, one at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_FENCE = re.compile(r"^(`{3,}|~{3,})(.*)$")
#: Markup that is no prose: roles, targets, fences of directives and their options, rules of tables.
_MARKUP = re.compile(
    r"\{[\w:-]+\}`[^`]*`|^\([\w-]+\)=$|^:::+.*?(?=\s|$)(\{[\w:-]+\})?|^:[\w-]+:.*$|\]\([^)]*\)"
    r"|\{#[\w-]+\}|^`{3,}\S*|`[^`]*`",
    re.MULTILINE,
)
_HEADING = re.compile(r"^#+ +(.+?)\s*$", re.MULTILINE)


def parts(text: str) -> Iterator[tuple[str, bool]]:
    r"""A page in parts that make it whole again: paragraphs to translate, and the rest.

    A block of code, and a paragraph that is markup alone, are among the rest.

    Parameters
    ----------
    text : str
        Of MyST Markdown.

    Yields
    ------
    tuple of str and bool
        A part, and whether it is a paragraph to translate.

    Examples
    --------
    >>> list(parts("# A title\n\nSome words,\nand more.\n"))
    [('# A title', True), ('\n\n', False), ('Some words,\nand more.', True), ('\n', False)]
    """
    block: list[str] = []
    fence = ""
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if fence:
            block.append(line)
            if bare == fence:
                fence = ""
            continue
        if found := _FENCE.match(bare):
            # The inside of a directive that holds prose is marked with colons in this book.
            fence = found.group(1)
        if bare:
            block.append(line)
        else:
            yield from _cut(block)
            block = []
            yield line, False
    yield from _cut(block)


def translated(text: str, say: Callable[[str], str]) -> str:
    r"""A page with each of its paragraphs put by a function into another language.

    Examples
    --------
    >>> translated("One.\n\nTwo.\n", str.upper)
    'ONE.\n\nTWO.\n'
    """
    return "".join(say(part) if prose else part for part, prose in parts(text))


def headings(text: str) -> list[str]:
    r"""The headings of a text of Markdown, of whatever depth.

    Examples
    --------
    >>> headings("## What it is\n\nA study.")
    ['What it is']
    """
    return _HEADING.findall(text)


def _cut(block: list[str]) -> Iterator[tuple[str, bool]]:
    if not block:
        return
    whole = "".join(block)
    text = whole.rstrip("\n")
    yield text, _is_prose(text)
    if end := whole[len(text) :]:
        yield end, False


def _is_prose(text: str) -> bool:
    first = _FENCE.match(text.strip().partition("\n")[0])
    if first and not first.group(2).lstrip().startswith("{"):
        return False
    if first and re.match(
        r"\s*\{(code|code-block|code-cell|bibliography|eval-rst|math)", first.group(2)
    ):
        return False
    return bool(re.search(r"[^\W\d_]{2,}", _MARKUP.sub(" ", text)))
