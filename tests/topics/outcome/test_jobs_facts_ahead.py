"""A zone that is ahead of France in every window has no window to name."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd

from bassin.phrase import Phrase
from bassin.topics.outcome.jobs_facts import _windows


def said(zone: list[float]) -> dict[str, object]:
    table = pd.DataFrame(
        {"all_residual": [1.0, 2.0], "zone_pct": zone, "france_pct": [1.0, 1.0]},
        index=["2009-2014", "2014-2019"],
    )
    return _windows(SimpleNamespace(employment=SimpleNamespace(windows=lambda: table)))


def test_windows_are_named_where_there_are_some():
    """An empty list cannot be written."""
    assert "jobs_industry_behind" not in said([2.0, 3.0])
    assert said([0.5, 3.0])["jobs_industry_behind"] == Phrase(
        "waves.windows", windows=["2009-2014"]
    )
