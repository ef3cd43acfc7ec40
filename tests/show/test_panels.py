"""The panel of a chapter, the ledger, and the nodes that the book makes of them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from docutils import nodes
from sphinx.addnodes import download_reference, pending_xref
from tests.fixtures.qualified import QUALIFIED

from bassin.book.nodes.claims import PanelRows, fold, score
from bassin.book.nodes.ledger import LedgerRows, data_of, whole
from bassin.files.trace import Edition, opened, recording
from bassin.show import panels
from bassin.verdict import UNTESTED

WORDS = {"caption": "What is printed.", "source": "the study"}


def claim(verdict="confirmed by data", **given) -> dict[str, object]:
    common = QUALIFIED | {
        "lines": "12\N{EN DASH}14",
        "chapter": "population",
        "locus": "chapter 2",
        "heading": "Le retournement",
        "statement": "People of the basin",
        "published": 6.17,
        "unit": "%",
        "kind": "number",
        "rounding": 0.005,
        "tolerance": 1.0,
        "check": "people",
        "expected": verdict,
        "found": 9.92125,
        "gap": 3.75125,
        "holds": np.nan,
        "finding": "There are more.",
        "detail": "",
        "verdict": verdict,
        "grade": "A",
        "vintage": "2018-2022",
        "files": ["insee/a.csv", "study/b.csv"],
        "premises": [],
        "cannot_fail": "",
        "epci": "200066918",
    }
    return common | given


def claims(*verdicts: str) -> pd.DataFrame:
    """One claim a verdict, named by its rank."""
    rows = {
        f"c-{rank}": claim(verdict, grade="N" if verdict in UNTESTED else "A")
        for rank, verdict in enumerate(verdicts)
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")


@pytest.fixture
def places() -> pd.DataFrame:
    """Where the claims of the chapter are shown."""
    rows = {"population": {"title": "Population", "exhibit": "tab-people-claims"}}
    return pd.DataFrame.from_dict(rows, orient="index")


@pytest.fixture
def sections() -> pd.DataFrame:
    """Where claims are discussed, under the identifiers given here."""
    names = ["people", "c-0", "c-1"]
    rows = {name: {"section": "Where people went", "exhibit": "map-growth"} for name in names}
    return pd.DataFrame.from_dict(rows, orient="index")


def test_a_short_panel_shows_all_it_tested_what_differs_first():
    """Where that fits a screen; what nothing tests is folded, by why nothing does."""
    tested = ["confirmed by data", "supported", "not compatible", "differs"]
    table = claims("context", *tested, "not public", "contradicted", "not obtained")
    body = panels.verdicts(table, name="tab-people-claims", **WORDS).claims
    assert [one.verdict for one in body.shown] == ["contradicted", *reversed(tested)]
    assert [title for title, _ in body.folds] == [
        "1 claim not tested: not obtained",
        "1 claim not tested: not public",
        "1 claim not tested: context",
    ]
    assert all(n == (verdict in table["verdict"].tolist()) for verdict, n in body.score)


def test_a_panel_of_more_than_a_screen_folds_some_that_hold():
    """Never what does not hold; a count, so that no language folds what another shows."""
    table = claims(*["confirmed by data"] * 5, "not compatible", "differs", "contradicted")
    body = panels.verdicts(table, name="tab-people-claims", **WORDS).claims
    assert [one.verdict for one in body.shown] == [
        "contradicted",
        "differs",
        "not compatible",
        *["confirmed by data"] * 2,
    ]
    assert [(title, len(held)) for title, held in body.folds] == [("3 claims more that hold", 3)]


def test_a_long_panel_folds_what_holds():
    """So that a chapter does not open with a table of two screens."""
    table = claims(
        *["confirmed by data"] * 30, "differs", *["compatible"] * 8, *["not public"] * 40
    )
    body = panels.verdicts(table, name="tab-people-claims", **WORDS).claims
    assert [one.id for one in body.shown] == ["c-30"]
    assert [(title, len(folded)) for title, folded in body.folds] == [
        ("38 claims that hold", 38),
        ("40 claims not tested: not public", 40),
    ]


def test_a_panel_is_never_all_folded():
    """Where all hold, those that fit a screen are shown; where none can be tested, all are."""
    body = panels.verdicts(claims(*["confirmed by data"] * 20), name="tab-a", **WORDS).claims
    assert [len(body.shown), *(len(held) for _, held in body.folds)] == [5, 15]
    for verdicts in (["not public"], ["not public", "context"]):
        body = panels.verdicts(claims(*verdicts * 20), name="tab-people-claims", **WORDS).claims
        assert (len(body.shown), body.folds) == (20 * len(verdicts), [])


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ({}, ("6.17%", "9.92%", "+3.75 points")),
        (
            {"published": 149.0, "unit": "jobs", "found": 120.4, "gap": -28.6},
            ("149 jobs", "120", "−29"),
        ),
        (
            {"published": 1975.0, "unit": "year", "found": 2001.0, "gap": 26.0},
            ("1975", "2001", "+26"),
        ),
        (
            {"published": 12.0, "found": 11.94, "gap": -0.06},
            ("12%", "11.9%", "−0.1 points"),
        ),
        ({"found": np.nan, "gap": np.nan}, ("6.17%", "–", "–")),
        (
            {"published": np.nan, "unit": "", "found": np.nan, "gap": np.nan, "holds": 1.0},
            ("–", "holds", "–"),
        ),
        (
            {"published": np.nan, "unit": "", "found": np.nan, "gap": np.nan, "holds": 0.0},
            ("–", "does not hold", "–"),
        ),
        (
            {
                **{"published": np.nan, "unit": "", "found": np.nan, "gap": np.nan},
                **{"holds": 1.0, "verdict": "not obtained"},
            },
            ("–", "–", "–"),
        ),
    ],
)
def test_figures_are_written_as_they_are_printed(places, sections, given, written):
    """As many decimals as the study prints; a share found has one all the same."""
    table = pd.DataFrame([claim(**given)], index=["people"]).rename_axis("id")
    (one,) = panels.ledger(
        table, name="tab-ledger", places=places, sections=sections, **WORDS
    ).claims.shown
    assert (one.printed, one.found, one.gap) == written


def test_the_ledger_offers_all_it_knows(places, sections):
    """Its data have the files, the vintage, the gap; its claims, where the book shows them."""
    exhibit = panels.ledger(
        claims("differs"), name="tab-ledger", places=places, sections=sections, **WORDS
    )
    (one,) = exhibit.claims.shown
    assert (one.title, one.panel) == ("Population", "tab-people-claims")
    assert (one.section, one.exhibit) == ("Where people went", "map-growth")
    assert one.where == "Chapter 2, «\xa0Le retournement\xa0», lines 12–14"
    header, row = exhibit.csv.splitlines()
    assert header == (
        "id,chapter,locus,heading,lines,statement,published,found,finding,verdict,grade,detail,unit,gap,vintage,"
        "check,importance,effect,error,tolerance,tolerance_basis,tolerance_changed,later,margin,margin_basis,"
        "match_period,match_perimeter,match_definition,cannot_fail,premises,files"
    )
    assert "3.75125,2018-2022,people,detail,,,1,revision,,False,,,yes,yes,yes,," in row
    assert row.endswith("insee/a.csv; study/b.csv")
    assert "<table>" in exhibit._repr_html_()


def test_what_does_not_hold_is_shown_with_its_weight():
    """By the lines of the text, with the grade of the evidence."""
    table = claims("differs").assign(effect="reverses", error="slip", importance="essential")
    exhibit = panels.failing(table, name="tab-differs", **WORDS)
    assert exhibit.table.head == ["Lines", "The study says", "The files say", "Evidence", "Weight"]
    assert exhibit.table.rows[0][-2:] == ["A", "essential; slip; the sentence turns"]


def test_claims_that_nothing_tests_are_counted_by_what_would_tell():
    """In their order, with the lines of each; those tested are left out."""
    table = claims("not obtained", "not obtained", "differs", "not public").assign(
        finding=["A file.", "A file.", "There are more.", "Nothing."], lines=["5", "9", "9", "9"]
    )
    exhibit = panels.reasons(table, name="tab-people-untested", **WORDS)
    assert exhibit.csv.splitlines()[1:] == ['A file.,2,"5, 9"', "Nothing.,1,9"]


#: Files of the list of claims, of one claim, of others, and of something else in the notebook.
LISTED, OWN = (
    ["study/200066918/claims.csv", "study/200066918/headings.csv"],
    ["insee/a.csv", "study/b.csv"],
)
READ = [*LISTED, *OWN, "insee/other.csv", "insee/of-another-claim.csv"]


def test_a_panel_rests_on_what_its_claims_rest_on(places, sections):
    """Not on all that was read for the other claims of the chapter; on none that was not read."""
    tested, untested = claims("differs"), claims("not public")
    untested["files"] = [["insee/of-another-claim.csv", "insee/never-read.csv"]]
    with recording():
        for file in READ:
            opened(Edition(file))
        of_one = panels.verdicts(tested, name="tab-people-claims", **WORDS)
        of_other = panels.untested(untested, name="tab-people-untested", **WORDS)
        by_why = panels.reasons(pd.concat([tested, untested]), name="tab-people-reasons", **WORDS)
    assert of_one.files == tuple(sorted([*LISTED, *OWN]))
    assert of_other.files == by_why.files == ("insee/of-another-claim.csv", *LISTED)
    assert of_one.claims is not None


def test_the_ledger_says_how_sure_a_contested_claim_is(places, sections):
    """In the row, with its numbers, and in the data; of another claim nothing is said."""
    sure = pd.DataFrame(
        {"word": ["mostly"], "agreeing": [13], "tried": [16], "reason": [""]},
        pd.Index(["c-0"], name="claim"),
    )
    exhibit = panels.ledger(
        claims("differs", "compatible"),
        name="tab-ledger",
        places=places,
        sections=sections,
        sure=sure,
        **WORDS,
    )
    contested, other = exhibit.claims.shown
    assert contested.qualified[-1] == "How sure: mostly, 13 of 16 choices give this verdict."
    assert not any("How sure" in said for said in other.qualified)
    assert exhibit.data["sure"].fillna("").tolist() == ["mostly", ""]


def test_written_figures_are_keyed_by_claim():
    """For the prose: a key for what is printed, one for what is found."""
    assert panels.written(claims("differs"), "audit") == {
        "audit_c_0_printed": "6.17%",
        "audit_c_0_found": "9.92%",
    }


def rendered(rows: PanelRows, places: pd.DataFrame, sections: pd.DataFrame) -> nodes.table:
    table = claims("not obtained", "contradicted")
    body = panels.ledger(
        table, name="tab-ledger", places=places, sections=sections, **WORDS
    ).payload["claims"]
    return rows.table(body["shown"])


def test_a_row_of_the_ledger_is_a_target(places, sections):
    """Its name is that of the claim; the plain table has what is printed on paper."""
    head, *rows = rendered(LedgerRows(), places, sections).findall(nodes.row)
    heads = [cell.astext() for cell in head]
    assert heads == ["The study says", "Printed", "Found", "Verdict", "Evidence"]
    assert [row["names"] for row in rows] == [["claim-c-0"], ["claim-c-1"]]
    assert [cell.astext() for cell in rows[1]] == [
        "People of the basin",
        "6.17%",
        "9.92%",
        "contradicted",
        "A",
    ]


def test_a_row_of_the_ledger_opens_to_all_that_is_known(places, sections):
    """Where the book tells of the claim, its evidence, files, data; what filters read is kept."""
    table = claims("not obtained", "contradicted")
    exhibit = panels.ledger(
        table,
        name="tab-ledger",
        places=places,
        sections=sections,
        wanted=pd.Series({"c-0": "INSEE"}),
        **WORDS,
    )
    first, second = data_of(exhibit.payload["claims"], "/out").children
    assert first["claim"] == {
        "id": "c-0",
        "row": "claim-c-0",
        "statement": "People of the basin",
        "printed": "6.17%",
        "found": "9.92%",
        "verdict": "not-obtained",
        "grade": "N",
        "chapter": "population",
        "title": "Population",
        "importance": "detail",
        "wanted": "INSEE",
        "says": "There are more.",
    }
    assert (second["claim"]["says"], second["claim"]["wanted"]) == ("", "")
    for part in ("There are more.", "+3.75 points", "detail", "2018-2022", "insee/a.csv", "12–14"):
        assert part in second.astext()
    links = list(second.findall(pending_xref))
    assert [link["reftarget"] for link in links] == ["tab-people-claims", "map-growth", "claim-c-1"]
    assert [link.astext() for link in links] == ["Population", "Where people went", "c-1"]
    (data,) = second.findall(download_reference)
    assert data["reftarget"] == "/out/map-growth.csv"


def test_a_row_of_a_panel_leads_to_the_ledger(places, sections):
    """It says its grade, but for what has none."""
    _, *rows = rendered(PanelRows(), places, sections).findall(nodes.row)
    assert [next(row.findall(pending_xref))["reftarget"] for row in rows] == [
        "claim-c-0",
        "claim-c-1",
    ]
    assert "grade" not in rows[0].astext()
    assert "grade A" in rows[1].astext()
    assert "Printed: 6.17%. Chapter 2, «\xa0Le retournement\xa0», lines 12–14" in rows[1].astext()


@pytest.mark.parametrize(
    ("says", "shown"),
    [
        ("9.92% in the file.", "9.92% in the file."),
        ("The file has it.", "Found: 9.92%. The file has it."),
    ],
)
def test_a_found_number_is_said_once(says: str, shown: str):
    """Evidence that begins with it needs no announcement."""
    table = claims("differs").assign(finding=says)
    (one,) = panels.verdicts(table, name="tab-people-claims", **WORDS).payload["claims"]["shown"]
    assert PanelRows().cells(one)[2][0].astext() == shown


def test_badges_say_the_verdict_in_words():
    """Colour alone would not reach everyone."""
    line = score([("confirmed by data", 2), ("not obtained", 1)])
    badges = list(line.findall(nodes.inline))
    assert [badge.astext() for badge in badges] == ["2 confirmed by data", "1 not obtained"]
    assert badges[1]["classes"] == ["bassin-badge", "bassin-not-obtained"]


def test_a_fold_escapes_its_title():
    """Titles are words, not markup."""
    start, *_, end = fold("<b>", [nodes.paragraph()])
    assert "<summary>&lt;b&gt;</summary>" in start.astext()
    assert end.astext() == "</details>"


def test_a_row_says_what_it_concludes_from_and_that_it_cannot_fail(places, sections):
    """With a link to each premise's own row; nothing is said where there is nothing to say."""
    rows = {
        "c-0": claim(premises=["c-1", "people"], cannot_fail="A share cannot pass 100 %."),
        "c-1": claim(),
    }
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")
    exhibit = panels.ledger(table, name="tab-ledger", places=places, sections=sections, **WORDS)
    first, second = data_of(exhibit.payload["claims"], "").children
    assert "Concludes from: c-1, people." in first.astext()
    assert "Nothing could deny it: A share cannot pass 100 %." in first.astext()
    targets = [one["reftarget"] for one in first.findall(pending_xref)]
    assert {"claim-c-1", "claim-people"} <= set(targets)
    assert "Concludes" not in second.astext()
    assert "deny" not in second.astext()
    assert "c-1; people" in exhibit.csv


