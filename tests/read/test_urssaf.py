"""Private jobs: totals by level, by zone and industry, and the publisher's file by activity."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.toy_employment import parquet

from bassin.files.sources import Sources
from bassin.read import insee, urssaf

APE = urssaf.COMMUNES_APE[0]


def changed(spoil: Spoiler, file: str, change) -> Sources:
    """Change the table of a Parquet file in place."""

    def rewrite(data: bytes) -> bytes:
        table = pd.read_parquet(io.BytesIO(data))
        return parquet(change(table))

    return spoil.data(file, rewrite)


def test_a_level_has_its_own_places(toy: Sources):
    """The EPCI of Mineville has the jobs of its zone and ten more."""
    epci = urssaf.totals(toy, "epci").loc["200000018"]
    assert (epci[2022], epci[2024]) == (210, 250)
    assert urssaf.totals(toy, "ze").at["7601", 2024] == 240
    assert urssaf.totals(toy, "france").iloc[0].tolist() == [1000] * 9 + [1100] * 2


def test_a_year_without_a_row_is_missing_and_zero_is_zero(toy: Sources):
    """A commune listed from 2023 on has no value before, and then none of the jobs."""
    communes = urssaf.totals(toy, "communes").loc["30002"]
    assert communes[2022] != communes[2022]
    assert communes[2023] == 0


def test_an_unknown_level_lists_the_known_ones(toy: Sources):
    """Codes recur between levels: one must be chosen."""
    with pytest.raises(ValueError, match=r"level='dep' is no choice"):
        urssaf.totals(toy, "dep")


def test_zones_must_add_up_to_france(spoil: Spoiler):
    """A job lost in one zone is seen."""

    def lose(table: pd.DataFrame) -> pd.DataFrame:
        here = (table["echelon"] == "ze") & (table["code"] == "7601") & (table["year"] == 2020)
        table.loc[here, "eff_total"] -= 1
        return table

    sources = changed(spoil, urssaf.TOTALS, lose)
    with refused(urssaf.TOTALS, "ze add up to 999 jobs", column="eff_total", row=2020):
        urssaf.totals(sources, "ze")


def test_a_place_listed_twice_is_refused(spoil: Spoiler):
    """Two values of one place and year cannot both be right."""
    sources = changed(spoil, urssaf.TOTALS, lambda t: pd.concat([t, t.iloc[:1]]))
    with refused(urssaf.TOTALS, "listed twice", row=("communes", "30001", 2014)):
        urssaf.totals(sources, "epci")


def test_an_industry_without_a_row_has_no_job(toy: Sources):
    """Every zone has every industry; the sum is that of the totals."""
    table = urssaf.by_industry(toy)
    assert len(table) == 5 * 4
    assert table.at[("7601", "QB"), 2019] == table.at[("0061", "CE"), 2024] == 0
    assert table.at[("7601", "CE"), "sector"] == "BE"
    assert table.loc["7601", [2019, 2024]].sum().tolist() == [200, 240]


def test_industries_must_add_up_to_the_zone(spoil: Spoiler):
    """An emptied cell is not read as zero: the total of the zone tells."""

    def empty(table: pd.DataFrame) -> pd.DataFrame:
        table.loc[(table["code_ze"] == "7601") & (table["a38"] == "CE"), "eff_19"] = None
        return table

    sources = changed(spoil, urssaf.ZONES_A38, empty)
    with refused(urssaf.ZONES_A38, r"add up to \[140, 200, 240, 240\] jobs", row="7601"):
        urssaf.by_industry(sources)


def test_shares_must_be_those_of_the_jobs(spoil: Spoiler):
    """A share that is not that of its jobs is refused."""

    def wrong(table: pd.DataFrame) -> pd.DataFrame:
        table.loc[(table["code_ze"] == "7601") & (table["a38"] == "CE"), "pct_24"] = 24.0
        return table

    sources = changed(spoil, urssaf.ZONES_A38, wrong)
    with refused(urssaf.ZONES_A38, "the share is 24.0", column="pct_24", row=("7601", "CE")):
        urssaf.by_industry(sources)


def test_flores_counts_public_jobs_and_farms(toy: Sources):
    """Zone 7601 has 300 salaried jobs, 90 of them in care and 10 on farms."""
    table = insee.flores_by_industry(toy)
    assert table.loc["7601", 2023].to_dict() == {"AZ": 10, "CA": 40, "CE": 60, "GZ": 100, "QB": 90}


def test_activities_of_some_communes(toy: Sources):
    """Rows of other communes are not kept; an empty year has no row, an empty cell is missing."""
    table = urssaf.industries(toy, ["30001", "30014"])
    assert table.index.get_level_values("code").unique().tolist() == ["30001", "30014"]
    chemicals = table.loc[("30001", "2011Z", 2022)]
    assert chemicals.tolist() == ["CE", 2, 50]
    food = table.loc["30014"]
    assert food.index.tolist() == [("1013A", 2022)]
    assert food["establishments"].tolist() == [1]
    assert food["employees"].isna().all()


def test_the_header_may_have_labels(spoil: Spoiler):
    """The site writes labels instead of names, and a byte order mark."""

    def relabel(data: bytes) -> bytes:
        text = data.decode()
        for name, label in (
            ("nombre_d_etablissements_", "Nombre d'établissements "),
            ("effectifs_salaries_", "Effectifs salariés "),
            ("code_commune", "Code commune"),
            ("code_ape", "Code APE"),
            ("secteur_na38", "Secteur NA38"),
        ):
            text = text.replace(name, label)
        return b"\xef\xbb\xbf" + text.encode()

    sources = spoil.data(APE, relabel)
    assert urssaf.industries(sources, ["30001"])["employees"].sum() == 180


def test_a_file_of_another_format_is_refused(spoil: Spoiler):
    """A column of employees without its establishments is another format."""
    sources = spoil.text(APE, "nombre_d_etablissements_2008", "effectifs_2008")
    with refused(APE, "each year needs a column of establishments", column="header"):
        urssaf.industries(sources, ["30001"])


def test_a_row_cut_short_is_refused(spoil: Spoiler):
    """A cell lost would shift the others."""
    sources = spoil.text(APE, ";3;90;3;100;", ";3;90;3;")
    with refused(APE, "22 cells where the header has 23", row="line 5"):
        urssaf.industries(sources, ["30001"])


def test_a_row_lost_is_seen(spoil: Spoiler):
    """The number of rows is that of the whole file."""
    sources = spoil.relist(APE, rows=5)
    with refused(APE, "4 rows read, 5 recorded", column="rows"):
        urssaf.industries(sources, ["30001"])


def test_without_the_file_its_absence_is_said(spoil: Spoiler):
    """The reader is not called where the file is not at hand; called all the same, it says so."""
    (spoil.root / "raw" / APE).unlink()
    sources = Sources(spoil.root)
    assert urssaf.industries_file(sources) is None
    with refused(APE, "not in the manifest"):
        urssaf.industries(sources, ["30001"])
