"""Words: sentences, labels, names and units by key, apart from data and code.

What is to be said is a :class:`bassin.phrase.Phrase` or a code; it is put into words here, in the
language of the edition. A language is a package of modules that hold plain mappings; see
:mod:`bassin.words.language`.
"""

from bassin.indicators.geography import compass
from bassin.words.language import LANGUAGES, WordError, current, speaking
from bassin.words.told import spaced, told, told_parts
from bassin.words.writing import (
    MINUS,
    NBSP,
    amount,
    called,
    counted,
    date,
    exhibit,
    format_of,
    number,
    p_value,
    typeset,
    write,
)

__all__ = [
    "LANGUAGES",
    "MINUS",
    "NBSP",
    "WordError",
    "amount",
    "called",
    "compass",
    "counted",
    "current",
    "date",
    "exhibit",
    "format_of",
    "number",
    "p_value",
    "spaced",
    "speaking",
    "told",
    "told_parts",
    "typeset",
    "write",
]
