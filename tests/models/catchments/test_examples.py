"""The examples of the docstrings run, and give what they print."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

from bassin.models import catchments

MODULES = (*("decay", "inequality", "measures", "opportunities", "origin_destination", "rational"),)


@pytest.mark.parametrize("name", MODULES)
def test_examples_give_what_they_print(name):
    """With the names that the package hands out."""
    module = import_module(f"bassin.models.catchments.{name}")
    found = doctest.testmod(module, extraglobs=vars(catchments))
    assert found.attempted > 0
    assert found.failed == 0


def test_every_measure_and_decay_has_an_example_and_a_formula_or_a_source():
    """Whoever meets one can try it."""
    for name in catchments.__all__:
        one = getattr(catchments, name)
        if callable(one) and not isinstance(one, type) and name != "origin_destination":
            assert ">>>" in one.__doc__, name
            assert ":cite:" in one.__doc__ or ".. math::" in one.__doc__, name
