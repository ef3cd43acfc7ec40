"""Files that were typed in by hand, and are read without a hash: the manifest lists raw files."""

from __future__ import annotations

#: What the study prints, and what this book says of it.
STUDY = "study"
#: How the names of places are put together: of every place of France, whichever is told of.
PLACES = "places"
FOLDERS = (STUDY, PLACES)


def folder_of(file: str) -> str:
    """Folder of ``data`` that a transcription is in; ``""`` of a raw file.

    Examples
    --------
    >>> folder_of("study/land.csv"), folder_of("insee/v_region_2023.csv")
    ('study', '')
    """
    folder = file.partition("/")[0]
    return folder if folder in FOLDERS else ""


def is_transcription(file: str) -> bool:
    """Whether a file is one that was typed in, by its path.

    Examples
    --------
    >>> is_transcription("places/epci-names.csv"), is_transcription("insee/v_region_2023.csv")
    (True, False)
    """
    return bool(folder_of(file))
