r"""Markup that an author wrote, told from text that is data by its type.

A caption, a source, a note is text: it is shown letter by letter, whatever it holds. Where an
author wants emphasis or a reference in one, it is written as :class:`Markdown`. Text joined to it
with ``+`` is escaped; an f-string makes plain text of both.

>>> Markdown("see {numref}`tab-jobs`; ") + "a_b *c* {{ d }}"
Markdown('see {numref}`tab-jobs`; a_b \\*c\\* \\{\\{ d }}')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce

# The characters that can begin or end something in MyST inline markdown, with every extension that
# the book has or may have. An underscore between letters or digits is one of the word's.
_SPECIAL = re.compile(r"[\\`*\[\]{<$~]|&(?=[#\w])|(?<![^\W_])_|_(?![^\W_])")
_BREAK = re.compile(r"\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


class Markdown(str):
    r"""MyST inline markdown, written by an author.

    Joined by ``+`` or :meth:`join` to a plain ``str``, it takes it in as text.

    Examples
    --------
    >>> "Jobs of R&D, " + Markdown("*INSEE*")
    Markdown('Jobs of R\\&D, *INSEE*')
    """

    __slots__ = ()

    def __add__(self, other: str) -> Markdown:
        if not isinstance(other, str):
            return NotImplemented
        return Markdown(str.__add__(self, escape(other)))

    def __radd__(self, other: str) -> Markdown:
        return Markdown(str.__add__(escape(other), self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({super().__repr__()})"

    def join(self, parts: Iterable[str]) -> Markdown:
        """Join parts by this one; those that are plain text are escaped.

        With a part that is more than text, such as a citation, the whole is what it makes of it.
        """
        escaped = [escape(part) if isinstance(part, str) else part for part in parts]
        return reduce(lambda left, right: left + self + right, escaped) if escaped else Markdown()


def escape(text: str) -> Markdown:
    r"""Write text as markdown that shows it as it is, on one line.

    Parameters
    ----------
    text : str
        Any text; :class:`Markdown` is returned as it is.

    Examples
    --------
    >>> print(escape("<b> $x$ `code` snake_case"))
    \<b> \$x\$ \`code\` snake_case
    """
    if isinstance(text, Markdown):
        return text
    return Markdown(_SPECIAL.sub(r"\\\g<0>", _BREAK.sub(" ", text)))
