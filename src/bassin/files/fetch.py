"""Takes a raw file from its publisher, and puts it in its place once it is the one listed.

Whatever goes wrong, what was there stays byte for byte. The standard library does it: pooch, which
the field uses, checks a hash too, but keeps no deadline for a whole transfer, tells neither a page
nor a cut reply from another edition, and leaves none of them for :mod:`bassin.read.editions`.
"""

from __future__ import annotations

import http.client
import os
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

from bassin.errors import ChoiceError, SourceError
from bassin.files import rows
from bassin.files.manifest import RAW
from bassin.files.sources import Sources

#: Addresses of files, beside the manifest; of those alone that are known for certain.
ADDRESSES = "addresses.csv"
HEADER = ["file", "address"]
#: Where a file lies until it is whole, and another edition until it is accepted.
FETCHED = ".fetched"
#: Seconds to wait for a server to say anything, and for a whole file.
WAIT_S, WHOLE_S = 20.0, 600.0
#: A body longer than this many times the file that is listed, and so many bytes, is none of it.
TIMES, MORE = 10, 10_000_000
_BLOCK = 1 << 16
_SCHEMES = ("http://", "https://")
_STAYS = "What was there stays as it was."


class FetchError(SourceError):
    """A file could not be fetched; the message says why and what to do."""


def addresses(sources: Sources) -> dict[str, str]:
    """Address of each file that has one, by its path in the manifest; none without the list.

    Raises
    ------
    SourceError
        If a row is no file of the manifest and its address.
    """
    path = sources.root / ADDRESSES
    if not path.is_file():
        return {}
    header, *table = rows.read(path.read_text(encoding="utf-8"))
    if header != HEADER:
        raise SourceError(f"{path}: the header is {header}. Write {', '.join(HEADER)}.")
    for row in table:
        if len(row) != 2 or row[0] not in sources or not row[1].startswith(_SCHEMES):
            raise SourceError(
                f"{path}, row {row[:1]}: write a listed file and its address, http or https."
            )
    return dict(table)


def chosen_files(sources: Sources, files: list[str]) -> dict[str, str]:
    """Address of each of some files; of all that have one where none is named.

    Raises
    ------
    ChoiceError
        If one is not listed, or has no address; the message says where it was found.
    """
    known = addresses(sources)
    for file in files:
        about = sources.describe(file)
        if file not in known:
            where = "; ".join(one for one in (about["page"], about["obtained_from"]) if one)
            raise ChoiceError(
                f"{file}: no address of it is known that gives the file itself. Take it from where "
                f"it was found ({where}) and put it under {sources.root / RAW}.",
                tuple(known),
            )
    return {file: known[file] for file in files or known}


def is_there(sources: Sources, file: str) -> bool:
    """Whether a file is in its place, and the one that is listed."""
    path = sources.root / RAW / file
    return path.is_file() and sha256(path.read_bytes()).hexdigest() == _listed(sources, file)[0]


def fetch(
    sources: Sources, file: str, address: str, *, wait_s: float = WAIT_S, whole_s: float = WHOLE_S
) -> None:
    """Take a file from an address and put it in its place.

    Parameters
    ----------
    sources : Sources
    file : str
        Its path in the manifest, which says its size and hash.
    address : str
    wait_s : float
        Seconds that the server may say nothing.
    whole_s : float
        Seconds for the whole file.

    Raises
    ------
    FetchError
        If what comes is not the file that is listed, or nothing comes. The file that was there is
        untouched; another edition is left in :data:`FETCHED`, to be accepted or deleted.
    """
    folder = sources.root / FETCHED
    part = folder / f"{os.getpid()}.part"
    until = time.monotonic() + whole_s
    try:
        with _told(file, address):
            folder.mkdir(exist_ok=True)
            digest = _save(sources, file, address, part, wait_s, until)
            _refuse_other(sources, file, address, part, digest)
            target = sources.root / RAW / file
            target.parent.mkdir(parents=True, exist_ok=True)
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)
        with suppress(OSError):  # another edition lies there, or another process writes
            folder.rmdir()


