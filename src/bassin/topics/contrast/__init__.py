"""Two halves of a territory: hills and plain, by several lines, compared, tested and turned.

Of one territory, ``halves`` has the lines (of ``bassin.places.lines``) and the people, ``measured``
the values and the gaps, ``tested`` the tests, and ``local`` all of these with the choices counted.
``measures`` says what the sides are compared on, ``gaps`` compares, ``inference`` tests,
``sensitivity`` turns and counts, ``middle`` follows the population.
"""

from bassin.places.lines import (
    ALTITUDE,
    APART,
    AZIMUTH,
    BEARING,
    CENTRE,
    CENTRES,
    HILLS,
    LINES,
    MASSIF,
    MINES,
    PLAIN,
)
from bassin.topics.contrast.gaps import COVERED, compare, means_by_zone
from bassin.topics.contrast.inference import LEVEL
from bassin.topics.contrast.local import Contrast
from bassin.topics.contrast.measures import Measure
from bassin.topics.contrast.middle import bearing, centre_of_gravity

__all__ = [
    "ALTITUDE",
    "APART",
    "AZIMUTH",
    "BEARING",
    "CENTRE",
    "CENTRES",
    "COVERED",
    "HILLS",
    "LEVEL",
    "LINES",
    "MASSIF",
    "MINES",
    "PLAIN",
    "Contrast",
    "Measure",
    "bearing",
    "centre_of_gravity",
    "compare",
    "means_by_zone",
]
