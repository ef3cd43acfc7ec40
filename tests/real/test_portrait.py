"""Portraits of real intercommunalities: read by a machine, and held against the tables."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest
from tests.fixtures.portraits import faults

from bassin.files.sources import Sources
from bassin.read import ccr, insee
from bassin.study import Study
from bassin.topics.health.access import UNDERSERVED
from bassin.topics.national import National
from bassin.topics.portrait.sentences import Fact, Sentence, Told
from bassin.words import LANGUAGES, speaking, write
from bassin.words.language import load

#: EPCI read at each build; the thorough tests read them all.
SAMPLE = 40
#: With two communes; the most communes; a name with two spaces; overseas; Mayotte, of one side.
ODD = ("200018653", "200067106", "200071116", "249740119", "200060473")


def every(sources: Sources) -> pd.DataFrame:
    """Each EPCI: how many communes, departements and regions."""
    members = insee.epci(sources)
    members = members[members["epci"].str.isdigit()]
    grouped = members.groupby("epci")
    return pd.DataFrame(
        {
            "communes": grouped.size(),
            "departements": grouped["dep"].nunique(),
            "regions": grouped["reg"].nunique(),
        }
    )


def drawn(sources: Sources) -> list[str]:
    """Some of each kind: by size, straddling or not, overseas or not."""
    table = every(sources).sort_values(["regions", "departements", "communes"])
    spread = table.index[:: max(1, len(table) // (SAMPLE - 12))].tolist()
    edges = table.sort_values("communes").index[[0, 1, 2, -3, -2, -1]].tolist()
    wide = table.index[-3:].tolist()
    return list(dict.fromkeys([*ODD, *edges, *wide, *spread]))[:SAMPLE]


def told(sources: Sources, code: str) -> Iterator[tuple[str, Told]]:
    """Every section of a portrait."""
    portrait = Study(code, sources=sources).portrait
    for section in portrait.sections:
        yield section, portrait.told(section)


def read(sources: Sources, codes: list[str]) -> tuple[list[tuple[str, str, str]], set[str]]:
    """Sentences with a fault in any language, and the keys of all."""
    wrong: list[tuple[str, str, str]] = []
    keys = set()
    for code in codes:
        for _, one in told(sources, code):
            for sentence in (*one.sentences, *one.refused):
                keys.add(sentence.phrase.key)
                wrong += [(code, *found) for found in misread(sentence)]
    return wrong, keys


def misread(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """A sentence and its faults, in each language that it has some in."""
    for language in LANGUAGES:
        with speaking(language):
            if found := faults(sentence):
                yield write(sentence.phrase), "; ".join(found)


def test_a_sample_has_no_sentence_with_a_fault(real: Sources):
    """Places of every size, of one departement or two, overseas too."""
    codes = drawn(real)
    assert len(codes) == SAMPLE
    wrong, keys = read(real, codes)
    assert wrong == []
    assert len(keys) > 100


@pytest.mark.thorough
def test_no_intercommunality_has_a_sentence_with_a_fault(real: Sources):
    """All of them; and each outcome of a plain comparison is met somewhere."""
    wrong, keys = read(real, list(every(real).index))
    assert wrong == []
    patterns = {key for key in load("en").sentences if key.startswith("portrait.share_65_plus.")}
    both = {"higher", "lower", "level"}
    wanted = {f"portrait.share_65_plus.{a}_{b}" for a in both for b in both}
    assert wanted <= patterns & keys


def facts_of(section: str, study: Study) -> dict[tuple[str, str], Fact]:
    """Facts of a section by indicator and place."""
    sentences: tuple[Sentence, ...] = study.portrait.told(section).sentences
    return {(fact.indicator, fact.place): fact for one in sentences for fact in one.facts}


@pytest.mark.parametrize("section", ["ages", "jobs", "income", "care", "risks"])
def test_facts_are_the_declared_values(study: Study, section: str):
    """As the catalogue gives them of the territory, by another way."""
    here = study.territory.here
    for (key, place), fact in facts_of(section, study).items():
        if place != here or "." in key or key == "communes":
            continue
        national = National(study.sources).by_group([key], ["epci"])["value"]
        assert fact.value == pytest.approx(national[(key, "epci", study.territory.code)]), key


def test_facts_of_additive_indicators_are_those_of_the_selection(study: Study):
    """Added up from the communes of the territory alone."""
    here = study.territory.here
    facts = facts_of("ages", study)
    for key in ("share_65_plus_2020", "share_65_plus_2022", "retired_2022"):
        assert facts[(key, here)].value == pytest.approx(study.selected.value(key))


def test_the_basin_is_told_as_the_chapters_tell_it(study: Study):
    """Communes, people, places, sides, shortage of doctors."""
    said = {
        section: [write(one.phrase) for one in study.portrait.told(section).sentences]
        for section in ("perimeters", "care", "sides")
    }
    assert (
        "Alès Agglomération is made of 72 communes and has 132,799 inhabitants in 2020."
        in (said["perimeters"])
    )
    under = int((study.selected.by_commune("gp_2023") < UNDERSERVED).sum())
    assert any(f"{under} of the 72 communes" in one for one in said["care"])
    people = study.population.by_side(study.territory.sides()).loc[2020]
    lived = f"{people['north_west']:,.0f} inhabitants live in the"
    assert len([one for one in said["sides"] if lived in one]) == 1


def test_a_territory_of_one_side_has_no_sentence_on_sides(real: Sources):
    """Its largest commune lies at the edge."""
    refused = [
        code for code in ODD if not Study(code, sources=real).portrait.told("sides").sentences
    ]
    assert refused
    for code in refused:
        assert Study(code, sources=real).portrait.told("sides").refused


def test_decrees_on_a_whole_departement_are_told_apart(real: Sources):
    """In Lens those of movements of the ground are the storm of December 1999, a commune each."""
    study = Study("246200364", sources=real)
    row = study.portrait.disasters.loc["disaster_ground"]
    decrees = ccr.disaster_decrees(real)
    storm = decrees[
        (decrees["decision"] == ccr.RECOGNISED)
        & (decrees["peril"] == "MVT")
        & (decrees["start"] == pd.Timestamp("1999-12-25"))
    ]
    here = storm.loc[storm["code"].isin(study.territory.codes), "code"]
    assert row["sweeping"] == here.nunique() == len(study.territory.codes)
    assert row["here"] > row["sweeping"]
    (said,) = [
        text
        for one in study.portrait.told("risks").sentences
        if "in nearly every commune of the departement at once" in (text := write(one.phrase))
    ]
    assert f"{row['here']}, {row['sweeping']} of them in nearly every commune" in said
