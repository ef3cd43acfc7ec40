"""The list of the numbers of the text: what its reader refuses, and that claims stand on it."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.spoil import refused

from bassin.files.sources import Sources
from bassin.files.transcribed import STUDY, of_study
from bassin.read import printed, study_text
from bassin.study import ALES_AGGLOMERATION as ALES
from bassin.verdict import UNTESTED

#: Environment variable with the path of the study's text, which is not part of the project.
TEXT = "BASSIN_STUDY_TEXT"

Rows = list[dict[str, str]]


@pytest.fixture
def changed(real: Sources, tmp_path: Path) -> Callable[[Callable[[Rows], object]], Sources]:
    """Make a copy of the transcriptions whose list of numbers was changed, and recorded so."""
    shutil.copytree(real.root / STUDY, tmp_path / STUDY)

    def change(edit: Callable[[Rows], object]) -> Sources:
        path = tmp_path / of_study(ALES, printed.NUMBERS)
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
        edit(rows)
        table = pd.DataFrame(rows)
        table.to_csv(path, index=False, lineterminator="\n")
        tokens = [(int(r["line"]), int(r["position"]), r["token"]) for r in rows]
        record = tmp_path / of_study(ALES, printed.FINGERPRINT)
        print_ = pd.read_csv(record, dtype=str)
        print_["tokens_sha256"] = study_text.tokens_sha256(tokens)
        print_.to_csv(record, index=False)
        return Sources(tmp_path)

    return change


FIRST = "line 3, token '2018'"


@pytest.mark.parametrize(
    ("cells", "what", "column"),
    [
        ({"claim": ""}, "needs a claim or a reason", "reason"),
        ({"reason": "page"}, "needs a claim or a reason, and not both", "reason"),
        ({"claim": "no-such"}, "'no-such' is no claim of claims.csv", "claim"),
        ({"position": "2"}, "'2' is not the next in its line", "position"),
    ],
)
def test_a_number_has_one_claim_or_one_reason(changed, cells, what, column):
    """A token that is unassigned, assigned twice, to nothing, or out of place is refused."""
    sources = changed(lambda rows: rows[0].update(cells))
    with refused(of_study(ALES, printed.NUMBERS), what, column=column, row=FIRST):
        printed.numbers(sources, ALES)


def test_a_reason_of_its_own_is_refused(changed):
    """Reasons are a closed list."""
    sources = changed(lambda rows: rows[0].update(claim="", reason="because"))
    with refused(of_study(ALES, printed.NUMBERS), "'because' fails isin", column="reason", row=0):
        printed.numbers(sources, ALES)


def test_numbers_out_of_order_are_refused(changed):
    """The list is in the order of the text."""
    sources = changed(lambda rows: rows.append(rows.pop(0)))
    with refused(of_study(ALES, printed.NUMBERS), "'3' is out of order", column="line", row=FIRST):
        printed.numbers(sources, ALES)


def test_a_number_left_out_is_noticed(real: Sources, changed):
    """Without the fingerprint made anew, a list with a row less is not the one recorded."""
    recorded = (real.root / of_study(ALES, printed.FINGERPRINT)).read_bytes()
    sources = changed(lambda rows: rows.pop())
    (sources.root / of_study(ALES, printed.FINGERPRINT)).write_bytes(recorded)
    with refused(of_study(ALES, printed.NUMBERS), "648 tokens that are not the 649 recorded"):
        printed.numbers(sources, ALES)


def test_the_record_is_of_this_list(real: Sources):
    """As many tokens as recorded."""
    assert len(printed.numbers(real, ALES)) == int(printed.text_fingerprint(real, ALES)["tokens"])


def test_a_record_of_two_texts_is_refused(real: Sources, tmp_path: Path):
    """Two fingerprints leave open which text was read."""
    (tmp_path / of_study(ALES, "")).mkdir(parents=True)
    record = (real.root / of_study(ALES, printed.FINGERPRINT)).read_text()
    (tmp_path / of_study(ALES, printed.FINGERPRINT)).write_text(
        record + record.splitlines()[1] + "\n"
    )
    with refused(of_study(ALES, printed.FINGERPRINT), "2 rows where one is wanted"):
        printed.text_fingerprint(Sources(tmp_path), ALES)


def within(lines: str, line: pd.Series) -> pd.Series:
    first, _, last = lines.partition("-")
    return line.between(int(first), int(last or first))


def test_every_printed_number_is_in_the_text_where_the_claim_says(real: Sources):
    """A claim's number is that of a token on its lines, alone or added up ("two and a half")."""
    numbers = printed.numbers(real, ALES)
    claims = printed.claims(real, ALES)
    stray = []
    for name, claim in claims[claims["kind"] != "statement"].iterrows():
        own = numbers[(numbers["claim"] == name) & within(claim["lines"], numbers["line"])]
        said = [*own["value"], *(own["value"] / 1e6), own["value"].sum()]
        if own.empty or not np.isclose(said, claim["published"]).any():
            stray.append(name)
    assert stray == []


def test_a_statement_with_numbers_has_one_on_its_lines(real: Sources):
    """Numbers said again elsewhere may belong to it too, but not only those."""
    numbers = printed.numbers(real, ALES)
    claims = printed.claims(real, ALES)
    for name in set(numbers["claim"]) - {""}:
        lines = numbers.loc[numbers["claim"] == name, "line"]
        assert within(claims.at[name, "lines"], lines).any(), name


