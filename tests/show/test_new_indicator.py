"""A declaration and two lines of words are all that an indicator needs to be everywhere."""

from __future__ import annotations

import dataclasses

import pytest

from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.indicators.declaration import Sum
from bassin.show import coverage
from bassin.topics.national import National
from bassin.words import format_of
from bassin.words.en import indicators as en
from bassin.words.writing import shown


def test_a_new_declaration_is_in_every_table(toy: Sources, monkeypatch: pytest.MonkeyPatch):
    """Its values, label, sentence, files, coverage and the words of its map; no other file."""
    new = dataclasses.replace(
        catalogue.find("car_pct"), key="toy_workers", rule=Sum("workers"), unit="jobs", fmt=",.0f"
    )
    monkeypatch.setattr(catalogue, "INDICATORS", {**catalogue.INDICATORS, new.key: new})
    monkeypatch.setattr(en, "LABELS", {**en.LABELS, new.key: "Workers, 2021"})
    monkeypatch.setattr(en, "COUNTS", {**en.COUNTS, new.key: "Employed residents."})
    line = coverage.declared(toy).set_index("indicator").loc["Workers, 2021"]
    assert (line["counts"], line["added"]) == ("Employed residents.", "sum")
    assert line["files"].startswith(new.reads[0].file)
    france = National(toy)
    reach = coverage.lines(france.coverage([new.key])).iloc[0]
    assert (reach["indicator"], reach["of"]) == ("Workers, 2021", "RP 2021")
    assert reach["known"] > 0
    assert france.by_commune(new.key).at["30001", "value"] == 300
    assert format_of(new.key) == ",.0f"
    assert shown(new.key, "map")["label"] == "Workers, 2021"
