"""What the chapters of one build work out once for all, each chapter in a process of its own.

A build names a folder in the environment of its chapters, empty at its start and gone at its end.
The first chapter that reads a table, judges a claim or fits a model leaves it there; another takes
it from there. What was made of files is taken once these are found to have the bytes that it was
made from, and rests on them as if it were made anew (:func:`shared`). What a function made of its
arguments alone is taken where they are the same to the last bit (:func:`worked_out`). Without a
folder, as in Jupyter, every process works for itself.
"""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, ParamSpec, TypeVar, cast

import numpy as np
import pandas as pd

from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.files.transcribed import is_transcription

P = ParamSpec("P")
T = TypeVar("T")

#: Name of the folder in the environment.
FOLDER = "BASSIN_TABLES"
#: Bytes of the digest that a file begins with.
_DIGEST = sha256().digest_size


def is_sharing() -> bool:
    """Whether a folder is named, from where another process may take what this one makes."""
    return bool(os.environ.get(FOLDER))


def shared(sources: Sources, call: str, make: Callable[[], T]) -> T:
    """What is made of files: taken from another process of the build that made it, or made now.

    Parameters
    ----------
    sources : Sources
    call : str
        What is made, and all that it is made of but the files; nothing else has this name.
    make : callable
        Never gives ``None``.

    Raises
    ------
    SourceError
        If one of its files is no longer the one listed.
    """
    found: T | None = taken(sources, call)
    if found is not None:
        return found
    with recording() as noted:
        made = make()
    left(sources, call, made, noted.files)
    return made


def worked_out(function: Callable[P, T], *args: P.args, **words: P.kwargs) -> T:
    """What a function gives, taken where another process of the build had it from the same.

    Parameters
    ----------
    function : callable
        Of the library, and of its arguments alone: it reads no file and draws nothing. Never gives
        ``None``.
    *args, **words
        Numbers, texts, arrays, tables, and dataclasses of them.
    """
    folder = os.environ.get(FOLDER)
    if not folder:
        return function(*args, **words)
    name = f"{function.__module__}.{function.__qualname__}"
    path = Path(folder) / _digest([name, *args, *sorted(words.items())])
    found = _read(path)
    if found is not None:
        return cast(T, found)
    made = function(*args, **words)
    _leave(path, made)
    return made


def taken(sources: Sources, call: str) -> Any:
    """What another process has left under the name of a call; ``None`` where none has.

    Whoever records rests on its files.

    Raises
    ------
    SourceError
        If one of its files is no longer the one listed.
    """
    path = _path(sources, call)
    if path is None:
        return None
    kept = _read(path)
    if kept is None:
        return None
    files, found = kept
    if _digests(sources, files) != files:
        return None
    for file in files:
        if not is_transcription(file):
            sources.kept.get(("held", file), lambda file=file: len(sources.read(file)))  # type: ignore[misc]
    return found


def left(sources: Sources, call: str, made: object, files: Iterable[str]) -> None:
    """Leave something for the other processes of the build, with the files that it rests on."""
    path = _path(sources, call)
    if path is not None:
        _leave(path, (_digests(sources, files), made))


def _read(path: Path) -> Any:
    """What was left in a file; ``None`` where there is none, or it is not as it was left.

    A folder that lasts from one build to the next may hold a file that a crash of the machine cut.
    """
    try:
        content = path.read_bytes()
    except OSError:
        return None
    left, held = content[:_DIGEST], content[_DIGEST:]
    return pickle.loads(held) if left == sha256(held).digest() else None


def _leave(path: Path, made: object) -> None:
    """Write a file whole behind its digest, so that none is read by half."""
    held = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    content = sha256(held).digest() + held
    # A build that ends takes its folder away; who is late has nobody to leave anything to.
    with suppress(OSError), NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
        file.close()
        Path(file.name).replace(path)


def _path(sources: Sources, call: str) -> Path | None:
    """Where the table of a call lies; of files that are read in place of others nowhere."""
    folder = os.environ.get(FOLDER)
    if not folder or sources.replaces:
        return None
    name = f"{sources.root.resolve()}\n{call}"
    return Path(folder) / sha256(name.encode()).hexdigest()


def _digests(sources: Sources, files: Iterable[str]) -> dict[str, str]:
    """SHA-256 of files: of raw ones the one listed, to which they are held when they are read."""
    return {
        file: sha256(sources.transcription(file)).hexdigest()
        if is_transcription(file)
        else str(sources.describe(file)["sha256"])
        for file in sorted(files)
    }


def _digest(value: object) -> str:
    """SHA-256 of a value, to its last bit, whatever the process that made it."""
    found = sha256()
    for part in _parts(value):
        found.update(len(part).to_bytes(8, "little"))
        found.update(part)
    return found.hexdigest()


def _parts(value: object) -> Iterator[bytes]:
    """Bytes that tell a value from any other: its type, and what it holds."""
    yield f"{type(value).__module__}.{type(value).__qualname__}".encode()
    if isinstance(value, pd.DataFrame):
        yield from _parts([value.index, value.columns, *(part for _, part in value.items())])
    elif isinstance(value, pd.Series):
        yield from _parts([value.name, value.index, str(value.dtype), value.array])
    elif isinstance(value, pd.MultiIndex):
        yield from _parts([*value.names, *map(value.get_level_values, range(value.nlevels))])
    elif isinstance(value, pd.Index):
        yield from _parts([value.name, str(value.dtype), value.array])
    elif isinstance(value, np.ndarray) and not value.dtype.hasobject:
        yield from (value.dtype.str.encode(), repr(value.shape).encode(), value.tobytes())
    elif isinstance(value, pd.api.extensions.ExtensionArray | np.ndarray):
        plain = value.to_numpy() if isinstance(value, pd.api.extensions.ExtensionArray) else value
        yield from [_pickled(plain.tolist())] if plain.dtype.hasobject else _parts(plain)
    elif is_dataclass(value):
        yield from _parts([getattr(value, field.name) for field in fields(value)])
    elif isinstance(value, list | tuple):
        yield len(value).to_bytes(8, "little")
        for one in value:
            yield from _parts(one)
    else:
        yield _pickled(value)


def _pickled(value: object) -> bytes:
    """Bytes of a plain value, that do not hang on which of its parts are one object."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(value)
    return stream.getvalue()