def test_a_reply_stands_in_the_row_of_its_claim(places, sections):
    """Above the evidence, with the answer; what moved the verdict is told after it."""
    table = claims("differs", "compatible")
    said = {"date": "2026-12-01", "who": "the author", "reply": "<b>1999</b> was meant."}
    replies = pd.DataFrame([{"claim": "c-0", **said, "answer": "It is 1999 that differs."}])
    moved = {"date": "2026-11-28", "from": "compatible", "to": "differs", "why": "A file came."}
    exhibit = panels.ledger(
        table,
        name="tab-ledger",
        places=places,
        sections=sections,
        replies=replies,
        errata=pd.DataFrame([{"claim": "c-0", **moved}]),
        **WORDS,
    )
    first, second = exhibit.payload["claims"]["shown"]
    said = [
        "the author, 1 December 2026: <b>1999</b> was meant.",
        "This book answers: It is 1999 that differs.",
    ]
    (cell, *_) = LedgerRows().cells(first)
    assert [line.astext() for line in cell[1:]] == said  # on paper too
    texts = [line.astext() for line in whole(first, "/out")]
    assert texts[1:4] == [*said, "There are more."]
    moved_to = "On 28 November 2026 the verdict moved from compatible to differs: A file came."
    assert texts.index(moved_to) > 3
    assert len(LedgerRows().cells(second)[0]) == 1
    assert not [line for line in whole(second, "/out") if "moved" in line.astext()]


