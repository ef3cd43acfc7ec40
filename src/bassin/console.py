"""What an object is and can be asked for, in a few lines of a console or a notebook.

It is told by the class alone: nothing is computed and no file is read to show an object.
"""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from bassin.files.trace import cached_property

#: Columns of a console.
WIDTH = 88


def tables(kind: type, beyond: type = object) -> list[str]:
    """Public properties of a class, sorted, but those of a base.

    Examples
    --------
    >>> tables(range), tables(range, range)
    (['start', 'step', 'stop'], [])
    """
    return [name for name, one in _public(kind, beyond) if _is_table(one)]


def methods(kind: type, beyond: type = object) -> list[str]:
    """Public methods of a class with their parentheses, sorted, but those of a base.

    Examples
    --------
    >>> methods(range)
    ['count()', 'index()']
    """
    return [f"{name}()" for name, one in _public(kind, beyond) if inspect.isroutine(one)]


def summary(head: str, **listed: Iterable[str]) -> str:
    """A first line, and below it a list of names for each of what there is.

    Examples
    --------
    >>> print(summary("Topic()", tables=["total", "census"], methods=[]))
    Topic()
      tables: total, census
    """
    lines = [head]
    for what, names in listed.items():
        if told := ", ".join(names):
            lines.append(
                textwrap.fill(
                    f"{what}: {told}",
                    WIDTH,
                    initial_indent="  ",
                    subsequent_indent="    ",
                    break_long_words=False,
                    break_on_hyphens=False,
                )
            )
    return "\n".join(lines)


def sentence(one: object) -> str:
    """First sentence of a description; nothing where there is none.

    Examples
    --------
    >>> sentence(html)
    'A small table, of which every cell is text'
    """
    told = inspect.getdoc(one) or ""
    return " ".join(told.partition("\n\n")[0].split()).rstrip(".")


def html(head: str, rows: Iterable[Mapping[str, str]]) -> str:
    """A small table, of which every cell is text.

    Parameters
    ----------
    head : str
        What stands above it.
    rows : iterable of mapping
        A row each, by the names of the columns; at least one.

    Examples
    --------
    >>> html("<A>", [{"topic": "land & sea"}])
    '<p>&lt;A&gt;</p><table><tr><th>topic</th></tr><tr><td>land &amp; sea</td></tr></table>'
    """
    rows = list(rows)
    first = "".join(f"<th>{escape(name)}</th>" for name in rows[0])
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row.values()) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in (first, *cells))
    return f"<p>{escape(head)}</p><table>{body}</table>"


def _public(kind: type, beyond: type) -> Iterator[tuple[str, object]]:
    known = set(dir(beyond))
    for name in sorted(dir(kind)):
        if not name.startswith("_") and name not in known:
            yield name, inspect.getattr_static(kind, name)


def _is_table(one: object) -> bool:
    return isinstance(one, property | cached_property) or inspect.isdatadescriptor(one)