def _save(
    sources: Sources, file: str, address: str, part: Path, wait_s: float, until: float
) -> str:
    """Write what an address gives, block by block; returns its hash."""
    most = TIMES * _listed(sources, file)[1] + MORE
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "identity"})
    digest, size = sha256(), 0
    with urllib.request.urlopen(asked, timeout=wait_s) as reply, part.open("wb") as out:
        _refuse_page(file, address, reply)
        while block := reply.read1(_BLOCK):
            size += len(block)
            if time.monotonic() > until:
                raise TimeoutError("the whole file did not come in time")
            if size > most:
                _refuse(file, f"{address} gives more than {most:,d} bytes", "Look at the address.")
            digest.update(block)
            out.write(block)
        out.flush()
        os.fsync(out.fileno())
        promised = reply.headers.get("Content-Length", "")
    if promised.isdecimal() and size != int(promised):
        _refuse(
            file,
            f"the reply was cut: {size:,d} bytes of {int(promised):,d} came",
            "Run the command again.",
        )
    return digest.hexdigest()


def _refuse_page(file: str, address: str, reply: http.client.HTTPResponse) -> None:
    """Refuse a page where a file is due, and bytes that are packed otherwise than listed."""
    kind = reply.headers.get_content_type()
    if kind in ("text/html", "application/xhtml+xml") and not file.endswith((".html", ".htm")):
        _refuse(
            file,
            f"{address} gives a page ({kind}) and no file",
            "Open it in a browser: the file may have moved, or want a consent.",
        )
    packed = reply.headers.get("Content-Encoding", "identity")
    if packed != "identity":
        _refuse(file, f"the server packs it ({packed})", "Take it with a browser.")


def _refuse_other(sources: Sources, file: str, address: str, part: Path, digest: str) -> None:
    """Refuse another file than the one listed; it is kept, to be accepted, unless it is a page."""
    listed, size = _listed(sources, file)
    if digest == listed:
        return
    with part.open("rb") as opened:
        start = opened.read(512).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        _refuse(
            file,
            f"{address} gives a page and no file",
            "Open it in a browser: the file may have moved, or want a consent.",
        )
    copy = part.with_name(Path(file).name)
    came = part.stat().st_size
    part.replace(copy)
    _refuse(
        file,
        f"the publisher gives another edition: {came:,d} bytes, SHA-256 {digest}, where "
        f"{size:,d} bytes, SHA-256 {listed} are listed",
        f"It lies in {copy}: see what changes with `bassin accept {file} {copy}`.",
    )


@contextmanager
def _told(file: str, address: str) -> Iterator[None]:
    """Say what a transfer fails by, and what to do."""
    try:
        yield
    except FetchError:
        raise
    except urllib.error.HTTPError as error:
        error.close()
        _refuse(file, f"{address} answers {error.code} ({_line(error.reason)})", _cure(error.code))
    except (TimeoutError, urllib.error.URLError, http.client.HTTPException) as error:
        why = _line(getattr(error, "reason", None) or error or type(error).__name__)
        _refuse(
            file,
            f"nothing whole came from {address} ({why})",
            "See that there is a connection, and run the command again.",
        )
    except ConnectionError as error:
        _refuse(file, f"{address} broke off ({_line(error)})", "Run the command again.")
    except OSError as error:
        _refuse(file, f"it could not be written ({_line(error)})", "Make room, and run it again.")


def _cure(code: int) -> str:
    """What to do about an answer that is none."""
    if code >= 500:
        return "The server is at fault: try again later."
    if 300 <= code < 400:
        return "The address leads in a circle or nowhere: look at it in a browser."
    return f"Look for the file on the publisher's page, and mend its row of {ADDRESSES}."


def _refuse(file: str, why: str, cure: str) -> NoReturn:
    raise FetchError(f"{file}: {why}. {_STAYS} {cure}")


def _line(said: object) -> str:
    """What another machine says, on one line."""
    return " ".join(str(said).split())


def _listed(sources: Sources, file: str) -> tuple[str, int]:
    """Hash and size of a file, as the manifest has them."""
    row = sources.describe(file)
    return str(row["sha256"]), int(row["bytes"])
