"""INSEE's readers on ages and spheres, on the toy France."""

import pandas as pd
import pytest
from tests.fixtures import listed, toy_ageing
from tests.fixtures.spoil import Spoiler, refused

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read import insee


def with_official_bands(spoil: Spoiler, data: bytes | None = None) -> Sources:
    """Drop INSEE's national file of 2022 into a toy France."""
    file = insee.AGES_2022_OFFICIAL
    (spoil.root / "raw" / file).write_bytes(data or toy_ageing.official_bands())
    manifest = pd.read_csv(spoil.root / "sources.csv", dtype=str, keep_default_na=False)
    manifest.loc[len(manifest)] = manifest.iloc[0]
    manifest.loc[len(manifest) - 1, ["file", "rows", "dataset", "vintage"]] = [file, "39", "", ""]
    manifest.to_csv(spoil.root / "sources.csv", index=False)
    return spoil.relist(file)


def test_bands_are_of_the_agglomeration_alone(toy):
    """The file typed by hand has eleven communes, and inhabitants by band."""
    table = insee.age_bands_2022(toy)
    assert len(table) == 11
    assert table.loc["30001"].tolist() == [495, 660, 495, 660, 660, 297, 33]


def test_the_national_file_is_used_instead_where_it_is(spoil):
    """Once INSEE's archive is listed, every commune has its bands."""
    table = insee.age_bands_2022(with_official_bands(spoil))
    assert len(table) == 39
    assert table.loc["30001"].tolist() == [495, 660, 495, 660, 660, 297, 33]


def test_bands_of_the_national_file_add_up(spoil):
    """A commune whose bands miss its inhabitants is an error."""
    data = toy_ageing.archive(
        {
            "base-cc-evol-struct-pop-2022.CSV": b"CODGEO;P22_POP;"
            + b";".join(f"P22_POP{band}".encode() for band in toy_ageing.BANDS)
            + b"\r\n30001;80;1;2;3;4;5;6;7\r\n"
        }
    )
    with refused(insee.AGES_2022_OFFICIAL, "do not add up", column="P22_POP", row="30001"):
        insee.age_bands_2022(with_official_bands(spoil, data))


def test_a_band_that_is_no_number_is_refused(spoil):
    """Neither a letter nor a decimal comma is read as something else."""
    sources = spoil.text(insee.AGES_2022, "495.000;660.000;495.000", "495,000;660.000;495.000")
    with refused(insee.AGES_2022, "is not a number", column="P22_POP0014", row="30001"):
        insee.age_bands_2022(sources)


def test_ages_since_1968(toy):
    """Men and women of each age are added up: 10 % young, 10 then 20 % old."""
    table = insee.age_history(toy)
    assert table.loc[("30001", 1968)].tolist() == pytest.approx([4000, 400, 400])
    assert table.loc[("30001", 2019)].tolist() == pytest.approx([3000, 300, 600])
    assert ("2A001", 1968) in table.index


def test_an_archive_with_two_tables_is_refused(spoil):
    """Which of the two is the right one cannot be guessed."""
    data = toy_ageing.archive({"a.CSV": b"", "b.CSV": b"", "meta_a.CSV": b""})
    with pytest.raises(DataError, match="2 tables in the archive, not one"):
        insee.age_bands_2022(with_official_bands(spoil, data))


def test_published_shares_keep_what_is_not_published_apart(toy):
    """A share is read from a number or from text, and a note is missing, not zero."""
    assert insee.statistics_2018(toy, "epci").at["200000018", "share_65_plus_pct"] == 26
    departements = insee.statistics_2018(toy, "departement")
    assert departements.at["30", "share_65_plus_pct"] == 22
    assert departements.at["48", "share_65_plus_pct_status"] == "missing"
    assert insee.statistics_2018(toy, "commune").at["2A004", "share_65_plus_pct"] == 20.5


def test_iris_shares_mean_one_thing_in_each_year(toy):
    """Higher education is missing in 2011, more than bac+2 in 2016, for the file has but one."""
    table = insee.iris_census(toy, "30").loc["300010102"]
    assert table["above_bac2_pct"].isna().to_dict() == {2011: False, 2016: True, 2022: False}
    assert table["higher_pct"].isna().to_dict() == {2011: True, 2016: False, 2022: False}
    assert table.loc[2022, ["share_65_plus_pct", "ageing_index"]].tolist() == [25, 125]


