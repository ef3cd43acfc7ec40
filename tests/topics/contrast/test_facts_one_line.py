"""A territory that a line does not cut says nothing of the lines."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bassin.places.lines import AZIMUTH, MASSIF, MINES
from bassin.topics.contrast.facts import facts


@pytest.mark.parametrize("line", [AZIMUTH, MASSIF, MINES])
def test_no_fact_is_told_where_a_line_leaves_a_side_empty(line: str):
    """As no commune of Paris is in a massif, or near a mine that is named."""
    assert facts(SimpleNamespace(contrast=SimpleNamespace(without={line: "side_empty"}))) == {}
