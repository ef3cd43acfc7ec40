"""The table of the book's own sentences."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.show import sentences
from bassin.show.sentences import ruled
from bassin.topics.tried import COUNTED, ORDER, Rule, above, below, tried, within
from bassin.words import speaking, write

ROW = {
    "chapter": "03_outcome",
    "title": "Did it work?",
    "sentence": "It grew by <3>%.",
    "exhibit": "fig-outcome-jobs",
    "check": "grew",
    "area": "zone",
    "period": "2018-2023",
    "unit": "%",
    "decimals": 1,
    "grade": "A",
    "note": "",
    "low": float("nan"),
    "high": float("nan"),
    "interval": ORDER,
    "agreeing": 2,
    "tried": 3,
    "word": "fragile",
    "files": ["insee/a.csv"],
    "vintage": "2023",
}
CHOICES = {(2018, "all_zones"): 3.0, (2018, "alike_20"): 1.0, (2019, "alike_20"): -1.25}


@pytest.fixture
def shown() -> sentences.Exhibit:
    """One sentence, by three choices."""
    table = pd.DataFrame.from_dict({"grew": ROW}, orient="index").rename_axis("id")
    found = tried(CHOICES, ["start", "zones"], (2018, "all_zones"), above(0), ORDER)
    return sentences.audited(
        table, {"grew": found}, name="tab-findings", caption="All.", source="the files"
    )


def test_a_row_has_the_word_and_its_numbers(shown: sentences.Exhibit):
    """And the choices that give another answer, in words."""
    assert shown.sentences is not None
    (row,) = shown.sentences.rows
    assert (row.word, row.beside, row.estimate) == ("fragile", "2 of 3 choices", "3.0%")
    assert row.otherwise == ["start 2019, zones The 20 zones most alike"]
    assert row.curve == [(-1.25, False), (1.0, True), (3.0, True)]
    assert (row.chosen, row.ends) == (2, [0.0])
    assert row.over == "3 choices (start, zones), from \N{MINUS SIGN}1.2% to 3.0%."
    assert shown.sentences.score == [("fragile", 1)]


def test_a_place_among_the_choices_has_its_name():
    """A code says nothing to a reader; what is no place is worded as ever."""
    table = pd.DataFrame.from_dict({"grew": ROW}, orient="index").rename_axis("id")
    choices = {("30132", "all_zones"): 3.0, ("30007", "all_zones"): 1.0, ("30007", "other"): -1.0}
    found = tried(choices, ["commune", "zones"], ("30132", "all_zones"), above(0), ORDER)
    names = {"30132": "La Grand-Combe", "30007": "Alès"}
    about = {"name": "tab-findings", "caption": "All.", "source": "the files"}
    shown = sentences.audited(table, {"grew": found}, names=names, **about)
    assert shown.sentences is not None
    assert shown.sentences.rows[0].otherwise == ["commune Alès, zones other"]
    assert shown.sentences.rows[0].chosen == 2
    assert shown.data.loc[["grew"], "choice"].str.contains("La Grand-Combe").sum() == 1
    assert not shown.data["choice"].str.contains("30").any()


def test_choices_are_said_in_the_language_spoken():
    """Their decimals, where the number comes from, and the files' periods."""
    row = ROW | {"vintage": "about 2010-2012; 2019"}
    table = pd.DataFrame.from_dict({"grew": row}, orient="index").rename_axis("id")
    choices = {(2018, "0.15"): 3.0, (2019, "0.15"): -1.0}
    found = tried(choices, ["start", "level"], (2018, "0.15"), above(0), ORDER)
    with speaking("fr"):
        shown = sentences.audited(
            table, {"grew": found}, name="tab-findings", caption="Tout.", source="les fichiers"
        )
        assert shown.sentences is not None
        (said,) = shown.sentences.rows
    assert [one.replace("\N{NARROW NO-BREAK SPACE}", " ") for one in said.otherwise] == [
        "début : 2019, seuil d’égalité : 0,15"
    ]
    assert said.vintage.replace("\N{NARROW NO-BREAK SPACE}", " ") == "vers 2010-2012 ; 2019"


def test_the_data_have_a_row_a_choice(shown: sentences.Exhibit):
    """Which of them the sentence makes, and what is known of it."""
    assert list(shown.data["estimate"]) == [3.0, 1.0, -1.25]
    assert list(shown.data["own"]) == [True, False, False]
    assert set(shown.data["sentence"]) == {"It grew by <3>%."}
    assert shown.data["choice"].iloc[0] == "start: 2018, zones: All zones together"
    assert "payload" not in shown.csv


def test_where_and_when_are_in_the_language_spoken():
    """Area, period and vintages, each part of them; the choices too; files are names."""
    where = {"area": "north and west of Alès Agglomération", "period": "about 2023"}
    told = {**ROW, **where, "vintage": "RP 2018 and 2013; 2019", "files": ["a.csv", "b.csv"]}
    table = pd.DataFrame.from_dict({"grew": told}, orient="index").rename_axis("id")
    found = tried({"median": 3.0, "poverty": -1.0}, ["measure"], "median", above(0), ORDER)
    with speaking("fr"):
        shown = sentences.audited(
            table, {"grew": found}, name="tab-findings", caption="Tout.", source="les fichiers"
        )
    assert shown.sentences is not None
    (row,) = shown.sentences.rows
    assert row.where == "nord et ouest d’Alès Agglomération, vers 2023"
    assert row.vintage == "RP 2018 et 2013\u202f; 2019"
    assert row.otherwise == ["mesure\u202f: taux de pauvreté"]
    first = shown.data.iloc[0]
    assert first["choice"] == "mesure\u202f: niveau de vie médian"
    assert (first["area"], first["period"]) == (
        "nord et ouest d’Alès Agglomération",
        "vers 2023",
    )
    assert (first["vintage"], first["files"]) == ("RP 2018 et 2013\u202f; 2019", "a.csv; b.csv")


def test_elsewhere_it_is_a_plain_table(shown: sentences.Exhibit):
    """Escaped, as any."""
    assert "It grew by &lt;3&gt;%." in shown._repr_html_()
    assert shown.payload["sentences"]["rows"][0]["id"] == "grew"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (above(0), "holds above 0.0"),
        (below(-0.5), "holds below \N{MINUS SIGN}0.5"),
        (within(0, 0), "holds at 0.0"),
        (within(10, 90), "holds from 10.0 to 90.0"),
        (Rule(least=0.25), "holds from 0.25 on"),
        (Rule(most=5), "holds up to 5.0"),
    ],
)
def test_what_bears_a_sentence_out_is_said(rule: Rule, said: str):
    """With as many digits as the end has."""
    one = tried({2018: 3.0}, ["year"], 2018, rule, COUNTED)
    assert write(ruled(one, 1)) == said


def test_a_contested_claim_has_its_verdict_beside():
    """And is told as a claim: what the study says."""
    row = {**ROW, "verdict": "compatible", "why": "in_words"}
    table = pd.DataFrame.from_dict({"grew": row}, orient="index").rename_axis("claim")
    found = tried(CHOICES, ["start", "zones"], (2018, "all_zones"), above(0), ORDER)
    shown = sentences.contested(
        table, {"grew": found}, name="tab-audit-curves", caption="All.", source="the files"
    )
    assert shown.sentences is not None
    assert (shown.sentences.kind, shown.sentences.rows[0].verdict) == ("claims", "compatible")
    assert shown.table is not None
    assert shown.table.head == ["The study says", "Verdict", "How sure", "Its number", "Evidence"]
    assert list(shown.data["why"]) == ["in_words"] * 3
