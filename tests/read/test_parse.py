"""Text stays text, a number is a number."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.spoil import Spoiler, refused

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read import _parse

FILE = "insee/v_region_2023.csv"
BOOK = "france_travail/passage_commune_bassin_bmo.xlsx"


def column(*cells: str) -> pd.Series:
    return pd.Series(cells, index=[f"r{i}" for i in range(len(cells))], name="c", dtype=str)


def test_read_csv_keeps_text(toy: Sources):
    """Columns come as text, in the order asked, and only those."""
    table = _parse.read_csv(toy, FILE, columns=["LIBELLE", "REG"])
    assert table.to_dict("list") == {"LIBELLE": ["Midi", "Levant"], "REG": ["76", "84"]}
    assert (table.dtypes == "str").all()


def test_read_csv_keeps_empty_cells_and_leading_zeros(spoil: Spoiler):
    """An empty cell is an empty text, not a missing value, and 01 does not become 1."""
    sources = spoil.text(FILE, "84,01001,2,LEVANT,Levant,Levant", "01,NA,0,,Levant,Levant")
    table = _parse.read_csv(sources, FILE, columns=["REG", "CHEFLIEU", "NCC"])
    assert list(table.iloc[1]) == ["01", "NA", ""]


def test_read_csv_reads_quoted_separators_and_line_breaks(spoil: Spoiler):
    """A quoted cell may hold the separator and a line break."""
    sources = spoil.text(FILE, "Levant,Levant", 'Levant,"Le\nvant, le grand"')
    table = _parse.read_csv(sources, FILE, columns=["LIBELLE"])
    assert table["LIBELLE"].iloc[1] == "Le\nvant, le grand"


def test_read_csv_skips_lines_above_the_header(spoil: Spoiler):
    """Title lines above the header are not read as a header."""
    sources = spoil.data(FILE, lambda data: b"A title\r\n\r\n" + data)
    assert len(_parse.read_csv(sources, FILE, columns=["REG"], skip=2)) == 2


def test_read_csv_refuses_an_absent_column(toy: Sources):
    """A renamed column is named, with the header as it reads."""
    with refused(FILE, "the header reads REG, CHEFLIEU", column="NOM"):
        _parse.read_csv(toy, FILE, columns=["REG", "NOM"])


@pytest.mark.parametrize(
    ("line", "cells"),
    [("84,01001,2,LEVANT,Levant", 5), ("84,01001,0,LEVANT,Levant,Le,vant", 7)],
    ids=["short", "long"],
)
def test_read_csv_refuses_a_ragged_line(spoil: Spoiler, line: str, cells: int):
    """A line cut short or with a cell too many is refused, not padded nor shifted."""
    sources = spoil.text(FILE, "84,01001,2,LEVANT,Levant,Levant", line)
    with refused(FILE, f"{cells} cells where the header has 6", row="line 3"):
        _parse.read_csv(sources, FILE, columns=["REG"])


def test_read_csv_refuses_lines_that_are_all_too_long(spoil: Spoiler):
    """One more cell in every line, which pandas would take for an index, is refused."""
    sources = spoil.data(FILE, lambda data: data.replace(b"\r\n76,", b"\r\n0,76,"))
    with refused(FILE, "7 cells where the header has 6", row="line 2"):
        _parse.read_csv(sources, FILE, columns=["REG"])


def test_read_csv_refuses_an_open_quote(spoil: Spoiler):
    """A quote never closed does not swallow the rest of the file."""
    sources = spoil.text(FILE, "Midi,Midi", 'Midi,"Midi')
    with refused(FILE, "no table to read: unexpected end of data", row="line 3"):
        _parse.read_csv(sources, FILE, columns=["REG"])


def test_read_csv_refuses_an_empty_file(spoil: Spoiler):
    """A file without a header is no table."""
    with refused(FILE, "it is empty"):
        _parse.read_csv(spoil.data(FILE, lambda data: b""), FILE, columns=["REG"])


def test_read_csv_refuses_another_encoding(spoil: Spoiler):
    """A file saved anew in Windows' encoding is refused at the first byte that shows it."""
    sources = spoil.data(FILE, lambda data: data.replace(b"Levant", "Levé".encode("cp1252")))
    with pytest.raises(DataError, match=r"byte \d+ is not utf-8.*spreadsheet"):
        _parse.read_csv(sources, FILE, columns=["REG"])


def test_read_sheet_keeps_text(toy: Sources):
    """Cells of a sheet come as text, codes with their leading zero."""
    table = _parse.read_sheet(toy, BOOK, "Sheet1", columns=["code_commune"], header=1)
    assert table["code_commune"].iloc[0] == "01001"


