"""The sentences of the chapters that have a check: found in the prose, with their numbers."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from tests.fixtures import ROOT

from bassin.claims.chapters import EXECUTED, chapters, read_chapter
from bassin.claims.sentences import (
    PREFIX,
    SentenceError,
    glued,
    plain,
    sentences,
    spans,
    spans_of,
)
from bassin.errors import NotExecutedError
from bassin.read.findings import findings

#: What is in no span of a bullet: what the book thinks, and says that it does.
OPINIONS = {
    "01_territory": {
        "We think that series must be on constant geography; those of this book are, unless it is "
        "said.",
    },
    "05_ageing": {
        "We do not know whether they stay.",
        "We cannot check the share of 1975, which is the study's alone.",
    },
    "06_medical_deserts": {
        "So we do not find the contrast of the study in the last two editions; we do not know how "
        "much of that is their new method. [Four lines](09_reversal.ipynb) are compared elsewhere.",
        "which leaves out the salaried doctors of the miners' health centres. We cannot tell from "
        "them how much that relieves.",
        "We do not know which the study means.",
    },
    "13_land_skills": {
        "The study alone prints {glue:text}`land_offered` left for firms and {glue:text}"
        "`land_asked` asked for in a year: a stock and a flow, neither in a public file. We "
        "cannot tell whether land is acutely short.",
        "We read the law so that it halves consumption over 2021–2031, not from 2031 on.",
        "We have not verified the rest of the list.",
    },
    "08_education": {
        "It is of everyone of 15 and over out of school: we think that it says nothing "
        "of the young, nor of the people of working age.",
    },
    "10_risks": {
        "We think that a plan is no ban, and its absence no permit. We do not know from "
        "these files how much land risk takes from industry.",
    },
    "03_outcome": {
        "We think that this tells neither that reconversion failed, nor that it worked.",
    },
}
#: What else is in no span: counts, and what the method is. No sentence that gives a direction,
#: an order or a cause is among them.
COUNTED = {
    "02_waves": {
        "Three waves, {glue:text}`waves_events` dated events. plants of large groups, "
        "then small firms and takeovers, then closures and programmes of the State.",
        "{glue:text}`waves_closures_known` of {glue:text}`waves_closures` do. Nor do all"
        " openings: the balance is incomplete on both sides.",
    },
    "09_reversal": {
        "The date depends on the line: {glue:text}`reversal_first_turn` to "
        "{glue:text}`reversal_last_turn`.",
        "except near the mines.",
        "Internet and public transport are not tested for the time of the study, nor is "
        "whether the old towns are cut off.",
        "{glue:text}`reversal_car` of the employed mainly went to work by car at the "
        "census of 2021, where {glue:text}`reversal_car_printed` is printed:",
    },
    "11_instruments": {
        "Every other year needs an index.",
        "{glue:text}`instr_untested` of {glue:text}`instr_claims`: "
        "{glue:text}`instr_not_obtained` want a public file, "
        "{glue:text}`instr_not_public` unpublished papers, {glue:text}`instr_context` are"
        " context.",
    },
    "12_ecosystem": {
        "It tells many of the school's relations in a section on the school,",
        "too few, and chosen by hand, to say more.",
        "The prize, by its own figures, cost {glue:text}`eco_job_euros` a job, before any"
        " support in kind.",
    },
    "14_audit": {
        "{glue:text}`audit_holding_pct` of {glue:text}`audit_data` (grades A and B). "
        "{glue:text}`audit_source` more, on laws, rows and pages of others that were read"
        " by hand, are not counted there.",
        "so that over all {glue:text}`audit_claims` the share that hold is between "
        "{glue:text}`audit_bound_low` and {glue:text}`audit_bound_high`, as what nothing "
        "tests is false or true.",
        "{glue:text}`audit_text` more were held against the text alone. "
        "{glue:text}`audit_text_holding`. We think that this says that the text is "
        "careful, and no more.",
        "In {glue:text}`audit_contradicted` places the text says two things of one, the "
        "[list](#audit-contradictions) has both, and says which one to quote where that "
        "can be told.",
        "{glue:text}`audit_untested` claims are not tested, and not thereby doubted. "
        "{glue:text}`audit_not_obtained`; {glue:text}`audit_not_public` rest on papers "
        "that are not public, {glue:text}`audit_context` are context.",
    },
    "15_travel": {
        "The minutes are those of an empty road.",
        "Half of the points of the file are {glue:text}`near_m` metres or more from the "
        "town hall. We think that between town halls the model gives too many minutes.",
        "What it says of one side against the other has these errors in it.",
        "The pairs are of Occitanie and its edge. Elsewhere the model is a transfer: "
        "Relief and density beyond those of the pairs count as their extremes.",
        "The way is the straight line. Estuaries, lakes and ridges without a pass are "
        "crossed as if there were a road.",
        "Without the field, errors of neighbours that share no commune are drawn as if "
        "they had nothing in common.",
    },
    "16_files": {
        "{glue:text}`files_raw` of {glue:text}`files_all` in its layout, "
        "{glue:text}`files_reshaped` in another container. The others were typed by hand,"
        " or are someone else's computation.",
        "and all numbers rest on copies. Whoever has the publisher's file can compare: "
        "`data/README.md` says how to put it in place.",
    },
}
#: Section of a chapter each bullet of which is to have a check, and that of the landing page.
SECTIONS = ("## What to keep", "## Five answers")
READ = {name: read_chapter(path) for name, path in chapters(ROOT).items()}


def bullets(notebook: nbformat.NotebookNode) -> list[str]:
    """Bullets of the section that says what to keep of a chapter; of the landing page, its five."""
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        for heading in SECTIONS:
            _, found, rest = cell.source.partition(f"{heading}\n")
            if found:
                section = re.split(r"^#{1,2} ", rest, maxsplit=1, flags=re.MULTILINE)[0]
                listed = re.split(r"\n\n(?!-|\d+\.)", section.strip(), maxsplit=1)[0]
                return [
                    part.strip()
                    for part in re.split(r"^(?:-|\d+\.) ", listed, flags=re.MULTILINE)
                    if part.strip()
                ]
    return []


def outside(bullet: str) -> str:
    """What of a bullet is in no span: words that have no check; nor the title of an answer.

    Nor how sure it is, and the exhibit it is read from, which end each answer.
    """
    bullet = re.sub(r"^\*\*[^*]*\*\*", "", bullet)
    bullet = re.sub(r"How sure: \*[^*]*\*\.\s+See\s+\{numref\}`[a-z0-9-]*`\.$", "", bullet)
    for name, inside in list(spans(bullet)):
        bullet = bullet.replace(f"[{inside}]{{#{PREFIX}{name}}}", "")
    return " ".join(bullet.split())


@pytest.mark.parametrize("chapter", [name for name, one in READ.items() if bullets(one)])
def test_each_bullet_has_a_check_or_says_that_it_is_an_opinion(chapter: str):
    """All of its words are in a span, or known to claim nothing that a check could deny."""
    listed = bullets(READ[chapter])
    assert all(list(spans(bullet)) or outside(bullet) for bullet in listed)
    known = OPINIONS.get(chapter, set()) | COUNTED.get(chapter, set())
    assert {words for words in map(outside, listed) if words} == known


def test_chapters_without_what_to_keep_are_known():
    """No chapter is passed over because its section is called otherwise."""
    assert {name for name, one in READ.items() if not bullets(one)} == {
        "17_findings",
        "18_look_up",
    }


def test_every_sentence_has_its_row_and_every_row_its_sentence():
    """In the chapter that the row says."""
    told = {name: chapter for chapter, one in READ.items() for name, _ in spans_of(one)}
    assert told == findings(ROOT / "data")["chapter"].to_dict()


def test_a_span_may_hold_links_and_brackets():
    """It begins at the bracket that its end closes."""
    text = "A [b [c](d) [e](f).]{#finding-one} [g]{#other} [h]{#finding-two}"
    assert list(spans(text)) == [("one", "b [c](d) [e](f)."), ("two", "h")]
    with pytest.raises(SentenceError, match="finding-one: its span has no"):
        list(spans("b]{#finding-one}"))


def test_what_is_in_no_span_is_found():
    """Two spans of the same words are two."""
    assert outside("[a]{#finding-x} b [a]{#finding-y}\n  c") == "b c"
    assert outside("**A: b.** [c]{#finding-x} d How sure: *e*. See {numref}`fig-f`.") == "d"


def test_bullets_end_with_their_section():
    """Those of What to keep, and the numbered ones of the landing page."""
    cells = [
        nbformat.v4.new_markdown_cell("# T\n\n- not one\n"),
        nbformat.v4.new_markdown_cell(
            "## What to keep\n\n- one\n  more\n- two\n\nProse.\n\n- three"
        ),
    ]
    assert bullets(nbformat.v4.new_notebook(cells=cells)) == ["one\n  more", "two"]
    ten = nbformat.v4.new_markdown_cell(
        "## Five answers\n\n1. one\n2. two\n\nMore.\n\n## How\n\n- x"
    )
    assert bullets(nbformat.v4.new_notebook(cells=[ten])) == ["one", "two"]


def test_a_sentence_is_told_as_a_reader_sees_it():
    """Values in, mark-up out."""
    text = (
        "*It* grew {cite}`x` by {glue:text}`a.ipynb::n:s` ({numref}`fig-x`), "
        "{term}`zone` [z](b.md)."
    )
    assert plain(text, {"a.ipynb::n": "3%"}) == "It grew by 3%, zone z."
    with pytest.raises(SentenceError, match="no chapter says 'n'"):
        plain("{glue:text}`n`", {})


def value(name: str, written: str) -> nbformat.NotebookNode:
    """A cell that keeps a value for the prose."""
    output = nbformat.v4.new_output(
        "display_data",
        data={"application/papermill.record/text/plain": repr(written)},
        metadata={"scrapbook": {"name": name, "mime_prefix": "application/papermill.record/"}},
    )
    return nbformat.v4.new_code_cell("say()", outputs=[output])


def book(root: Path, *prose: str) -> Path:
    """A project of chapters that each say one value, executed."""
    (root / "notebooks").mkdir()
    (root / EXECUTED).mkdir(parents=True)
    names = [f"{rank:02d}_part" for rank in range(1, len(prose) + 1)]
    lines = "".join(f"  - file: notebooks/{name}\n" for name in names[1:])
    toc = f"format: jb-book\nroot: notebooks/{names[0]}\nchapters:\n{lines}"
    (root / "_toc.yml").write_text(toc, encoding="utf-8")
    for name, text in zip(names, prose, strict=True):
        cells = [nbformat.v4.new_markdown_cell(f"# Of {name}\n\n{text}"), value(f"n{name}", name)]
        notebook = nbformat.v4.new_notebook(cells=cells)
        nbformat.write(notebook, root / EXECUTED / f"{name}.ipynb")
        cells[1].outputs = []
        nbformat.write(notebook, root / "notebooks" / f"{name}.ipynb")
    return root


def test_numbers_are_those_of_the_executed_chapters(tmp_path: Path):
    """Of its own, and of another."""
    first = "[It is {glue:text}`n01_part`.]{#finding-own}"
    second = "- [There {glue:text}`01_part.ipynb::n01_part:s`.]{#finding-other}"
    table = sentences(book(tmp_path, first, second))
    assert table.to_dict("index") == {
        "own": {"chapter": "01_part", "title": "Of 01_part", "sentence": "It is 01_part."},
        "other": {"chapter": "02_part", "title": "Of 02_part", "sentence": "There 01_part."},
    }


def test_a_chapter_that_is_not_executed_is_named(tmp_path: Path):
    """Its numbers are not known."""
    root = book(tmp_path, "[A.]{#finding-a}", "[B.]{#finding-b}")
    (root / EXECUTED / "02_part.ipynb").unlink()
    with pytest.raises(NotExecutedError, match="02_part"):
        sentences(root)


def test_an_identifier_is_that_of_one_sentence(tmp_path: Path):
    """Else a link would lead to either."""
    with pytest.raises(SentenceError, match="02_part: two sentences are called finding-a"):
        sentences(book(tmp_path, "[A.]{#finding-a}", "[B.]{#finding-a}"))


def test_values_of_a_notebook_without_any():
    """Cells of prose have no outputs."""
    assert glued(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("x")])) == {}
