"""The register of the checks of sentences."""

from __future__ import annotations

import pytest
from tests.fixtures import ROOT

from bassin.errors import DataError
from bassin.read.findings import findings
from bassin.topics.findings import TRIALS, trial_of


def test_every_check_is_of_a_sentence_and_every_sentence_has_one():
    """No check is left behind by a sentence that is gone."""
    assert set(findings(ROOT / "data")["check"]) == set(TRIALS)


def test_a_check_that_is_not_there_names_the_row():
    """The file, the column, the row and the cure."""
    with pytest.raises(DataError, match=r"findings\.csv, column 'check', row 'grew': no check"):
        trial_of("grew", "grew-not")
