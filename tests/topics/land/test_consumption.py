"""Land consumed: by year, by run of years and by use, and what the law leaves of it."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.topics.land.consumption import between


def test_a_decade_with_a_hole_is_refused():
    """A missing year would make the reference too small."""
    yearly = pd.Series(1.0, index=[2011, 2012, 2014])
    with pytest.raises(ValueError, match="no flow for 2013"):
        between(yearly, 2011, 2015)
