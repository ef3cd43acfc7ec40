"""Ages and diplomas in the real files: values noted by hand, and a second path to each."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.claims import held
from bassin.files.sources import Sources
from bassin.places.national import Ground
from bassin.places.territory import FRANCE, Territory
from bassin.read import insee, printed
from bassin.study import ALES_AGGLOMERATION, Study
from bassin.topics.ageing.local import Ageing
from bassin.topics.ageing.shares import SHARE_PRECISION
from bassin.topics.education.local import Education
from bassin.topics.national import parts_of
from bassin.verdict import UNTESTED


@pytest.fixture(scope="module")
def ales(real: Sources) -> Territory:
    return Territory("200066918", real)


def test_bands_are_the_municipal_population(real: Sources, ales: Territory):
    """Each row adds up to its inhabitants of 2022; Thoiras holds Corbès."""
    bands = insee.age_bands_2022(real).sum(axis=1)
    people = insee.municipal_populations(real)[2022].reindex(bands.index)
    gap = (bands - people).abs()
    assert gap.drop("30329").max() < 0.01
    assert bands["30329"] == pytest.approx(603, abs=0.1)
    assert set(ales.codes) - set(bands.index) == {"30094"}


def test_iris_of_thoiras_do_not_hold_corbes(real: Sources, ales: Territory):
    """The file by IRIS has 71 of the 72 communes, and neither counts the other's people."""
    table = insee.iris_census(real, "30").xs(2022, level="year")
    here = table[table["code"].isin(ales.codes)]
    assert set(ales.codes) - set(here["code"]) == {"30094"}
    assert here.loc[here["code"] == "30329", "population"].sum() == 447


def test_two_files_agree_on_the_ages_of_2022(real: Sources, ales: Territory):
    """Under 15 by band and by IRIS: within a tenth of a point in the whole."""
    ages = insee.iris_ages_2022(real, "30")
    here = ages[ages["code"].isin(ales.codes)]
    by_iris = np.average(here["age_0_14"], weights=here["population"])
    bands = insee.age_bands_2022(real).sum()
    assert by_iris == pytest.approx(100 * bands["age_0_14"] / bands.sum(), abs=0.1)


def test_published_shares_of_2018_are_the_sum_of_the_communes(real: Sources, ales: Territory):
    """25.7 % in the EPCI and 22.9 % in the Gard, from communes weighted by their people."""
    communes = insee.statistics_2018(real, "commune")["share_65_plus_pct"]
    people = insee.municipal_populations(real)[2018].reindex(communes.index)
    gard = communes.index.str.startswith("30")
    for chosen, published in ((ales.codes, 25.7), (communes.index[gard], 22.9)):
        both = pd.DataFrame({"share": communes, "people": people}).loc[chosen].dropna()
        assert np.average(both["share"], weights=both["people"]) == pytest.approx(
            published, abs=0.06
        )


def test_weights_matter_little_for_diplomas(real: Sources, ales: Territory):
    """Weighing by everyone rather than by adults moves the share below the bac by 0.1 points."""
    census = insee.iris_census(real, "30")
    here = census[census["code"].isin(ales.codes)]
    found = Education(ales, real).own.loc[ales.here, "below_bac_pct"]
    for year in insee.IRIS_YEARS:
        rows = here.xs(year, level="year")
        plain = np.average(rows["below_bac_pct"], weights=rows["population"])
        assert found[year] == pytest.approx(plain, abs=0.1)


def test_above_bac2_is_a_narrower_class_than_higher_education(real: Sources):
    """In Alès, 2012 by another file: 8.3 % above bac+2, 18.8 % of all higher education.

    This is how the column of 2011 by IRIS is known to be the first, and that of 2016 the second.
    """
    large = insee.large_communes(real, 2012).loc["30007"]
    town = Ground.of(["30007"])
    assert large["diploma_higher"] == pytest.approx(18.8, abs=0.1)
    for key, share in {"above_bac2_2011": 7.9, "higher_education_2016": 20.2}.items():
        found = parts_of(real, key, town).values()["30007"]
        assert found == pytest.approx(share, abs=0.1)


def test_tolerances_of_figure_2_4_follow_from_their_reason(real: Sources, ales: Territory):
    """Perimeter, known for the share below the bac in 2018, and years apart at the printed pace.

    The gap that the perimeter makes is brought to a class as the deviation of a share is.
    """
    found = Education(ales, real)
    below = found.beside().loc[list(insee.CLASSES[:3]), "large_2018"].sum()
    perimeter, part = abs(below - found.below_bac_between(2018)), below / 100
    pace = (found.printed[2020] - found.printed[2009]).abs() / 11
    claims = printed.claims(real, ALES_AGGLOMERATION)["tolerance"]
    for key, label in zip(("none", "brevet", "cap", "bac", "higher"), insee.CLASSES, strict=True):
        for year, apart in ((2009, 3), (2020, 2)):
            share = found.printed.at[label, year] / 100
            size = ((share * (1 - share)) / (part * (1 - part))) ** 0.5
            expected = 0.05 + perimeter * size + apart * pace[label]
            assert claims[f"edu-{key}-{year}"] == pytest.approx(expected, abs=0.06)
            # No class may be so small that a third more or less would pass.
            assert claims[f"edu-{key}-{year}"] < 0.3 * found.printed.at[label, year]


