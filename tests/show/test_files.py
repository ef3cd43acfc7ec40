"""The raw files as a reader is shown them."""

from __future__ import annotations

import pandas as pd
from tests.corruption.thorough import KINDS_OF_ALL

from bassin.show import files


def test_a_line_holds_publisher_title_and_period():
    """A period that is not known leaves no empty brackets; a usual licence is called so."""
    shown = pd.DataFrame(
        {
            "period": ["2021", None],
            "status": ["raw", "derived"],
            "licence": ["Licence Ouverte 2.0", "ODbL 1.0"],
            "usual": [True, False],
            "obtained_from": ["github a/b", "insee.fr page"],
            "page": [None, None],
            "file": ["insee/a.csv", "insee/b.csv"],
        },
        pd.MultiIndex.from_product([["INSEE"], ["Ages", "Jobs"]], names=["publisher", "title"]),
    )
    lines = files.lines(shown)
    assert lines.index.tolist() == ["INSEE: Ages (2021)", "INSEE: Jobs"]
    assert lines.columns.tolist() == ["status", "licence", "obtained_from"]
    assert lines["licence"].tolist() == ["Licence Ouverte 2.0 (usual)", "ODbL 1.0"]


def test_a_line_of_a_page_says_who_and_when():
    """A page without a date is said to have none; codes are put into words."""
    listed = pd.DataFrame(
        {
            "statement": ["Year a firm is founded", "Year a firm is founded"],
            "found": ["Founded in 1868", "Older than the others"],
            "agreement": ["agrees", "near"],
            "publisher": ["La Tribune", "A town"],
            "dated": ["2011-05", ""],
            "independent": ["yes", "unknown"],
        },
        pd.MultiIndex.from_tuples(
            [("a", "https://one/x"), ("a", "https://two/y")], names=["claim", "address"]
        ),
    )
    lines = files.pages(listed)
    assert lines.columns.tolist() == ["found", "agreement", "by", "independent"]
    assert lines["by"].tolist() == ["La Tribune (May 2011)", "A town, no date"]
    assert lines["independent"].tolist() == ["yes", "not known"]


def test_each_way_to_spoil_a_file_has_its_words():
    """And none the others'."""
    kinds = [*dict.fromkeys(kind.partition(":")[0] for kind in KINDS_OF_ALL), "all"]
    told = files.outcomes(pd.DataFrame({"tried": 1}, index=kinds)).index
    assert told.is_unique
    assert not {*told} & {f"files.spoiled.{kind}" for kind in kinds}
