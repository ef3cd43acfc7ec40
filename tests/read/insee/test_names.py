"""Names of places and their articles: the toy France comes back, a damaged file is refused."""

from __future__ import annotations

import pytest
from tests.fixtures import listed
from tests.fixtures.spoil import Spoiler, refused

from bassin.errors import ChoiceError
from bassin.files.sources import Sources
from bassin.read.insee.names import NAMED_LEVELS, named_places


def test_names_and_digits(toy: Sources):
    """As lists have them, without the article, and INSEE's digit; no delegated commune."""
    communes = named_places(toy, "commune")
    assert len(communes) == 40
    assert communes.loc["30017"].tolist() == ["L'Étang", "Étang", "5"]
    assert communes.loc["48003"].tolist() == ["La Draille", "Draille", "3"]
    assert communes.loc["30001"].tolist() == ["Mineville", "Mineville", "0"]
    assert communes.loc["2A004"].tolist() == ["Île Seule", "Île Seule", "1"]
    assert named_places(toy, "departement").loc["30"].tolist() == ["Gravon", "Gravon", "2"]
    assert named_places(toy, "region").loc["84"].tolist() == ["Levant", "Levant", "2"]


def test_there_are_names_of_three_levels(toy: Sources):
    """Those of EPCI are a table of this book."""
    assert list(NAMED_LEVELS) == ["commune", "departement", "region"]
    with pytest.raises(ChoiceError, match="level='epci' is no choice"):
        named_places(toy, "epci")


@pytest.mark.parametrize(
    ("old", "new", "told", "column"),
    [
        (",3,DRAILLE,", ",9,DRAILLE,", "'9' fails matches", "kind"),
        (",3,DRAILLE,", ",,DRAILLE,", "'' fails matches", "kind"),
        (",Draille,La Draille", ",,La Draille", "'' fails", "bare"),
        (",Draille,La Draille", ",Draille,", "'' fails", "name"),
    ],
)
def test_a_name_without_its_parts_is_refused(
    spoil: Spoiler, old: str, new: str, told: str, column: str
):
    """A digit that is none, a name or its bare form left out."""
    sources = spoil.text(listed.COMMUNES, old, new)
    with refused(listed.COMMUNES, told, column=column, row="48003"):
        named_places(sources, "commune")
