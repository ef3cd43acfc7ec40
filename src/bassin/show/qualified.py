"""What stands beside a verdict: its evidence, what was tolerated, what became of it.

Sentences of the ledger, folded under each claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pandas as pd

from bassin.phrase import Name, Phrase
from bassin.read.printed import MATCHES
from bassin.verdict import UNGRADED
from bassin.words import number, spaced, told, write


def qualified(row: pd.Series) -> Iterator[Phrase]:
    """Sentences on the grade of a verdict, its matches, its tolerance, its margin and its effect.

    Parameters
    ----------
    row : Series
        Of :func:`bassin.claims.judging.verdicts`.
    """
    tested = row["grade"] != UNGRADED
    if tested:
        evidence = Phrase(f"evidence.{row['grade']}")
        yield Phrase("ledger.grade", grade=row["grade"], evidence=evidence)
    if tested and row["match_period"]:
        said = {name.removeprefix("match_"): Phrase(f"ledger.{row[name]}") for name in MATCHES}
        yield Phrase("ledger.match", **said)
    if tested and row["later"]:
        yield Phrase("ledger.later")
    if tested and row["tolerance"] > 0:
        tolerated = _in_unit(row, row["tolerance"], of_a_share="panel.points")
        basis = Phrase(f"basis.{row['tolerance_basis']}")
        yield Phrase("ledger.tolerance", tolerance=tolerated, basis=basis)
    if tested and row["tolerance_changed"]:
        changed = date.fromisoformat(row["tolerance_changed"])
        yield Phrase("ledger.tolerance_changed", day=changed)
    if tested and row["margin_basis"]:
        turn = _in_unit(row, row["published"] + row["margin"])
        yield Phrase("ledger.margin", turn=turn, stands=row["margin_basis"])
    if row["effect"]:
        effect, error = Phrase(f"effect.{row['effect']}"), Phrase(f"error.{row['error']}")
        yield Phrase("ledger.effect", effect=effect, error=error)


def weight(row: pd.Series) -> Phrase:
    """How much of the text hangs on a claim that does not hold, and what becomes of its sentence.

    Parameters
    ----------
    row : Series
        Of :func:`bassin.claims.judging.verdicts`.
    """
    coded = ("importance", "effect", "error")
    return Phrase("ledger.weight", **{name: Phrase(f"{name}.{row[name]}") for name in coded})


def searched(search: pd.Series) -> Iterator[Phrase]:
    """Sentences on why a claim is not tested, and where what would tell was searched.

    Parameters
    ----------
    search : Series
        A row of :func:`bassin.read.printed.searches`.
    """
    yield Phrase("ledger.reason", reason=Phrase(f"reason.{search['reason']}"))
    if search["day"]:
        yield Phrase(
            "ledger.searched",
            day=date.fromisoformat(search["day"]),
            place=search["place"].split("; "),
            query=spaced(told(search["query"])),
            seen=search["seen"],
        )


def how_sure(one: pd.Series) -> Iterator[Phrase]:
    """A sentence on how sure the verdict on a contested claim is, or why no choice is left.

    Parameters
    ----------
    one : Series
        A row of :attr:`bassin.claims.curves.Curves.table`.
    """
    if one["reason"]:
        yield Phrase("ledger.no_choice", reason=Phrase(f"no_choice.{one['reason']}"))
        return
    n, same = int(one["tried"]), int(one["agreeing"])
    beside = Phrase("finding.beside", n=n, same=same)
    yield Phrase("ledger.sure", word=Name(one["word"]), beside=beside)


def moved(erratum: pd.Series) -> Iterator[Phrase]:
    """A sentence on a verdict that moved.

    Parameters
    ----------
    erratum : Series
        A row of :func:`bassin.read.printed.errata`.
    """
    yield Phrase(
        "ledger.erratum",
        day=date.fromisoformat(erratum["date"]),
        was=Name(erratum["from"]),
        now=Name(erratum["to"]),
        why=erratum["why"],
    )


def replied(reply: pd.Series) -> Iterator[Phrase]:
    """Sentences of a reply to a verdict, and of the answer where there is one.

    Parameters
    ----------
    reply : Series
        A row of :func:`bassin.read.printed.replies`.
    """
    day = date.fromisoformat(reply["date"])
    yield Phrase("ledger.reply", who=reply["who"], day=day, reply=reply["reply"])
    if reply["answer"]:
        yield Phrase("ledger.answer", answer=reply["answer"])


def _in_unit(row: pd.Series, value: float, of_a_share: str = "") -> str:
    """A number in the unit of a claim, with the decimals that it has; a gap of shares in points."""
    percent, year = row["unit"].startswith("%"), row["unit"] == "year"
    unit = write(Phrase(of_a_share)) if of_a_share else "%"
    places = len(f"{value:.4f}".rstrip("0").partition(".")[2])
    return number(value, ".0f" if year else f",.{places}f", unit if percent else "")
