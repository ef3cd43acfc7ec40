"""What becomes of sentences when values of communes change, on the toy France."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from tests.fixtures.portraits import faults

from bassin.availability import MISSING, SECRET
from bassin.errors import ChoiceError
from bassin.files.sources import Sources
from bassin.indicators.aggregate import MERGED, Parts
from bassin.places.national import EVERY
from bassin.places.territory import Territory
from bassin.study import Study
from bassin.topics.national import parts_of
from bassin.topics.portrait import counted
from bassin.topics.portrait.halves import FEWEST, NAMED
from bassin.topics.portrait.local import RANKED, SECTIONS
from bassin.topics.portrait.sentences import Sentence, Told
from bassin.topics.portrait.writer import Writer
from bassin.words import LANGUAGES, speaking, write

A, B, C = "200000018", "243000213", "243000346"
#: The town of A, half of its people, and a village of a hundred.
TOWN, VILLAGE = "30001", "30014"
#: A commune of another EPCI and departement.
ELSEWHERE = "48001"
Change = Callable[[pd.DataFrame], pd.DataFrame]


def blank(code: str, status: str = MISSING) -> Change:
    """Take the value of a commune away, for a reason."""

    def change(table: pd.DataFrame) -> pd.DataFrame:
        other = table.copy()
        other.loc[code, ["value", "top", "bottom"]] = float("nan")
        other.loc[code, "status"] = status
        return other

    return change


def zeros(code: str) -> Change:
    """Have a commune count nothing of nothing."""

    def change(table: pd.DataFrame) -> pd.DataFrame:
        other = table.copy()
        other.loc[code, ["top", "bottom"]] = 0.0
        return other

    return change


def times(n: float) -> Change:
    """Have all communes count as much more."""
    return lambda table: table.assign(top=n * table["top"], bottom=n * table["bottom"])


def writer_of(root: Path, key: str, change: Change | None = None, epci: str = A) -> Writer:
    """A writer whose communes have other values of an indicator."""
    sources = Sources(root)
    if change is not None:
        found = parts_of(sources, key)
        sources.kept.put(("parts", key, EVERY), Parts(found.rule, change(found.table)))
    return Writer(Territory(epci, sources), sources)


def compared(root: Path, key: str, change: Change | None = None) -> Told:
    """The comparison of an indicator."""
    return Told.of(writer_of(root, key, change).compare(key))


def texts(sentences: tuple[Sentence, ...]) -> list[str]:
    return [write(one.phrase) for one in sentences]


def test_a_blank_makes_a_refusal_where_every_commune_counts(toy_root: Path):
    """And no other sentence: what it says of the country falls away too."""
    told = compared(toy_root, "jobs_per_worker")
    assert len(told.sentences) == 1
    spoiled = compared(toy_root, "jobs_per_worker", blank(VILLAGE))
    assert spoiled.sentences == ()
    (refused,) = texts(spoiled.refused)
    assert "no value, for 1 of the 12 communes have none" in refused


@pytest.mark.parametrize(("status", "said"), [(MISSING, "missing in 1"), (SECRET, "masked in 1")])
def test_a_small_blank_is_told_beside_the_value(toy_root: Path, status: str, said: str):
    """Where most people are enough; where too few are left, there is no value."""
    told = compared(toy_root, "retired_2022", blank(VILLAGE, status))
    assert len(told.sentences) == 1
    assert any(said in one for one in texts(told.refused))
    told = compared(toy_root, "retired_2022", blank(TOWN, status))
    assert told.sentences == ()
    assert len(told.refused) == 1


def test_a_blank_elsewhere_changes_no_value_of_the_territory(toy_root: Path):
    """What is left of the sentence has no fact that it had not, the country aside."""
    (before,) = compared(toy_root, "jobs_per_worker").sentences
    (after,) = compared(toy_root, "jobs_per_worker", blank(ELSEWHERE)).sentences
    assert after.facts[:2] == before.facts[:2]


def test_a_commune_of_zeros_says_nothing_new(toy_root: Path):
    """As one that has merged in another."""
    one = compared(toy_root, "plan_people_pct", zeros(VILLAGE))
    other = compared(toy_root, "plan_people_pct", blank(VILLAGE, MERGED))
    assert texts(one.sentences) == texts(other.sentences)
    assert one.refused == other.refused == ()


def test_all_scaled_is_told_alike(toy_root: Path):
    """A share of three times as many is the same share."""
    one = compared(toy_root, "plan_people_pct")
    assert texts(one.sentences) == texts(compared(toy_root, "plan_people_pct", times(3)).sentences)


def test_more_people_counted_have_a_narrower_margin(toy_root: Path):
    """A share of a census of few is level with what that of many is not."""
    few = writer_of(toy_root, "retired_2022").measured("retired_2022").at("epci", A)
    many = writer_of(toy_root, "retired_2022", times(100)).measured("retired_2022").at("epci", A)
    assert few.value == pytest.approx(many.value)
    assert few.error == pytest.approx(10 * many.error)


def test_communes_are_counted_or_refused(toy_root: Path):
    """None of them is a number; one that is not known is a refusal."""
    key = "plan_communes_pct"
    (told,) = counted.planned(writer_of(toy_root, key), key)
    assert "10 of the 12 communes" in write(told.phrase)
    (told,) = counted.planned(writer_of(toy_root, key, blank(VILLAGE)), key)
    assert told.kind == "refusal"


def test_a_commune_without_access_is_none_that_has_enough(toy_root: Path):
    """None or all of them are told so; where one has no value no number is told."""
    low, high = (
        lambda table: table.assign(value=1.0, top=1.0 * table["bottom"]),
        lambda table: table.assign(value=9.0, top=9.0 * table["bottom"]),
    )
    for change, said in ((low, "each of the 12 communes"), (high, "no commune of")):
        (one,) = counted.underserved(writer_of(toy_root, "gp_2023", change), "gp_2023")
        assert said in write(one.phrase)
    assert [*counted.underserved(writer_of(toy_root, "gp_2023", blank(VILLAGE)), "gp_2023")] == []
    refused = texts(compared(toy_root, "gp_2023", blank(VILLAGE)).refused)
    assert any("missing in 1 of" in one for one in refused)


def test_a_zone_that_is_the_place_itself_is_no_benchmark(toy_root: Path, monkeypatch):
    """Its change is that of the place, and says nothing beside it."""
    writer = writer_of(toy_root, "private_jobs_2024")
    jobs = ("private_jobs_2014", "private_jobs_2024", "zone_emploi")
    before = [fact.place for one in writer.grown(*jobs) for fact in one.facts]
    monkeypatch.setattr(Writer, "_same", lambda self, kind: kind == "zone_emploi")
    after = [fact.place for one in writer.grown(*jobs) for fact in one.facts]
    assert [place for place in before if place.startswith("ZE")] != []
    assert [place for place in after if place.startswith("ZE")] == []


@pytest.mark.parametrize("line", ["315", "20", *NAMED])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_half_of_few_communes_is_not_told(portrait_of_a, language: str, line: str):
    """Fewer than five would be said to win or to lose; the others have no fault in any language."""
    told, halves = portrait_of_a.told("sides", line), portrait_of_a.halves(line)
    assert bool(told.sentences) == (halves.obstacle == "")
    if told.sentences:
        assert halves.sides.value_counts()[list(halves.line.sides)].min() >= FEWEST
    with speaking(language):
        every = (*told.sentences, *told.refused)
        assert [(write(one.phrase), found) for one in every if (found := faults(one))] == []


def test_masked_communes_are_counted(toy_root: Path):
    """None is not told."""
    key = "poverty_rate_2019"
    hidden = writer_of(toy_root, key, blank(VILLAGE, SECRET))
    one = list(counted.masked(hidden, key))
    assert all("is masked" in write(sentence.phrase) for sentence in one)
    assert len(one) == 1


@pytest.fixture(scope="module")
def portrait_of_a(toy: Sources):
    """All sections of A."""
    return Study(A, sources=toy).portrait


def test_each_section_says_something(portrait_of_a):
    """Or refuses with a reason; the last counts both."""
    told = {section: portrait_of_a.told(section) for section in portrait_of_a.sections}
    assert [*told] == ["short", *SECTIONS, "sources"]
    assert all(one.sentences or one.refused for one in told.values())
    said = sum(len(one.sentences) for name, one in told.items() if name not in ("short", "sources"))
    assert told["sources"].sentences[1].facts[0].value == said
    assert len(RANKED) == len(told["place"].sentences) + len(told["place"].refused)


@pytest.mark.parametrize("code", [A, B, C])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_has_a_fault(toy: Sources, language: str, code: str):
    """Of any section of three places, refusals too; the same sentences in each language."""
    portrait = Study(code, sources=toy).portrait
    told = [portrait.told(section) for section in portrait.sections]
    sentences = [one for part in told for one in (*part.sentences, *part.refused)]
    assert len(sentences) > 50
    with speaking(language):
        assert [(write(one.phrase), found) for one in sentences if (found := faults(one))] == []


def test_what_has_no_file_at_hand_is_refused(portrait_of_a):
    """By the name of the file."""
    refused = texts(portrait_of_a.told("income").refused)
    assert any("not at hand (insee/cc_filosofi_2021_COM.csv)" in one for one in refused)


def test_a_section_that_is_none_is_refused(portrait_of_a):
    """With the choices."""
    with pytest.raises(ChoiceError, match="perimeters"):
        portrait_of_a.told("cooking")
