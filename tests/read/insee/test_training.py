"""Places of training of the register."""

from __future__ import annotations

from tests.fixtures import listed
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import insee


def test_training_places_of_the_register(toy: Sources):
    """One place of each kind in the town, two vocational lycées, one in the plain."""
    table = insee.training_2013(toy)
    assert list(table.columns) == list(insee.TRAINING_TYPES)
    assert table.loc["30001"].sum() == 12
    assert table.loc["30001", "vocational_lycee"] == 2
    assert table.loc["30011"].sum() == 1


def test_a_kind_of_training_renamed_is_refused(spoil: Spoiler):
    """A facility renamed in the crosstab is refused, not counted as none."""
    file = listed.path_of(insee.FACILITIES, 2013)
    label = insee.TRAINING_TYPES["greta"]
    sheet = "Bpe13_ensemble_Analyse_croisée"
    sources = spoil.cell(file, sheet, label, label, "Greta")
    with refused(file, "no such facility", column=label):
        insee.training_2013(sources)
