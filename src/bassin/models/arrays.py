"""Types of the arrays that models take and give."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

#: Real numbers, one for each place or each pair of places.
Floats: TypeAlias = NDArray[np.float64]
#: Positions of rows in a table, from 0, as models hand them to each other.
PositionArray: TypeAlias = NDArray[np.int64]
#: What a caller may give for positions, to be checked: a list, or an array of whole numbers.
PositionsLike: TypeAlias = ArrayLike
