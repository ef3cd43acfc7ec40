"""Tables in, things to look at out: charts, maps, tables, and numbers for the prose.

No file is read and no statistic of the study is computed here. Every function but those of
:mod:`~bassin.show.text` returns an :class:`~bassin.show.exhibit.Exhibit`, to be the last expression
of a cell.
"""

from bassin.markup import Markdown, escape
from bassin.show import (
    cells,
    charts,
    coverage,
    files,
    look_up,
    maps,
    panels,
    portrait,
    sentences,
    tables,
)
from bassin.show.absent import shown
from bassin.show.exhibit import Exhibit, told
from bassin.show.naming import by_name, named
from bassin.show.text import say
from bassin.words import amount, exhibit, format_of, number

__all__ = [
    "Exhibit",
    "Markdown",
    "amount",
    "by_name",
    "cells",
    "charts",
    "coverage",
    "escape",
    "exhibit",
    "files",
    "format_of",
    "look_up",
    "maps",
    "named",
    "number",
    "panels",
    "portrait",
    "say",
    "sentences",
    "shown",
    "tables",
    "told",
]
