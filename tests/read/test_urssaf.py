"""Private jobs: totals by level, by zone and industry, and the publisher's file by activity."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.toy_employment import parquet

from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.places.territory import Territory
from bassin.read import editions, insee, urssaf
from bassin.topics.employment.local import Employment
from bassin.topics.national import National

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
    sources = spoil.unlist(APE)
    assert urssaf.industries_file(sources) is None
    with refused(APE, "not in the manifest"):
        urssaf.industries(sources, ["30001"])


# -- A year more ------------------------------------------------------------------------------


def with_2025(table: pd.DataFrame) -> pd.DataFrame:
    """Totals to 2025, as those of 2024."""
    last = table[table["year"] == 2024]
    return pd.concat([table, last.assign(year=2025)], ignore_index=True)


def industries_to_2025(table: pd.DataFrame) -> pd.DataFrame:
    """Industries to 2025, as those of 2024, with the shares of that year."""
    names = {"pct_24": "pct_25", "fr_pct_24": "fr_pct_25"}
    return table.assign(eff_25=table["eff_24"]).rename(columns=names)


def accepted(spoil: Spoiler, file: str, change, vintage: int) -> Sources:
    """The toy with another edition of a Parquet file, as `bassin accept` takes it in."""
    sources, cells = Sources(spoil.root), {"vintage": str(vintage)}
    copy = spoil.root / "copy.parquet"
    copy.write_bytes(parquet(change(pd.read_parquet(spoil.root / "raw" / file))))
    new = editions.edition(sources, file, copy, cells)
    reasons = {one.column or "rows": "a year more" for of in new.departures.values() for one in of}
    editions.take_in(sources, new, reasons, cells)
    copy.unlink()
    return Sources(spoil.root)


def test_a_year_more_is_read_with_no_code(spoil: Spoiler):
    """Both files have grown: readers, chapter and indicators have the year."""
    accepted(spoil, urssaf.TOTALS, with_2025, 2025)
    longer = accepted(spoil, urssaf.ZONES_A38, industries_to_2025, 2025)
    assert longer.describe(urssaf.ZONES_A38)["vintage"] == "2025"
    assert urssaf.totals(longer, "ze").at["7601", 2025] == 240
    assert urssaf.by_industry(longer).loc["7601", 2025].sum() == 240
    employment = Employment(Territory("200000018", longer), longer)
    assert employment.totals.loc[2025, employment.in_zone] == 240
    groups = National(longer).by_group(["industry_private_jobs_2025", "private_jobs_2025"])["value"]
    assert groups["private_jobs_2025", "zone_emploi", "7601"] == 240
    assert groups["industry_private_jobs_2025", "zone_emploi", "7601"] == pytest.approx(
        100 * (50 + 60) / 240
    )
    assert {"private_jobs_2025", "industry_private_jobs_2025"} <= set(catalogue.at_hand(longer))


def test_flores_of_a_year_more_is_read_with_no_code(spoil: Spoiler):
    """Its columns and shares are those of the vintage."""
    longer = accepted(
        spoil,
        insee.FLORES_ZONES,
        lambda t: t.assign(eff_24=t["eff_23"]).rename(
            columns={"pct_23": "pct_24", "fr_pct_23": "fr_pct_24"}
        ),
        2024,
    )
    found = insee.flores_by_industry(longer).loc["7601"]
    assert found[2024].equals(found[2023].rename(2024))


@pytest.mark.parametrize(
    ("file", "change", "column", "read"),
    [
        (urssaf.TOTALS, with_2025, "year", lambda s: urssaf.totals(s, "ze")),
        (urssaf.ZONES_A38, industries_to_2025, "eff_25", urssaf.by_industry),
        (
            insee.FLORES_ZONES,
            lambda t: t.rename(columns={"eff_23": "eff_25"}),
            "eff_25",
            insee.flores_by_industry,
        ),
    ],
)
def test_a_year_that_is_not_that_of_its_row_is_refused(
    spoil: Spoiler, file: str, change, column: str, read
):
    """File, column and cure are told."""
    with refused(file, "its last year is 2025, and it is listed as", column=column) as caught:
        read(changed(spoil, file, change))
    assert "--set vintage=2025" in str(caught.value)


def test_industries_of_a_year_without_totals_are_refused(spoil: Spoiler):
    """There is nothing to hold them against."""
    changed(spoil, urssaf.ZONES_A38, industries_to_2025)
    sources = spoil.relist(urssaf.ZONES_A38, vintage=2025)
    with refused(urssaf.ZONES_A38, "has no 2025 to hold it against", column="eff_25"):
        urssaf.by_industry(sources)