def test_neither_in_work_nor_study(real: Sources, ales: Territory):
    """19.7, 23.7 and 23.5 % in the EPCI; 21.4, 24.6 and 26.1 % in Alès; all 72 communes listed."""
    assert insee.neither_in_work_nor_study(real, "epci").loc[ales.code].tolist() == [
        *(19.7, 23.7, 23.5)
    ]
    communes = insee.neither_in_work_nor_study(real, "commune").loc[ales.codes]
    assert communes.loc["30007"].tolist() == [21.4, 24.6, 26.1]
    assert communes.notna().all(axis=None)


def test_presential_share(real: Sources):
    """74.8 % of salaried jobs in 2023, as the notes say."""
    table = insee.employment_spheres(real, 2023)["presential_2023_pct"]
    assert table["200066918"] == pytest.approx(74.8, abs=0.05)


@pytest.fixture(scope="module")
def uzes(real: Sources) -> Territory:
    """Another EPCI of the Gard."""
    return Territory("200034379", real)


def test_ageing_of_another_epci(real: Sources, uzes: Territory):
    """Pays d'Uzès has shares of the old; age bands are of the agglomeration of Alès alone."""
    found = Ageing(uzes, real)
    table = found.elderly_by_place()[uzes.here]
    assert table.between(10, 40).all()
    assert list(table.index) == [2011, 2016, 2018, 2020, 2022]
    assert found.elderly()["2022"].notna().all()
    assert found.bands.isna().all(axis=None)
    assert found.more_presential()[1] > 1200


def test_education_of_another_epci(real: Sources, uzes: Territory):
    """Pays d'Uzès has diplomas by commune, and young people neither in work nor in study."""
    found = Education(uzes, real)
    assert found.below_bac()["2022"].notna().all()
    assert not found.in_large(2018).empty
    assert found.neither_by_place()[uzes.here].notna().all()


EXPECTED = {
    "ageing": {
        "age-presential-2019": "compatible",
        "age-rising": "compatible",
        "age-faster": "compatible",
        "age-above": "compatible",
        "age-65": "compatible",
        "age-15-29": "supported",
        "age-small-towns": "compatible",
        "age-source-2020": "contradicted",
        "age-care": "compatible",
    },
    "education": {
        "edu-text-none": "consistent in the text",
        "edu-text-cap": "consistent in the text",
        "edu-improves": "compatible",
        "edu-few-higher": "compatible",
        "edu-sum": "consistent in the text",
        **{
            f"edu-{name}-{year}": "compatible"
            for name in ("none", "brevet", "cap", "bac", "higher")
            for year in (2009, 2020)
        },
        "edu-brevet-or-less": "compatible",
    },
}


@pytest.mark.parametrize("chapter", EXPECTED)
def test_verdicts_on_the_study(study: Study, chapter: str):
    """What something tests in the two chapters, frozen: a change of one is to be looked at."""
    verdicts = held.verdicts(study, chapter)["verdict"]
    assert verdicts[~verdicts.isin(UNTESTED)].to_dict() == EXPECTED[chapter]


def test_ageing_in_the_basin(study: Study):
    """Old, ageing faster than region and mainland by little, slower than its departement."""
    pace, here = study.ageing.pace(), study.territory.here
    assert pace[here] == pytest.approx(4.33, abs=0.01)
    assert pace[study.territory.in_departement] == pytest.approx(4.97, abs=0.01)
    assert pace[study.territory.in_region] == pytest.approx(3.72, abs=0.01)
    assert pace[FRANCE] == pytest.approx(3.72, abs=0.01)
    shares = study.ageing.places["share_65_plus_pct"].unstack("place")
    for place in (study.territory.in_region, FRANCE):
        halves = (shares[here] - shares[place]).diff().dropna()
        assert (halves.between(0, SHARE_PRECISION)).all()
    assert study.ageing.counted[here] == pytest.approx(25.84, abs=0.005)
    assert study.ageing.young == pytest.approx(14.50, abs=0.01)
    assert study.ageing.young_without("30007") == pytest.approx(12.81, abs=0.01)
    assert study.ageing.published[FRANCE] == pytest.approx(19.80, abs=0.01)


def test_communes_are_counted_that_move_by_more_than_a_census_tells(study: Study):
    """66 of 70 rise at all, 65 by over half a point; 69 of 71 fall by over half a point."""
    facts = study.facts("ageing") | study.facts("education")
    table = study.ageing.elderly().drop(index=study.territory.centre)["change"].dropna()
    assert int((table > 0).sum()) == 66
    assert [facts["age_rising"], facts["age_others"]] == [65, 70]
    assert [facts["age_around"], facts["age_around_of"]] == [261, 279]
    assert [facts["edu_falls"], facts["edu_known"]] == [69, 71]


def test_ages_of_each_commune_add_up_to_its_inhabitants_of_2022(real: Sources):
    """The file was typed by hand: 70 rows add up, and that of Thoiras with Corbès in it."""
    people = insee.municipal_populations(real)[2022]
    found = insee.age_bands_2022(real).sum(axis=1)
    own = found.drop("30329")
    assert own.to_numpy() == pytest.approx(people[own.index].to_numpy(), abs=0.01)
    assert len(own) == 70
    assert found["30329"] == pytest.approx(people[["30329", "30094"]].sum(), abs=0.01)
