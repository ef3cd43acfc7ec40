"""Two editions of a raw file, old against new."""

from __future__ import annotations

import math
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from pandas.api.types import is_numeric_dtype

from bassin.read.editions import Edition
from bassin.show.style import style
from bassin.show.tokens import DPI, INK

#: Most columns drawn, panels a row, size of a panel (inches).
MOST, ACROSS, SIZE = 12, 4, 2.6


def draw(new: Edition, path: Path) -> bool:
    """Draw each column of numbers of a copy against the file at hand, a dot a row.

    Parameters
    ----------
    new : Edition
    path : Path
        Of the image, a PNG; its folder is made.

    Returns
    -------
    bool
        Whether there was anything to draw: rows with names, the same in both.
    """
    pairs = [
        (str(name), old, now)
        for call, before in new.before.items()
        for name, old, now in _pairs(before, new.now[call])
    ][:MOST]
    if not pairs:
        return False
    down = math.ceil(len(pairs) / ACROSS)
    with style():
        figure, axes = plt.subplots(
            down, ACROSS, figsize=(SIZE * ACROSS, SIZE * down), squeeze=False, layout="constrained"
        )
        for ax in axes.flat[len(pairs) :]:
            ax.set_axis_off()
        for ax, (name, old, now) in zip(axes.flat, pairs, strict=False):
            ax.plot(old, now, ".", color=INK, markersize=3, alpha=0.5)
            ends = np.nanmin([*old, *now]), np.nanmax([*old, *now])
            ax.plot(ends, ends, color=INK, linewidth=0.6)
            ax.set_title(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path, dpi=DPI)
        plt.close(figure)
    return True


def _pairs(before: pd.DataFrame, now: pd.DataFrame) -> list[tuple[str, pd.Series, pd.Series]]:
    """Columns of numbers of the rows that both editions have, where any is known in both."""
    if before.index.has_duplicates or now.index.has_duplicates:
        return []
    both = before.index.intersection(now.index)
    found = []
    for name in before.columns.intersection(now.columns):
        old, new = before.loc[both, name], now.loc[both, name]
        if is_numeric_dtype(old) and is_numeric_dtype(new) and (old.notna() & new.notna()).any():
            found.append((str(name), old.astype(float), new.astype(float)))
    return found
