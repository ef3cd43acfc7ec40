"""The register of the checks of sentences, with those of every topic in it."""

from __future__ import annotations

import bassin.topics.ageing.findings
import bassin.topics.contrast.findings
import bassin.topics.education.findings
import bassin.topics.health.findings
import bassin.topics.land.findings
import bassin.topics.outcome.findings
import bassin.topics.perimeters.findings
import bassin.topics.population.findings
import bassin.topics.poverty.findings
import bassin.topics.programmes.findings
import bassin.topics.risk.findings  # noqa: F401
from bassin.errors import DataError
from bassin.read.findings import FINDINGS
from bassin.topics.tried import TRIALS, Trial

__all__ = ["TRIALS", "trial_of"]


def trial_of(sentence: str, name: str) -> Trial:
    """The check of a sentence.

    Parameters
    ----------
    sentence : str
        Its identifier, for the error.
    name : str
        That of the check.

    Raises
    ------
    DataError
        If there is no such check.
    """
    if name not in TRIALS:
        raise DataError(
            FINDINGS,
            f"no check of a sentence is called {name!r}",
            column="check",
            row=sentence,
            cure="Write one in the module `findings` of its topic.",
        )
    return TRIALS[name]
