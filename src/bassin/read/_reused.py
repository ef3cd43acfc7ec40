"""What every reader is: its tables are read once, and held against what was accepted.

Each public function of :mod:`bassin.read` that gives a table is a reader. They are found here, with
the arguments they can be called with: what takes a new edition in, and what spoils the files to see
whether anybody notices, asks for all of them.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import wraps
from itertools import product
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast, overload

import pandas as pd

from bassin.choices import chosen
from bassin.errors import DataError
from bassin.files import anchors, departures
from bassin.files.shared import left, taken
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.files.transcribed import is_transcription
from bassin.read._accounts import balance
from bassin.read._agreements import agree
from bassin.read._holds import hold

P = ParamSpec("P")
Table = TypeVar("Table", bound=pd.DataFrame | pd.Series)
Reading = Callable[Concatenate[Sources, P], Table]
#: Values an argument of a reader can have: listed, or found among the files at hand.
Domain = Iterable[object] | Callable[[Sources], Iterable[object]]


class Refusing(Protocol):
    """Values an argument of a reader can have, of which it says itself why another is refused."""

    def __call__(self, sources: Sources, /) -> Iterable[object]:
        """The values."""

    def refuse(self, sources: Sources, value: Any, /) -> None:
        """Raise what says why a value is none of them."""


#: Between the names of arguments that have their values together, as a level and its years.
TOGETHER = ", "


@dataclass(frozen=True)
class Reader:
    """A reader, and the values its arguments can have."""

    name: str
    function: Callable[..., pd.DataFrame | pd.Series]
    domains: Mapping[str, Domain]


@dataclass(frozen=True)
class Call:
    """A reader with its arguments.

    Attributes
    ----------
    name : str
        As anchors have it: ``"insee.unemployment.labour_force(2022)"``.
    """

    name: str
    reader: Reader = field(repr=False, hash=False)
    arguments: Mapping[str, Any] = field(repr=False, hash=False)

    def __call__(self, sources: Sources) -> pd.DataFrame:
        """The table, a Series as its one column."""
        found = self.reader.function(sources, **self.arguments)
        return found.to_frame() if isinstance(found, pd.Series) else found


#: Every reader by its name; filled as the modules of :mod:`bassin.read` are imported.
READERS: dict[str, Reader] = {}


def calls(sources: Sources) -> Iterator[Call]:
    """Every reader with every set of arguments it can be called with."""
    for reader in READERS.values():
        names = [name for names in reader.domains for name in names.split(TOGETHER)]
        values = [
            [*_together(names, domain(sources) if callable(domain) else domain)]
            for names, domain in reader.domains.items()
        ]
        for parts in product(*values):
            given = [one for part in parts for one in part]
            arguments = dict(zip(names, given, strict=True))
            yield Call(_call(reader.name, given), reader, arguments)


def _together(names: str, values: Iterable[object]) -> Iterator[tuple[object, ...]]:
    """Values of one argument, or of several that go together, as tuples."""
    for value in values:
        yield tuple(cast(Iterable[object], value)) if TOGETHER in names else (value,)


def listed(pattern: str, kind: Callable[[str], object] = str) -> Domain:
    """Values that a reader can have because the manifest lists a file for each.

    Parameters
    ----------
    pattern : str
        Regular expression of the paths of these files; its one group is the value.
    kind : callable
        What makes the value of the text found, as ``int`` of a year.
    """

    def at_hand(sources: Sources) -> Iterable[object]:
        found = sources.manifest.index.str.extract(rf"^{pattern}$")[0].dropna()
        return [kind(text) for text in sorted(set(found))]

    return at_hand


def _call(name: str, given: Iterable[object]) -> str:
    return f"{name}({', '.join(map(str, given))})"


@overload
def reused(read: Reading[P, Table], /) -> Reading[P, Table]: ...
@overload
def reused(**domains: Domain) -> Callable[[Reading[P, Table]], Reading[P, Table]]: ...
def reused(read: Any = None, /, **domains: Domain) -> Any:
    """Make a reader of a function.

    Its file is read once for each :class:`Sources`. The table is kept with the files it was read
    from, and read anew when one of them changes; each caller gets a copy of its own, which costs
    nothing as long as nobody writes to it. Where a file was replaced since its anchors were
    written, the table is held against them.

    Parameters
    ----------
    read : callable
        Of :class:`Sources` and what it has values for.
    **domains
        For each argument its values: listed, or a function of :class:`Sources`. Several whose
        values go together are one name, ``"level, year"``, and their values tuples. Another value
        is refused, by :class:`~bassin.errors.ChoiceError`, but where none is listed, or several go
        together: there the reader says which part is not at hand.
    """
    if read is None:
        return lambda function: _reader(function, domains)
    return _reader(read, domains)


def _reader(read: Reading[P, Table], domains: Mapping[str, Domain]) -> Reading[P, Table]:
    name = f"{read.__module__.removeprefix('bassin.read.')}.{read.__name__}"
    signature = inspect.signature(read)

    @wraps(read)
    def reading(sources: Sources, /, *args: P.args, **kwargs: P.kwargs) -> Table:
        bound = signature.bind(sources, *args, **kwargs)
        bound.apply_defaults()
        call = _call(name, [*bound.arguments.values()][1:])

        def made() -> Table:
            for argument, domain in domains.items():
                if TOGETHER in argument:
                    continue
                _refuse(argument, bound.arguments[argument], domain, sources)
            return _held(sources, call, read, *args, **kwargs)

        table = sources.kept.get(call, made)
        return cast(Table, table.copy(deep=False))

    READERS[name] = Reader(name, reading, domains)
    return reading


def _refuse(argument: str, value: object, domain: Domain, sources: Sources) -> None:
    """Refuse a value that an argument of a reader cannot have."""
    if hasattr(domain, "refuse"):
        cast(Refusing, domain).refuse(sources, value)
        return
    known = [*(domain(sources) if callable(domain) else domain)]
    if known:
        chosen(argument, value, known)


def _held(
    sources: Sources, call: str, read: Reading[P, Table], *args: P.args, **kwargs: P.kwargs
) -> Table:
    with recording() as noted:
        shared = taken(sources, call)
        table = read(sources, *args, **kwargs) if shared is None else cast(Table, shared)
    raw = [file for file in sorted(noted.files) if not is_transcription(file)]
    if raw:
        reader = call.partition("(")[0]
        given = [*args, *kwargs.values()]
        frame = table.to_frame() if isinstance(table, pd.Series) else table
        own = [file for file in raw if file.startswith(f"{reader.partition('.')[0]}/")]
        if shared is None:  # else it was held where it was read
            hold(sources, reader, call, given, (own or raw)[0], frame)
            balance(reader, (own or raw)[0], frame)
        agree(sources, call, (own or raw)[0], frame)
        for file in raw:
            if (before := sources.not_accepted(file)) is not None:
                raise _refused(file, before["tables"].get(call), table)
        if shared is None:
            _anchored(sources, call, raw, frame)
    if shared is None:
        left(sources, call, table, noted.files)
    return table


def _anchored(sources: Sources, call: str, files: Iterable[str], table: pd.DataFrame) -> None:
    """Refuse a table that is not what its anchors say, though the hash be theirs.

    A hash is entered by hand in one cell, a sum in none: whoever writes both has to mean it.
    """
    if sources.replaces:
        return  # of a copy, and of what is read beside it, others are the judges
    for file in files:
        held = sources.anchors_of(file)
        kept = held["tables"].get(call) if held else None
        if kept and (found := departures.at_once(kept, table)) is not None:
            raise DataError(
                file,
                f"it is not what its anchors say: {found.what}",
                column=found.column or "rows",
                cure="The file or its anchors were changed by hand: restore both from git, and "
                f"take another edition in with `bassin accept {file} COPY`. Where it is the reader "
                f"that changed, delete the anchors and run `bassin anchor {file}`.",
            )


def _refused(
    file: str, before: anchors.Anchor | None, table: pd.DataFrame | pd.Series
) -> DataError:
    """A file that was replaced, but not accepted, and how what is read from it departs."""
    frame = table.to_frame() if isinstance(table, pd.Series) else table
    departed = departures.departures(before, anchors.anchor(frame)) if before else []
    if before and not departed and (one := departures.at_once(before, frame)) is not None:
        departed = [one]  # within what a year may change, and another file all the same
    told = departures.listed(departed) or "nothing that its anchors would tell"
    first = departed[0] if departed else departures.DepartureError("", "")
    return DataError(
        file,
        f"replaced since it was accepted; what departs: {told}",
        column=first.column or None,
        row=first.row or None,
        cure=f"Put the old file back, and take the new one in with `bassin accept {file} COPY`.",
    )
