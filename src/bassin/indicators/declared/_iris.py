"""What is read of the indicators by IRIS."""

from __future__ import annotations

from bassin.indicators.declaration import Read
from bassin.read import insee


def of_iris(columns: tuple[str, ...]) -> Read:
    """Columns of the file of the metropole, or of those of departements where it is not at hand.

    Examples
    --------
    >>> of_iris(("P22_POP",)).instead == insee.IRIS_FRANCE
    True
    """
    return Read(insee.IRIS_DEPARTEMENTS, columns, instead=insee.IRIS_FRANCE)
