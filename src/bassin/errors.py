"""The errors of the package: each says what is wrong, where, and what to do."""

from __future__ import annotations

from bassin.phrase import Phrase


class BassinError(Exception):
    """Base of every error raised on purpose by this package."""


class SourceError(BassinError):
    """A raw file is absent, unlisted, or not the one whose hash is in the manifest."""


class MissingFileError(SourceError):
    """A file that is listed, or a transcription, is absent: what does not need it may go on."""


class DataError(BassinError):
    """A raw file holds something its publisher's format does not allow.

    Parameters
    ----------
    file : str
        Path of the raw file, relative to ``data/raw``.
    what : str
        What is wrong, in one clause.
    column, row : optional
        Where. ``row`` is the index label (a code) or the line, whichever tells a reader more.
    cure : str, optional
        What to do about it.
    """

    def __init__(
        self,
        file: str,
        what: str,
        *,
        column: str | None = None,
        row: object | None = None,
        cure: str | None = None,
    ) -> None:
        self.file, self.what, self.column, self.row, self.cure = file, what, column, row, cure
        where = [file]
        if column is not None:
            where.append(f"column {column!r}")
        if row is not None:
            where.append(f"row {row!r}")
        message = f"{', '.join(where)}: {what}"
        super().__init__(f"{message}. {cure}" if cure else message)


class ChoiceError(BassinError, ValueError):
    """What was asked for is none of the choices: a year, a profession, an indicator.

    Parameters
    ----------
    message : str
    choices : tuple, optional
        What can be asked for, the nearest first.
    told : Phrase, optional
        The same for the reader of a page that lacks it, in any language.
    """

    def __init__(
        self, message: str, choices: tuple[object, ...] = (), *, told: Phrase | None = None
    ) -> None:
        self.choices, self.told = choices, told
        super().__init__(message)


class TerritoryError(ChoiceError):
    """No territory goes by this code, or it cannot answer what is asked."""


class PassageError(BassinError, ValueError):
    """A table cannot be carried from one geography to another without inventing numbers."""


class ShowError(BassinError, ValueError):
    """A table cannot be shown as it is: it is empty, lacks a column, or denies its own status."""


class AccessError(BassinError, ValueError):
    """Places, times, supply or demand from which no access can be computed."""


class NotExecutedError(BassinError):
    """What the chapters show is asked for, and they are not executed, or have changed since."""


class BuildError(BassinError):
    """The book could not be built; the message lists every fault of the step that failed."""
