"""Dated events of the study's text."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import integers, read_delimited
from bassin.read._parse import numbers as to_numbers
from bassin.read._schema import check_schema, matches, text, whole
from bassin.read.printed._lines import PASSAGE
from bassin.read.printed._text import of_text

EVENTS = "events.csv"

#: What an event of the study is. A count of jobs is a date with a number, and nothing happens.
EVENT_KINDS = (
    "opening",
    "closure",
    "takeover",
    "change",
    "instrument",
    "law",
    "milestone",
    "context",
    "count",
)

#: What an event is about: branches of industry, and what is none.
SECTORS = (
    "building_materials",
    "chemicals",
    "culture",
    "electrical_equipment",
    "energy",
    "food",
    "health_equipment",
    "mechanics_vehicles",
    "metals_machinery",
    "mining",
    "public_action",
    "services",
    "several",
    "textile_leather",
    "training",
)

#: How exactly the study dates an event.
PRECISIONS = ("year", "about", "period", "decade", "century")

#: What the jobs of an event are: created by it, destroyed by it, or at work on its date.
EFFECTS = ("", "created", "destroyed", "present")


@of_text(EVENTS)
def events(sources: Sources, epci: str) -> pd.DataFrame:
    """Dated events of the study's text, in order of date.

    Returns
    -------
    DataFrame
        Index ``event`` from 1; ``year`` (the first, where a period is printed), ``until`` (its
        last, NaN where one date is printed), ``precision`` (of :data:`PRECISIONS`), ``place``,
        ``firm``, ``owner`` (``"group"`` where the text says that a large group opens a plant, else
        empty), ``sector`` (of :data:`SECTORS`), ``jobs`` (NaN where the text gives none),
        ``effect`` (of :data:`EFFECTS`), ``kind`` (of :data:`EVENT_KINDS`), ``code`` (of what
        happens, in snake_case), ``lines``, ``note``.

    Raises
    ------
    DataError
        If dates are out of order, a period ends before it begins, a number of jobs does not say
        what became of them, or two events have one code.
    """
    file = of_study(epci, EVENTS)
    names = ["year", "until", "precision", "place", "firm", "owner", "sector", "jobs", "effect"]
    names += ["kind", "code", "lines", "note"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table.index = pd.RangeIndex(1, len(table) + 1, name="event")
    table["year"] = integers(table["year"], file)
    for column in ("until", "jobs"):
        table[column] = to_numbers(table[column], file)
    columns = {
        "year": pa.Column("int64", pa.Check.in_range(1700, 2030)),
        "until": pa.Column(
            float, [*whole(nullable=True).checks, pa.Check.in_range(1700, 2030)], nullable=True
        ),
        "precision": pa.Column(str, pa.Check.isin(PRECISIONS)),
        "place": text(),
        "firm": pa.Column(str),
        "owner": pa.Column(str, pa.Check.isin(["", "group"])),
        "sector": pa.Column(str, pa.Check.isin(SECTORS)),
        "jobs": whole(nullable=True),
        "effect": pa.Column(str, pa.Check.isin(EFFECTS)),
        "kind": pa.Column(str, pa.Check.isin(EVENT_KINDS)),
        "code": pa.Column(str, matches(r"[a-z][a-z0-9_]*"), unique=True),
        "lines": text(pattern=PASSAGE),
        "note": pa.Column(str),
    }
    check_schema(table, file, columns, pa.Index("int64", unique=True, name="event"))
    faults = {
        "year": table["year"].diff() < 0,
        "until": table["until"] < table["year"],
        "effect": (table["effect"] != "") != table["jobs"].notna(),
    }
    for column, wrong in faults.items():
        if wrong.any():
            raise DataError(
                file,
                "out of order, or jobs without what became of them",
                column=column,
                row=int(wrong.idxmax()),
            )
    return table
