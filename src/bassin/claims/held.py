"""The verdicts of a study, held to those that its list of claims has frozen."""

from __future__ import annotations

import pandas as pd

from bassin.claims import judging, record
from bassin.errors import DataError
from bassin.files.transcribed import of_study
from bassin.read.printed import CLAIMS, REVERSES
from bassin.rounding import turns
from bassin.study import Study
from bassin.verdict import FAILING


def audit(study: Study) -> pd.DataFrame:
    """Run every check, the verdicts frozen or not; as :func:`bassin.claims.judging.verdicts`."""
    return judging.verdicts(study.all_claims, study)


def verdicts(study: Study, chapter: str | None = None) -> pd.DataFrame:
    """What the text claims, held against the raw files.

    Parameters
    ----------
    study : Study
    chapter : str, optional
        Name of a chapter in the list of claims; all chapters by default.

    Returns
    -------
    DataFrame
        As :func:`bassin.claims.judging.verdicts`.

    Raises
    ------
    VerdictError
        If a verdict is not the one frozen in the list of claims.
    DataError
        As :func:`refuse_effects`.
    """
    return _held(study.all_claims if chapter is None else study.claims(chapter), study)


def failing(study: Study) -> pd.DataFrame:
    """Those claims whose frozen verdict is that they do not hold, judged again.

    Parameters
    ----------
    study : Study

    Returns
    -------
    DataFrame
        As :func:`bassin.claims.judging.verdicts`.

    Raises
    ------
    VerdictError, DataError
        As :func:`verdicts`.
    """
    return _held(study.all_claims[study.all_claims["expected"].isin(FAILING)], study)


def _held(claims: pd.DataFrame, study: Study) -> pd.DataFrame:
    table = judging.verdicts(claims, study)
    refuse_effects(table)
    record.refuse_moved(table, study)
    return table


def refuse_effects(table: pd.DataFrame) -> None:
    """Refuse a claim whose sentence is said to turn, and does not by its margin, or the reverse.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.

    Raises
    ------
    DataError
        Which claim, and its numbers.
    """
    marked = table[table["margin"].notna() & table["found"].notna()]
    for claim, row in marked.iterrows():
        turned = turns(row["found"], row["published"], row["margin"])
        if turned != (row["effect"] == REVERSES):
            raise DataError(
                of_study(row["epci"], CLAIMS),
                f"{row['effect']!r}; {row['published']:g} is printed, {row['found']:g} found",
                column="effect",
                row=claim,
                cure=f"By its margin, the sentence turns {row['margin']:+g} from what is printed. "
                "Write the one or the other anew.",
            )
