"""Values published of groups, kind by kind."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.errors import ChoiceError
from bassin.indicators.published import by_kind


def test_only_the_kinds_asked_for_are_read():
    """One that no file has is left out; with none at all there is an empty table."""
    asked: list[str] = []

    def read(kind: str) -> pd.Series | None:
        asked.append(kind)
        return None if kind == "region" else pd.Series([1, 2], ["a", "b"])

    found = by_kind(["epci", "region"], ["epci", "region", "france"], read)
    assert asked == ["epci", "region"]
    assert found["value"].to_dict() == {("epci", "a"): 1.0, ("epci", "b"): 2.0}
    nothing = by_kind(["region"], ["region"], read)
    assert nothing.empty
    assert list(nothing.index.names) == ["kind", "group"]


def test_a_kind_that_is_not_published_is_refused():
    """The message gives those that are."""
    with pytest.raises(ChoiceError, match="epci"):
        by_kind(["zone_emploi"], ["epci"], lambda _: None)
