"""Numeric tokens of the study's text.

The text is not part of the project. What is kept of it is the list of its numeric tokens, each by
line and rank in the line, in ``data/study/numbers.csv``, and its fingerprint. With the text at
hand :func:`numeric_tokens` finds the same list again.

A token is one of these, as printed, with plain spaces:

- digits, thousands grouped by a plain, no-break or thin space, with a decimal comma, a sign stuck
  to them, a percent sign or a word of scale after them: ``114 491``, ``−16 %``, ``4,7 millions``.
  Ranges are two tokens (``15-29``). The number of a figure is one (``2.4``), as is ``1er``.
- a year and the mark of a footnote stuck to it, in the text as it was extracted from the page, are
  two tokens: ``20002`` is ``2000`` and ``2``. Any run of five or six digits that begins with a year
  is read so; the study groups its thousands.
- a Roman numeral: a century (``XIXe``), or the number of a figure (``Figure II``).
- a word of :data:`WORDS`: cardinal, ordinal, fraction, approximate number or multiple, and
  *une poignée*, on which some claims rest. Spans of years (*décennie*, *siècle*) are none.
- *un* and *une* are articles, unless *seul(e)*, *an* or *de ces* follows. *fois* is no token: in
  *deux fois* the token is *deux*, and *à la fois* counts nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable

import pandas as pd

#: Lines of figure 1.2. A space there parts two columns and thousands are not grouped: its total
#: is printed ``309 3895``.
TWO_COLUMNS = range(409, 429)

UNITS = "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
SCALE = "million millions milliard milliards"
#: Words that carry a quantity or a rank, and what they stand for; *une poignée* has no number.
VALUES: dict[str, float] = {
    **{word: number for number, word in enumerate(UNITS.split(), start=2)},
    **{"zéro": 0, "un": 1, "une": 1, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50},
    **{"soixante": 60, "cent": 100, "cents": 100, "mille": 1000},
    **{"million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9},
    **{"premier": 1, "première": 1, "premiers": 1, "premières": 1},
    **{"second": 2, "seconde": 2, "seconds": 2, "secondes": 2, "deuxième": 2, "deuxièmes": 2},
    **{"troisième": 3, "troisièmes": 3, "troisièmement": 3, "quatrième": 4, "cinquième": 5},
    **{"demi": 1 / 2, "demie": 1 / 2, "moitié": 1 / 2, "moitiés": 1 / 2, "tiers": 1 / 3},
    **{"quart": 1 / 4, "quarts": 1 / 4, "double": 2, "doublé": 2, "triple": 3, "triplé": 3},
    **{"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30},
    **{"cinquantaine": 50, "centaine": 100, "millier": 1000, "milliers": 1000},
    "poignée": float("nan"),
}
#: The words themselves: *un* and *une* are mostly articles, and have a rule of their own.
WORDS = tuple(word for word in VALUES if word not in ("un", "une"))

_NUMERALS = {"I": 1, "V": 5, "X": 10}

_SPACE = "[ \u00a0\u2009\u202f]"
_SCALED = rf"(?:{_SPACE}+(?:{'|'.join(SCALE.split())})\b)?"
_WORD = rf"(?<![\w’'-])(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?!\w)"
_ONE = r"(?<!\w)une?(?=\s+(?:seule?|an|de ces)\b)"
_ROMAN = rf"(?-i:\b[IVX]+e\b|(?<=[Ff]igure{_SPACE})[IVX]+\b)"


def _digits(whole: str) -> str:
    return (
        rf"(?:(?<![\w\u2212])\u2212)?{whole}(?:[.,]\d+)?(?:er|re|ème|e)?(?![.,]?\d){_SCALED}"
        rf"(?:{_SPACE}*%)?"
    )


_GLUED = (
    r"(?<!\d)(?:1[5-9]|20)\d{2}(?=\d{1,2}(?!\d))|(?<=(?:1[5-9]|20)\d{2})(?<!\d{5})\d{1,2}(?!\d)"
)
_GROUPED = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)"
_REST = "|".join([_ROMAN, _WORD, _ONE])
_TOKEN = re.compile("|".join([_GLUED, _digits(rf"(?<!\d)(?:{_GROUPED}|\d+)"), _REST]), re.I)
_TOKEN_TWO_COLUMNS = re.compile("|".join([_digits(r"(?<!\d)\d+"), _REST]), re.I)


def numeric_tokens(text: str, two_columns: Container[int] = TWO_COLUMNS) -> pd.DataFrame:
    r"""Find every numeric token of the text.

    Parameters
    ----------
    text : str
        The study's text, lines ended by ``\n``.
    two_columns : container of int, optional
        Lines, from 1, where a space parts columns and never groups thousands.

    Returns
    -------
    DataFrame
        ``line`` (from 1), ``position`` (from 1 in its line), ``token`` (as printed, each space a
        plain one), in the order of the text.

    Examples
    --------
    >>> numeric_tokens("De 1990 à 20002, 4,7 millions\nun tiers des XIXe")["token"].to_list()
    ['1990', '2000', '2', '4,7 millions', 'tiers', 'XIXe']
    """
    rows = []
    for number, line in enumerate(text.split("\n"), start=1):
        pattern = _TOKEN_TWO_COLUMNS if number in two_columns else _TOKEN
        for position, found in enumerate(pattern.finditer(line), start=1):
            rows.append((number, position, re.sub(r"\s+", " ", found.group())))
    return pd.DataFrame(rows, columns=["line", "position", "token"]).astype(
        {"line": "int64", "position": "int64", "token": str}
    )


def value(token: str) -> float:
    """Number a token stands for: of an ordinal its rank, of a century its number.

    Raises
    ------
    ValueError
        If it is no token of :func:`numeric_tokens`.

    Examples
    --------
    >>> [value(token) for token in ("−16 %", "3,2 millions", "1er", "XIXe", "centaine", "tiers")]
    [-16.0, 3200000.0, 1.0, 19.0, 100.0, 0.3333333333333333]
    """
    word = token.lower()
    if word in VALUES:
        return float(VALUES[word])
    if re.fullmatch(r"[IVX]+e?", token):
        digits = [_NUMERALS[letter] for letter in token.rstrip("e")]
        following = [*digits[1:], 0]
        return float(sum(-a if a < b else a for a, b in zip(digits, following, strict=True)))
    plain = token.rstrip("% ").replace("\u2212", "-").replace(",", ".")
    found = re.fullmatch(rf"(-?[\d .]+?)(?:er|re|ème|e)?(?: ({'|'.join(SCALE.split())}))?", plain)
    if found is None:
        raise ValueError(f"{token!r} is no number")
    return float(found[1].replace(" ", "")) * VALUES.get(found[2] or "", 1)


def text_sha256(text: str) -> str:
    """SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def tokens_sha256(tokens: Iterable[tuple[int, int, str]]) -> str:
    """SHA-256 of a list of tokens: ``line:position:token``, one a line, in UTF-8."""
    lines = "".join(f"{line}:{position}:{token}\n" for line, position, token in tokens)
    return hashlib.sha256(lines.encode()).hexdigest()
