"""The study of another place: a text of Insee on the Métropole Rouen Normandie."""

from __future__ import annotations

import pytest
from tests.fixtures.studied import ROUEN

from bassin import claims
from bassin.files.sources import Sources
from bassin.read import insee
from bassin.show import panels
from bassin.study import Study
from bassin.words import exhibit


@pytest.fixture(scope="module")
def rouen(real: Sources) -> Study:
    """The métropole, from files that are read once for all."""
    return Study(ROUEN, sources=real)


def test_its_ledger_is_built_from_rows_alone(rouen: Study):
    """Ten claims, eight with a check; the verdicts are those frozen, and have a page."""
    table = claims.verdicts(rouen)
    assert table["verdict"].value_counts().to_dict() == {
        "confirmed by data": 5,
        "compatible": 2,
        "not public": 1,
        "not obtained": 1,
        "context": 1,
    }
    assert (table["check"] == "row").sum() == 8
    shown = panels.ledger(table, **exhibit("tab-portrait-claims", **rouen.text))
    assert "insee.fr/fr/statistiques/6689069" in str(shown.source)
    assert shown.claims.kind == "ledger"
    assert [claim.id for claim in shown.claims.shown] == list(table.index)


def test_its_numbers_are_those_of_the_file(rouen: Study, real: Sources):
    """Added up by hand: inhabitants of 2019, and the place among all intercommunalities."""
    people = insee.municipal_populations(real)[2019]
    of = insee.epci(real)["epci"].reindex(people.index)
    totals = people.groupby(of).agg(lambda one: one.sum(skipna=False)).dropna()
    assert totals[ROUEN] == 494_299
    assert int((totals > totals[ROUEN]).sum()) + 1 == 10
    table = claims.audit(rouen)
    assert table.at["rou-inhabitants", "found"] == totals[ROUEN]
    assert table.at["rou-tenth", "found"] == 10
