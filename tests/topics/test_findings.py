"""The register of the checks of sentences."""

from __future__ import annotations

import pytest
from tests.fixtures import ROOT

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read import printed
from bassin.read.findings import findings
from bassin.study import ALES_AGGLOMERATION
from bassin.topics.findings import TRIALS, trial_of


def test_every_check_is_of_a_sentence_or_a_claim_and_each_has_one(real: Sources):
    """No check is left behind by a sentence that is gone."""
    curves = printed.contested(real, ALES_AGGLOMERATION)["curve"]
    named = set(findings(ROOT / "data")["check"]) | set(curves[curves != ""])
    assert named == set(TRIALS)


def test_a_check_that_is_not_there_names_the_row():
    """The file, the column, the row and the cure."""
    with pytest.raises(DataError, match=r"findings\.csv, column 'check', row 'grew': no check"):
        trial_of("grew", "grew-not")
