"""The register of the checks of sentences and of contested claims, those of every topic in it."""

from __future__ import annotations

import bassin.topics.ageing.curves
import bassin.topics.ageing.findings
import bassin.topics.contrast.curves
import bassin.topics.contrast.findings
import bassin.topics.ecosystem.findings
import bassin.topics.education.curves
import bassin.topics.education.findings
import bassin.topics.health.curves
import bassin.topics.health.findings
import bassin.topics.land.findings
import bassin.topics.listed
import bassin.topics.outcome.curves
import bassin.topics.outcome.findings
import bassin.topics.perimeters.curves
import bassin.topics.perimeters.findings
import bassin.topics.population.curves
import bassin.topics.population.findings
import bassin.topics.poverty.curves
import bassin.topics.poverty.findings
import bassin.topics.programmes.findings
import bassin.topics.risk.findings
import bassin.topics.travel.findings
import bassin.topics.waves.findings  # noqa: F401
from bassin.errors import DataError
from bassin.read.findings import FINDINGS
from bassin.topics.tried import TRIALS, Trial

__all__ = ["TRIALS", "trial_of"]


def trial_of(sentence: str, name: str, file: str = FINDINGS, column: str = "check") -> Trial:
    """The check of a sentence, or of a contested claim.

    Parameters
    ----------
    sentence : str
        Its identifier, for the error.
    name : str
        That of the check.
    file, column : str
        Where it is named.

    Raises
    ------
    DataError
        If there is no such check.
    """
    if name not in TRIALS:
        raise DataError(
            file,
            f"no check of a sentence is called {name!r}",
            column=column,
            row=sentence,
            cure="Write one in the module `findings` of its topic, or `curves`.",
        )
    return TRIALS[name]
