"""Charts: series, bars, dots, ranges, strips, triangles, timelines, lives, networks, compasses.

Series are told apart by colour, marker and dash at once, and named at the end of their line where
there is room. Small multiples share one scale unless said otherwise.
"""

from bassin.show.charts.bar import balances, bars
from bassin.show.charts.dots import distribution, scatter
from bassin.show.charts.lives import lives
from bassin.show.charts.networks import network
from bassin.show.charts.parts import parts
from bassin.show.charts.polar import compasses
from bassin.show.charts.ranges import ranges
from bassin.show.charts.series import lines, slope
from bassin.show.charts.strips import strips
from bassin.show.charts.timeline import lanes
from bassin.show.charts.triangle import triangle

__all__ = [
    "balances",
    "bars",
    "compasses",
    "distribution",
    "lanes",
    "lines",
    "lives",
    "network",
    "parts",
    "ranges",
    "scatter",
    "slope",
    "strips",
    "triangle",
]
