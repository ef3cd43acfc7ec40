"""Access to care, on the toy France and on tables made by hand."""

from types import SimpleNamespace

import pandas as pd
import pytest

from bassin.errors import ChoiceError
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.indicators import aggregate, catalogue
from bassin.places.territory import FRANCE, Territory
from bassin.topics.health.access import (
    ALL_DOCTORS,
    COMMON_FIELD,
    DOCTORS_UNDER_65,
    GP_UNDER_65,
)
from bassin.topics.health.local import Health
from bassin.topics.health.professionals import DOCTORS

GP = "general_practitioner"
#: The territory among its levels.
HERE = "EPCI-200000018"


@pytest.fixture(scope="module")
def mineville(toy) -> Health:
    """Access to care in the Alès-like EPCI of the toy France."""
    return Health(Territory("200000018", toy), toy)


def test_mean_access_is_weighted_by_standardised_population(mineville):
    """20,800 / 6,500 and 18,850 / 6,500."""
    means = mineville.by_area(GP, [2022, 2023])[HERE]
    assert means.tolist() == pytest.approx([3.2, 2.9])


def test_underserved_counts_plain_inhabitants(mineville):
    """8 of 12 communes, 1,700 of 6,800 inhabitants, under 2.5 in 2022."""
    row = mineville.underserved([2022]).loc[2022]
    assert row.tolist() == [8, 1700, 25, 0]


def parts(rule: str, table: dict[str, list[float | None]]) -> aggregate.Parts:
    """What some communes add by the rule of an indicator."""
    codes = list("abcd")[: len(next(iter(table.values())))]
    return aggregate.parts(catalogue.find(rule).rule, pd.DataFrame(table, index=codes))


def test_a_commune_on_the_threshold_or_without_a_value_is_not_under_it(mineville):
    """The threshold itself is enough; who has no value is neither under it nor in the share."""
    found = {
        "gp_2022": parts(
            "gp_2022", {"apl": [2.5, 2.4, None], "standardised_population": [1.0] * 3}
        ),
        "underserved_2022": parts(
            "underserved_2022", {"under": [0, 30, None], "people": [10, 30, None]}
        ),
    }
    everyone = pd.Series("here", list("abc"))
    chosen = SimpleNamespace(
        parts=found.get,
        by_commune=lambda key: found[key].values(),
        value=lambda key: aggregate.over(found[key], everyone).at["here", "value"],
    )
    row = mineville.having(selected=chosen).underserved([2022]).loc[2022]
    assert row.tolist() == [1, 30, 75, 1]


def test_zones_average_to_the_whole(mineville):
    """Means of the zones, weighted by their people, give that of the territory."""
    dots = mineville.dots(GP, [2022])
    zones = mineville.by_zone(GP, [2022]).loc[2022]
    weights = dots.groupby("zone")["weight"].sum()
    assert (zones * weights).sum() / weights.sum() == pytest.approx(3.2)


def test_an_unknown_year_lists_the_known_ones(mineville):
    """A year without an index is an error that says which there are."""
    with pytest.raises(ChoiceError, match="There are 2016, 2018, 2022, 2023"):
        mineville.by_area(GP, [1999])


def test_professionals_are_counted_with_zero_where_there_is_none(mineville):
    """10, 8, 6 and 5 general practitioners, in communes some of which have no row."""
    assert mineville.practitioners()[GP].to_dict() == {2009: 10, 2013: 8, 2018: 6, 2019: 5}


def test_practitioners_by_inhabitant_are_what_is_declared(mineville):
    """Of 2019; the other years add up as it does."""
    rates = mineville.practitioners()["gp_per_10000"]
    assert rates[2019] == pytest.approx(mineville.selected.value(DOCTORS))
    people = mineville.population
    assert list(people) == [2009, 2013, 2018, 2019]
    assert rates[2009] == pytest.approx(10 / people[2009].sum() * 10_000)


def test_the_base_is_one_hundred(mineville):
    """Relative access is 100 in the place it is relative to."""
    table = mineville.relative_to(2022, FRANCE, ["nurse", "dentist"])
    assert table[FRANCE].tolist() == [100, 100]
    assert table.index.tolist() == ["nurse", "dentist"]
    assert mineville.beside_france(2022).index.tolist() == ["nurse", "dentist", "midwife"]


