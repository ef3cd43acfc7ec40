"""Population on the raw files: what the check of a rank makes of rates that are nearly equal."""

from __future__ import annotations

from bassin.study import Study
from bassin.topics.checks import CHECKS
from bassin.words import write


def test_two_regions_are_level_in_what_they_draw(study: Study):
    """In 2013-2018, nearest to the study, 0.62 against 0.55% a year: second, or third."""
    found = CHECKS["pop-attractive"](study)
    said = write(found.says)
    assert found.value == 2
    assert "number 2 in 2011-2016 (+0.69% a year);" in said
    assert "number 2 to 3 in 2013-2018 (+0.62% a year), level with Nouvelle-Aquitaine" in said
