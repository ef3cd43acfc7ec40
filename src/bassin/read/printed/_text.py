"""What every reader of a study is: it is asked for one place, and reads that place's folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, TypeVar

import pandas as pd

from bassin.errors import MissingFileError, TerritoryError
from bassin.files.sources import Sources
from bassin.files.transcribed import STUDY, of_study
from bassin.read._reused import reused

P = ParamSpec("P")
Table = TypeVar("Table", bound=pd.DataFrame | pd.Series)
Reading = Callable[Concatenate[Sources, str, P], Table]


def has(sources: Sources, epci: str, name: str) -> bool:
    """Whether a text on a place is transcribed, and its folder has a file.

    Parameters
    ----------
    sources : Sources
    epci : str
        SIREN of the intercommunality.
    name : str
        Name of the file.
    """
    return (sources.root / of_study(epci, name)).is_file()


def studied(sources: Sources, name: str) -> list[str]:
    """SIREN of the places of which a text is transcribed, and has a file; sorted."""
    return sorted(path.parent.name for path in (sources.root / STUDY).glob(f"*/{name}"))


@dataclass(frozen=True)
class Studied:
    """The places whose study has a file: what a reader of it can be asked for."""

    name: str

    def __call__(self, sources: Sources, /) -> list[str]:
        """Their SIREN, as :func:`studied`."""
        return studied(sources, self.name)

    def refuse(self, sources: Sources, epci: str, /) -> None:
        """As :func:`refuse_without`."""
        refuse_without(sources, epci, self.name)


def of_text(name: str) -> Callable[[Reading[P, Table]], Reading[P, Table]]:
    """Make a reader of a function that reads one file of the study of a place.

    Parameters
    ----------
    name : str
        Name of the file in the folder of the study.

    Returns
    -------
    callable
        It makes of a function of :class:`Sources` and a SIREN a reader, as
        :func:`bassin.read._reused.reused`; that refuses a place as :func:`refuse_without`.
    """
    return reused(epci=Studied(name))


def refuse_without(sources: Sources, epci: str, name: str, place: str = "") -> None:
    """Refuse a file of the study of a place that is not there.

    Parameters
    ----------
    sources : Sources
    epci : str
        SIREN of the intercommunality.
    name : str
        Name of the file.
    place : str, optional
        How the place is called, where that is known.

    Raises
    ------
    TerritoryError
        If no text on the place is transcribed.
    MissingFileError
        If the folder of its text lacks the file.
    """
    if has(sources, epci, name):
        return
    file, called = of_study(epci, name), f"{place} ({epci})" if place else epci
    if not (sources.root / of_study(epci, "")).is_dir():
        raise TerritoryError(
            f"{file}: no text on {called} is transcribed. Transcribe one in the folder "
            f"data/{STUDY}/{epci} (see data/README.md), or ask for what files have."
        )
    raise MissingFileError(
        f"{file}: no such file. The study of {called} has none, so that nothing can be made of "
        "it: transcribe it (see data/README.md), or restore it from git."
    )