def test_other_professions_rest_on_their_own_files(toy):
    """The field that the early editions of doctors share with the later ones is not asked for."""
    fresh = Sources(toy.root)
    with recording() as noted:
        Health(Territory("200000018", fresh), fresh).beside_france(2022)
    drees = {file for file in noted.files if file.startswith("drees/")}
    assert drees == {
        "drees/apl_infirmiers_2022_2023.xlsx",
        "drees/apl_chirurgiens_dentistes_2022_2023.xlsx",
        "drees/apl_sages_femmes_2022_2023.xlsx",
    }


def test_the_country_has_no_mean_in_an_edition_without_its_cities(mineville):
    """France is missing in the editions of 2016 and 2018, the common field is not."""
    table, under = mineville.by_area(GP, [2016, 2022]), mineville.share_under(GP, [2016])
    assert pd.isna(table.loc[2016, FRANCE])
    assert pd.isna(under.loc[2016, FRANCE])
    assert under.loc[2016].drop(FRANCE).notna().all()
    assert table[COMMON_FIELD].notna().all()
    assert pd.notna(table.loc[2022, FRANCE])


def test_the_toy_has_a_share_in_each_column(mineville):
    """As :func:`underserved` counts the territory; fewer doctors, more people short of them."""
    shares = mineville.share_under(GP, [2022])[HERE]
    assert shares[2022] == pytest.approx(mineville.underserved([2022]).loc[2022, "inhabitants_pct"])
    young = mineville.share_under(GP_UNDER_65, [2022])[HERE]
    assert young[2022] >= shares[2022]


def test_both_columns_stand_one_above_the_other(mineville):
    """All doctors, then those under 65, the latest year first."""
    means, low = mineville.both_columns([2022, 2023]), mineville.shortage([2022, 2023])
    order = [(d, y) for d in (ALL_DOCTORS, DOCTORS_UNDER_65) for y in (2023, 2022)]
    assert means.index.tolist() == low.index.tolist() == order
    assert means.loc[(ALL_DOCTORS, 2022), HERE] == pytest.approx(3.2)
    assert means.loc[(DOCTORS_UNDER_65, 2022), HERE] == pytest.approx(0.75 * 3.2)
    assert low.loc[(ALL_DOCTORS, 2022), ["communes", "inhabitants"]].tolist() == [8, 1700]
    sides = mineville.both_sides([2022, 2023])
    assert sides.index.tolist() == order
    assert sides["country"].equals(means[COMMON_FIELD].rename("country"))
    by_zone = mineville.by_zone(GP_UNDER_65, [2023]).loc[2023]
    assert sides.loc[(DOCTORS_UNDER_65, 2023), by_zone.index].tolist() == by_zone.tolist()
    field = mineville.share_under(GP, [2022]).loc[2022, COMMON_FIELD]
    assert low.loc[(ALL_DOCTORS, 2022), "country_pct"] == pytest.approx(field)


def test_shares_of_communes_count_each_for_one(mineville):
    """Those under the threshold over those with a value, here and on the common field."""
    low = mineville.shortage([2022]).loc[(ALL_DOCTORS, 2022)]
    valued = len(mineville.communes) - low["without_value"]
    assert low["communes_pct"] == pytest.approx(100 * low["communes"] / valued)
    assert low["communes_pct"] != pytest.approx(low["inhabitants_pct"])
    field = mineville.common_field
    access = mineville.latest(GP)["apl"].xs(2022, level="year").loc[field].dropna()
    assert low["country_communes_pct"] == pytest.approx(100 * (access < 2.5).mean())


def test_changes_are_between_the_two_years_of_a_period(mineville):
    """A column a period, by its code, beside the name."""
    table = mineville.changes(GP, {"early": (2016, 2018), "recent": (2022, 2023)})
    assert table.columns.tolist() == ["name", "early", "recent"]
    change = mineville.change(GP, 2022, 2023)["change"]
    pd.testing.assert_series_equal(table["recent"], change, check_names=False)


def test_each_line_has_its_sides(mineville):
    """A line that parts the communes otherwise gives other means, by the same weights."""
    zones = mineville.zones
    turned = pd.Series("hills", index=zones.index).where(zones == zones.iloc[0], "plain")
    table = mineville.by_line(GP, [2022, 2023], {"straight": zones, "mines": turned})
    straight = mineville.by_zone(GP, [2022, 2023])
    pd.testing.assert_frame_equal(table.loc["straight", straight.columns], straight)
    assert set(table.loc["mines"].dropna(axis=1)) == {"hills", "plain"}
