"""Where the project lies."""

from __future__ import annotations

import os
from pathlib import Path

from bassin.errors import SourceError
from bassin.files.manifest import MANIFEST


def project_root(start: Path | None = None) -> Path:
    """Find the folder that holds ``_config.yml`` and ``data/sources.csv``.

    Parameters
    ----------
    start : Path, optional
        Where to begin; the working directory by default. Its parents are tried in turn, then the
        checkout this package is installed from. ``BASSIN_ROOT`` in the environment wins over all.

    Raises
    ------
    SourceError
        If no such folder is found.
    """
    named = os.environ.get("BASSIN_ROOT")
    here = Path(named) if named else (start or Path.cwd()).resolve()
    checkout = Path(__file__).resolve().parents[3]
    candidates = [here] if named else [here, *here.parents, checkout]
    for folder in candidates:
        if (folder / "_config.yml").is_file() and (folder / "data" / MANIFEST).is_file():
            return folder
    raise SourceError(
        f"no project found from {here}: looked for _config.yml beside data/{MANIFEST}. "
        "Run from inside a checkout, set BASSIN_ROOT to it, or name the folder of the data: "
        "Study(data=...)."
    )
