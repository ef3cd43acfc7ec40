"""What a figure, map or table cites: for its foot, and the files it names."""

from __future__ import annotations

from collections.abc import Iterable

from bassin.markup import Markdown, escape
from bassin.phrase import Name, Phrase, Text


class Citation:
    """Markup that knows the raw files it names.

    Joined by ``+`` to text, markup or another citation, it stays one that knows the files of all.
    It is no text yet, as some of it is said in the language of the edition:
    :func:`bassin.show.exhibit.cited` writes it. ``str`` or an f-string of it is refused.

    Parameters
    ----------
    *parts : str or Phrase
        In order: MyST inline markdown, codes as a :class:`~bassin.phrase.Name`, texts of data as a
        :class:`~bassin.phrase.Text`, phrases.
    files : iterable of str
        Paths relative to ``data/raw``; one that comes again is named once.

    Examples
    --------
    >>> both = Citation("*COG*", files=["a.csv"]) + "; " + Citation("*RP*", files=["b.csv"])
    >>> both, both.files
    (Citation('*COG*', '; ', '*RP*'), ('a.csv', 'b.csv'))
    """

    def __init__(self, *parts: str | Phrase, files: Iterable[str] = ()) -> None:
        self.parts = tuple(
            one if isinstance(one, (Name, Text, Phrase)) else Markdown(one) for one in parts
        )
        self.files = tuple(dict.fromkeys(files))

    def __add__(self, other: str | Citation) -> Citation:
        if isinstance(other, Citation):
            return Citation(*self.parts, *other.parts, files=[*self.files, *other.files])
        return Citation(*self.parts, escape(other), files=self.files)

    def __radd__(self, other: str) -> Citation:
        return Citation(escape(other), *self.parts, files=self.files)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Citation):
            return NotImplemented
        return (self.parts, self.files) == (other.parts, other.files)

    def __hash__(self) -> int:
        return hash((self.parts, self.files))

    def __repr__(self) -> str:
        parts = (part if isinstance(part, Phrase) else str(part) for part in self.parts)
        return f"Citation({', '.join(map(repr, parts))})"

    def __str__(self) -> str:
        raise TypeError(
            f"{self!r} in an f-string would lose its files and show its asterisks: join with `+`"
        )


#: What the foot of an exhibit may be made from.
Source = str | Citation


def files_of(source: Source) -> tuple[str, ...]:
    """Files that a source names; none where it is no citation.

    Examples
    --------
    >>> files_of(Citation("*COG*", files=["a.csv"])), files_of("the study")
    (('a.csv',), ())
    """
    return source.files if isinstance(source, Citation) else ()