def test_read_sheet_refuses_an_absent_sheet(toy: Sources):
    """A missing sheet is named with those there are."""
    with refused(BOOK, "no sheet 'Feuil1'; sheets are Sheet1"):
        _parse.read_sheet(toy, BOOK, "Feuil1", columns=None, header=1)


def test_read_sheet_refuses_a_sheet_without_its_header(toy: Sources):
    """A sheet that ends above the row of its header is refused."""
    with refused(f"{BOOK} [Sheet1]", "47 row.*due on row 99"):
        _parse.read_sheet(toy, BOOK, "Sheet1", columns=None, header=99)


def test_read_sheet_refuses_an_absent_column(toy: Sources):
    """A renamed column of a sheet is named with its sheet."""
    with refused(f"{BOOK} [Sheet1]", "no such column", column="code"):
        _parse.read_sheet(toy, BOOK, "Sheet1", columns=["code"], header=1)


@pytest.mark.parametrize(
    ("value", "text"), [(7.0, "7"), (7.5, "7.5"), ("01", "01"), (" a ", "a"), ("", "")]
)
def test_cell_text(value: object, text: str):
    """A whole number loses the decimal that workbooks add, and a text keeps its zeros."""
    assert _parse.cell_text(value) == text


def test_numbers_reads_decimals_and_missing():
    """Numbers become floats and the declared marks, nothing else, become NaN."""
    result = _parse.numbers(column("1", "2.5", "", "-3"), "f")
    assert result.name == "c"
    np.testing.assert_array_equal(result, [1, 2.5, np.nan, -3])


def test_numbers_reads_decimal_commas():
    """A decimal comma is a decimal mark where the file says so."""
    assert list(_parse.numbers(column("28,5", "-7"), "f", decimal=",")) == [28.5, -7]


@pytest.mark.parametrize("cell", ["x", "1 000", "1,5", "s", "inf", "nan", "1.5.2", "0x1G"])
def test_numbers_refuses_what_is_no_number(cell: str):
    """A letter, a thousands space, a comma, an infinity or an undeclared mark is refused."""
    with refused("f", f"'{cell}' is not a number", column="c", row="r1"):
        _parse.numbers(column("1", cell), "f")


def test_numbers_refuses_a_point_where_commas_are_due():
    """'1.250' in a file with decimal commas could be 1250 or 1.25: it is refused."""
    with refused("f", "'1.250' is not a number: decimals are marked ','", column="c", row="r1"):
        _parse.numbers(column("3,5", "1.250"), "f", decimal=",")


def test_numbers_names_the_cell_under_a_repeated_label():
    """The faulty cell is shown alone, though its row label occurs twice."""
    cells = pd.Series(["1", "x"], index=["30001", "30001"], name="c", dtype=str)
    with refused("f", "^'x' is not a number$", column="c", row="30001"):
        _parse.numbers(cells, "f")


def test_integers_refuses_a_fraction():
    """A count of 1.5 is refused, not cut to 1."""
    with refused("f", "'1.5' is not a whole number", column="c", row="r1"):
        _parse.integers(column("1", "1.5"), "f")


def test_integers_refuses_an_empty_cell():
    """A count may not be missing."""
    with refused("f", "'' is not a number", column="c", row="r0"):
        _parse.integers(column(""), "f")


def test_masked_numbers_keeps_three_things_apart():
    """Zero, secret and missing stay three different things."""
    values, status = _parse.masked_numbers(column("0", "s", "nd", "", "4,5"), "f", decimal=",")
    np.testing.assert_array_equal(values, [0, np.nan, np.nan, np.nan, 4.5])
    assert list(status) == ["published", "secret", "missing", "missing", "published"]
    assert status.name == "c_status"


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1))
def test_integers_round_trip(values: list[int]):
    """Whatever whole number is written is read back, exactly."""
    assert list(_parse.integers(pd.Series(map(str, values), dtype=str, name="c"), "f")) == values


def test_read_csv_refuses_a_column_that_is_there_twice(spoil: Spoiler):
    """Which of two columns of one name is meant cannot be told; one that nobody asks for may be."""
    twice = spoil.data(FILE, lambda data: data.replace(b",LIBELLE", b",NCCENR"))
    assert len(_parse.read_csv(twice, FILE, columns=["REG"])) == 2
    with refused(FILE, "twice in the header", column="NCCENR"):
        _parse.read_csv(twice, FILE, columns=["REG", "NCCENR"])


def test_a_file_without_a_row_is_refused(spoil: Spoiler):
    """A header with nothing below it is a file that was cut, not a place without people."""
    with refused(FILE, "no row below the header"):
        _parse.read_csv(
            spoil.data(FILE, lambda data: data.splitlines(True)[0]), FILE, columns=["REG"]
        )
