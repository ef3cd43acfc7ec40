"""Maps: values by class, categories, one territory picked out among many, the path of a point.

Each but the last is drawn twice, as an image and as an interactive map that needs no network, with
the same classes, colours and legend. Nothing is computed but the class of each value. A value that
is secret or missing is hatched or grey and counted in the legend, never drawn as zero.
"""

from bassin.show.maps.groups import categories
from bassin.show.maps.legend import class_labels
from bassin.show.maps.locators import locator
from bassin.show.maps.paths import path
from bassin.show.maps.values import choropleth

__all__ = ["categories", "choropleth", "class_labels", "locator", "path"]
