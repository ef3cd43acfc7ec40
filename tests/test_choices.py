"""Choices: what is none is named, with those there are, the nearest first."""

from __future__ import annotations

import numpy as np
import pytest

from bassin.choices import choosing, chosen, years_of
from bassin.errors import BassinError, ChoiceError

PROFESSIONS = ("nurse", "dentist", "midwife", "general_practitioner")


def refusal(name: str, value: object, known) -> str:
    """Words of the refusal of a choice."""
    with pytest.raises(ChoiceError) as caught:
        chosen(name, value, known)
    return str(caught.value)


def test_a_choice_is_given_back():
    """A number of numpy is the number."""
    assert chosen("year", 2018, (2013, 2018)) == 2018
    assert chosen("year", np.int64(2018), (2013, 2018)) == 2018
    assert chosen("year", 2018, np.array([2013, 2018])) == 2018


def test_a_misspelt_word():
    """The nearest word comes first, whatever its capitals; the others follow in their order."""
    assert refusal("profession", "Nurses", PROFESSIONS) == (
        "profession='Nurses' is no choice. There are nurse, dentist, midwife, general_practitioner."
    )


def test_a_year_out_of_reach():
    """The nearest years come first, and a long list is cut and counted."""
    said = refusal("year", 1850, range(1876, 2024))
    assert said.startswith("year=1850 is no choice. There are 1876, 1877, 1878, 1879,")
    assert said.endswith("1887 ... (148 in all).")


@pytest.mark.parametrize("value", [None, [], {}, True, float("nan"), "2018", 2018.5])
def test_what_is_no_year(value: object):
    """Nothing, a collection, a truth and a text are no years, though Python counts True as 1."""
    assert "2018" in refusal("year", value, (1, 2018))


def test_nothing_to_choose_from():
    """Where there is no choice at all the message says so."""
    assert refusal("year", 2018, ()) == "year=2018 is no choice. There are none."


def test_the_choices_are_kept():
    """A caller may show them in its own way."""
    with pytest.raises(ChoiceError) as caught:
        chosen("profession", "dentiste", PROFESSIONS)
    assert caught.value.choices == ("dentist", "nurse", "midwife", "general_practitioner")


def test_a_wrong_choice_is_a_wrong_value():
    """It is caught as any error of the package, and as any wrong value."""
    assert issubclass(ChoiceError, BassinError)
    assert issubclass(ChoiceError, ValueError)


class Asked:
    """Something with years of its own."""

    years = (2013, 2018)

    @choosing(year=lambda self: self.years, other=("a", "b"))
    def one(self, year: int, other: str | None = None) -> tuple[int, str | None]:
        """Give back."""
        return year, other

    @choosing(periods=lambda self: self.years)
    def between(self, periods) -> int:
        """Count periods."""
        return len(list(periods))


def test_choices_of_a_method():
    """They may depend on the object; an argument that is left out is no choice."""
    assert Asked().one(2013) == (2013, None)
    assert Asked().one(year=2018, other="b") == (2018, "b")
    with pytest.raises(ChoiceError, match="year=2019"):
        Asked().one(2019)
    with pytest.raises(ChoiceError, match="other='c'"):
        Asked().one(2018, "c")
    with pytest.raises(ChoiceError, match="year=None"):
        Asked().one(None)


def test_each_of_several_choices():
    """Of pairs of years, each year."""
    assert Asked().between([(2013, 2018), (2013, 2013)]) == 2
    with pytest.raises(ChoiceError, match="periods=2020"):
        Asked().between([(2013, 2018), (2018, 2020)])


def test_years_among_columns():
    """Words are no years."""
    assert years_of(["name", 2013, np.int64(2018)]) == [2013, 2018]
