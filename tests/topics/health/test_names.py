"""Places and establishments found by their name, where a list has no code."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.errors import DataError
from bassin.topics.health.names import match_zoning, named, plain_name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Saint-Étienne-de-l'Olm", "saint etienne de l olm"),
        ("Saint-Étienne-de-l’Olm", "saint etienne de l olm"),
        ("Les  Œuvres", "les oeuvres"),
    ],
)
def test_plain_names_compare(name, plain):
    """Accents, case, hyphens and both apostrophes do not tell names apart."""
    assert plain_name(name) == plain


def zoning(*rows) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["postcode", "name", "zone"])


COMMUNES = pd.DataFrame({"name": ["Alès", "Vabres"], "dep": ["30", "30"]}, ["30007", "30335"])


def test_zoning_is_matched_within_the_departement():
    """Vabres of the Cantal is not Vabres of the Gard."""
    found = match_zoning(
        zoning(("30100", "ALES", "a"), ("15100", "Vabres", "b"), ("30460", "Vabres", "c")), COMMUNES
    )
    assert found.to_dict() == {"30007": "a", "30335": "c"}


def test_a_commune_not_listed_is_missing():
    """It is not given its neighbour's zone."""
    found = match_zoning(zoning(("30100", "Alès", "a")), COMMUNES)
    assert pd.isna(found["30335"])


def test_one_name_with_two_zones_is_refused():
    """The list cannot tell two communes of one name apart, so neither is guessed."""
    rows = zoning(("30100", "Alès", "a"), ("30200", "Alès", "b"), ("30460", "Vabres", "c"))
    with pytest.raises(DataError, match="one name, two zones"):
        match_zoning(rows, COMMUNES)


def test_named_finds_a_word_whatever_its_accents():
    """A register writes names in its own way."""
    register = pd.DataFrame(
        {
            "name": ["CENTRE DE SANTÉ X", "PHARMACIE"],
            "long_name": ["", "PHARMACIE DE LA SANTE"],
            "code": ["30007", "34172"],
        },
        index=["1", "2"],
    )
    assert named(register, "sante", ["30007"]).index.tolist() == ["1"]
