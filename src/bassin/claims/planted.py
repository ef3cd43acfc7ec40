"""Errors planted in what the study prints: how many would be seen.

Each number that is tested and holds is printed wrong, in each of twelve ways,
and judged again by the evidence at hand. An error is caught where the claim holds no longer. One
that changes less than is tolerated is not, and ought not to be. A statement is negated by turning
its evidence, in :mod:`bassin.claims.challenge`: on the evidence at hand its negation fails already.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from itertools import pairwise

import pandas as pd

from bassin.claims import judging
from bassin.claims.challenge import judged, moved_numbers
from bassin.files.transcribed import of_study
from bassin.indicators.stats import how_many
from bassin.phrase import Phrase
from bassin.read.printed import CLAIMS
from bassin.study import Study
from bassin.topics.finding import Finding
from bassin.topics.pages import PAGES
from bassin.verdict import HOLDING
from bassin.words import write

#: What is printed in the place of a number: of a claim, among all; NaN where it cannot go wrong so.
Error = Callable[[pd.Series, pd.DataFrame], float]


def _decimals(claim: pd.Series) -> int:
    """Decimals that a number is printed with."""
    return len(f"{claim['published']:.4f}".rstrip("0").partition(".")[2])


def _digits(claim: pd.Series) -> str:
    return f"{abs(claim['published']):.{_decimals(claim)}f}"


def _signed(claim: pd.Series, digits: str) -> float:
    return math.copysign(float(digits), claim["published"])


def _last_digit(claim: pd.Series, _others: pd.DataFrame) -> float:
    """One more in the last digit printed."""
    return float(claim["published"] + (2 * claim["rounding"] or 1))


def _first_digit(claim: pd.Series, _others: pd.DataFrame) -> float:
    """Another first digit: one more, or 8 for 9."""
    digits = _digits(claim)
    first = {"9": "8"}.get(digits[0], str(int(digits[0]) + 1))
    return _signed(claim, first + digits[1:])


def _swapped(claim: pd.Series, _others: pd.DataFrame) -> float:
    """The first two neighbours that are not the same digit, swapped."""
    digits = _digits(claim)
    for at, (one, other) in enumerate(pairwise(digits)):
        if one != other and "." not in one + other:
            return _signed(claim, digits[:at] + other + one + digits[at + 2 :])
    return math.nan


def _dropped(claim: pd.Series, _others: pd.DataFrame) -> float:
    """The first digit left out."""
    digits = _digits(claim)
    return _signed(claim, digits[1:]) if digits[1:2].isdigit() else math.nan


def _sign(claim: pd.Series, _others: pd.DataFrame) -> float:
    return float(-claim["published"]) if claim["published"] else math.nan


def _tenfold(claim: pd.Series, _others: pd.DataFrame) -> float:
    """The decimal mark lost, or a nought too many."""
    return float(10 * claim["published"]) if claim["published"] else math.nan


def _hundredth(claim: pd.Series, _others: pd.DataFrame) -> float:
    """A share for a percentage."""
    share = claim["unit"].startswith("%") and claim["published"]
    return float(claim["published"] / 100) if share else math.nan


def _complement(claim: pd.Series, _others: pd.DataFrame) -> float:
    """The others of a hundred."""
    share = claim["unit"].startswith("%") and 0 < claim["published"] < 100
    return float(100 - claim["published"]) if share else math.nan


def _moved(end: int) -> Error:
    """Less, or more, by as much as :func:`bassin.claims.challenge.moved_numbers` moves it."""
    return lambda claim, _others: moved_numbers(claim)[end]


def _of_another(column: str) -> Error:
    """The number of a claim like it, of another year or place: the nearest other one."""
    same = [name for name in ("unit", "topic", "period", "area") if name != column]

    def error(claim: pd.Series, others: pd.DataFrame) -> float:
        alike = (others[same] == claim[same]).all(axis=1) & (others[column] != claim[column])
        gaps = (others.loc[alike, "published"] - claim["published"]).abs()
        gaps = gaps[gaps > 0]
        return float(others.at[gaps.idxmin(), "published"]) if len(gaps) else math.nan

    return error


#: The two ways that move a number by a share of it.
MOVED = ("less", "more")
#: The ways, the subtlest first.
ERRORS: Mapping[str, Error] = {
    "last_digit": _last_digit,
    "another_year": _of_another("period"),
    "another_place": _of_another("area"),
    "swapped_digits": _swapped,
    "first_digit": _first_digit,
    "less": _moved(0),
    "more": _moved(1),
    "complement": _complement,
    "dropped_digit": _dropped,
    "tenfold": _tenfold,
    "hundredth": _hundredth,
    "sign": _sign,
}


def planted(study: Study, table: pd.DataFrame) -> pd.DataFrame:
    """Plant each error in each number that holds, and judge it again.

    Parameters
    ----------
    study : Study
        The one ``table`` was made with.
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.

    Returns
    -------
    DataFrame
        One row an error and claim: ``error`` (of :data:`ERRORS`), ``claim``, ``published``,
        ``planted``, ``caught`` (bool: the claim holds no longer).
    """
    holding = table[table["verdict"].isin(HOLDING) & (table["kind"] == "number")]
    claims = study.all_claims
    others = claims[claims["kind"] == "number"]
    rows = []
    for name in holding.index[holding["found"].notna()]:
        claim = claims.loc[name]
        for error, make in ERRORS.items():
            wrong = make(claim, others)
            if math.isnan(wrong) or wrong == claim["published"]:
                continue
            verdict = _again(study, claim.copy(), table.loc[name], wrong)
            rows.append((error, name, claim["published"], wrong, verdict not in HOLDING))
    columns = ["error", "claim", "published", "planted", "caught"]
    return pd.DataFrame(rows, columns=columns)


def _again(study: Study, claim: pd.Series, row: pd.Series, wrong: float) -> str:
    """Verdict on a claim had the study printed another number."""
    if claim["check"] != PAGES and of_study(study.epci, CLAIMS) in row["files"]:
        return judged(study, claim, wrong, reads=True)
    claim["published"] = wrong
    return judging.judge(claim, Finding(row["found"], row["grade"], row["finding"]))


def counted_errors(errors: pd.DataFrame) -> pd.DataFrame:
    """How many of the errors planted are caught, by kind.

    Parameters
    ----------
    errors : DataFrame
        As :func:`planted`.

    Returns
    -------
    DataFrame
        Index ``error`` (in words, in the order of :data:`ERRORS`); ``planted``, ``caught``,
        ``missed``.
    """
    table = errors.groupby("error")["caught"].agg(planted="size", caught="sum")
    table["missed"] = table["planted"] - table["caught"]
    table = table.loc[[error for error in ERRORS if error in table.index]]
    return table.rename(index=lambda error: write(Phrase(f"planted.{error}")))


def seen(errors: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """How many errors are caught: numbers moved, numbers wrong otherwise, statements negated.

    Parameters
    ----------
    errors : DataFrame
        As :func:`planted`.
    statements : DataFrame
        As :func:`bassin.claims.challenge.statements`.

    Returns
    -------
    DataFrame
        Index ``error`` (in words); ``claims`` (in which one was planted), ``planted``, ``caught``,
        ``missed``. No error is in two rows.
    """
    moved = errors["error"].isin(MOVED)
    negated = pd.DataFrame({"claim": statements.index, "caught": statements["negated"].to_numpy()})
    kinds = {"moved": errors[moved], "misprinted": errors[~moved], "negated": negated}
    rows = {}
    for kind, of in kinds.items():
        caught = how_many(of["caught"])
        counts = (int(of["claim"].nunique()), len(of), caught, len(of) - caught)
        rows[write(Phrase(f"planted.{kind}"))] = counts
    columns = ["claims", "planted", "caught", "missed"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("error")
