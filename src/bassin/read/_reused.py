"""Readers that several topics call: each file is read once for each :class:`Sources`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

import pandas as pd

from bassin.files.sources import Sources

P = ParamSpec("P")
Table = TypeVar("Table", bound=pd.DataFrame | pd.Series)


def reused(
    read: Callable[Concatenate[Sources, P], Table],
) -> Callable[Concatenate[Sources, P], Table]:
    """Let a reader that several topics call read its file once for each :class:`Sources`.

    The table is kept with the files it was read from, and read anew when one of them changes. Each
    caller gets a copy of its own, which costs nothing as long as nobody writes to it.
    """

    @wraps(read)
    def reading(sources: Sources, /, *args: P.args, **kwargs: P.kwargs) -> Table:
        key = (read.__module__, read.__qualname__, args, tuple(sorted(kwargs.items())))
        table = sources.kept.get(key, lambda: read(sources, *args, **kwargs))
        return cast(Table, table.copy(deep=False))

    return reading
