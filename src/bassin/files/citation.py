"""What a figure, map or table cites: markup for its foot, and the files it names."""

from __future__ import annotations

from collections.abc import Iterable

from bassin.markup import Markdown, escape


class Citation(Markdown):
    """Markdown that knows the raw files it names.

    Joined by ``+`` to text, markup or another citation, it stays one that knows the files of all.
    A format or an f-string, which would make plain text of it and lose its files, is refused.

    Parameters
    ----------
    text : str
        MyST inline markdown.
    files : iterable of str
        Paths relative to ``data/raw``; one that comes again is named once.

    Examples
    --------
    >>> both = Citation("*COG*", ["a.csv"]) + "; " + Citation("*RP*", ["b.csv", "a.csv"])
    >>> both, both.files
    (Citation('*COG*; *RP*'), ('a.csv', 'b.csv'))
    """

    files: tuple[str, ...]

    def __new__(cls, text: str, files: Iterable[str] = ()) -> Citation:  # noqa: D102
        made = super().__new__(cls, text)
        made.files = tuple(dict.fromkeys(files))
        return made

    def __add__(self, other: str) -> Citation:
        return Citation(str.__add__(self, escape(other)), [*self.files, *files_of(other)])

    def __radd__(self, other: str) -> Citation:
        return Citation(str.__add__(escape(other), self), [*files_of(other), *self.files])

    def __format__(self, spec: str) -> str:
        raise TypeError(
            f"{self!r} in an f-string would lose its files and show its asterisks: join with `+`"
        )


def files_of(source: str) -> tuple[str, ...]:
    """Files that a source names; none where it is no citation.

    Examples
    --------
    >>> files_of(Citation("*COG*", ["a.csv"])), files_of("the study")
    (('a.csv',), ())
    """
    return source.files if isinstance(source, Citation) else ()
