"""CCR's decrees: codes that lost their zero, three words for two decisions."""

from __future__ import annotations

import datetime
import io

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read import ccr


def spoiled(spoil: Spoiler, row: int, column: str, value: object) -> Sources:
    def change(data: bytes) -> bytes:
        table = pd.read_parquet(io.BytesIO(data))
        table.loc[row, column] = value
        stream = io.BytesIO()
        table.to_parquet(stream)
        return stream.getvalue()

    return spoil.data(ccr.DECREES, change)


def test_decrees(toy: Sources):
    """Codes have five characters, arrondissements are the city, decisions are two."""
    table = ccr.disaster_decrees(toy)
    assert len(table) == 19
    assert table.at[4, "code"] == "01001"
    assert table.at[17, "code"] == "75056"
    assert table["decision"].value_counts().to_dict() == {"recognised": 17, "refused": 2}
    assert table.at[9, "decision"] == "recognised"


def test_unknown_decision(spoil: Spoiler):
    """A third kind of decision is neither a recognition nor a refusal."""
    with refused(ccr.DECREES, "'Ajournée'", column="decision", row=3):
        ccr.disaster_decrees(spoiled(spoil, 3, "decision", "Ajournée"))


def test_event_that_ends_before_it_starts(spoil: Spoiler):
    """Dates swapped would make an episode of years."""
    late = pd.Timestamp("1982-01-02")
    with refused(ccr.DECREES, "end on 1982-01-02", column="fin_evenement", row=0):
        ccr.disaster_decrees(spoiled(spoil, 0, "fin_evenement", late))


def test_decree_before_the_event(spoil: Spoiler):
    """A decree cannot recognise what has not begun."""
    early = pd.Timestamp("1982-01-02")
    with refused(ccr.DECREES, "decree on 1982-01-02", column="date_arrete", row=0):
        ccr.disaster_decrees(spoiled(spoil, 0, "date_arrete", early))


def test_code_of_no_commune(spoil: Spoiler):
    """A name in place of a code is refused."""
    with refused(ccr.DECREES, "'ALES0' fails", column="code", row=1):
        ccr.disaster_decrees(spoiled(spoil, 1, "insee", "ALES0"))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (pd.Timestamp("1983-01-02", tz="Europe/Paris"), "time zone Europe/Paris"),
        (datetime.datetime(9999, 12, 31), "no day of these centuries"),
    ],
)
def test_days_that_a_table_cannot_hold(spoil: Spoiler, day: datetime.datetime, said: str):
    """Of another time zone, or of no century: column, row and cure are told."""

    def change(data: bytes) -> bytes:
        table = pa.Table.from_pandas(pd.read_parquet(io.BytesIO(data)))
        at = table.schema.get_field_index("fin_evenement")
        kind = pa.timestamp("us", tz=str(day.tzinfo) if day.tzinfo else None)
        stream = io.BytesIO()
        pq.write_table(
            table.set_column(at, "fin_evenement", pa.array([day] * len(table), kind)), stream
        )
        return stream.getvalue()

    with pytest.raises(DataError, match=said) as caught:
        ccr.disaster_decrees(spoil.data(ccr.DECREES, change))
    assert (caught.value.column, caught.value.cure) == (
        "fin_evenement",
        "Use the file as published.",
    )
    assert caught.value.row is not None
