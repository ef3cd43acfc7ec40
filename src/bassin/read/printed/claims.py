"""The claims of the study, transcribed by hand."""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter

import pandas as pd
import pandera.pandas as pa

from bassin.choices import chosen
from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import numbers as to_numbers
from bassin.read._parse import read_delimited
from bassin.read._schema import check_schema, matches, text
from bassin.read.printed._lines import PASSAGE
from bassin.read.printed._text import of_text
from bassin.rounding import RULES
from bassin.verdict import FAILING, UNTESTED, VERDICTS

CLAIMS = "claims.csv"

#: Identifiers of claims: none, one or several.
_IDENTIFIERS = r"([a-z0-9-]+(; ?[a-z0-9-]+)*)?"

#: Name of a figure, map or table of the book.
_EXHIBIT = r"(fig|map|tab)-[a-z0-9]+(-[a-z0-9]+)*"

#: What a claim is: a number to recompute, or a statement to test.
KINDS = ("number", "statement")

#: Why a number found may be off the one printed, and the claim stand.
TOLERATED = ("rounding", "revision", "sampling", "period", "perimeter", "definition")

ESSENTIAL, DETAIL = "essential", "detail"
#: Whether a heading, an abstract or the thesis of a section says a claim, or is drawn from it.
IMPORTANCE = (ESSENTIAL, DETAIL)

STANDS, WEAKENS, REVERSES = "none", "weakens", "reverses"
#: What becomes of the sentence that a claim is from, with what is found in its place.
CONSEQUENCES = (STANDS, WEAKENS, REVERSES)

#: What went wrong where a claim does not hold.
ERRORS = (
    *("slip", "date", "unit", "arithmetic", "perimeter", "definition", "source"),
    "overstatement",
)

_NUMBERS = ("published", "rounding", "tolerance", "margin")
#: What the evidence on a claim has to have in common with it before it can deny it.
MATCHES = ("match_period", "match_perimeter", "match_definition")


@of_text(CLAIMS)
def claims(sources: Sources, epci: str, chapter: str | None = None) -> pd.DataFrame:
    """Claims of the study, one row each.

    Parameters
    ----------
    sources : Sources
    epci : str
        SIREN of the intercommunality that the text is on.
    chapter : str, optional
        Only those of one chapter: ``"territory"``, ``"population"``, ``"health"``.

    Returns
    -------
    DataFrame
        Index ``id``; ``chapter``, ``locus`` (where in the study), ``lines`` (of its text),
        ``topic``, ``section`` (name of an exhibit in the section of the book that discusses it),
        ``statement`` (in our words), ``published`` (float, NaN for a statement), ``unit``,
        ``period``, ``area``, ``kind`` (of :data:`KINDS`), ``rounding`` (half the last digit
        printed), ``rounds`` (of :data:`bassin.rounding.RULES`), ``tolerance`` (how far a
        number found may be from it, and the claim stand) with ``tolerance_basis`` (of
        :data:`TOLERATED`) and ``tolerance_changed`` (day it was last changed after the check was
        there, else empty), ``margin`` (found less published, from which on the sentence turns that
        uses the number: below zero where it turns with less; NaN where none would) with
        ``margin_basis`` (what stands up to there, in our words), ``check``
        (name of the check that tests it, or ``indicator:`` and the key of a declared one; empty
        where there is none), ``match_period``, ``match_perimeter``, ``match_definition``
        (``"yes"`` or ``"no"``: whether the evidence is of those of the claim; empty where none
        is at hand), ``untested`` (of
        :data:`bassin.verdict.UNTESTED`: why nothing tests it, where it has no check or the check
        lacks its file; else empty), ``premises`` (tuple of the claims it concludes from),
        ``cannot_fail`` (why nothing could deny it, as :mod:`bassin.claims.challenge` tries; else
        empty), ``importance`` (of :data:`IMPORTANCE`), ``expected`` (verdict the book states),
        ``effect`` (of :data:`CONSEQUENCES`) and
        ``error`` (of :data:`ERRORS`) of one that does not hold, else empty, ``note``.

    Raises
    ------
    DataError
        If a row is incomplete, a premise is no claim or rests on what it is a premise of.
    ChoiceError
        If the chapter has no claim.
    """
    file = of_study(epci, CLAIMS)
    if chapter is not None:
        table = claims(sources, epci)
        return table[table["chapter"] == chosen("chapter", chapter, table["chapter"].unique())]
    names = ["id", "chapter", "locus", "lines", "topic", "section", "statement", "published"]
    names += ["unit", "period", "area", "kind", "rounding", "rounds", "tolerance"]
    names += [
        "tolerance_basis",
        "tolerance_changed",
        "margin",
        "margin_basis",
        "check",
        *MATCHES,
        "untested",
    ]
    names += ["premises", "cannot_fail", "importance", "expected", "effect", "error", "note"]
    table = read_delimited(file, sources.transcription(file), columns=names).set_index("id")
    for column in _NUMBERS:
        table[column] = to_numbers(table[column], file)
    measured = table["kind"] != "statement"
    for column in ("published", "rounding", "tolerance"):
        absent = measured & table[column].isna()
        if absent.any():
            raise DataError(file, "empty", column=column, row=absent.idxmax())
    optional = pa.Column(str)
    columns = {
        "chapter": text(),
        "locus": text(),
        "lines": text(pattern=PASSAGE),
        "topic": text(),
        "section": text(pattern=_EXHIBIT),
        "statement": text(),
        "published": pa.Column(float, nullable=True),
        **dict.fromkeys(("unit", "period"), optional),
        "area": text(),
        "kind": _one_of(*KINDS),
        **dict.fromkeys(("rounding", "tolerance"), pa.Column(float, pa.Check.ge(0), nullable=True)),
        "rounds": _one_of("", *RULES),
        "tolerance_basis": _one_of("", *TOLERATED),
        "tolerance_changed": pa.Column(str, matches(r"(\d{4}-\d{2}-\d{2})?")),
        "margin": pa.Column(float, pa.Check.ne(0), nullable=True),
        **dict.fromkeys(("margin_basis", "check"), optional),
        **dict.fromkeys(MATCHES, _one_of("", "yes", "no")),
        "untested": _one_of("", *UNTESTED),
        "premises": pa.Column(str, matches(_IDENTIFIERS)),
        "cannot_fail": optional,
        "importance": _one_of(*IMPORTANCE),
        "expected": _one_of(*VERDICTS),
        "effect": _one_of("", *CONSEQUENCES),
        "error": _one_of("", *ERRORS),
        "note": optional,
    }
    name = matches(r"[a-z0-9]+(-[a-z0-9]+)*")
    check_schema(table, file, columns, pa.Index(str, name, unique=True, name="id"))
    for column, (wrong, what, cure) in _faults(table).items():
        if wrong.any():
            raise DataError(file, what, column=column, row=wrong.idxmax(), cure=cure)
    table["premises"] = table["premises"].map(lambda cell: tuple(re.findall(r"[^; ]+", cell)))
    _refuse_loops(file, table["premises"])
    return table


