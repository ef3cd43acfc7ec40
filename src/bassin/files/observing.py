"""Which files the names of a notebook rest on: observed while its statements run, one by one.

A notebook runs its cells statement by statement. Of each, :mod:`bassin.files.trace` notes the files
that are read while it runs. What it assigns carries them, with those that the names it uses carry;
so does the exhibit that it makes. A number that was asked for before is read from what is kept, and
what is kept says its files again: what an exhibit rests on is the same in whatever order cells run.

It is an extension of IPython, and nothing is observed but where it is loaded. What executes the
book loads it in each kernel; in JupyterLab ``%load_ext bassin.files.observing`` does, in the first
cell.

What a name carries is an upper bound: a statement may use a part of a table alone. A change that no
statement shows is not seen, as of a list that a function fills: assign what is made instead.
"""

from __future__ import annotations

import dis
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import CodeType
from typing import Any, Protocol

from bassin.files import trace
from bassin.files.trace import Edition

#: Steps of code that change what a name holds: an item, a slice (since Python 3.12), a field.
CHANGES = ("STORE_SUBSCR", "STORE_SLICE", "STORE_ATTR")


class Shell(Protocol):
    """What runs the statements of a notebook, as a shell of IPython does."""

    async def run_code(
        self, code_obj: CodeType, result: Any = None, *, async_: bool = False
    ) -> Any:
        """Run one statement."""


@dataclass(frozen=True)
class Names:
    """The names of a notebook that a statement uses, assigns, changes in place and deletes.

    Examples
    --------
    >>> found = Names.of(compile("table['share'] = study.share(year)", "", "exec"))
    >>> sorted(found.used), sorted(found.changed), sorted(found.assigned)
    (['study', 'table', 'year'], ['table'], [])
    """

    used: frozenset[str]
    assigned: frozenset[str]
    changed: frozenset[str]
    deleted: frozenset[str]

    @classmethod
    def of(cls, code: CodeType) -> Names:
        """Read them in a statement that was compiled at the top of a module."""
        steps = list(dis.get_instructions(code))
        loads = [step for step in steps if step.opname == "LOAD_NAME"]
        inner = [step for one in _inside(code) for step in dis.get_instructions(one)]
        # `table.loc[rows, "share"] = ...` changes the name that the target begins with.
        targets = {_start(step) for step in steps if step.opname in CHANGES}
        named = {kind: _named(steps, kind) for kind in ("STORE_NAME", "DELETE_NAME")}
        return cls(
            used=_named(loads) | _named(inner, "LOAD_NAME", "LOAD_GLOBAL"),
            assigned=named["STORE_NAME"],
            changed=_named([step for step in loads if _start(step) in targets])
            | _named([*steps, *inner], "STORE_GLOBAL"),
            deleted=named["DELETE_NAME"],
        )


def _named(steps: list[dis.Instruction], *kinds: str) -> frozenset[str]:
    return frozenset(str(step.argval) for step in steps if not kinds or step.opname in kinds)


def _start(step: dis.Instruction) -> tuple[int | None, int | None]:
    """Line and column at which what a step of the code is made from begins."""
    at = step.positions
    return (at.lineno, at.col_offset) if at else (None, None)


def _inside(code: CodeType) -> Iterator[CodeType]:
    """Functions, classes and comprehensions in a piece of code, at any depth."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _inside(constant)


@dataclass
class Observer:
    """What the names of one notebook rest on, as its statements run."""

    carried: dict[str, frozenset[Edition]] = field(default_factory=dict)

    @contextmanager
    def statement(self, code: CodeType) -> Iterator[None]:
        """Observe a statement that runs inside.

        Parameters
        ----------
        code : code object
            The statement, compiled at the top of a module.

        Examples
        --------
        >>> observer, space = Observer(), {"read": lambda file: trace.opened(Edition(file))}
        >>> for statement in ("table = read('a.csv')", "other = table"):
        ...     code = compile(statement, "", "exec")
        ...     with observer.statement(code):
        ...         exec(code, space)
        >>> [edition.file for edition in observer.carried["other"]]
        ['a.csv']
        """
        names = Names.of(code)
        with trace.recording() as noted:
            for name in names.used:
                trace.note(self.carried.get(name, frozenset()))
            try:
                yield
            finally:
                found = frozenset(noted.editions)
                for name in names.deleted:
                    self.carried.pop(name, None)
                self.carried |= dict.fromkeys(names.assigned, found)
                for name in names.changed:
                    self.carried[name] = self.carried.get(name, frozenset()) | found


def observe(shell: Shell) -> Observer:
    """Observe the statements that a shell runs from now on; once, however often it is asked.

    Parameters
    ----------
    shell : Shell
        As a notebook's kernel has it.
    """
    run: Callable[..., Awaitable[Any]] = shell.run_code
    known = getattr(run, "observer", None)
    if isinstance(known, Observer):
        return known
    observer = Observer()

    async def run_code(code_obj: CodeType, result: Any = None, *, async_: bool = False) -> Any:
        with observer.statement(code_obj):
            return await run(code_obj, result, async_=async_)

    run_code.observer = observer  # type: ignore[attr-defined]
    run_code.before = run  # type: ignore[attr-defined]
    shell.run_code = run_code  # type: ignore[method-assign]
    return observer


def load_ipython_extension(shell: Shell) -> None:
    """Observe a notebook from now on: ``%load_ext bassin.files.observing``, before it reads."""
    observe(shell)


def unload_ipython_extension(shell: Shell) -> None:
    """Have the shell run statements as it did before."""
    before = getattr(shell.run_code, "before", None)
    if before is not None:
        shell.run_code = before  # type: ignore[method-assign]
