"""What the landing page says of the place of the territory among its peers, on the real files."""

from __future__ import annotations

from bassin.study import Study
from bassin.topics.peers.local import headlines


def test_it_stands_out_by_what_the_landing_page_names_and_by_nothing_else(study: Study):
    """Highest and lowest tenth, from the values themselves."""
    dots = study.peers.dots(headlines())
    below = {
        key: (values["value"] < values.loc[values["epci"] == study.territory.code, "value"].item())
        for key, values in dots.groupby("indicator")
    }
    shares = {key: one.mean() for key, one in below.items()}
    assert {key for key, share in shares.items() if share > 0.9} == {
        "poverty_rate_2021",
        "unemployment_2018",
        "neet_2018",
        "floods_per_commune",
    }
    assert {key for key, share in shares.items() if share < 0.1} == {"median_income_2021"}
