"""Contested claims under every reasonable choice: how sure their verdicts are.

Which claims are contested is told by the ledger (:func:`contested`). Each has a check that computes
its number under every choice, in a module ``curves`` of its topic or shared with a sentence of the
book, or a reason why it admits no other choice; the list is ``contested.csv`` of the study.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from bassin.claims.findings import Run, described
from bassin.claims.ledger import Ledger
from bassin.errors import BassinError, DataError
from bassin.files.shared import shared
from bassin.files.trace import recording
from bassin.files.transcribed import of_study
from bassin.read import printed
from bassin.read.printed import CONTESTED, NO_CHOICE
from bassin.rounding import prints_as
from bassin.study import Study
from bassin.topics.findings import trial_of
from bassin.topics.tried import ALONE, LEAST, Tried
from bassin.verdict import FAILING, HOLDING, ON_DATA

#: Why a claim is contested: it does not hold; it holds by its tolerance alone; it is said in words,
#: so that what would bear it out was chosen here.
FAILS, TOLERATED, WORDS = "fails", "tolerated", "in_words"
WHY = (FAILS, TOLERATED, WORDS)


class CurveError(BassinError):
    """A contested claim computed under every choice is not the claim that was judged."""


def contested(verdicts: pd.DataFrame) -> pd.Series:
    """Claims tested on public data whose verdict may hang on a choice, and why.

    Parameters
    ----------
    verdicts : DataFrame
        As :func:`bassin.claims.judging.verdicts`.

    Returns
    -------
    Series of str
        Of :data:`WHY`, by claim, in the order of the ledger. A number that is found as it is
        printed is not contested, and what data do not test is not either.
    """
    why = {}
    for claim, row in verdicts[verdicts["grade"].isin(ON_DATA)].iterrows():
        if row["verdict"] in FAILING:
            why[claim] = FAILS
        elif row["kind"] == "statement":
            why[claim] = WORDS
        elif not prints_as(row["found"], row["published"], row["rounding"], row["rounds"]):
            why[claim] = TOLERATED
    return pd.Series(why, dtype=object).rename_axis("claim")


@dataclass(frozen=True)
class Curves:
    """How sure the verdict on each contested claim is.

    Attributes
    ----------
    table : DataFrame
        Index ``claim``, in the order of the ledger; ``why`` (of :data:`WHY`), ``reason`` (of
        :data:`bassin.read.printed.NO_CHOICE`, else empty), ``unit``, ``decimals``, ``note``;
        ``estimate``, ``agreeing``, ``tried``, ``word`` (of
        :func:`bassin.topics.tried.how_sure`), ``files``, ``vintage`` and the other columns of
        :func:`bassin.claims.findings.described`. A claim without another choice has one of one.
    runs : dict
        Claim to what its check found, of those that admit other choices.
    """

    table: pd.DataFrame
    runs: dict[str, Run]

    @classmethod
    def of(cls, study: Study, verdicts: pd.DataFrame) -> Curves:
        """Compute every contested claim under every choice.

        Parameters
        ----------
        study : Study
        verdicts : DataFrame
            As :func:`bassin.claims.judging.verdicts`, of all claims.

        Raises
        ------
        DataError
            If a contested claim has no row in ``contested.csv``, a row is of another claim, or its
            check does not exist or makes one choice alone.
        CurveError
            If the choice of the claim gives another answer or number than its verdict.
        """
        rows = listed(study, contested(verdicts))
        runs = {
            str(claim): _run(study, str(claim), row["curve"])
            for claim, row in rows.iterrows()
            if row["curve"]
        }
        for claim, one in runs.items():
            refuse_another(verdicts.loc[claim], one.tried)
        alone = {"agreeing": 1, "tried": 1, "word": ALONE, "interval": "", "vintage": ""}
        told = described(runs, study.sources).reindex(rows.index)
        for column, value in alone.items():
            told[column] = told[column].where(rows["reason"] == "", value)
        return cls(rows.join(told), runs)

    @property
    def tried(self) -> dict[str, Tried]:
        """What the check of each claim found, of those that admit other choices."""
        return {claim: one.tried for claim, one in self.runs.items()}

    def shown(self, claims: pd.DataFrame, audit: Ledger) -> pd.DataFrame:
        """Claims that admit other choices, the least sure first, as the page shows them.

        Parameters
        ----------
        claims : DataFrame
            As :func:`bassin.read.printed.claims`.
        audit : Ledger

        Returns
        -------
        DataFrame
            :attr:`table` with ``chapter``, ``sentence`` (what the study says), ``title`` (of the
            chapter), ``exhibit``, ``area``, ``period``, ``verdict`` and ``grade``.
        """
        drawn = self.table.loc[list(self.runs)]
        share = drawn["agreeing"].astype(float) / drawn["tried"].astype(float)
        ordered = drawn.loc[share.sort_values(kind="stable").index]
        told = audit.verdicts.loc[ordered.index, ["chapter", "verdict", "grade", "statement"]]
        told = told.rename(columns={"statement": "sentence"})
        titles = audit.places()["title"]
        told["title"] = [titles.get(chapter, chapter) for chapter in told["chapter"]]
        told["exhibit"] = audit.sections()["exhibit"]
        return ordered.join(told).join(claims[["area", "period"]])

    def score(self) -> dict[str, int]:
        """How many claims have each word, then how many admit no other choice, by why."""
        words, reasons = (self.table[name].value_counts() for name in ("word", "reason"))
        return {
            **{word: int(words.get(word, 0)) for word in LEAST},
            **{reason: int(reasons.get(reason, 0)) for reason in NO_CHOICE},
        }

    def facts(self) -> dict[str, int]:
        """What the prose says of them."""
        why = self.table["why"].value_counts()
        return {
            "curves": len(self.table),
            "curves_drawn": len(self.runs),
            "curves_alone": len(self.table) - len(self.runs),
            "curves_choices": sum(len(one.tried.choices) for one in self.runs.values()),
            **{f"curves_{name}": int(why.get(name, 0)) for name in WHY},
            **{f"curves_{name}": n for name, n in self.score().items()},
        }


def listed(study: Study, why: pd.Series) -> pd.DataFrame:
    """Rows of ``contested.csv`` beside why each claim is contested.

    Raises
    ------
    DataError
        As :meth:`Curves.of`.
    """
    rows = printed.contested(study.sources, study.epci)
    file = of_study(study.epci, CONTESTED)
    cure = "One row for each claim that is tested on data and fails, is tolerated or is in words."
    lacking, more = why.index.difference(rows.index), rows.index.difference(why.index)
    if len(lacking):
        raise DataError(file, "no row", column="claim", row=lacking[0], cure=cure)
    if len(more):
        raise DataError(file, "is not contested", column="claim", row=more[0], cure=cure)
    return why.to_frame("why").join(rows)


def _run(study: Study, claim: str, curve: str) -> Run:
    """What a check finds under every choice, once for all chapters of a build."""

    def run() -> Run:
        with recording() as noted:
            found = trial_of(claim, curve, of_study(study.epci, CONTESTED), "curve")(study)
        return Run(found, tuple(sorted(noted.files)))

    return shared(study.sources, repr(("curve", study.epci, curve)), run)


def refuse_another(claim: pd.Series, found: Tried) -> None:
    """Refuse a curve whose own choice is not what was judged, or that makes no other.

    Parameters
    ----------
    claim : Series
        Of :func:`bassin.claims.judging.verdicts`.
    found : Tried

    Raises
    ------
    CurveError
    """
    if len(found.choices) == 1:
        raise CurveError(
            f"claim {claim.name!r}: there is one choice alone. Write in {CONTESTED} why it admits "
            f"no other: {', '.join(NO_CHOICE)}."
        )
    judged = claim["verdict"] in HOLDING
    same = math.isnan(claim["found"]) or math.isclose(claim["found"], found.estimate)
    if found.holds != judged or not same:
        raise CurveError(
            f"claim {claim.name!r} is {claim['verdict']!r} with {claim['found']:g}; its curve has "
            f"{found.estimate:g} by the choice {found.chosen!r}, which "
            f"{'bears it out' if found.holds else 'does not'}. Let both compute the same."
        )
