"""The coverage of indicators in words, on the toy France."""

from __future__ import annotations

import re

from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.indicators.declaration import WeightedMean
from bassin.show import coverage
from bassin.study import Study
from bassin.topics.contrast import measures
from bassin.topics.national import National
from bassin.words import exhibit, speaking
from bassin.words.en import declarations as terms
from bassin.words.en import indicators as en


def test_every_column_has_a_header_and_every_row_its_words(toy: Sources):
    """A row an indicator, in the order asked; counts are those of the table."""
    keys = ["car_pct", "poverty_rate_pct"]
    found = National(toy).coverage(keys)
    table = coverage.lines(found)
    assert set(table) == set(exhibit("tab-files-indicators")["labels"])
    assert table["indicator"].to_list() == [en.LABELS[key] for key in keys]
    assert table["added"].to_list() == ["weighted mean", "as published"]
    assert table["masked"].to_list() == found["masked"].to_list()
    assert table["epci"].to_list() == found["epci"].to_list()


def test_every_indicator_has_a_line_made_from_its_declaration(toy: Sources):
    """Its words, how it adds up and by what, its files with the publisher's columns."""
    table = coverage.declared(toy).set_index("indicator")
    assert set(coverage.declared(toy)) == set(exhibit("tab-files-declared")["labels"])
    assert list(table.index) == [en.LABELS[key] for key in catalogue.INDICATORS]
    access = table.loc[en.LABELS["gp_2023"]]
    assert access["added"] == "weighted mean, by standardised population"
    assert access["unit"] == "consultations a year for an inhabitant"
    about = catalogue.find("gp_2023").reads[0]
    assert access["files"] == f"{about.files(toy)[0]} ({about.columns[0]})"
    assert table.loc[en.LABELS["neet_2018"], "years"] == "2016–2020"
    assert table.loc[en.LABELS["poverty_rate_pct"], "masked"] == terms.MASKS["small_communes"]


def test_what_there_is_is_told_in_each_language(toy: Sources):
    """A line a row, and a sentence that names what is missing."""
    study = Study("200000018", sources=toy)
    for language, begins in (("en", r"\d+ of \d+ indicators"), ("fr", r"Sur \d+ indicateurs")):
        with speaking(language):
            words = exhibit("tab-files-available", place=study.territory.called)
            shown = coverage.available(study.available(), study.territory.called, **words)
            note = coverage.told_of(study.available(), study.territory.called)
        assert re.match(begins, note)
        assert "Bassin de Mineville" in note
        assert shown.table is not None
        assert shown.table.notes == note


def test_words_of_weights_and_units_are_of_something():
    """None is left behind by a declaration that is gone."""
    rules = [one.rule for one in catalogue.INDICATORS.values()]
    weights = {rule.weight for rule in rules if isinstance(rule, WeightedMean)}
    assert set(terms.WEIGHTS) == weights
    # Distances are of the contrast alone, which declares no national table of them.
    own = {unit for unit, _ in measures.OWN.values()}
    assert set(terms.MEASURES) | own == set(terms.UNITS)
