"""Names of places, sides and directions, and of what is common to several subjects."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "FRANCE": "France",
    "north_west": "north and west",
    "south_east": "south and east",
    # Eight directions, clockwise from north.
    "towards_0": "north",
    "towards_45": "north-east",
    "towards_90": "east",
    "towards_135": "south-east",
    "towards_180": "south",
    "towards_225": "south-west",
    "towards_270": "west",
    "towards_315": "north-west",
}

SENTENCES: Mapping[str, str] = {
    "list.more": "{shown} and {n} more",
}
