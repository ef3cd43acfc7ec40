"""Exports of the Caf's portal, which are not at hand, are read as soon as they are listed."""

from __future__ import annotations

import numpy as np
import pytest
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.toy_poverty import caf_of_epci, caf_of_france

from bassin.errors import SourceError
from bassin.files.sources import Sources
from bassin.read import cnaf


def test_recipients_by_epci(spoil: Spoiler):
    """Counts by EPCI and December; those of nowhere, and leftovers of an EPCI, are left out."""
    table = cnaf.recipients_by_epci(spoil.add(cnaf.EPCI, caf_of_epci()))
    assert list(table.index.get_level_values("year").unique()) == [2020, 2021]
    assert table.loc[("200000018", 2020), ["recipients", "housing_aid"]].to_list() == [1000, 600]
    assert table.index.is_unique
    assert "" not in table.index.get_level_values("code")


def test_a_masked_count_of_recipients_is_secret(spoil: Spoiler):
    """An empty cell is not a zero."""
    table = cnaf.recipients_by_epci(spoil.add(cnaf.EPCI, caf_of_epci()))
    row = table.loc[("200000026", 2021)]
    assert np.isnan(row["housing_aid"])
    assert row["housing_aid_status"] == "secret"


def test_recipients_of_france(spoil: Spoiler):
    """Decembers only, of a monthly file."""
    table = cnaf.recipients_of_france(spoil.add(cnaf.FRANCE, caf_of_france()))
    assert table.to_dict("index") == {
        2019: {"recipients": 10_000, "housing_aid": 4_600},
        2020: {"recipients": 10_200, "housing_aid": 4_500},
    }


def test_recipients_without_the_files(toy: Sources):
    """A file that is not listed is an error that names it."""
    with pytest.raises(SourceError, match="cnaf/s_ben_epci_f"):
        cnaf.recipients_by_epci(toy)


@pytest.mark.parametrize(
    ("old", "new", "what", "column"),
    [
        (b"2021-12;200000026", b"2021-11;200000026", "other than December", "dtreffre"),
        (b"2021-12;200000026", b"12/2021;200000026", "is no month", "dtreffre"),
        (b"1000;2000;600;", b"1000;2000;1005;", "more recipients of housing aid", None),
    ],
)
def test_recipients_of_a_damaged_file(spoil: Spoiler, old, new, what, column):
    """Another month, another way to write dates, swapped columns: refused."""
    data = caf_of_epci()
    assert data.count(old) == 1
    sources = spoil.add(cnaf.EPCI, data.replace(old, new))
    row = 3 if column is None else 5
    with refused(cnaf.EPCI, what, column=column, row=row):
        cnaf.recipients_by_epci(sources)


def test_recipients_of_france_with_a_month_twice(spoil: Spoiler):
    """Two Decembers of one year leave no number to trust."""
    data = caf_of_france()
    sources = spoil.add(cnaf.FRANCE, data.replace(b"2020-12;", b"2019-12;"))
    with pytest.raises(Exception, match="uniqueness") as caught:
        cnaf.recipients_of_france(sources)
    assert caught.value.file == cnaf.FRANCE
