"""The declarations hold together: words, units, tables, keys."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

import pytest
from tests.fixtures.places import MINEVILLE

from bassin.errors import ChoiceError
from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.indicators.declaration import FIELDS, Indicator, NotAdditive, Read, Sum
from bassin.places.membership import KINDS
from bassin.read import printed
from bassin.topics.contrast import measures
from bassin.topics.national import TABLES
from bassin.words.en import declarations as terms
from bassin.words.en import indicators as en


def without_words(declared: Iterable[Indicator]) -> list[str]:
    """What the words lack, for each declaration."""
    lacking = []
    for one in declared:
        wanted = {
            "label": en.LABELS.get(one.key),
            "what it counts": en.COUNTS.get(one.key),
            "unit": terms.UNITS.get(one.unit),
            "field": terms.FIELDS.get(one.field),
            "mask": terms.MASKS.get(one.masked),
            "rule": terms.RULES.get(type(one.rule).__name__),
            "better": terms.BETTER.get(one.better),
        }
        lacking += [f"{one.key}: no {name}" for name, words in wanted.items() if words is None]
    return lacking


def test_every_declaration_has_its_words():
    """Label, sentence, unit, field, mask, rule."""
    assert without_words(catalogue.INDICATORS.values()) == []


@pytest.mark.parametrize("field", ["key", "unit", "field", "masked"])
def test_a_declaration_without_words_fails(field: str):
    """The check above tells a word that is not there."""
    told = without_words([dataclasses.replace(catalogue.find("car_pct"), **{field: "nowhere"})])
    assert told
    assert all("no " in words for words in told)


def test_words_are_of_something():
    """No label, sentence or unit is left behind by a declaration that is gone."""
    declared = catalogue.INDICATORS
    assert set(en.LABELS) == set(en.COUNTS) == set(declared)
    units = {one.unit for one in declared.values()}
    assert set(terms.UNITS) == units | {unit for unit, _ in measures.OWN.values()}
    assert set(terms.MEASURES) == units
    assert {*terms.LEGENDS, *terms.AXES} <= units
    families = {re.sub(r"(_\d{4})+$", "", key) for key in declared}
    assert set(en.TITLES) <= {*declared, *families}
    assert set(terms.FIELDS) == set(FIELDS)
    assert set(terms.KINDS) == set(KINDS)
    assert len(set(en.LABELS.values())) == len(declared)


def test_sentences_end_and_labels_do_not():
    """A sentence of what is counted has its full stop."""
    assert all(re.fullmatch(r"[A-Z].+\.", words) for words in en.COUNTS.values())
    assert not any(words.endswith(".") for words in en.LABELS.values())


def test_every_declaration_names_a_table():
    """By communes, and of groups where values are published; no table is left over."""
    named = {one.table for one in catalogue.INDICATORS.values()}
    rules = [one.rule for one in catalogue.INDICATORS.values()]
    named |= {rule.published for rule in rules if isinstance(rule, NotAdditive)}
    # Fires alone are what the contrast divides by its own outlines.
    assert named | {"risk.fires"} == set(TABLES)


def test_a_format_writes_a_number():
    """Each is one that Python knows."""
    for one in catalogue.INDICATORS.values():
        assert format(1234.5, one.fmt)


def test_what_does_not_add_up_says_of_which_groups_it_is_published():
    """And has a file for them."""
    for one in catalogue.INDICATORS.values():
        assert one.since <= one.until
        if isinstance(one.rule, NotAdditive):
            assert one.kinds
            assert any(read.role == "groups" for read in one.reads)
        else:
            assert one.kinds == KINDS


def test_a_key_is_declared_once():
    """Two of one key are refused."""
    car = catalogue.find("car_pct")
    with pytest.raises(ValueError, match="car_pct is declared twice"):
        catalogue._by_key([car, car])


def test_an_unknown_key_says_the_nearest():
    """As for an EPCI."""
    with pytest.raises(ChoiceError, match="There are car_pct"):
        catalogue.find("car_pc")


def test_what_the_contrast_shows_is_declared_or_its_own(toy: Sources):
    """Unit and format of each indicator are in one place; none is left behind."""
    listed = printed.contrast_expectations(toy, MINEVILLE).index
    assert not measures.OWN.keys() & catalogue.INDICATORS.keys()
    assert measures.OWN.keys() <= set(listed)
    for name in listed:
        unit, fmt = measures.written_in(name)
        assert unit in terms.UNITS
        assert format(1234.5, fmt)


def test_weights_of_the_contrast_are_of_declared_indicators():
    """No override is left behind."""
    assert set(measures.WEIGHTS) <= set(catalogue.INDICATORS)


def test_a_larger_file_is_read_instead(toy: Sources):
    """Where it is listed; a star stands for each departement at hand."""
    here = toy.manifest.index[0]
    assert Read(here, ()).files(toy) == [here]
    assert Read("insee/none.csv", (), instead=here).files(toy) == [here]
    assert Read("insee/none.csv", (), instead="insee/nor-this.csv").files(toy) == []
    every = Read("insee/rp_indicateurs_iris_*.parquet", ()).files(toy)
    assert every == [f for f in toy.manifest.index if f.startswith("insee/rp_indicateurs_iris_")]
    assert every


def test_sums_are_strict_unless_they_say_so():
    """A sum with a missing part is missing in every kind of group."""
    assert {Sum("n").least(kind) for kind in KINDS} == {1.0}
    assert Sum("n", wide=0.5).least("region") == 0.5
    assert Sum("n", wide=0.5).least("epci") == 1.0
