"""What tables of the book hold: written cells, claims with their verdicts, the book's sentences."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
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
    links : dict
        Number of a column, as text, to what each of its cells leads to: a page, relative to the
        notebooks, or the name of an exhibit; nothing where that is empty.
    folded : str
        What the table is folded under on a page; empty where it is shown.
    """

    head: list[str]
    rows: list[list[str]]
    numeric: list[bool]
    stubs: int
    notes: str = ""
    searched: bool = False
    links: dict[str, list[str]] = field(default_factory=dict)
    folded: str = ""

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
        Sentences: what else the files say, what the grade means, what the evidence has in common
        with the claim, what is tolerated and why, where the sentence turns, what went wrong.
    since : tuple of str
        Sentences: when its verdict moved and why, where what would tell was searched.
    replies : tuple of str
        Sentences: what was replied to its verdict, and what was answered.
    wanted : str
        Who has what would tell of a claim that nothing tests; empty for others.
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
    since: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    wanted: str = ""


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
    offered : dict of str to str
        Files to download beside the CSV, by their names.
    """

    kind: str
    score: list[tuple[str, int]]
    shown: list[Claim]
    folds: list[tuple[str, list[Claim]]]
    offered: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sentence:
    """A sentence of the book, or a contested claim, and what its check found, in written words.

    The codes of its word and of its verdict are not written out.

    Parameters
    ----------
    id : str
        Its identifier; the sentence is the target ``finding-<id>``, its row ``audited-<id>``. The
        row of a claim is ``sure-<id>``.
    sentence, title : str
        What the book says, and the title of the chapter that says it.
    exhibit : str
        Label of the figure, map or table it is read from.
    word : str
        Code of how sure it is.
    beside : str
        The numbers of that word.
    estimate, wanted, interval : str
        Its number; which numbers bear the sentence out; the interval, or why there is none.
    where : str
        Area and period of the estimate.
    over : str
        What was chosen otherwise, and how far the number goes.
    otherwise : list of str
        The choices that give another answer.
    grade, vintage, note : str
        Grade and vintage of the evidence; what else is to be known, may be empty.
    files : list of str
        The files its check rests on.
    curve : list of (float, bool)
        The number by each choice, the least first, and whether it bears the sentence out.
    chosen : int
        Which of them the sentence makes.
    ends : list of float
        Ends that the rule has.
    verdict : str
        Of a claim; empty for a sentence of the book.
    """

    id: str
    sentence: str
    title: str
    exhibit: str
    word: str
    beside: str
    estimate: str
    wanted: str
    interval: str
    where: str
    over: str
    otherwise: list[str]
    grade: str
    vintage: str
    note: str
    files: list[str]
    curve: list[tuple[float, bool]]
    chosen: int
    ends: list[float]
    verdict: str = ""


@dataclass(frozen=True)
class SentencesBody:
    """Sentences of the book, or contested claims, to set as rows.

    Parameters
    ----------
    score : list of (str, int)
        Words that some sentence has, and how many do.
    rows : list of Sentence
    kind : str
        ``"sentences"`` or ``"claims"``.
    """

    score: list[tuple[str, int]]
    rows: list[Sentence]
    kind: str = "sentences"


@dataclass(frozen=True)
class ProseBody:
    """Sentences to set as a list, and further ones folded under it.

    Parameters
    ----------
    said : list of str
        Whole sentences.
    title : str
        Title of what is folded.
    refused : list of str
        What could not be said, and why; may be empty, and then nothing is folded.
    """

    said: list[str]
    title: str
    refused: list[str]
