"""Numbers, dates and patterns of sentences, written in the language of the edition.

Signs and separators are those of Babel. A number is rounded before it is written, from its own
binary value, so that all languages round alike.
"""

from __future__ import annotations

import datetime
import math
import re
import string
from collections.abc import Mapping, Sequence
from decimal import Decimal
from numbers import Integral, Real
from types import ModuleType
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from bassin.indicators import catalogue
from bassin.phrase import Amount, Name, Phrase
from bassin.places.names import PlaceName
from bassin.words.language import WordError, current
from bassin.words.placing import placed
from bassin.words.told import told
from bassin.words.yearly import of_key

MINUS = "\N{MINUS SIGN}"
NBSP = "\N{NO-BREAK SPACE}"

#: Key of the unit whose sign stands in a cell.
PERCENT = "percent"
#: Kinds of exhibits that a declared indicator may be drawn in, as their names begin.
DRAWN = ("map", "fig")
#: A format specification: a sign wanted or not, thousands grouped or not, the decimals; or whole
#: digits, as of a year.
_SPEC = re.compile(r"(?P<sign>\+?)(?P<group>,?)(?:\.(?P<decimals>\d+)f|d)?(?P<unit>.*)", re.DOTALL)


def number(value: float, spec: str = ",.0f", unit: str = "") -> str:
    """Write a number as the prose of the edition does.

    Negatives take the true minus sign. A unit follows a non-breaking space; the percent sign stands
    where the language has it.

    Parameters
    ----------
    value : float
        The number. Zero never keeps a minus sign, whatever it was rounded from.
    spec : str
        A format specification, such as ``",.0f"``, ``".1f"``, ``"+.1f"`` or ``"d"``.
    unit : str
        What is counted, such as ``"km"`` or ``"%"``; nothing by default.

    Raises
    ------
    ValueError
        If the value is not finite: a missing number is to be said in words; or if the
        specification is none of the kind above.

    Examples
    --------
    >>> number(132799)
    '132,799'
    >>> number(-3.24, ".1f", "%")
    '−3.2%'
    >>> number(-0.001, "+.1f")
    '0.0'
    """
    if not math.isfinite(value):
        raise ValueError(f"{value!r} cannot be written as a number: say in words why it is missing")
    found = _SPEC.fullmatch(spec)
    if found is None or found["unit"]:
        raise ValueError(f"{spec!r} is no format of a number; write it as ',.0f', '+.1f' or 'd'")
    decimals = int(found["decimals"] or 0)
    rounded = Decimal(format(value, f".{decimals}f"))
    pattern = ("#,##0" if found["group"] else "0") + ("." + "0" * decimals if decimals else "")
    language = current()
    written = format_decimal(abs(rounded), format=pattern, locale=language.locale)
    if rounded < 0:
        written = MINUS + written
    elif found["sign"] and rounded > 0:
        written = "+" + written
    return language.with_unit(written, unit, float(rounded))


def date(day: datetime.date, form: str = "") -> str:
    """Write a day in full, or as a form of Babel's has it.

    Examples
    --------
    >>> date(datetime.date(2023, 1, 1)), date(datetime.date(2023, 1, 1), "d MMMM")
    ('1 January 2023', '1 January')
    """
    language = current()
    form = form or language.day
    if day.day == 1 and language.first:
        form = re.sub(r"\bd\b", f"'{language.first}'", form)
    return format_date(day, format=form, locale=language.locale)


def p_value(p: float) -> str:
    """Write a p-value: three decimals under a tenth, two over, and no zero.

    Parameters
    ----------
    p : float

    Raises
    ------
    ValueError
        If it is not between 0 and 1.

    Examples
    --------
    >>> p_value(0.0313), p_value(0.5), p_value(1)
    ('0.031', '0.50', '1.00')
    """
    if not 0 <= p <= 1:
        raise ValueError(f"{p!r} is no p-value: it lies between 0 and 1")
    if p < 0.001:
        return f"<{NBSP}{number(0.001, '.3f')}"
    return number(p, ".3f" if p < 0.1 else ".2f")


