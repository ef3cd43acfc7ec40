"""The register of prevention plans has one flag a commune."""

from __future__ import annotations

from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import anct


def test_plans(toy: Sources):
    """Ten of the twelve communes of the EPCI have a plan."""
    table = anct.prevention_plans_2024(toy)
    assert len(table) == 40
    assert not table.loc[["30006", "30007", "48001", "01001"], "plan"].any()
    assert table.loc[["30001", "30016"], "plan"].all()


def test_count_instead_of_a_flag(spoil: Spoiler):
    """Two plans in a commune would not be a flag any more."""
    sources = spoil.cell(anct.PREVENTION_PLANS, "Data", "30001", "nb_com_pprn", 2)
    with refused(anct.PREVENTION_PLANS, "2 is neither 0 nor 1", column="nb_com_pprn", row="30001"):
        anct.prevention_plans_2024(sources)
