"""Words of claims and verdicts: panels, the ledger, reports; the chapters that list them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bassin.words.en.declarations import KINDS

#: Verdicts, and a vintage, by codes that are spelt as in the list of claims and in the record.
NAMES: Mapping[str, str] = {
    "confirmed by data": "confirmed by data",
    "compatible": "compatible",
    "supported": "supported",
    "consistent in the text": "consistent in the text",
    "not compatible": "not compatible",
    "differs": "differs",
    "contradicted": "contradicted",
    "not obtained": "not obtained",
    "not public": "not public",
    "context": "context",
    "as printed": "as printed",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "edition.alike": "Nothing departs.",
    "edition.before": "before",
    "edition.blanks": "blanks",
    "edition.column": "column",
    "edition.departs": "What departs, and wants a reason:",
    "edition.median": "median",
    "edition.now": "now",
    "edition.sum": "sum",
    "edition.table": "{call}: {before} row(s) before, {now} now.",
    "edition.what": "",
    "newcomer.beside": "Beside {file}, of the nearest vintage:",
    "newcomer.longer": "{dataset} becomes longer: {before} before, {now} now.",
    "newcomer.places": "{call} has the {places} of {day}.",
    "newcomer.row": "Row of {file} in data/sources.csv:",
    # What each verdict means.
    "verdict.confirmed_by_data": "a public file of the same date gives the printed number within "
    "its rounding, or bears the statement out",
    "verdict.compatible": "a file of another date, perimeter or measure does, or the gap is within "
    "what was tolerated",
    "verdict.supported": "a public source says so, a law, some rows of a table or pages of others, "
    "that was read by hand; no file of its publisher was read",
    "verdict.consistent_in_the_text": "it agrees with other numbers and passages of the study; no "
    "file outside it was asked",
    "verdict.not_compatible": "evidence of another date, perimeter or measure says something else, "
    "by more than was tolerated",
    "verdict.differs": "evidence of the same date, perimeter and measure says something else",
    "verdict.contradicted": "the text itself, or its own arithmetic, says something else",
    "verdict.not_obtained": "a public file would tell; its name stands beside the claim, and it "
    "is not at hand",
    "verdict.not_public": "what would tell is kept by a firm or an office and is not published",
    "verdict.context": "background that the argument does not rest on; it is not audited",
    # Findings that no check writes.
    "claims.chapters": "{chapters}",
    "claims.no_better": "{own}. No better than what it concludes from: {premises:; }.",
    "claims.no_file": "No public file at hand.",
    "claims.not_judged": "{own}. Not judged: the study draws it from what is not tested: "
    "{premises:; }.",
    "claims.seen": "{wanted}. Seen, and no ground for a verdict: {says}",
    "claims.premise": "{statement} ({verdict})",
    "claims.drawn": "What the study draws from claims that are not tested",
    "claims.quoted": "works that the study quotes",
    "claims.quoting": "the study quotes",
    "claims.unnamed": "Nobody is named who has it",
    # Headers of tables of claims.
    "column.finding": "The files say",
    "column.found": "Found",
    "column.gap": "Gap",
    "column.grade": "Evidence",
    "column.importance": "Weight",
    "column.lines": "Lines",
    "column.published": "Printed",
    "column.statement": "The study says",
    "column.unit": "Unit",
    "column.untested": "Not tested",
    "column.verdict": "Verdict",
    "column.would_tell": "What would tell, or is concluded from",
    # Panels.
    "panel.fails": "does not hold",
    "panel.found": "Found: {found}. ",
    "panel.grade": "grade {grade}, ",
    "panel.holding": {"one": "{n} claim that holds", "other": "{n} claims that hold"},
    "panel.holds": "holds",
    "panel.ledger": "ledger",
    "panel.more_holding": {
        "one": "{n} claim more that holds",
        "other": "{n} claims more that hold",
    },
    "panel.points": "points",
    "panel.century_found": "{number:d}th",
    "panel.century_printed": "{number:d}th century",
    "panel.rank_found": "{number:d}",
    "panel.rank_printed": "number {number:d}",
    "panel.printed": "Printed: {printed}. ",
    "panel.score": "{n} {verdict}",
    "panel.untested": {
        "one": "{n} claim not tested: {why}",
        "other": "{n} claims not tested: {why}",
    },
    "panel.where": {
        "one": "{locus}, {heading}line {lines}",
        "other": "{locus}, {heading}lines {lines}",
    },
    # The ledger.
    "ledger.cannot_fail": "Nothing could deny it: {why}",
    "ledger.claim": "Claim {claim}.",
    "ledger.concludes": "Concludes from: {claims}.",
    "ledger.data": "Data of the section: {file}.",
    "ledger.answer": "This book answers: {answer}",
    "ledger.erratum": "On {day} the verdict moved from {was} to {now}: {why}",
    "ledger.effect": "With what is found, the sentence {effect}; what went wrong: {error}.",
    "ledger.gap": "Found less printed: {gap}.",
    "ledger.grade": "Grade {grade}: {evidence}.",
    "ledger.later": "Part of the evidence is of after the study came out: it tells what became "
    "true, not what its author could know.",
    "linked.author": "The bassin contributors",
    "linked.aspect": "evidence of grade {grade}",
    "linked.lines": "lines {lines} of the text",
    "ledger.margin": "The sentence that uses it turns at {turn}: up to there {stands}.",
    "ledger.match": "Of the period of the claim: {period}; of its perimeter: {perimeter}; "
    "of its definition: {definition}.",
    "ledger.offered": "The whole ledger: {files}",
    "ledger.reply": "{who}, {day}: {reply}",
    "ledger.reason": "What would tell: {reason}.",
    "ledger.searched": "Searched on {day}, {place}, for: {query}. Seen: {seen}.",
    "ledger.tolerance": "Tolerated: {tolerance} either way, for {basis}.",
    "ledger.tolerance_changed": "The tolerance was changed on {day}, after the check was there.",
    "ledger.no": "no",
    "ledger.view_all": "all",
    "ledger.view_chapter": "Chapter",
    "ledger.view_clear": "Clear",
    "ledger.view_elsewhere": "{n} more among all claims",
    "ledger.view_for": "{n} of {total} claims",
    "ledger.view_more": "Show more ({n} left)",
    "ledger.view_tested": "tested",
    "ledger.view_untested": "not tested",
    "ledger.weighs": "Weight in the text: {weight}.",
    "ledger.weight": "{importance}; {error}; the sentence {effect}",
    "ledger.yes": "yes",
    "ledger.files": "Rests at most on: {files}.",
    "ledger.vintage": "Vintage: {vintage}.",
    # Moves of a verdict, by what it said before and after.
    "moves.failing_failing": "did not hold, and does not by another word",
    "moves.failing_holding": "did not hold, and holds",
    "moves.failing_untested": "did not hold, and is no longer tested",
    "moves.holding_failing": "held, and does not hold",
    "moves.holding_holding": "held, and holds by another word",
    "moves.holding_untested": "held, and is no longer tested",
    "moves.untested_failing": "was not tested, and does not hold",
    "moves.untested_holding": "was not tested, and holds",
    "moves.untested_untested": "was not tested, and is not for another reason",
    # Reports of an audit and of what a file moves.
    "report.checked": "{n} check(s) run again with the copy.",
    "report.citing": "{n} figure(s), map(s), table(s) that rest on it:",
    "report.claim": "claim",
    "report.claims": "{n} claims.",
    "report.each": "{counted}: {each}.",
    "report.file": "{file}: {publisher}, {title}",
    "report.found": "found",
    "report.gap": "gap",
    "report.grade": "grade",
    "report.moved": "{n} verdict(s) move:",
    "report.no": "no",
    "report.none": "{counted}.",
    "report.on_data": "{n} tested on public data",
    "report.on_source": "{n} on a public source typed by hand",
    "report.on_text": "{n} the text against itself",
    "report.published": "printed",
    "report.numbers_moved": "{n} number(s) that chapters say move:",
    "report.numbers_unmoved": "No number that a chapter says moves.",
    "report.refused": "The copy of {file} is refused: {why}",
    "report.resting": "{n} claim(s) whose checks rest on it:",
    "report.statement": "the study says",
    "report.restated": "Of {n} more the value or the sentence moves:",
    "report.unchecked": "No check rests on {file}: no verdict can move.",
    "report.unlisted": "Figures, maps and tables that rest on it: not listed. {why}",
    "report.unmoved": "No verdict moves.",
    "report.untested": "{n} not tested",
    "report.verdict": "verdict",
    "report.with_verdict": "{n} {verdict}",
    "report.yes": "yes",
}

_EVERY = "the study, at the lines given; the raw files each claim rests on"
_LISTED = "the list of claims"

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "fig-audit-counts": {
        "caption": "Claims that public data, a source typed by hand or the text itself test, by "
        "verdict and grade of evidence.",
        "source": _EVERY,
        "xlabel": "Claims",
    },
    "tab-audit-chapters": {
        "caption": "Verdicts by chapter of this book.",
        "source": _EVERY,
        "labels": {"chapter": "Chapter", "claims": "Claims"}
        | {verdict: verdict.capitalize() for verdict in NAMES if verdict != "as printed"},
    },
    "tab-audit-grades": {
        "caption": "Claims tested, by grade of evidence, and how many hold.",
        "source": _EVERY,
        "labels": {
            "grade": "Evidence",
            "claims": "Claims",
            "holding": "Hold",
            "failing": "Do not",
            "holding_pct": "Hold (%)",
        },
        "formats": {"holding_pct": ".0f"},
    },
    "tab-audit-seen": {
        "caption": "Errors planted in the claims that hold, and how many are seen.",
        "source": _EVERY,
        "labels": {
            "error": "Error",
            "claims": "Claims",
            "planted": "Planted",
            "caught": "Seen",
            "missed": "Not seen",
        },
    },
    "tab-audit-planted": {
        "caption": "Errors planted in the numbers that hold, by kind, and how many are seen.",
        "source": _EVERY,
        "labels": {"error": "Error", "planted": "Planted", "caught": "Seen", "missed": "Not seen"},
    },
    "tab-audit-errata": {
        "caption": "Verdicts of this book that moved, by what they said before and after.",
        "source": "the list of errata",
        "labels": {"move": "The claim", "moves": "Moves", "claims": "Claims"},
    },
    "tab-audit-reasons": {
        "caption": "Why claims are not tested, and of how many what would tell was searched.",
        "source": "the list of searches",
        "labels": {
            "reason": "What would tell",
            "claims": "Claims",
            "searched": "Searched",
        },
    },
    "tab-audit-contradictions": {
        "caption": "Claims that the text itself, or its own arithmetic, contradicts.",
        "source": _EVERY,
        "labels": {"finding": "What speaks against it"},
    },
    "tab-audit-differs": {
        "caption": "Claims of which the evidence says something else.",
        "source": _EVERY,
        "labels": {"finding": "The evidence says"},
    },
    "tab-audit-second": {
        "caption": "Verdicts of two readers on a hundred claims, drawn by verdict.",
        "source": _LISTED,
        "labels": {
            "verdict": "Verdict",
            "read": "Read twice",
            "same": "The same word",
            "other": "Another",
        },
    },
    "tab-audit-publishers": {
        "caption": "Claims whose public file is not at hand, by who publishes it.",
        "source": _LISTED,
        "labels": {"publisher": "Publisher", "claims": "Claims"},
    },
    "tab-audit-wanted": {
        "caption": "What would settle more than one claim that nothing tests.",
        "source": _LISTED,
        "labels": {
            "wanted": "What would tell",
            "publisher": "Publisher",
            "verdict": "Verdict",
            "claims": "Claims",
            "lines": "Lines",
        },
    },
    "tab-audit-files": {
        "caption": "Claims and exhibits that rest on each raw file at most; files "
        "with neither are left out.",
        "source": "the checks of this chapter as they ran; the chapters as they were executed",
        "labels": {
            "file": "File",
            "publisher": "Publisher",
            "claims": "Claims",
            "exhibits": "Exhibits",
        },
    },
    "tab-ledger": {
        "caption": "Every claim of the study, in the order of this book, with its verdict.",
        "source": _EVERY,
    },
    "fig-files-status": {
        "caption": "Raw files by folder of their publisher, and what the copy is.",
        "source": "data/sources.csv",
        "xlabel": "Files",
    },
    "tab-files-spoiled": {
        "caption": "Copies of the raw files that were spoiled, by how, and what came of them.",
        "source": "data/corruption.csv",
        "labels": {
            "family": "What was done",
            "tried": "Copies",
            "refused": "Refused",
            "departs": "Departs",
            "correction": "Departs as a correction",
            "right": "Right numbers",
            "silent": "Silent",
            "raw_error": "Raw error",
        },
    },
    "tab-files-declared": {
        "caption": "Indicators as they are declared: what each counts, how it adds up, where it is "
        "read.",
        "source": "the declarations",
        "labels": {
            "indicator": "Indicator",
            "counts": "What it counts",
            "unit": "Unit",
            "better": "Better",
            "added": "Added up",
            "years": "Years",
            "geography": "Communes of",
            "where": "Where",
            "masked": "Masked",
            "files": "Files and columns",
        },
    },
    "tab-files-indicators": {
        "caption": "Indicators: vintage, geography, communes known or not, groups with a value.",
        "source": "the declarations and the raw files they name",
        "labels": {
            "indicator": "Indicator",
            "added": "Added up",
            "of": "Vintage",
            "geography": "Communes of",
            "where": "Where",
            "known": "Known",
            "missing": "Missing",
            "masked": "Masked",
            **KINDS,
        },
    },
    "tab-files-twice": {
        "caption": "Indicators that two files measure: {place}, and how far the two are apart over "
        "all intercommunalities.",
        "labels": {
            "indicator": "Indicator",
            "here": "As added up here",
            "other": "As published",
            "epci": "EPCI in both",
            "gap_middle": "Gap, the middle one",
            "gap_most": "95 in 100 at most",
            "gap_widest": "The widest",
        },
        "notes": "Percent, for 100 young people, or euros. Gaps are without their signs.",
    },
    "tab-files-typed": {
        "caption": "Files that were typed in: what each holds, and from what.",
        "source": "the files of data/study, data/places and data/law",
        "labels": {
            "file": "File",
            "origin": "Typed from",
            "holds": "What it holds",
            "rows": "Rows",
        },
    },
    "tab-files-pages": {
        "caption": "Pages of others: what each says of a claim of the study, in our words.",
        "source": "secondary.csv of the study",
        "labels": {
            "statement": "The study says",
            "found": "The page says",
            "agreement": "Agreement",
            "by": "Who, when",
            "independent": "Owes nothing to the study",
        },
        "notes": "A page owes nothing to the study if it is dated before it and does not quote its "
        "author. The address of each, and the day it was read, are in secondary.csv of the study.",
    },
    "tab-files-copied": {
        "caption": "Raw files copied row by row by hand.",
        "source": "data/sources.csv",
        "labels": {"file": "File", "title": "Title", "notes": "How it can be checked"},
    },
}
