"""From the manifest to verified bytes: the only module that knows where raw files lie.

``data/sources.csv`` has one row a file: its hash, publisher, period, licence, and where it came
from. A file is read through :meth:`Sources.read`, which hashes the very bytes it returns. There is
no way to parse a file that is not the one listed.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import pandas as pd

from bassin.errors import MissingFileError, SourceError
from bassin.files import anchors, together, trace
from bassin.files.anchors import Anchor
from bassin.files.citation import Citation
from bassin.files.containers import refuse_another
from bassin.files.faults import Fault, content
from bassin.files.manifest import MANIFEST, RAW, TYPED, load, refuse_rows
from bassin.files.named import Listed, joined
from bassin.files.root import project_root
from bassin.files.transcribed import FOLDERS, folder_of, is_transcription
from bassin.phrase import Name, Phrase

#: What a citation says of a file of a status.
_SAID = {TYPED: Name("typed_by_hand"), "derived": Name("derived_by_a_third_party")}
#: How the licence of a file begins that asks for what is made from it to be shared alike.
SHARE_ALIKE = "ODbL"


def sha256(data: bytes) -> str:
    """Hexadecimal SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


class Sources:
    """The raw files of a ``data/`` folder, each checked against the manifest when it is read.

    Parameters
    ----------
    root : Path, optional
        The folder with ``sources.csv`` and ``raw/``; that of the current project by default.
    """

    def __init__(self, root: Path | None = None) -> None:
        self.root = Path(root) if root is not None else project_root() / "data"
        self.kept = trace.Keep()  # tables that readers read once
        self.listed_as: bytes | None = None  # the manifest as it was read
        self._copies: dict[str, Path] = {}
        self._counted: dict[str, int] = {}
        self._anchors: dict[str, Anchor | None] = {}
        self._editions: dict[str, trace.Edition] = {}
        self._by_dataset: tuple[pd.DataFrame | None, dict[str, list[tuple[str, str]]]] = (None, {})

    def __repr__(self) -> str:
        return f"Sources({str(self.root)!r})"

    @cached_property
    def manifest(self) -> pd.DataFrame:
        """The manifest, indexed by ``file``; every column text, ``""`` where empty.

        A file that was being accepted when its process was killed is put in its place first.
        """
        together.finish(self.root)
        if (self.root / MANIFEST).is_file():
            self.listed_as = (self.root / MANIFEST).read_bytes()
        return load(self.root / MANIFEST)

    @property
    def by_dataset(self) -> Mapping[str, list[tuple[str, str]]]:
        """Vintage and file of each row of the manifest, by dataset; made once of a manifest."""
        listed = self.manifest
        if self._by_dataset[0] is not listed:
            found: dict[str, list[tuple[str, str]]] = {}
            columns = (listed[name].tolist() for name in ("dataset", "vintage"))
            for file, dataset, vintage in zip(listed.index.tolist(), *columns, strict=True):
                found.setdefault(dataset, []).append((vintage, file))
            self._by_dataset = (listed, found)
        return self._by_dataset[1]

    @property
    def replaces(self) -> bool:
        """Whether a copy is read in place of some file, or beside them."""
        return bool(self._copies)

    def __contains__(self, file: str) -> bool:
        """Whether a file is listed; one that is, and is gone, is an error when it is read."""
        return file in self.manifest.index

    def beside(self, row: Mapping[str, str], copy: Path) -> Sources:
        """These files and one more, which is not listed yet and is read from where it is.

        Parameters
        ----------
        row : mapping
            Of the manifest, as :data:`~bassin.files.manifest.COLUMNS`.
        copy : Path

        Raises
        ------
        SourceError
            If the manifest may have no such row.
        """
        table = self.manifest.reset_index()
        same = table.index[table["dataset"] == row["dataset"]]
        after = int(same[-1]) + 1 if len(same) else len(table)
        parts = [table.iloc[:after], pd.DataFrame([dict(row)]), table.iloc[after:]]
        listed = pd.concat(parts, ignore_index=True)
        refuse_rows(self.root / MANIFEST, listed)
        other = Sources(self.root)
        other.__dict__["manifest"] = listed.set_index("file")
        other._copies[row["file"]] = copy
        return other

    def describe(self, file: str) -> pd.Series:
        """The manifest's row for one file.

        Raises
        ------
        SourceError
            If the file is not listed; the message gives the nearest names.
        """
        if file not in self.manifest.index:
            from difflib import get_close_matches

            near = get_close_matches(file, self.manifest.index, n=3, cutoff=0.4)
            hint = f" Nearest: {', '.join(near)}." if near else ""
            raise SourceError(f"{file} is not listed in {self.root / MANIFEST}.{hint}")
        return self.manifest.loc[file]

    def rows(self, file: str, found: int | None = None) -> int | None:
        """Number of rows the reader of this file must return, ``None`` where not recorded.

        Of a copy in its place there is none; how many its reader found is kept for
        :meth:`counted`.
        """
        if file in self._copies:
            if found is not None:
                self._counted[file] = found
            return None
        stated = self.describe(file)["rows"]
        return int(stated) if stated else None

    def counted(self, file: str) -> int | None:
        """Rows that its reader found in the copy in place of a file; ``None`` if it tells none."""
        return self._counted.get(file)

    def read(self, file: str) -> bytes:
        """Return the bytes of a raw file, hashed before they are handed over.

        Parameters
        ----------
        file : str
            Path relative to ``data/raw``, as in the manifest.

        Raises
        ------
        MissingFileError
            If the file is listed, and absent.
        SourceError
            If it is not listed, or its SHA-256 is not the one listed.
        DataError
            If it is not of the kind that its name says.
        """
        listed = self.describe(file)
        self._opened(file)
        if file in self._copies:
            data = self._copies[file].read_bytes()
            refuse_another(file, data)
            return data
        path = self.root / RAW / file
        if not path.is_file():
            raise MissingFileError(
                f"{file}: listed in {MANIFEST} but absent from {path.parent}. "
                "Restore it with `git checkout`, or fetch it again (see data/README.md)."
            )
        data = path.read_bytes()
        found = sha256(data)
        if found != listed["sha256"]:
            raise SourceError(
                f"{file}: expected sha256 {listed['sha256']} ({listed['bytes']} bytes), "
                f"found {found} ({len(data)} bytes). The file was changed after it was listed. "
                "Restore it with `git checkout`, or, if it is a newer edition, list it anew "
                "(see data/README.md)."
            )
        refuse_another(file, data)
        return data

    def not_accepted(self, file: str) -> Anchor | None:
        """Anchors of a file that was replaced since they were written.

        ``None`` where the file is the one they were written for, where a copy is read in its place
        on purpose, and where it has no anchors: a file that is new here.
        """
        held = self.anchors_of(file)
        same = held is None or held["sha256"] == self.describe(file)["sha256"]
        return None if same else held

    def anchors_of(self, file: str) -> Anchor | None:
        """Anchors of a file; ``None`` where it has none, or a copy is read in its place."""
        if file in self._copies:
            return None
        if file not in self._anchors:
            self._anchors[file] = anchors.read(self.root, file)
        return self._anchors[file]

    @contextmanager
    def replaced(self, file: str, copy: Path) -> Iterator[None]:
        """Read a changed copy in place of one file, for as long as the block runs.

        The one way round the hash and the recorded number of rows, for this file alone: whatever
        else its reader asks of it still holds. Values that rest on the file are computed anew
        inside the block, and again after it.

        Parameters
        ----------
        file : str
            Path relative to ``data/raw``, as in the manifest; of a transcription, to ``data``.
        copy : Path
            A file of the same format.

        Raises
        ------
        SourceError
            If the file is not listed, or there is no such copy.
        """
        if is_transcription(file):
            self._transcribed(file)
        else:
            self.describe(file)
        if not copy.is_file():
            raise SourceError(f"{copy}: no such file. Give a changed copy of {file}.")
        self._copies[file] = copy
        self._outdate(file)
        try:
            yield
        finally:
            del self._copies[file]
            self._outdate(file)

    @contextmanager
    def relisted(self, file: str, cells: Mapping[str, str]) -> Iterator[None]:
        """Have a file be of another dataset or vintage, for as long as the block runs.

        A file that grows by a year is of a later vintage than that which it replaces, and its
        columns are held against it.

        Parameters
        ----------
        file : str
            Path in the manifest.
        cells : mapping
            Column of the manifest to its text.

        Raises
        ------
        SourceError
            If the manifest may have no such cell.
        """
        self.describe(file)
        before, listed = self.manifest, self.manifest.copy()
        listed.loc[file, [*cells]] = [*cells.values()]
        refuse_rows(self.root / MANIFEST, listed.reset_index())
        self.__dict__["manifest"] = listed
        self._outdate(file)
        try:
            yield
        finally:
            self.__dict__["manifest"] = before
            self._outdate(file)

    def _opened(self, file: str) -> None:
        """Say to whoever records that a file is being read."""
        if file not in self._editions:
            self._editions[file] = trace.Edition(file, listed=self.listed(file))
        trace.opened(self._editions[file])

    def listed(self, file: str) -> Listed | None:
        """How a raw file is named wherever something made from it is shown.

        ``None`` of a transcription, whose lines an author gives.
        """
        if is_transcription(file):
            return None
        row = self.describe(file)
        return Listed(
            file,
            publisher=row["publisher"],
            title=row["title"],
            period=row["period"],
            made=_SAID.get(row["status"]),
            shared_alike=SHARE_ALIKE if row["licence"].startswith(SHARE_ALIKE) else "",
        )

    def _outdate(self, file: str) -> None:
        """Have the values that rest on a file computed anew."""
        if file in self._editions:
            self._editions.pop(file).outdated = True

    def open(self, file: str) -> io.BytesIO:
        """Return the verified bytes of a raw file as a binary stream."""
        return io.BytesIO(self.read(file))

    def transcription(self, file: str) -> bytes:
        """Return the bytes of a file that was typed in, by its path in ``data``.

        Raises
        ------
        MissingFileError
            If there is no such file.
        DataError
            If it is not of the kind that its name says.
        """
        path = self._copies.get(file) or self._transcribed(file)
        self._opened(file)
        data = path.read_bytes()
        refuse_another(file, data)
        return data

    def _transcribed(self, file: str) -> Path:
        path = self.root / file  # told by its name: the folder may hold links
        folder = self.root / folder_of(file)
        if folder == self.root:
            raise SourceError(f"{file} is in none of {', '.join(FOLDERS)}. Give its path in data.")
        if ".." in path.parts or not path.is_relative_to(folder):
            raise SourceError(f"{file} is no file of {folder}. Give its name there.")
        if not path.is_file():
            raise MissingFileError(f"{file}: no such file in {self.root}. Restore it from git.")
        return path

    def cite(self, *files: str) -> Citation:
        """Name the publisher, title and period of some files, for the foot of a figure.

        A file that was typed by hand or that a third party computed says so, and one whose licence
        asks for what is made from it to be shared alike. Joined by ``+`` to other text it keeps
        its files; an f-string is refused.

        Examples
        --------
        >>> Sources().cite("insee/v_region_2023.csv")  # doctest: +SKIP
        Citation('INSEE', ', ', '*', 'COG 2023: regions', '*', ' (', '2023-01-01', ')')
        """
        if not files:
            raise SourceError("there is nothing to cite: name the files.")
        listed = (self.listed(file) for file in files)
        return joined(one.cited for one in listed if one is not None)

    def verify(self) -> list[Fault]:
        """Compare ``data/raw`` with the manifest, file by file.

        Returns
        -------
        list of Fault
            Absent files, changed files, unlisted files; files without anchors, or with those of
            another edition, in a folder that keeps some. Empty when all is well.
        """
        faults: list[Fault] = []
        raw = self.root / RAW
        for file, row in self.manifest.iterrows():
            path = raw / str(file)
            expected = content(row["sha256"], row["bytes"])
            if not path.is_file():
                cure = Phrase("files.fetch_again")
                faults.append(Fault(str(file), expected, Phrase("files.absent"), cure))
                continue
            data = path.read_bytes()
            found = content(sha256(data), str(len(data)))
            if found != expected:
                faults.append(Fault(str(file), expected, found, Phrase("files.list_anew")))
        present = {p.relative_to(raw).as_posix() for p in raw.rglob("*") if p.is_file()}
        row_of, nothing = Phrase("files.row", manifest=MANIFEST), Phrase("files.nothing")
        faults += [
            Fault(file, row_of, nothing, Phrase("files.list"))
            for file in sorted(present - set(self.manifest.index))
        ]
        return faults + self._unanchored()

    def _unanchored(self) -> list[Fault]:
        """Files without anchors, or with those of another edition, in a folder that keeps some."""
        if not (self.root / anchors.ANCHORS).is_dir():
            return []
        faults = []
        for file, listed in self.manifest["sha256"].items():
            held = anchors.read(self.root, str(file))
            of = Phrase("files.anchors", digest=listed)
            if held is None:
                cure = Phrase("files.anchor", file=str(file))
                faults.append(Fault(str(file), of, Phrase("files.nothing"), cure))
            elif held["sha256"] != listed:
                found = Phrase("files.anchors", digest=held["sha256"])
                cure = Phrase("files.accept", file=str(file))
                faults.append(Fault(str(file), of, found, cure))
        return faults
