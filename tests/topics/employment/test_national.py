"""Private jobs and spheres of jobs: of communes, and as published of groups, on the toy France."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.places.national import Ground
from bassin.places.territory import FRANCE, Territory
from bassin.read import insee, urssaf
from bassin.topics.employment import national
from bassin.topics.employment.local import Employment
from bassin.topics.national import National

A = "200000018"


def test_jobs_of_groups_are_those_published(toy: Sources):
    """Of EPCI, zones and France, of the file alone; communes do not add up to them."""
    with recording() as noted:
        groups = national.private_jobs_of_groups(toy, 2024)["value"]
    assert noted.files == {urssaf.TOTALS}
    assert groups["epci", A] == urssaf.totals(toy, "epci").at[A, 2024]
    assert groups["zone_emploi", "7601"] == 240
    assert groups["france", "FR"] == 1100
    found = National(toy).by_group(["private_jobs_2024", "presential_jobs_2023"])["value"]
    assert found["private_jobs_2024", "zone_emploi", "7601"] == 240
    assert found["private_jobs_2024"].xs("departement").isna().all()
    assert found["presential_jobs_2023", "epci", A] == 75
    assert found["presential_jobs_2023", "france", "FR"] == 64


def test_a_commune_without_a_row_is_missing(toy: Sources):
    """Not without jobs: the file does not say whether it has none or has merged."""
    rows = urssaf.totals(toy, "communes")
    table = national.private_jobs(toy, 2024, Ground.of([*rows.index[:2], "99999"]))
    assert table["value"].iloc[:2].tolist() == rows[2024].iloc[:2].tolist()
    assert pd.isna(table.at["99999", "value"])


def test_the_chapter_has_what_is_declared(toy: Sources):
    """Every year of the territory, its zone and France; every share of its jobs."""
    one = Employment(Territory(A, toy), toy)
    assert list(one.totals.index) == list(urssaf.YEARS) == one.years
    assert one.totals.loc[2024, [one.in_zone, FRANCE]].tolist() == [240, 1100]
    shares = national.spheres_of_groups(toy, "presential_2023_pct", ["epci"])["value"]
    assert shares["epci", A] == insee.employment_spheres(toy, 2023).at[A, "presential_2023_pct"]
    with pytest.raises(KeyError):
        shares.loc["france", "FR"]


def test_the_share_of_industry_is_published_of_zones_and_of_france(toy: Sources):
    """France is all of its zones; of several of them the chapter adds up the jobs."""
    groups = national.industry_share_of_groups(toy, 2019)["value"]
    assert groups["zone_emploi", "7601"] == pytest.approx(100 * 100 / 200)
    assert groups["france", "FR"] == pytest.approx(30)
    found = National(toy).by_group(["industry_private_jobs_2019"])["value"]
    assert (
        found["industry_private_jobs_2019", "zone_emploi", "7601"] == groups["zone_emploi", "7601"]
    )
    assert found.xs("epci", level="kind").isna().all()
    one = Employment(Territory(A, toy), toy)
    zones = list(groups["zone_emploi"].index)
    assert one.share_of_industry(2019, zones) == pytest.approx(groups["france", "FR"])
    assert one.share_of_industry(2019, ["7601"]) == groups["zone_emploi", "7601"]
