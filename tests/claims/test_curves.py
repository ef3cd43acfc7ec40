"""Contested claims: which they are, what is refused, and how they are counted."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from bassin.claims import curves as module
from bassin.claims.curves import CurveError, Curves, contested, listed, refuse_another
from bassin.claims.findings import Run, described
from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read import printed
from bassin.topics.tried import COUNTED, Tried, above, tried

NAN = float("nan")


def claim(verdict: str, grade: str, found: float = NAN, printed: float = NAN) -> dict[str, object]:
    """A number where something is found, else a statement."""
    kind = "statement" if printed != printed else "number"
    row = {"verdict": verdict, "grade": grade, "kind": kind, "found": found}
    return {**row, "published": printed, "rounding": 0.5, "rounds": "nearest"}


VERDICTS = pd.DataFrame.from_dict(
    {
        "as-printed": claim("confirmed by data", "A", 72.2, 72.0),
        "near": claim("compatible", "B", 74.0, 72.0),
        "as-printed-too": claim("compatible", "B", 72.4, 72.0),
        "off": claim("differs", "A", 76.0, 72.0),
        "said": claim("compatible", "B"),
        "denied": claim("not compatible", "B"),
        "by-the-text": claim("contradicted", "C", 76.0, 72.0),
        "by-a-page": claim("differs", "S", 76.0, 72.0),
        "of-the-text": claim("consistent in the text", "D"),
        "untested": claim("not obtained", "N"),
    },
    orient="index",
).rename_axis("id")


def found(*values: float) -> Tried:
    """A number by some years, the claim's the first."""
    years = dict(enumerate(values, start=2018))
    return tried(years, ["year"], 2018, above(0), COUNTED)


def test_what_data_test_and_a_choice_may_turn_is_contested():
    """What is found as printed is not, nor what the text or a page alone speaks of."""
    assert contested(VERDICTS).to_dict() == {
        "near": "tolerated",
        "off": "fails",
        "said": "in_words",
        "denied": "fails",
    }


def study_with(monkeypatch: pytest.MonkeyPatch, **rows: tuple[str, str]) -> SimpleNamespace:
    """A study whose list of contested claims has these rows."""
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["curve", "reason"])
    table = table.assign(unit="%", decimals=1, note="").rename_axis("claim")
    monkeypatch.setattr(printed, "contested", lambda *_: table)
    return SimpleNamespace(sources=None, epci="200000018")


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ({"near": ("grew", "")}, "row 'off': no row"),
        ({"near": ("grew", ""), "off": ("", "one_list"), "more": ("grew", "")}, "is not contested"),
    ],
)
def test_the_list_has_a_row_for_each_and_no_other(
    monkeypatch: pytest.MonkeyPatch, rows: dict[str, tuple[str, str]], what: str
):
    """The ledger says which."""
    why = pd.Series({"near": "tolerated", "off": "fails"})
    with pytest.raises(DataError, match=what):
        listed(study_with(monkeypatch, **rows), why)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("verdict", "number", "values"),
    [
        ("compatible", NAN, (-1.0, 2.0)),
        ("differs", NAN, (1.0, 2.0)),
        ("compatible", 3.0, (2.0, 1.0)),
    ],
)
def test_a_curve_is_of_the_claim_that_was_judged(
    verdict: str, number: float, values: tuple[float, ...]
):
    """Another answer, or another number, is an error."""
    row = pd.Series({"verdict": verdict, "found": number}, name="grew")
    with pytest.raises(CurveError, match=r"'grew' is .* by the choice 2018"):
        refuse_another(row, found(*values))


def test_one_choice_alone_is_no_curve():
    """A reason is wanted."""
    row = pd.Series({"verdict": "compatible", "found": NAN}, name="grew")
    refuse_another(row, found(1.0, -2.0))
    with pytest.raises(CurveError, match="one choice alone"):
        refuse_another(row, found(1.0))


def test_curves_count_words_and_reasons(monkeypatch: pytest.MonkeyPatch, toy: Sources):
    """One is checked twice as two claims; another admits no choice."""
    rows = {"near": ("grew", ""), "off": ("fell", ""), "said": ("", "one_list")}
    study = study_with(monkeypatch, denied=("fell", ""), **rows)
    study.sources = toy
    made = {"grew": Run(found(74.0, 1.0, 2.0, -1.0), ()), "fell": Run(found(-3.0, -1.0), ())}
    monkeypatch.setattr(module, "_run", lambda _, __, curve: made[curve])
    verdicts = VERDICTS.copy()
    verdicts.loc["off", "found"] = -3.0
    curves = Curves.of(study, verdicts)  # type: ignore[arg-type]
    assert curves.table["word"].to_dict() == {
        "near": "fragile",
        "off": "robust",
        "said": "one_reading",
        "denied": "robust",
    }
    assert curves.table.loc["near", ["agreeing", "tried"]].tolist() == [3, 4]
    told = curves.facts()
    assert (told["curves"], told["curves_drawn"], told["curves_alone"]) == (4, 3, 1)
    assert (told["curves_robust"], told["curves_fragile"], told["curves_one_list"]) == (2, 1, 1)
    assert (told["curves_fails"], told["curves_choices"]) == (2, 8)
    assert set(described(curves.runs, toy)["tried"]) == {4, 2}