def typeset(sentence: str) -> str:
    """Give negative numbers a minus sign and ranges of numbers an en dash.

    Examples
    --------
    >>> typeset("-11.1% in 1975-1999")
    '−11.1% in 1975–1999'
    """
    dashed = re.sub(r"(?<=\d)-(?=\d)", "\N{EN DASH}", sentence)
    return re.sub(r"(?<!\w)-(?=\d)", MINUS, dashed)


def roman(n: int) -> str:
    """Write a number in Roman numerals, as French does a century.

    Examples
    --------
    >>> roman(19), roman(18), roman(4)
    ('XIX', 'XVIII', 'IV')
    """
    written = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        written += letters * (n // value)
        n %= value
    return written


def counted(n: int, of: str) -> str:
    """Write how many there are of something.

    Parameters
    ----------
    n : int
    of : str
        What is counted: the words have a phrase ``count.<of>``.

    Examples
    --------
    >>> counted(1, "commune"), counted(1200, "commune")
    ('1 commune', '1,200 communes')
    """
    return write(Phrase(f"count.{of}", n=int(n)))


def write(said: object) -> str:
    """Put into words what is to be said.

    Parameters
    ----------
    said : Phrase, Name, PlaceName or str
        A text is written as it is, or as :func:`bassin.words.told.told` has it.

    Raises
    ------
    WordError
        If the language lacks the pattern, or the phrase lacks what the pattern names.

    Examples
    --------
    >>> write(Phrase("list.more", shown=["Alès", "Anduze"], n=1200))
    'Alès, Anduze and 1,200 more'
    """
    if isinstance(said, Phrase):
        pattern = current().pattern(said.key, said.given.get("n"))
        return _Patterns(said).vformat(pattern, (), said.given)
    return _written(said, "")


class _Patterns(string.Formatter):
    """A pattern: ``{name}``, ``{name:.1f%}``, ``{year:d}``, ``{names: and }``, ``{list:; |.1f%}``.

    A day is written in full, or as what follows the colon has it: ``{day:d MMMM}``; the name of a
    place in the form that follows it: ``{place:the}``.

    A number is written by the specification after the colon, its unit included, and with grouped
    thousands where there is none; in Roman numerals by ``{century:R}``; a ``Decimal`` with the
    digits that it has, and the unit after the colon. A list is joined by what
    follows the colon, by a comma and a space where nothing does; its items by what follows the bar.
    """

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase

    def get_value(self, name: int | str, _args: Sequence[Any], values: Mapping[str, Any]) -> Any:
        if name not in values:
            raise WordError(f"phrase {self.phrase.key!r}: its pattern names {name!r}, it does not")
        return values[str(name)]

    def format_field(self, value: Any, format_spec: str) -> str:
        try:
            return _written(value, format_spec)
        except ValueError as error:
            raise WordError(f"phrase {self.phrase.key!r}: {error}") from error


def _written(value: object, spec: str) -> str:
    if isinstance(value, Name):
        return called(value)
    if isinstance(value, str):
        return told(value)
    if isinstance(value, Phrase):
        return write(value)
    if isinstance(value, PlaceName):
        return placed(value, spec)
    if isinstance(value, Amount):
        about = catalogue.find(value.indicator)
        return amount(value.value, about.fmt, about.unit)
    if isinstance(value, Sequence):
        between, _, each = spec.partition("|")
        return (between or ", ").join(_written(item, each) for item in value)
    if isinstance(value, datetime.date):
        return date(value, spec)
    if isinstance(value, Decimal):
        if re.search(r"\d", spec):
            raise ValueError(f"{value!r} has its own digits: write no {spec!r} after the colon")
        return number(float(value), f",.{max(0, -int(value.as_tuple().exponent))}f", spec.strip())
    if isinstance(value, bool) or not isinstance(value, Real):
        raise ValueError(f"{value!r} is neither a number nor a name nor a phrase")
    if spec == "R":
        return roman(int(float(value)))
    found = _SPEC.fullmatch(spec)
    unit = found["unit"] if found else ""
    bare = spec.removesuffix(unit) or (",.0f" if isinstance(value, Integral) else "")
    if not bare:
        raise ValueError(f"{value!r} has no format: write its decimals after a colon, as :.1f")
    return number(float(value), bare, unit.strip())


def amount(value: float, fmt: str, unit: str) -> str:
    r"""Write a number and its unit, this by its key.

    Examples
    --------
    >>> amount(21340, ",.0f", "euros_a_unit"), amount(4.25, ".1f", "percent")
    ('21,340\xa0€', '4.2%')
    """
    return number(value, fmt, _declarations().UNITS[unit])


def _declarations() -> ModuleType:
    return current().module("declarations")


def format_of(key: str) -> str:
    """Format of a column that shows a declared indicator, with its percent sign.

    Parameters
    ----------
    key : str
        Of :data:`bassin.indicators.catalogue.INDICATORS`.

    Examples
    --------
    >>> format_of("car_pct"), format_of("gp_2023")
    ('.1f %', '.2f')
    """
    about = catalogue.find(key)
    return f"{about.fmt} %" if about.unit == PERCENT else about.fmt


def shown(key: str, kind: str) -> dict[str, str]:
    """Label, unit and format of a map or a figure that shows a declared indicator."""
    about, words = catalogue.find(key), current().module("indicators")
    family = re.sub(r"(_\d{4})+$", "", key)
    title = words.TITLES.get(key) or words.TITLES.get(family) or of_key(words.LABELS, key)
    fmt = about.drawn or about.fmt
    if kind == "map":
        return {"label": title, "unit": _declarations().LEGENDS.get(about.unit, ""), "fmt": fmt}
    return {"ylabel": title, "unit": _declarations().AXES.get(about.unit, ""), "fmt": fmt}


def caption_of(key: str) -> str:
    """Caption of a map or a figure that has none of its own: what its declaration says.

    Examples
    --------
    >>> caption_of("vacant_pct")
    'Private dwellings vacant, 2025 (%, edition 2025). Private dwellings that are vacant, of all \
private dwellings.'
    """
    about, words = catalogue.find(key), current().module("indicators")
    told = {"label": words.LABELS[key], "counts": words.COUNTS[key], "vintage": about.vintage}
    return write(Phrase("exhibit.declared", measure=_declarations().MEASURES[about.unit], **told))


def exhibit(name: str, /, *, shows: str = "", **values: Any) -> dict[str, Any]:
    """Words of a figure, a map or a table: the arguments of :mod:`bassin.show` that are words.

    Parameters
    ----------
    name : str
        Of the exhibit: ``"map-apl"``.
    shows : str
        Key of the declared indicator that a map or a figure shows, of any of its years: its
        declaration gives label, unit and format, but where the words have another label; and the
        caption where they have none, so that a map or a figure needs no words of its own.
    **values
        What the words name, as for a phrase.

    Returns
    -------
    dict
        ``name`` and the words: ``caption``, and what the exhibit has of ``label``, ``labels``,
        ``titles``, ``xlabel``, ``ylabel``, ``unit``, ``notes`` ... ``formats`` are those of the
        columns of a table that are typed, and of those that show a declared indicator.

    Raises
    ------
    WordError
        If the language has no words for it, or they name what is not given.
    """
    kind, language = name.partition("-")[0], current()
    says_itself = bool(shows) and kind in DRAWN and name not in language.exhibits
    words = {} if says_itself else _filled(language.exhibit(name), Phrase(name, **values))
    declared = {"caption": caption_of(shows), **shown(shows, kind)} if shows else {}
    formats = {column: format_of(key) for column, key in words.pop("columns", {}).items()}
    if formats or "formats" in words:
        words["formats"] = {**formats, **words.get("formats", {})}
    return {"name": name, **declared, **words}


def _filled(words: Any, told: Phrase) -> Any:
    if isinstance(words, str):
        # A caption that is markup stays so.
        return type(words)(_Patterns(told).vformat(words, (), told.given))
    if isinstance(words, Mapping):
        return {
            _filled(key, told) if isinstance(key, str) else key: _filled(word, told)
            for key, word in words.items()
        }
    if isinstance(words, Sequence):
        return [_filled(word, told) for word in words]
    return words


def called(code: str) -> str:
    """What a code is called: a side, a category, a place that no file names.

    Raises
    ------
    WordError
        If the language has no name for it.

    Examples
    --------
    >>> called("north_west")
    'north and west'
    """
    return current().name(code)
