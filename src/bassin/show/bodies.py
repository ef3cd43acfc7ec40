"""What tables of the book hold: written cells, and claims with their verdicts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from bassin.markup import escape


@dataclass(frozen=True)
class TableBody:
    """The written cells of a table.

    Parameters
    ----------
    head : list of str
        Column headers, the stubs' first.
    rows : list of list of str
        Written cells, each row as long as the head.
    numeric : list of bool
        Which columns hold numbers, to be aligned on the right.
    stubs : int
        How many leading columns name the row.
    notes : str
        Set under the table, as a caption is written; may be empty.
    searched : bool
        Whether a reader is given a box that searches its rows.
    """

    head: list[str]
    rows: list[list[str]]
    numeric: list[bool]
    stubs: int
    notes: str = ""
    searched: bool = False

    @property
    def payload(self) -> dict[str, Any]:
        """Its fields as JSON values; the notes as MyST."""
        return {**asdict(self), "notes": str(escape(self.notes))}


@dataclass(frozen=True)
class Claim:
    """A claim of the study with its verdict, in written words but for the code of its verdict.

    Parameters
    ----------
    id : str
        Its identifier; its row in the ledger is the target ``claim-<id>``.
    statement : str
        What the study says.
    where : str
        Where it says so.
    chapter, title, panel : str
        Name of the chapter in the list of claims, its title in the book, and the label of the
        exhibit that shows its claims there; the last may be empty.
    printed, found, gap : str
        Figures.
    verdict, grade, vintage : str
        Verdict, grade and vintage of the evidence.
    says : str
        What the files say, or what would tell.
    files : list of str
        The files its check rests on.
    section, exhibit : str
        Heading of the section of the chapter that discusses it, and label of an exhibit there,
        whose data are offered; empty where the ledger is not shown.
    premises : tuple of str
        Identifiers of the claims it concludes from.
    cannot_fail : str
        Why no evidence could deny it; empty where some could.
    importance, effect : str
        How much of the text hangs on it; what becomes of its sentence with what is found, empty
        where it holds.
    qualified : tuple of str
        Sentences: what the grade means, what the evidence has in common with the claim, what is
        tolerated and why, where the sentence turns, what went wrong.
    """

    id: str
    statement: str
    where: str
    chapter: str
    title: str
    panel: str
    printed: str
    found: str
    gap: str
    verdict: str
    grade: str
    vintage: str
    says: str
    files: list[str]
    section: str = ""
    exhibit: str = ""
    premises: tuple[str, ...] = ()
    cannot_fail: str = ""
    importance: str = ""
    effect: str = ""
    qualified: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClaimsBody:
    """Claims to set as rows.

    Parameters
    ----------
    kind : str
        ``"panel"`` (of a chapter) or ``"ledger"`` (of them all, where each row is a target).
    score : list of (str, int)
        Verdicts that some claim has, and how many do.
    shown : list of Claim
        The rows.
    folds : list of (str, list of Claim)
        Further rows, each set folded under its title.
    """

    kind: str
    score: list[tuple[str, int]]
    shown: list[Claim]
    folds: list[tuple[str, list[Claim]]]
