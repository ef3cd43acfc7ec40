"""What the ANCT says of each commune."""

from __future__ import annotations

from tests.fixtures import listed
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.toy_contrast import HILLS

from bassin.files.sources import Sources
from bassin.read import anct

PLANS = listed.path_of(anct.PREVENTION_PLANS, 2024)


def test_massifs_list_members_only(toy: Sources):
    """A commune of the plain has no row."""
    members = anct.massifs_2025(toy)
    assert set(HILLS) <= set(members.index)
    assert "30011" not in members.index


def test_reach(toy: Sources):
    """Decimal commas are read, and what is not published is missing."""
    table = anct.public_debate_indicators(toy)
    assert table.loc["30002"].to_list() == [30.5, 40, 20]
    assert table["cinema_minutes"].isna().sum() == 1


def test_reach_must_mean_what_it_did(spoil: Spoiler):
    """A workbook that gives a number another meaning is refused."""
    label = "Accès à internet en Très Haut Débit"
    sources = spoil.cell(anct.DEBATE_LABELS, "Feuil1", "ID_3", "lib", "Logements vacants")
    with refused(anct.DEBATE_LABELS, f"instead of '{label}'", column="lib", row="ID_3"):
        anct.public_debate_indicators(sources)


def test_density(toy: Sources):
    """The 39 communes of 2025: one merged since 2023 is no longer there."""
    table = anct.density_2025(toy)
    assert len(table) == 39
    assert "30015" not in table.index
    assert table.loc["30001"].to_list() == ["Mineville", "Centres urbains intermédiaires"]


def test_density_with_a_lost_zero(spoil: Spoiler):
    """A lost zero is refused by name."""
    sources = spoil.text(anct.DENSITY, "01001,", "1001,")
    with refused(anct.DENSITY, "'1001' fails", column="code", row="1001"):
        anct.density_2025(sources)


def test_plans(toy: Sources):
    """Ten of the twelve communes of the EPCI have a plan."""
    table = anct.prevention_plans(toy, 2024)
    assert len(table) == 40
    assert not table.loc[["30006", "30007", "48001", "01001"], "plan"].any()
    assert table.loc[["30001", "30016"], "plan"].all()


def test_count_instead_of_a_flag(spoil: Spoiler):
    """Two plans in a commune would not be a flag any more."""
    sources = spoil.cell(PLANS, "Data", "30001", "nb_com_pprn", 2)
    with refused(PLANS, "2 is neither 0 nor 1", column="nb_com_pprn", row="30001"):
        anct.prevention_plans(sources, 2024)
