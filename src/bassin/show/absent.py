"""What a place has no data for is said in its stead, never left out in silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bassin.errors import ChoiceError, MissingFileError
from bassin.markup import escape
from bassin.phrase import Phrase
from bassin.show.exhibit import Exhibit
from bassin.words import write


@dataclass(frozen=True)
class Absent:
    """A sentence in the place of an exhibit.

    Attributes
    ----------
    why : Phrase
        What is missing, and what would mend it.
    """

    why: Phrase

    def __str__(self) -> str:
        return write(Phrase("portrait.absent", why=self.why))

    def _repr_mimebundle_(
        self,
        include: object = None,  # noqa: ARG002, the names are IPython's
        exclude: object = None,  # noqa: ARG002
    ) -> tuple[dict[str, str], dict[str, Any]]:
        """Offer the sentence as text; the metadata tells the book's renderer that it is one."""
        said = str(self)
        data = {"text/plain": said, "text/markdown": f"*{escape(said)}*"}
        return data, {"bassin": {"absent": True}}


def shown(make: Callable[[], Exhibit]) -> Exhibit | Absent:
    """An exhibit, or a sentence on what the place lacks for it.

    Parameters
    ----------
    make : callable
        Makes the exhibit. What it raises because the place has no such data, or a listed file is
        not at hand, is said; any other error is one.

    Examples
    --------
    >>> from bassin.errors import TerritoryError
    >>> def refused():
    ...     raise TerritoryError("No altitude is listed for this departement.")
    >>> print(shown(refused))
    Not shown: No altitude is listed for this departement.
    """
    try:
        return make()
    except (ChoiceError, MissingFileError) as error:
        told = getattr(error, "told", None)
        return Absent(
            told or Phrase("absent.other", why=str(error).strip() or type(error).__name__)
        )
