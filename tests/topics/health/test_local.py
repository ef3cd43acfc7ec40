"""Access to care, on the toy France and on tables made by hand."""

import pandas as pd
import pytest

from bassin.errors import DataError
from bassin.places.territory import Territory
from bassin.topics.health import local as health
from bassin.topics.health.local import Health

GP = "general_practitioner"


@pytest.fixture(scope="module")
def mineville(toy) -> Health:
    """Access to care in the Alès-like EPCI of the toy France."""
    return Health(Territory("200000018", toy), toy)


def test_mean_access_is_weighted_by_standardised_population(mineville):
    """20,800 / 6,500 and 18,850 / 6,500."""
    means = mineville.by_area(GP, [2022, 2023])["Bassin de Mineville"]
    assert means.tolist() == pytest.approx([3.2, 2.9])


def test_underserved_counts_plain_inhabitants(mineville):
    """8 of 12 communes, 1,700 of 6,800 inhabitants, under 2.5 in 2022."""
    row = mineville.underserved([2022]).loc[2022]
    assert row.tolist() == [8, 1700, 25, 0]


def test_a_commune_on_the_threshold_is_not_under_it():
    """The threshold itself is enough."""
    index = pd.MultiIndex.from_tuples([("a", 2022), ("b", 2022)], names=["code", "year"])
    apl = pd.DataFrame({"apl": [2.5, 2.4]}, index=index)
    people = pd.DataFrame({2022: [10, 30]}, index=["a", "b"])
    row = health.underserved(apl, people, ["a", "b"], 2.5).loc[2022]
    assert row[["communes", "inhabitants", "inhabitants_pct"]].tolist() == [1, 30, 75]


def test_a_commune_without_a_value_is_counted_apart():
    """It is neither under the threshold nor in the share."""
    index = pd.MultiIndex.from_tuples([("a", 2022)], names=["code", "year"])
    apl = pd.DataFrame({"apl": [1.0]}, index=index)
    people = pd.DataFrame({2022: [10, 30]}, index=["a", "b"])
    row = health.underserved(apl, people, ["a", "b"], 2.5).loc[2022]
    assert row.tolist() == [1, 10, 100, 1]


def test_zones_average_to_the_whole(mineville):
    """Means of the zones, weighted by their people, give that of the territory."""
    dots = mineville.dots(GP, [2022])
    zones = mineville.by_zone(GP, [2022]).loc[2022]
    weights = dots.groupby("zone")["weight"].sum()
    assert (zones * weights).sum() / weights.sum() == pytest.approx(3.2)


def test_an_unknown_year_lists_the_known_ones(mineville):
    """A year without an index is an error that says which there are."""
    with pytest.raises(KeyError, match="no APL for 1999; years are 2016, 2018, 2022, 2023"):
        mineville.by_area(GP, [1999])


def test_professionals_are_counted_with_zero_where_there_is_none(mineville):
    """10, 8, 6 and 5 general practitioners, in communes some of which have no row."""
    assert mineville.practitioners()[GP].to_dict() == {2009: 10, 2013: 8, 2018: 6, 2019: 5}


def test_the_base_is_one_hundred(mineville):
    """Relative access is 100 in the place it is relative to."""
    table = mineville.relative_to(2022, "France", ["nurse", "dentist"])
    assert table["France"].tolist() == [100, 100]
    assert table.index.tolist() == ["Nurses", "Dentists"]


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
    assert health.plain_name(name) == plain


def zoning(*rows) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["postcode", "name", "zone"])


COMMUNES = pd.DataFrame({"name": ["Alès", "Vabres"], "dep": ["30", "30"]}, ["30007", "30335"])


def test_zoning_is_matched_within_the_departement():
    """Vabres of the Cantal is not Vabres of the Gard."""
    found = health.match_zoning(
        zoning(("30100", "ALES", "a"), ("15100", "Vabres", "b"), ("30460", "Vabres", "c")), COMMUNES
    )
    assert found.to_dict() == {"30007": "a", "30335": "c"}


def test_a_commune_not_listed_is_missing():
    """It is not given its neighbour's zone."""
    found = health.match_zoning(zoning(("30100", "Alès", "a")), COMMUNES)
    assert pd.isna(found["30335"])


def test_one_name_with_two_zones_is_refused():
    """The list cannot tell two communes of one name apart, so neither is guessed."""
    rows = zoning(("30100", "Alès", "a"), ("30200", "Alès", "b"), ("30460", "Vabres", "c"))
    with pytest.raises(DataError, match="one name, two zones"):
        health.match_zoning(rows, COMMUNES)


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
    assert health.named(register, "sante", ["30007"]).index.tolist() == ["1"]


def test_codes_of_departements_hold_for_arrondissements():
    """A code starts with its departement, be it of a commune or not."""
    codes = pd.Index(["13201", "13055", "30007", "97101"])
    assert health.codes_of_departements(codes, ["13", "971"]) == ["13201", "13055", "97101"]


def test_the_country_has_no_mean_in_an_edition_without_its_cities(mineville):
    """France is missing in the editions of 2016 and 2018, the common field is not."""
    table = mineville.by_area(GP, [2016, 2022])
    assert pd.isna(table.loc[2016, "France"])
    assert table["France, common field"].notna().all()
    assert pd.notna(table.loc[2022, "France"])


