"""Tables in, things to look at out: figures, maps, tables, and numbers for the prose.

No file is read and no statistic of the study is computed here. Every function but those of
:mod:`~bassin.show.text` returns an :class:`~bassin.show.exhibit.Exhibit`, to be the last expression
of a cell.
"""

from bassin.markup import Markdown, escape
from bassin.show import (
    cells,
    figures,
    lineage,
    maps,
    network,
    panels,
    paths,
    polar,
    tables,
    text,
    timeline,
)
from bassin.show.exhibit import Exhibit
from bassin.show.text import number, say, say_all

__all__ = [
    "Exhibit",
    "Markdown",
    "cells",
    "escape",
    "figures",
    "lineage",
    "maps",
    "network",
    "number",
    "panels",
    "paths",
    "polar",
    "say",
    "say_all",
    "tables",
    "text",
    "timeline",
]
