"""The pages of the atlas: maps, a table and comparisons of all EPCI, with no network."""

from bassin.show.atlas.exhibits import (
    compared,
    every_indicator,
    every_place,
    near,
    scatter,
    sentences,
)

__all__ = ["compared", "every_indicator", "every_place", "near", "scatter", "sentences"]