def change_iris(spoil: Spoiler, **columns: float) -> Sources:
    """Set whole columns of the indicators by IRIS."""
    file = insee.iris_file("30")
    path = spoil.root / "raw" / file
    pd.read_parquet(path).assign(**columns).to_parquet(path, index=False)
    return spoil.relist(file)


def test_a_column_that_no_longer_repeats_another_is_refused(spoil):
    """If 2016 had a share above bac+2 of its own, leaving it out would be wrong."""
    sources = change_iris(spoil, dsp_dipl_supbac2_pct_16=11.0)
    with pytest.raises(DataError, match="dsp_dipl_supbac2_pct_16"):
        insee.iris_census(sources, "30")


def test_ages_by_iris_add_up(spoil):
    """Six ages are everyone."""
    with pytest.raises(DataError, match="shares add up to 9"):
        insee.iris_ages_2022(change_iris(spoil, dm_80p_pct_22=0.0), "30")


def test_spheres_leave_the_city_of_paris_out(toy):
    """Paris is given beside the Métropole it is part of; France has a row of its own."""
    table = insee.employment_spheres(toy, 2023)
    assert "75056" not in table.index
    assert table["presential_2023_pct"][["200000018", insee.ALL_FRANCE]].tolist() == [75, 64]


def test_sectors_add_up(spoil):
    """Five sectors are all the jobs."""
    sources = spoil.data(
        listed.path_of(insee.FLORES_EPCI),
        lambda data: data.replace(
            b'"eco_sectindus_pct_22": 12.0', b'"eco_sectindus_pct_22": 13.0', 1
        ),
    )
    with refused(listed.path_of(insee.FLORES_EPCI), "do not add up", row="00FR"):
        insee.employment_spheres(sources, 2023)


def test_small_and_large_establishments_are_not_more_than_all(spoil):
    """Jobs in both kinds are a part of all the jobs."""
    file = listed.path_of(insee.FLORES_EPCI)
    old, new = (f'"eco_eff_grandes_pct_23": {share}'.encode() for share in (40.0, 81.0))
    sources = spoil.data(file, lambda data: data.replace(old, new, 1))
    with refused(file, "more than all jobs", column="eco_eff_grandes_pct_23", row="00FR"):
        insee.employment_spheres(sources, 2023)


def test_ages_of_every_commune(toy):
    """Women and men of ten ages add up to the inhabitants; the zeros of codes are put back."""
    table = insee.ages_2020(toy)
    assert len(table) == 40
    assert table.loc["30001", ["women_0_2", "men_65_79", "women_80_plus"]].tolist() == [
        66,
        231,
        165,
    ]
    assert table.loc["01001"].sum() == 100


def with_cities(spoil: Spoiler, more: int = 0) -> Sources:
    """Add a city, whole and by arrondissement, and a commune of nobody."""

    def rows(data: bytes) -> bytes:
        cells = [("75056", 100 + more), *((f"751{n:02d}", 5) for n in range(1, 21)), ("97611", 0)]
        lines = [
            f"{code};Lutèce;;D75;R11;{';'.join([str(n)] * 10)};;{';'.join([str(n)] * 10)}\n"
            for code, n in cells
        ]
        return data + "".join(lines).encode()

    sources = spoil.data(insee.AGES_2020, rows)
    return spoil.relist(insee.AGES_2020, rows=len(sources.read(insee.AGES_2020).splitlines()) - 1)


def test_arrondissements_are_the_city(spoil):
    """They are held against it and left out; a row of zeros says nothing."""
    table = insee.ages_2020(with_cities(spoil))
    assert table.at["75056", "men_25_39"] == 100
    assert not table.index.str.startswith("751").any()
    assert table.loc["97611"].isna().all()


def test_arrondissements_that_are_of_another_city(spoil):
    """Beyond what rounding leaves, one of the two is wrong."""
    with refused(insee.AGES_2020, "arrondissements do not add up", row="75056"):
        insee.ages_2020(with_cities(spoil, more=12))


def test_the_old_of_the_72_communes(real):
    """132,797 people, of whom 25.84 % are 65 and over."""
    table = insee.ages_2020(real).loc[list(insee.epci_members(real, 2023)["200066918"])]
    old = table[[name for name in table if name.endswith(("65_79", "80_plus"))]].sum().sum()
    assert table.sum().sum() == 132_797
    assert 100 * old / 132_797 == pytest.approx(25.84, abs=0.005)
