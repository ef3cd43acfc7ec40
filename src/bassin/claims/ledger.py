"""Every claim of the study at once: the tables that the ledger of the book shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import pandas as pd

from bassin.claims import chapters, headline, held, impact, judging, wanted
from bassin.claims.wanted import publisher_of, publishers_of
from bassin.errors import DataError
from bassin.files.transcribed import of_study
from bassin.indicators.stats import how_many
from bassin.phrase import Phrase
from bassin.read import printed
from bassin.read.printed import CLAIMS, WANTED
from bassin.study import Study
from bassin.topics.finding import Grade
from bassin.verdict import (
    CONTRADICTED,
    HOLDING,
    NOT_OBTAINED,
    NOT_PUBLIC,
    ON_DATA,
    ON_SOURCE,
    ON_TEXT,
    UNGRADED,
    UNTESTED,
    VERDICTS,
    key,
)
from bassin.words import write


@dataclass(frozen=True)
class Ledger:
    """Verdicts on every claim, and what depends on each raw file.

    Attributes
    ----------
    verdicts : DataFrame
        As :func:`bassin.claims.judging.verdicts`, of all claims.
    exhibits : DataFrame
        As :func:`bassin.claims.chapters.exhibits`.
    files : DataFrame
        As :func:`bassin.claims.impact.by_file`.
    searches : DataFrame
        As :func:`bassin.read.printed.searches`.
    errata : DataFrame
        As :func:`bassin.read.printed.errata`.
    replies : DataFrame
        As :func:`bassin.read.printed.replies`.
    """

    verdicts: pd.DataFrame
    exhibits: pd.DataFrame
    files: pd.DataFrame
    searches: pd.DataFrame
    errata: pd.DataFrame
    replies: pd.DataFrame

    @classmethod
    def of(cls, study: Study, verdicts: pd.DataFrame | None = None) -> Ledger:
        """Judge every claim of a study, and find what depends on each of its files.

        What the chapters show is read where the build keeps them executed.

        Parameters
        ----------
        study : Study
        verdicts : DataFrame, optional
            As :func:`bassin.claims.held.verdicts`, of all claims; judged here by default, once the
            chapters are read.

        Raises
        ------
        NotExecutedError
            If a chapter is not executed, or has changed since.
        VerdictError
            If a verdict is not the one frozen in the list of claims.
        """
        shown = chapters.exhibits(study.sources.root.parent)
        table = held.verdicts(study) if verdicts is None else verdicts
        files = impact.by_file(table, shown, study.sources)
        lists = (printed.searches, printed.errata, printed.replies)
        return cls(table, shown, files, *(read(study.sources, study.epci) for read in lists))

    def counts(self) -> pd.DataFrame:
        """As :func:`bassin.claims.judging.counts`."""
        return judging.counts(self.verdicts)

    def counts_tested(self) -> pd.DataFrame:
        """As :meth:`counts`, of the claims that something tests, by grade."""
        return self.counts().drop(index=list(UNTESTED), columns="N")

    def meanings(self) -> dict[str, Phrase]:
        """What each verdict means, by its name in the prose: ``<verdict>_means``."""
        names = [key(verdict) for verdict in VERDICTS]
        return {f"{name}_means": Phrase(f"verdict.{name}") for name in names}

    @property
    def contradicted(self) -> pd.DataFrame:
        """Claims that the text itself contradicts, those that matter most first."""
        return self.failing[self.failing["verdict"] == CONTRADICTED]

    @property
    def denied(self) -> pd.DataFrame:
        """Claims that evidence from outside the text denies, those that matter most first."""
        return self.failing[self.failing["verdict"] != CONTRADICTED]

    def having(self, *verdicts: str) -> pd.DataFrame:
        """Claims of some verdicts."""
        return self.verdicts[self.verdicts["verdict"].isin(verdicts)]

    @property
    def tested(self) -> pd.DataFrame:
        """Claims that something tests: public data, a typed source, or the text itself.

        A claim that has its verdict from its premises alone is not one of them.
        """
        return self.verdicts[self.verdicts["grade"] != UNGRADED]

    @property
    def on_data(self) -> pd.DataFrame:
        """Claims tested on public data: evidence of grade A or B."""
        return self.of_grade(*ON_DATA)

    @property
    def on_source(self) -> pd.DataFrame:
        """Claims tested on a public source that was typed by hand: evidence of grade S."""
        return self.of_grade(*ON_SOURCE)

    @property
    def on_text(self) -> pd.DataFrame:
        """Claims that only the text itself speaks of: evidence of grade C or D."""
        return self.of_grade(*ON_TEXT)

    @property
    def holding_pct(self) -> float:
        """Share of the claims tested on public data which hold (%)."""
        return 100 * _holding(self.on_data) / len(self.on_data)

    @property
    def bounds_pct(self) -> tuple[float, float]:
        """Share of all claims that hold, were all those that nothing tests false, or all true."""
        holding = _holding(self.verdicts)
        untested = how_many(self.verdicts["verdict"].isin(UNTESTED))
        return 100 * holding / len(self.verdicts), 100 * (holding + untested) / len(self.verdicts)

    def by_grade(self) -> pd.DataFrame:
        """How many claims of each grade of evidence hold.

        Returns
        -------
        DataFrame
            Index ``grade``, the strongest first; ``claims`` (tested), ``holding``, ``failing``,
            ``holding_pct``.
        """
        tested = self.tested
        holds = tested["verdict"].isin(HOLDING).groupby(tested["grade"])
        table = holds.agg(claims="size", holding="sum")
        table["failing"] = table["claims"] - table["holding"]
        table["holding_pct"] = 100 * table["holding"] / table["claims"]
        return table.loc[[grade for grade in get_args(Grade) if grade in table.index]]

    @property
    def failing(self) -> pd.DataFrame:
        """Claims that do not hold: those that matter most to the text first."""
        return headline.worst_first(self.verdicts)

    def reasons(self) -> pd.DataFrame:
        """Why claims are not tested, and of how many what would tell was searched.

        Returns
        -------
        DataFrame
            Index ``reason`` (in words, in the order of :data:`bassin.read.printed.WANTED`);
            ``claims``, ``searched``.
        """
        searched = self.searches["day"] != ""
        counted = searched.groupby(self.searches["reason"]).agg(claims="size", searched="sum")
        counted = counted.loc[[reason for reason in WANTED if reason in counted.index]]
        return counted.rename(index=lambda reason: write(Phrase(f"reason.{reason}")))

    def score(self) -> dict[str, int]:
        """How many claims are tested on data, and hold; on the text alone; and not at all.

        Returns
        -------
        dict
            ``claims``; ``data``, ``data_holding``, ``data_failing`` (tested on public data); the
            same of ``source`` (a source typed by hand) and of ``text`` (a text held against
            itself); ``untested``, of which ``by_premise`` have their verdict from what they
            conclude from; then the number of each verdict and of each grade, ``grade_a``
            to ``grade_n``.
        """
        counted = self.counts()
        verdicts = {key(str(v)): int(n) for v, n in counted.sum(axis=1).items()}
        grades = {f"grade_{str(g).lower()}": int(n) for g, n in counted.sum().items()}
        return {
            "claims": len(self.verdicts),
            **_tally("data", self.on_data),
            **_tally("source", self.on_source),
            **_tally("text", self.on_text),
            "untested": len(self.verdicts) - len(self.tested),
            "by_premise": int((~self.verdicts["verdict"].isin(UNTESTED)).sum() - len(self.tested)),
            **verdicts,
            **grades,
        }

    def of_grade(self, *grades: str) -> pd.DataFrame:
        """Claims tested with evidence of some grades."""
        return self.tested[self.tested["grade"].isin(grades)]

    def by_chapter(self) -> pd.DataFrame:
        """Number of claims of each verdict by chapter, in the order of the book.

        Returns
        -------
        DataFrame
            Index ``chapter`` (its title); ``claims``, then one column a verdict.
        """
        table = self.verdicts
        found = pd.crosstab(table["chapter"], table["verdict"])
        found = found.reindex(table["chapter"].unique(), fill_value=0)
        found = found.reindex(columns=VERDICTS, fill_value=0)
        found.insert(0, "claims", found.sum(axis=1))
        titles = self.places()["title"]
        return found.rename(index=lambda name: titles.get(name, name)).rename_axis("chapter")

    def mostly_tested(self) -> list[str]:
        """Titles of the chapters more than half of whose claims something tests, in their order."""
        tested = self.verdicts["grade"] != UNGRADED
        share = tested.groupby(self.verdicts["chapter"], sort=False).mean()
        titles = self.places()["title"]
        return [str(titles.get(name, name)) for name in share.index[share > 1 / 2]]

    def places(self) -> pd.DataFrame:
        """Where the book shows each chapter's claims.

        Returns
        -------
        DataFrame
            Index: name of the chapter in the list of claims; ``title`` of the chapter, ``exhibit``
            (name of its table of claims).
        """
        heads = self.exhibits[self.exhibits["claims"] != ""].reset_index()
        return heads.drop_duplicates("claims").set_index("claims")[["title", "exhibit"]]

    def sections(self) -> pd.DataFrame:
        """Where the book discusses each claim.

        Returns
        -------
        DataFrame
            Index ``id``; ``section`` (its heading), ``exhibit`` (name of the exhibit in it that the
            list of claims gives).

        Raises
        ------
        DataError
            If the list of claims gives an exhibit that no chapter shows.
        """
        exhibits, headings = self.verdicts["section"], self.exhibits["section"]
        unknown = exhibits[~exhibits.isin(headings.index)]
        if len(unknown):
            raise DataError(
                of_study(self.verdicts.at[unknown.index[0], "epci"], CLAIMS),
                f"no chapter shows {unknown.iloc[0]!r}",
                column="section",
                row=unknown.index[0],
                cure="Write the name of an exhibit of the section that discusses the claim.",
            )
        return pd.DataFrame({"section": exhibits.map(headings), "exhibit": exhibits})

    def _without_evidence(self, *verdicts: str) -> pd.DataFrame:
        """Claims of some verdicts, but for those that have them from a premise alone."""
        table = self.having(*verdicts)
        return table[table["found"].isna() & table["holds"].isna()]

    def wanted(self, least: int = 1) -> pd.DataFrame:
        """What would raise the claims that nothing tests, context aside.

        Parameters
        ----------
        least : int
            Leave out what would tell of fewer claims.

        Returns
        -------
        DataFrame
            Index ``wanted`` (what would tell, as in the list of claims), the one that would tell
            most first; ``publisher`` (as :func:`bassin.claims.wanted.publisher_of`, missing where
            none is named), ``verdict`` (whether it is to be obtained or is not public), ``claims``
            (their number), ``lines``.
        """
        found = (
            self._without_evidence(NOT_OBTAINED, NOT_PUBLIC)
            .groupby(["finding", "verdict"], sort=False)
            .agg(claims=("lines", "size"), lines=("lines", lambda s: ", ".join(dict.fromkeys(s))))
            .reset_index("verdict")
        )
        publishers = [publisher_of(str(wanted)) or None for wanted in found.index]
        found.insert(0, "publisher", publishers)
        found = found[found["claims"] >= least].rename_axis("wanted")
        return found.sort_values("claims", ascending=False, kind="stable")

    def wanted_from(self) -> pd.Series:
        """Number of claims not obtained by the publisher of what would tell, the most first.

        A claim counts under each publisher named.
        """
        named = self._without_evidence(NOT_OBTAINED)["finding"].map(publishers_of)
        counted = named.explode().value_counts()
        return counted.rename("claims").rename_axis("publisher")

    def holders(self) -> pd.Series:
        """Who has what would tell of each claim that nothing tests.

        Returns
        -------
        Series of str
            As :func:`bassin.claims.wanted.holders`, by claim.
        """
        table = self.having(*UNTESTED)
        own = self._without_evidence(*UNTESTED).index
        return wanted.holders(table["finding"], own)

    def rests_on(self) -> pd.DataFrame:
        """What depends on each raw file, counted.

        Returns
        -------
        DataFrame
            Index ``file``; ``publisher``, ``claims`` and ``exhibits`` (numbers), ``shown`` (names
            of the exhibits). The file most depends on comes first, one that nothing does last.
        """
        table = self.files.assign(
            shown=self.files["exhibits"].str.join(", "),
            claims=self.files["claims"].str.len(),
            exhibits=self.files["exhibits"].str.len(),
        )
        order = ["claims", "exhibits"]
        table = table.sort_values(order, ascending=False, kind="stable")
        return table[["publisher", "claims", "exhibits", "shown"]]

    def resting(self) -> pd.DataFrame:
        """Files that some claim or exhibit depends on, and how many do.

        Returns
        -------
        DataFrame
            As :meth:`rests_on`, without ``shown``.
        """
        table = self.rests_on()
        return table.loc[table["claims"] + table["exhibits"] > 0].drop(columns="shown")


def _holding(table: pd.DataFrame) -> int:
    return how_many(table["verdict"].isin(HOLDING))


def _tally(name: str, table: pd.DataFrame) -> dict[str, int]:
    holding = _holding(table)
    return {
        name: len(table),
        f"{name}_holding": holding,
        f"{name}_failing": len(table) - holding,
    }