def test_every_reason_is_used_and_explained(real: Sources):
    """A reason no number has would only widen the list."""
    used = set(printed.numbers(real, ALES)["reason"]) - {""}
    assert used == set(printed.REASONS)


def test_a_claim_that_nothing_tests_says_what_would_tell(real: Sources):
    """Its note names a file, a publisher, or why there is none; a conclusion has its premises."""
    claims = printed.claims(real, ALES)
    drawn = claims["premises"].map(len) > 0
    untested = claims[claims["expected"].isin(UNTESTED) & ~drawn]
    assert (claims.loc[claims["untested"] != "", "note"] != "").all()
    assert untested.index[untested["note"] == ""].to_list() == []


def test_every_token_has_a_value(real: Sources):
    """Each token listed is one the rules would find, and can be read."""
    table = printed.numbers(real, ALES)
    assert table.loc[table["value"].isna(), "token"].unique().tolist() == ["poignée"]
    alone = [study_text.numeric_tokens(token)["token"].to_list() for token in table["token"]]
    # An article alone is none: it is one by the word after it.
    odd = {token for token, found in zip(table["token"], alone, strict=True) if found != [token]}
    assert odd == {"un", "Un", "une", "I", "II"}


@pytest.mark.skipif(TEXT not in os.environ, reason=f"{TEXT} does not name the study's text")
def test_the_list_is_that_of_the_text(real: Sources):
    """With the text at hand: it is the one recorded, and no token of it is left out or added."""
    text = Path(os.environ[TEXT]).read_text(encoding="utf-8")
    recorded = printed.text_fingerprint(real, ALES)
    assert study_text.text_sha256(text) == recorded["text_sha256"]
    assert text.count("\n") == int(recorded["lines"])
    listed = printed.numbers(real, ALES)[["line", "position", "token"]]
    pd.testing.assert_frame_equal(listed, study_text.numeric_tokens(text))


@pytest.mark.skipif(TEXT not in os.environ, reason=f"{TEXT} does not name the study's text")
def test_headings_are_those_of_the_text(real: Sources):
    """With the text at hand: each stands on its line, whatever lines it is broken into."""
    lines = Path(os.environ[TEXT]).read_text(encoding="utf-8").split("\n")
    for line, heading in printed.headings(real, ALES)["heading"].items():
        found = " ".join(" ".join(lines[line - 1 : line + 6]).split())
        assert found.startswith(heading), line


#: Short lines that stand alone as a heading does, and are none.
NO_HEADINGS = {"L’équipe de La Fabrique": "signs the foreword", "Annexe": "numbers a part"}


def alone(lines: list[str]) -> dict[int, str]:
    """Lines of the text that stand alone as a heading does, figures left out, by number from 1.

    They are a paragraph of one to three short lines with a capital and no mark at their end, apart
    from what follows. A space begins the first line of a page, which no empty line parts from the
    page before.
    """
    drawn, within = set(), False
    for number, line in enumerate(lines, start=1):
        within = within or bool(re.match(r"\s?Figure\s\S+\s–", line))
        drawn |= {number} if within else set()
        within = within and not re.match(r"\s?Sources?\s*:", line)
    found: dict[int, str] = {}
    paragraph: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        page = line.startswith(" ")
        if paragraph and (page or not line.strip()):
            first = number - len(paragraph)
            text = " ".join(" ".join(paragraph).split())
            short = len(paragraph) <= 3 and max(map(len, paragraph)) < 65
            open_end = re.search(r"[^\W\d]$|\?$", text)
            if short and open_end and text[0].isupper() and not page and first not in drawn:
                found[first] = text
            paragraph = []
        if line.strip():
            paragraph.append(line)
    return found


def test_a_heading_stands_alone_even_where_a_page_begins():
    """A line of prose, a caption and what a page cuts do not."""
    text = "It goes on.| A heading||Prose that ends.||Cut by the page| end.||"
    lines = f"{text}Figure 1 – Coal||A row||Source: a mine||Another|one|".split("|")
    assert alone(lines) == {2: "A heading", 15: "Another one"}


@pytest.mark.skipif(TEXT not in os.environ, reason=f"{TEXT} does not name the study's text")
def test_no_heading_of_the_text_is_left_out(real: Sources):
    """With the text at hand: what stands alone as a heading does is listed, or no heading."""
    lines = Path(os.environ[TEXT]).read_text(encoding="utf-8").split("\n")
    boxes = printed.headings(real, ALES)["until"].dropna()
    listed = printed.headings(real, ALES).index
    boxed = {n for line, until in boxes.items() for n in range(line, int(until) + 1)}
    found = alone(lines)
    left = {n: said for n, said in found.items() if n not in {*listed, *boxed}}
    assert set(left.values()) - {*NO_HEADINGS} == set()
    assert len(found) > len(listed) / 2


@pytest.mark.skipif(TEXT not in os.environ, reason=f"{TEXT} does not name the study's text")
def test_boxes_end_where_the_text_goes_on(real: Sources):
    """With the text at hand: a box's lines are double-spaced to its end, and not after it."""
    lines = Path(os.environ[TEXT]).read_text(encoding="utf-8").split("\n")
    for line, until in printed.headings(real, ALES)["until"].dropna().items():
        body = [bool(printed.strip()) for printed in lines[line + 1 : int(until)]]
        assert body == [rank % 2 == 0 for rank in range(len(body))], line
        assert len(body) % 2 == 1, line
