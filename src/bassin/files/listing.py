"""What the files are and where they come from, as tables that a page can show."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pandas as pd

from bassin.errors import SourceError
from bassin.files.manifest import STATUSES, TYPED
from bassin.files.sources import Sources
from bassin.files.transcribed import FOLDERS

#: One row a file that was typed in: what it holds, and from where.
TRANSCRIPTIONS = "transcriptions.csv"

#: Origin of a file of these that was not typed.
COMPUTED = "computed"

#: Licences of the manifest that are known from the publisher alone.
USUAL = " - the publisher's usual licence, not stated where the copy was found"


@dataclass(frozen=True)
class Listing:
    """The raw files and the transcriptions of a project.

    Attributes
    ----------
    raw : DataFrame
        The manifest, as :attr:`bassin.files.sources.Sources.manifest`.
    typed : DataFrame
        Index ``file`` (path in ``data``); ``origin`` (``the study``, ``a law``, ``other pages``,
        ``this book``, or ``computed`` for what was not typed), ``holds``
        (what is in it), ``rows`` (their number).
    """

    raw: pd.DataFrame
    typed: pd.DataFrame

    @classmethod
    def of(cls, sources: Sources) -> Listing:
        """List the files of a ``data/`` folder.

        Raises
        ------
        SourceError
            If one of these files is not described, or one described is not there.
        """
        return cls(sources.manifest, _typed(sources))

    @property
    def statuses(self) -> pd.Series[int]:
        """Number of raw files of each status, in the order of their list."""
        return _counted(self.raw["status"]).reindex(STATUSES, fill_value=0)

    @property
    def hosts(self) -> pd.Series[int]:
        """Number of copies by the host they were found on, the most first; those typed are none."""
        found = self.raw.loc[self.raw["status"] != TYPED, "obtained_from"]
        return _counted(found.str.split().str[0])

    @property
    def counted(self) -> dict[str, int]:
        """How many files there are of some kinds.

        Returns
        -------
        dict
            ``all`` raw files; of these ``licence_stated`` (where the copy was found),
            ``without_page`` (no official page is recorded); ``transcribed``: files of
            the others that were typed, not computed.
        """
        return {
            "all": len(self.raw),
            "licence_stated": int((~self.raw["licence"].str.endswith(USUAL)).sum()),
            "without_page": int((self.raw["page"] == "").sum()),
            "transcribed": int((self.typed["origin"] != COMPUTED).sum()),
        }

    @property
    def copied_by_hand(self) -> pd.DataFrame:
        """Raw files that were copied row by row by hand: ``title`` and ``notes``."""
        return self.raw.loc[self.raw["status"] == TYPED, ["title", "notes"]]

    @property
    def by_folder(self) -> pd.DataFrame:
        """Number of raw files by folder, the fullest last, one column a status."""
        folders = self.raw.index.str.partition("/").get_level_values(0).rename("folder")
        table = pd.crosstab(folders, self.raw["status"].to_numpy())
        table = table.reindex(columns=list(STATUSES), fill_value=0)
        return table.loc[table.sum(axis=1).sort_values(kind="stable").index]

    @property
    def shown(self) -> pd.DataFrame:
        """The raw files for a reader, in the order of their paths.

        Returns
        -------
        DataFrame
            Index ``publisher`` and ``title``; ``period``, ``status``, ``licence``, ``usual``
            (bool: the licence is known from the publisher's habit alone), ``obtained_from``,
            ``page``, ``file``. What the manifest leaves empty is missing.
        """
        table = self.raw.sort_index().reset_index()
        table["usual"] = table["licence"].str.endswith(USUAL)
        table["licence"] = table["licence"].str.removesuffix(USUAL)
        columns = ["period", "status", "licence", "usual", "obtained_from", "page", "file"]
        return table.set_index(["publisher", "title"])[columns].replace({"": None})


def _counted(values: pd.Series[str]) -> pd.Series[int]:
    # Those that come as often stay in the order of their first.
    counts = values.groupby(values, sort=False).size()
    return counts.sort_values(ascending=False, kind="stable")


def _typed(sources: Sources) -> pd.DataFrame:
    path = sources.root / TRANSCRIPTIONS
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False).set_index("file")
    except FileNotFoundError as error:
        raise SourceError(
            f"{path} is missing: it says what each transcription holds. Restore it from git."
        ) from error
    files = (file for folder in FOLDERS for file in (sources.root / folder).rglob("*.csv"))
    present = {file.relative_to(sources.root).as_posix() for file in files}
    apart = sorted(present ^ set(table.index))
    if apart:
        raise SourceError(
            f"{path}: {', '.join(apart)} is in {' or '.join(FOLDERS)} or in this list, not in "
            "both. Add its row, or take it away."
        )
    tables = (io.BytesIO(sources.transcription(file)) for file in table.index)
    return table.assign(rows=[len(pd.read_csv(stream, dtype=str)) for stream in tables])
