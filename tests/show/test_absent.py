"""A sentence in the place of what a territory has no data for."""

from __future__ import annotations

import pytest

from bassin.errors import DataError, MissingFileError, TerritoryError
from bassin.phrase import Phrase
from bassin.show import shown
from bassin.show.absent import Absent
from bassin.words import speaking


def test_what_a_place_lacks_is_said():
    """In the words of the error, as text."""

    def refused():
        raise TerritoryError("No *altitude* is listed.")

    said = shown(refused)
    assert isinstance(said, Absent)
    assert str(said) == "Not shown: No *altitude* is listed."
    data, metadata = said._repr_mimebundle_()
    assert data["text/plain"] == str(said)
    assert "\\*altitude\\*" in data["text/markdown"]
    assert metadata == {"bassin": {"absent": True}}


def test_what_a_place_lacks_is_said_in_the_language_of_the_page():
    """An error that has words for it is told in them; of another, the message is quoted."""

    def refused(told: Phrase | None):
        raise TerritoryError("zone d'emploi 0103 is unknown", told=told)

    with speaking("fr"):
        said = str(shown(lambda: refused(Phrase("absent.zones"))))
        quoted = str(shown(lambda: refused(None)))
    assert said.endswith("sa zone d’emploi n’est comparée à aucune de la métropole.")
    assert "zone d'emploi 0103 is unknown" in quoted


def test_a_file_that_is_not_at_hand_is_said():
    """It is listed, and may come."""

    def refused():
        raise MissingFileError("insee/x.csv: absent")

    assert "insee/x.csv" in str(shown(refused))


def test_a_fault_of_the_data_or_the_code_is_no_absence():
    """It stops the chapter."""
    for error in (DataError("insee/x.csv", "no number"), KeyError("x"), ValueError("x")):

        def refused(error: Exception = error):
            raise error

        with pytest.raises(type(error)):
            shown(refused)