def test_files_are_offered_beside_the_ledger(places, sections):
    """Their texts travel with it; none by default."""
    words = {"name": "tab-ledger", "places": places, "sections": sections, **WORDS}
    with_file = panels.ledger(claims("differs"), offered={"claims.json": "{}"}, **words)
    assert with_file.payload["claims"]["offered"] == {"claims.json": "{}"}
    assert panels.ledger(claims("differs"), **words).payload["claims"]["offered"] == {}


def test_untested_claims():
    """Years have no thousands separator, counts have one; a statement has no number."""
    claims = pd.DataFrame(
        {
            "lines": ["1-2", "3", "4"],
            "statement": ["opens", "employs", "is large"],
            "published": [1981.0, 10000.0, None],
            "unit": ["year", "m²", ""],
            "verdict": ["not obtained", "not public", "context"],
            "finding": ["A register"] * 3,
            "files": [[], [], []],
            "heading": "",
            "epci": "200066918",
        },
        index=["a", "b", "c"],
    )
    shown = panels.untested(claims, name="tab-untested", **WORDS)
    assert [row[2:5] for row in shown.table.rows] == [
        ["1981", "year", "not obtained"],
        ["10,000", "m²", "not public"],
        ["–", "–", "context"],
    ]
    assert shown.table.numeric == [False, False, True, False, False, False]
