"""Files that were typed in by hand, and are read without a hash: the manifest lists raw files."""

from __future__ import annotations

#: A folder a place, by SIREN: what one text prints of it, and what this book says of that text.
STUDY = "study"
#: Of the places of France, whichever is told of: how names are put together, the coal basins.
PLACES = "places"
#: Of laws, which hold for every place.
LAW = "law"
FOLDERS = (STUDY, PLACES, LAW)


def of_study(epci: str, name: str) -> str:
    """Path in ``data`` of a file of the study of one place.

    Parameters
    ----------
    epci : str
        SIREN of the intercommunality that the text is on.
    name : str
        Name of the file in the folder of the study.

    Examples
    --------
    >>> of_study("200066918", "claims.csv")
    'study/200066918/claims.csv'
    """
    return f"{STUDY}/{epci}/{name}"


def is_of_study(file: str, name: str) -> bool:
    """Whether a path is that of a file of a study, of whatever place.

    Examples
    --------
    >>> is_of_study("study/200066918/claims.csv", "claims.csv")
    True
    >>> is_of_study("places/claims.csv", "claims.csv")
    False
    """
    return folder_of(file) == STUDY and file.rpartition("/")[2] == name


def folder_of(file: str) -> str:
    """Folder of ``data`` that a transcription is in; ``""`` of a raw file.

    Examples
    --------
    >>> folder_of("study/200066918/land.csv"), folder_of("insee/v_region_2023.csv")
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
