"""Readers: one raw file, one tidy table. The only place that knows a publisher's format.

A module a publisher. Every reader takes :class:`bassin.files.sources.Sources`, reads verified
bytes, parses them as text, converts what is a number, and hands over a table checked by a pandera
schema: codes are text of five characters, ranges hold, keys are unique, the number of rows is the
recorded one.
"""

from bassin.read import (
    anct,
    ars,
    bdiff,
    ccr,
    cerema,
    cnaf,
    dgcl,
    drees,
    etalab,
    finess,
    france_travail,
    ign,
    insee,
    osrm,
    printed,
    ptod,
    urssaf,
    worldbank,
)

__all__ = [
    "anct",
    "ars",
    "bdiff",
    "ccr",
    "cerema",
    "cnaf",
    "dgcl",
    "drees",
    "etalab",
    "finess",
    "france_travail",
    "ign",
    "insee",
    "osrm",
    "printed",
    "ptod",
    "urssaf",
    "worldbank",
]