def test_shares_under_a_threshold_count_plain_inhabitants():
    """10 of 40 people in the place, 10 of 100 in the country; none where a part is left out."""
    pairs = [("a", 2016), ("b", 2016), ("c", 2016), ("d", 2016)]
    index = pd.MultiIndex.from_tuples(pairs, names=["code", "year"])
    apl = pd.DataFrame({"apl": [2.4, 2.5, 4.0, None]}, index=index)
    people = pd.DataFrame({2016: [10.0, 30.0, 60.0, 1000.0]}, index=["a", "b", "c", "d"])
    areas = {"place": ["a", "b"], "France": None}
    assert health.share_under(apl, people, areas, 2.5).loc[2016].tolist() == [25, 10]
    partial = health.share_under(apl, people, areas, 2.5, [2016])
    assert partial.loc[2016, "place"] == 25
    assert pd.isna(partial.loc[2016, "France"])


def test_the_toy_has_a_share_in_each_column(mineville):
    """As :func:`underserved` counts the territory; fewer doctors, more people short of them."""
    shares = mineville.share_under(GP, [2022])["Bassin de Mineville"]
    assert shares[2022] == pytest.approx(mineville.underserved([2022]).loc[2022, "inhabitants_pct"])
    young = mineville.share_under(health.GP_UNDER_65, [2022])["Bassin de Mineville"]
    assert young[2022] >= shares[2022]


def test_both_columns_stand_one_above_the_other(mineville):
    """All doctors, then those under 65, the latest year first."""
    means, low = mineville.both_columns([2022, 2023]), mineville.shortage([2022, 2023])
    order = [(d, y) for d in ("all", "under 65") for y in (2023, 2022)]
    assert means.index.tolist() == low.index.tolist() == order
    assert means.loc[("all", 2022), "Bassin de Mineville"] == pytest.approx(3.2)
    assert means.loc[("under 65", 2022), "Bassin de Mineville"] == pytest.approx(0.75 * 3.2)
    assert low.loc[("all", 2022), ["communes", "inhabitants"]].tolist() == [8, 1700]
    sides = mineville.both_sides([2022, 2023])
    assert sides.index.tolist() == order
    assert sides["country"].equals(means[health.COMMON_FIELD].rename("country"))
    by_zone = mineville.by_zone(health.GP_UNDER_65, [2023]).loc[2023]
    assert sides.loc[("under 65", 2023), by_zone.index].tolist() == by_zone.tolist()
    field = mineville.share_under(GP, [2022]).loc[2022, health.COMMON_FIELD]
    assert low.loc[("all", 2022), "country_pct"] == pytest.approx(field)


def test_shares_of_communes_count_each_for_one(mineville):
    """Those under the threshold over those with a value, here and on the common field."""
    low = mineville.shortage([2022]).loc[("all", 2022)]
    valued = len(mineville.communes) - low["without_value"]
    assert low["communes_pct"] == pytest.approx(100 * low["communes"] / valued)
    assert low["communes_pct"] != pytest.approx(low["inhabitants_pct"])
    field = mineville.areas[health.COMMON_FIELD]
    access = mineville.apl(GP)["apl"].xs(2022, level="year").loc[field].dropna()
    assert low["country_communes_pct"] == pytest.approx(100 * (access < 2.5).mean())


def test_each_line_has_its_sides(mineville):
    """A line that parts the communes otherwise gives other means, by the same weights."""
    zones = mineville.zones
    turned = pd.Series("hills", index=zones.index).where(zones == zones.iloc[0], "plain")
    table = mineville.by_line(GP, [2022, 2023], {"straight": zones, "mines": turned})
    straight = mineville.by_zone(GP, [2022, 2023])
    pd.testing.assert_frame_equal(table.loc["straight", straight.columns], straight)
    assert set(table.loc["mines"].dropna(axis=1)) == {"hills", "plain"}


def test_a_departement_that_joins_the_file_is_no_gain():
    """Mayotte is in the second file alone: the change is that of the others."""
    tables = {
        2009: pd.DataFrame({"gp": [10, 10]}, index=["30007", "97101"]),
        2019: pd.DataFrame({"gp": [8, 10, 5]}, index=["30007", "97101", "97601"]),
    }
    assert health.common_departements(tables) == ["30", "971"]


def test_common_field_is_that_of_every_edition():
    """A commune absent from one edition is out."""
    pairs = [("a", 2016), ("b", 2016), ("b", 2022), ("c", 2022)]
    index = pd.MultiIndex.from_tuples(pairs, names=["code", "year"])
    assert health.common_field(pd.DataFrame({"apl": 1.0}, index=index)) == ["b"]


def test_break_even_brings_the_whole_to_the_level():
    """3 people at 2 and 1 person at 6 make a mean of 3."""
    inside = pd.DataFrame({"apl": [2.0], "standardised_population": [3.0]})
    assert health.break_even(3.0, inside, 1.0) == 6
    with pytest.raises(ValueError, match="no place is left out"):
        health.break_even(3.0, inside, 0.0)
