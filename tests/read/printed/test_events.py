"""Dated events of the study's text: what their reader takes, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fixtures.spoil import refused

from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION

HEAD = "year,until,precision,place,firm,owner,sector,jobs,effect,kind,code,lines,note"
MINES = "1850,,about,Alès,,,mining,,,opening,mines_open,200-203,"
FORGE = "1860,1890,period,Alès,Forges,group,metals_machinery,120,created,opening,forge,210,"


@pytest.fixture
def listed(tmp_path: Path) -> Callable[..., Sources]:
    """A folder of data whose only transcription has some events."""
    (tmp_path / of_study(ALES_AGGLOMERATION, "")).mkdir(parents=True)

    def write(*rows: str) -> Sources:
        path = tmp_path / of_study(ALES_AGGLOMERATION, printed.EVENTS)
        path.write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
        return Sources(tmp_path)

    return write


def test_events_are_numbered_from_one_with_what_is_missing(listed):
    """No last year and no jobs is not zero of them."""
    table = printed.events(listed(MINES, FORGE), ALES_AGGLOMERATION)
    assert table.index.tolist() == [1, 2]
    assert table.loc[2, ["year", "until", "jobs", "effect"]].tolist() == [
        1860,
        1890,
        120,
        "created",
    ]
    assert table.loc[1, ["until", "jobs"]].isna().all()


@pytest.mark.parametrize(
    ("rows", "what", "column", "row"),
    [
        ([FORGE, MINES], "out of order", "year", 2),
        ([FORGE.replace("1890", "1859")], "out of order", "until", 1),
        ([FORGE.replace("created", "")], "jobs without what became of them", "effect", 1),
        ([MINES.replace(",,,opening", ",,created,opening")], "jobs without", "effect", 1),
        ([FORGE.replace("1890", "1889.5")], "1889.5 fails whole_number", "until", 1),
        ([FORGE.replace("1860", "1860.5")], "'1860.5' is not a whole number", "year", 1),
        ([FORGE.replace("120", "120.5")], "120.5 fails whole_number", "jobs", 1),
        ([MINES.replace("1850", "850")], "850 fails", "year", 1),
        ([MINES.replace("mining", "magic")], "'magic' fails isin", "sector", 1),
        ([MINES.replace("200-203", "page 9")], "'page 9' fails matches", "lines", 1),
        ([MINES, MINES], "'mines_open' fails field_uniqueness", "code", 1),
    ],
)
def test_an_event_that_cannot_be_is_named(
    listed, rows: list[str], what: str, column: str, row: int
):
    """Dates out of order or between two years, jobs that became nothing, a code twice."""
    with refused(of_study(ALES_AGGLOMERATION, printed.EVENTS), what, column=column, row=row):
        printed.events(listed(*rows), ALES_AGGLOMERATION)