def refuse_unlisted(file: str, named: pd.Series, listed: pd.DataFrame) -> None:
    """Refuse names in a file that are no claims.

    Parameters
    ----------
    file : str
    named : Series of str
        The names, by the row they stand in.
    listed : DataFrame
        As :func:`claims`.

    Raises
    ------
    DataError
        Which name, and its row.
    """
    strange = named[~named.isin(listed.index)]
    if len(strange):
        what = f"{strange.iloc[0]!r} is no claim of {CLAIMS}"
        raise DataError(file, what, column="claim", row=strange.index[0], cure="Mend the name.")


def _one_of(*words: str) -> pa.Column:
    return pa.Column(str, pa.Check.isin(words))


def _faults(table: pd.DataFrame) -> dict[str, tuple[pd.Series, str, str]]:
    """What no column tells by itself: rows that are wrong, how, and what to do, by column."""
    number = table["kind"] == "number"
    step = 2 * table["rounding"]
    steps = table["published"] / step.where(step > 0)
    said = table[list(MATCHES)] != ""
    failing = table["expected"].isin(FAILING)
    why = f"Write one of: {', '.join(UNTESTED)}."
    return {
        "untested": (
            (table["check"] == "") & (table["untested"] == ""),
            "a claim without a check does not say why nothing tests it",
            why,
        ),
        "rounding": (
            ((steps - steps.round()).abs() > 1e-6) | (~number & table["rounding"].notna()),
            "not half the last digit of what is printed",
            "Write half the last digit printed, 0 of what is not rounded, none of a statement.",
        ),
        "rounds": (
            (table["rounds"] != "") != number,
            "a number that does not say how it is rounded, or a statement that does",
            f"Write one of {', '.join(RULES)} for a number, and nothing for a statement.",
        ),
        "tolerance": (
            (table["tolerance"] < table["rounding"]) | (~number & table["tolerance"].notna()),
            "under the rounding, or of a statement",
            "What is printed alike is tolerated; a statement holds or does not.",
        ),
        "tolerance_basis": (
            (table["tolerance_basis"] != "") != number,
            "a tolerance without a reason, or a reason without one",
            f"Write one of: {', '.join(TOLERATED)}.",
        ),
        "margin": (
            table["margin"].notna() != (table["margin_basis"] != ""),
            "a margin without what stands up to there, or the reverse",
            "Write both, or neither where no sentence uses the number.",
        ),
        MATCHES[0]: (
            said.any(axis=1) != said.all(axis=1),
            f"some of {', '.join(MATCHES)} are said and some are not",
            "Write yes or no in all of them, or in none where no evidence is at hand.",
        ),
        "effect": (
            ((table["effect"] != "") != failing) | ((table["error"] != "") != failing),
            "a claim that does not hold and says no effect and error, or one that does and says so",
            f"Of what does not hold write one of {', '.join(CONSEQUENCES)}, and one of "
            f"{', '.join(ERRORS)}.",
        ),
    }


def _refuse_loops(file: str, premises: pd.Series) -> None:
    """Refuse premises that are no claims, and claims that rest on themselves."""
    for claim, listed in premises.items():
        for premise in listed:
            if premise not in premises.index:
                raise DataError(
                    file,
                    f"premise {premise!r} is no claim",
                    column="premises",
                    row=claim,
                    cure="Write identifiers of this file, with `;` between them.",
                )
    try:
        TopologicalSorter(premises.to_dict()).prepare()
    except CycleError as error:
        loop = " <- ".join(error.args[1])
        raise DataError(
            file,
            f"a claim is its own premise: {loop}",
            column="premises",
            row=error.args[1][0],
            cure="Take one of these premises away.",
        ) from error
