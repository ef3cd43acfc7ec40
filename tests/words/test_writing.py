"""Numbers, dates and phrases, put into words."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal

import pytest

from bassin.phrase import Name, Phrase
from bassin.words import (
    WordError,
    called,
    counted,
    date,
    exhibit,
    number,
    p_value,
    typeset,
    write,
)
from bassin.words import language as languages


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        ((132799,), "132,799"),
        ((1234.5, ",.1f"), "1,234.5"),
        ((-3.2, ".1f"), "−3.2"),
        ((3.2, "+.1f", "%"), "+3.2%"),
        ((-0.04, ".1f"), "0.0"),
        ((0.04, "+.1f"), "0.0"),
        ((12, ",.0f", "km"), "12\N{NO-BREAK SPACE}km"),
        ((2019, "d"), "2019"),
        ((1234.5, "+,.0f"), "+1,234"),
    ],
)
def test_number(arguments, written):
    """A number has comma thousands, a true minus, no signed zero, and its unit in place."""
    assert number(*arguments) == written


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_number_refuses_what_is_not_one(value):
    """A missing number never becomes the word nan in a sentence."""
    with pytest.raises(ValueError, match="say in words"):
        number(value)


@pytest.mark.parametrize(
    ("p", "written"),
    [
        (0.0009, "<\N{NO-BREAK SPACE}0.001"),
        (0.001, "0.001"),
        (0.0496, "0.050"),
        (0.12, "0.12"),
        (1.0, "1.00"),
    ],
)
def test_p_value(p, written):
    """No p-value is written as zero."""
    assert p_value(p) == written


@pytest.mark.parametrize("p", [-0.1, 1.1, math.nan])
def test_p_value_refuses_what_is_not_one(p):
    """A probability lies between zero and one."""
    with pytest.raises(ValueError, match="no p-value"):
        p_value(p)


@pytest.mark.parametrize("spec", [".1g", ",.2e", "x", ".1f km"])
def test_a_format_that_is_none_is_refused(spec):
    """What Babel is not asked for would be written as the machine does."""
    with pytest.raises(ValueError, match="is no format of a number"):
        number(1.0, spec)


@pytest.fixture
def toy_words(monkeypatch):
    """A language of a few words, with French numbers."""
    words = languages.Language(
        code="toy",
        locale="fr",
        day="d MMMM y",
        percent="{n}\N{NO-BREAK SPACE}%",
        sentences={
            "rate": "{share:.1f%} en {year:d}",
            "rates": "Taux : {each:; }.",
            "years": "{years: et |d}",
            "people": "{n} habitants de {town}, {side}",
        },
        exhibits={
            "tab-a": {
                "caption": "Habitants en {year:d}.",
                "labels": {"n": "Habitants", "{year:d}": "Année"},
                "titles": ["{year:d}", "b"],
                "bins": 3,
            }
        },
        names={"north_west": "nord et ouest"},
    )
    monkeypatch.setattr("bassin.words.writing.current", lambda: words)
    return words


@pytest.mark.usefixtures("toy_words")
def test_phrases_hold_numbers_names_codes_and_phrases():
    """Each is written as the language has it: decimals, thousands, percent sign, joints."""
    rates = [Phrase("rate", share=12.34, year=2019), Phrase("rate", share=-0.04, year=2020)]
    assert write(Phrase("rates", each=rates)) == (
        "Taux : 12,3\N{NO-BREAK SPACE}% en 2019; 0,0\N{NO-BREAK SPACE}% en 2020."
    )
    assert write(Phrase("years", years=[2019, 2020])) == "2019 et 2020"
    said = write(Phrase("people", n=1234, town="Alès {n}", side=Name("north_west")))
    assert said == "1\N{NARROW NO-BREAK SPACE}234 habitants de Alès {n}, nord et ouest"


@pytest.mark.usefixtures("toy_words")
def test_words_of_an_exhibit_are_filled_in():
    """Captions, labels and titles name what varies; what is no text stays."""
    assert exhibit("tab-a", year=2019) == {
        "name": "tab-a",
        "caption": "Habitants en 2019.",
        "labels": {"n": "Habitants", "2019": "Année"},
        "titles": ["2019", "b"],
        "bins": 3,
    }


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        (Phrase("nothing"), "no SENTENCES of 'nothing'"),
        (Phrase("rate", share=1.0), "names 'year'"),
        (Phrase("rate", share=math.nan, year=2019), "phrase 'rate': nan"),
        (Phrase("rate", share=None, year=2019), "neither a number nor a name"),
        (Phrase("people", n=1.5, town="", side=""), "has no format"),
        (Phrase("people", n=1, town="", side=Name("east")), "no NAMES of 'east'"),
    ],
)
@pytest.mark.usefixtures("toy_words")
def test_what_cannot_be_said_is_refused(phrase, told):
    """The message names the phrase and what it lacks."""
    with pytest.raises(WordError, match=told):
        write(phrase)


def test_a_day_is_written_in_full():
    """The day comes first, without a zero."""
    assert date(datetime.date(2023, 1, 1)) == "1 January 2023"


def test_what_no_language_has_is_refused():
    """A code without a name, an exhibit without words and a language that is none."""
    with pytest.raises(WordError, match="no NAMES of 'x'"):
        called("x")
    with pytest.raises(WordError, match="no EXHIBITS of 'fig-x'"):
        exhibit("fig-x")
    with (
        pytest.raises(WordError, match=r"no words in 'xx'; languages: en, fr"),
        languages.speaking("xx"),
    ):
        pass


def test_findings_are_typeset():
    """Minus signs and ranges of years, but not the hyphen of a name."""
    assert typeset("-11.1% at La Grand-Combe in 1975-1999") == (
        "−11.1% at La Grand-Combe in 1975–1999"
    )


def test_a_plural_is_that_of_the_number():
    """The language has a pattern for one, and one for others; a number is what chooses."""
    assert [counted(n, "territory") for n in (0, 1, 2, 1500)] == [
        "0 territories",
        "1 territory",
        "2 territories",
        "1,500 territories",
    ]
    with pytest.raises(WordError, match=r"'count\.commune' has a pattern by number, .* None"):
        write(Phrase("count.commune"))
    with pytest.raises(WordError, match=r"no SENTENCES of 'count\.tool'; add it"):
        counted(2, "tool")


def test_a_decimal_keeps_its_digits():
    """Those that were chosen for it; a pattern that gives others is refused."""
    assert write(Phrase("portrait.side.altitude.first", limit=Decimal("1247.50"))) == (
        "over 1,247.50\N{NO-BREAK SPACE}m"
    )
    with pytest.raises(WordError, match="its own digits"):
        write(Phrase("portrait.other_line", first="a", second="b", here=Decimal("6.4"), there=1.0))
