"""The book's own sentences against the files: whether each holds, and how sure it is.

The list is ``data/findings.csv``, the sentences are in the prose of the chapters
(:mod:`bassin.claims.sentences`), the checks in the modules ``findings`` of the topics. While a
check runs, :mod:`bassin.files.trace` notes the files it rests on.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from bassin.claims import chapters, sentences
from bassin.claims.judging import is_typed_alone, vintage_of
from bassin.errors import BassinError, DataError
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.phrase import Name
from bassin.read import findings as listed
from bassin.show.sentences import ruled
from bassin.study import Study
from bassin.topics.findings import trial_of
from bassin.topics.tried import ALONE, LEAST, Tried
from bassin.verdict import ON_DATA
from bassin.words import write

#: The front page, and what the identifiers of its sentences begin with.
FRONT = "index"


class FindingError(BassinError):
    """A sentence of the book is no longer true on the files."""


@dataclass(frozen=True)
class Run:
    """A check of a sentence, and the files it rested on, sorted."""

    tried: Tried
    files: tuple[str, ...]


@dataclass(frozen=True)
class Turn:
    """What the check of a sentence found before and after a file was changed."""

    before: Tried
    after: Tried


@dataclass(frozen=True)
class Findings:
    """Every sentence of the book that has a check.

    Attributes
    ----------
    table : DataFrame
        Index ``id``, in the order of the book; the columns of
        :func:`bassin.read.findings.findings` and of :func:`bassin.claims.sentences.sentences`;
        ``estimate``, ``low``, ``high`` (NaN where there is no interval), ``interval`` (why there
        is none, else empty), ``agreeing``, ``tried`` (numbers of choices), ``word`` (of
        :func:`bassin.topics.tried.how_sure`), ``files`` (lists), ``vintage``.
    runs : dict
        Identifier to what its check found.
    """

    table: pd.DataFrame
    runs: dict[str, Run]

    @staticmethod
    def checked(study: Study) -> dict[str, Run]:
        """Run the checks of all sentences; it needs no chapter."""
        return run(study, listed.findings(study.sources.root))

    @classmethod
    def of(cls, study: Study, checked: dict[str, Run] | None = None) -> Findings:
        """Find the sentences in the executed chapters, and what their checks found.

        Parameters
        ----------
        study : Study
        checked : dict, optional
            As :meth:`checked`; run here by default.

        Raises
        ------
        FindingError
            If one does not hold: its chapter, its sentence and its numbers.
        DataError
            If a row has no sentence, or names a chapter or an exhibit that is not there.
        SentenceError
            If a sentence has no row.
        NotExecutedError
            If a chapter is not executed.
        """
        root = study.sources.root.parent
        rows = listed.findings(study.sources.root)
        told, shown = sentences.sentences(root), chapters.exhibits(root)
        refuse_unpaired(rows, told)
        refuse_no_exhibit(rows, {*shown.index, *chapters.shown_by_readers(root)})
        ordered = rows.loc[told.index]
        done = run(study, rows) if checked is None else checked
        runs = {str(name): done[str(name)] for name in ordered.index}
        table = ordered.join(told[["title", "sentence"]]).join(described(runs, study.sources))
        refuse_false(table, runs)
        return cls(table, runs)

    @property
    def tried(self) -> dict[str, Tried]:
        """What the check of each sentence found."""
        return {name: one.tried for name, one in self.runs.items()}

    def score(self) -> dict[str, int]:
        """How many sentences have each word, in the order of how sure they are."""
        counts = self.table["word"].value_counts()
        return {word: int(counts.get(word, 0)) for word in (*LEAST, ALONE)}

    def facts(self) -> dict[str, int | Name]:
        """What the prose says of them: ``findings``, how many have each word, that of some.

        The word of a sentence of the front page is ``sure_<id>``, without what its identifier
        begins with there, and with underscores.
        """
        each = {f"findings_{word}": n for word, n in self.score().items()}
        choices = sum(len(one.tried.choices) for one in self.runs.values())
        front = self.table.loc[self.table["chapter"] == FRONT, "word"]
        sure = {
            "sure_" + str(name).removeprefix(f"{FRONT}-").replace("-", "_"): Name(word)
            for name, word in front.items()
        }
        return {"findings": len(self.table), "findings_choices": choices, **each, **sure}

    def by_chapter(self) -> pd.DataFrame:
        """Number of sentences of each word by chapter, in the order of the book."""
        found = pd.crosstab(self.table["title"], self.table["word"])
        words = [word for word in (*LEAST, ALONE) if word in found]
        return found.reindex(self.table["title"].unique())[words].rename_axis("chapter")


def run(study: Study, rows: pd.DataFrame) -> dict[str, Run]:
    """Run the checks of some sentences, each once.

    Parameters
    ----------
    study : Study
    rows : DataFrame
        As :func:`bassin.read.findings.findings`.

    Raises
    ------
    DataError
        If there is no such check, or its grade says that data tell where all was typed by hand.
    """
    done: dict[str, Run] = {}
    for sentence, row in rows.iterrows():
        if row["check"] not in done:
            with recording() as noted:
                found = trial_of(str(sentence), row["check"])(study)
            done[row["check"]] = Run(found, tuple(sorted(noted.files)))
        _refuse_typed(str(sentence), row["grade"], done[row["check"]].files, study.sources)
    return {str(sentence): done[check] for sentence, check in rows["check"].items()}


def _refuse_typed(sentence: str, grade: str, files: Collection[str], sources: Sources) -> None:
    if grade in ON_DATA and is_typed_alone(files, sources):
        raise DataError(
            listed.FINDINGS,
            "all that it rests on was typed by hand",
            column="grade",
            row=sentence,
            cure="Write S, or C for arithmetic on what the study prints.",
        )


def described(runs: dict[str, Run], sources: Sources) -> pd.DataFrame:
    """What the checks of some sentences found: as the last columns of :class:`Findings`."""
    rows = {
        sentence: {
            "estimate": one.tried.estimate,
            "low": one.tried.low,
            "high": one.tried.high,
            "interval": one.tried.interval if isinstance(one.tried.interval, str) else "",
            "agreeing": one.tried.agreeing,
            "tried": len(one.tried.choices),
            "word": one.tried.word,
            "files": list(one.files),
            "vintage": vintage_of(one.files, sources),
        }
        for sentence, one in runs.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")


def refuse_unpaired(rows: pd.DataFrame, told: pd.DataFrame) -> None:
    """Refuse a row without its sentence, a sentence without its row, or in another chapter."""
    without = rows.index.difference(told.index, sort=False)
    if len(without):
        raise DataError(
            listed.FINDINGS,
            "no chapter has this sentence",
            column="id",
            row=without[0],
            cure=f"Write `[...]{{#{sentences.PREFIX}{without[0]}}}` in the prose of its chapter.",
        )
    unlisted = told.index.difference(rows.index, sort=False)
    if len(unlisted):
        row = told.loc[unlisted[0]]
        raise sentences.SentenceError(
            f"{row['chapter']}: {sentences.PREFIX}{unlisted[0]} has no row in "
            f"data/{listed.FINDINGS}. Its sentence: {row['sentence']}"
        )
    elsewhere = rows["chapter"] != told["chapter"].reindex(rows.index)
    if elsewhere.any():
        at = elsewhere.idxmax()
        raise DataError(
            listed.FINDINGS,
            f"its sentence is in {told.at[at, 'chapter']}",
            column="chapter",
            row=at,
            cure="Write that chapter.",
        )


def refuse_no_exhibit(rows: pd.DataFrame, shown: Collection[str]) -> None:
    """Refuse a row whose exhibit no chapter shows."""
    unknown = rows["exhibit"][~rows["exhibit"].isin(list(shown))]
    if len(unknown):
        raise DataError(
            listed.FINDINGS,
            f"no chapter shows {unknown.iloc[0]!r}",
            column="exhibit",
            row=unknown.index[0],
            cure="Write the name of the figure, map or table that the sentence is read from.",
        )


def refuse_false(table: pd.DataFrame, runs: dict[str, Run]) -> None:
    """Refuse sentences that do not hold.

    Parameters
    ----------
    table : DataFrame
        As :attr:`Findings.table`.
    runs : dict

    Raises
    ------
    FindingError
        One paragraph a sentence: chapter, sentence, its number and what it would have to be.
    """
    false = [sentence for sentence, one in runs.items() if not one.tried.holds]
    if not false:
        return
    lines = [f"{len(false)} sentence(s) of the book no longer hold:"]
    for sentence in false:
        row, one = table.loc[sentence], runs[sentence].tried
        lines.append(
            f"{sentence} ({row['chapter']}): \N{LEFT DOUBLE QUOTATION MARK}{row['sentence']}"
            f"\N{RIGHT DOUBLE QUOTATION MARK} Its number is {one.estimate:g} {row['unit']}".rstrip()
            + f", and {write(ruled(one))}; {len(one.choices[one.choices['holds']])} of "
            f"{len(one.choices)} choices bear it out."
        )
    lines.append("Reword the sentence so that it says what the files say, or mend its check.")
    raise FindingError("\n".join(lines))


def resting(runs: dict[str, Run], file: str) -> dict[str, Run]:
    """Those whose checks rest on a file.

    Parameters
    ----------
    runs : dict
        As :func:`run`.
    file : str
        As in the list of raw files.
    """
    return {name: one for name, one in runs.items() if file in one.files}


def rerun(study: Study, runs: dict[str, Run], file: str, copy: Path) -> dict[str, Turn]:
    """Run checks again with a changed copy of a file in its place.

    Parameters
    ----------
    study : Study
        The one ``runs`` were made with.
    runs : dict
        Those to run again, as :func:`resting`.
    file : str
        As in the list of raw files.
    copy : Path

    Returns
    -------
    dict
        Identifier to what it was and is, of the sentences that hold no longer or are less sure.
    """
    rows = listed.findings(study.sources.root).loc[list(runs)]
    with study.sources.replaced(file, copy):
        after = run(study, rows)
    return {
        name: Turn(one.tried, after[name].tried)
        for name, one in runs.items()
        if (one.tried.holds, one.tried.word) != (after[name].tried.holds, after[name].tried.word)
    }
