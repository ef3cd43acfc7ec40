"""Sentences on one indicator, at the edges of their guards, on made-up values of the toy France."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.phrase import Phrase
from bassin.places.territory import Territory
from bassin.topics.measured import made
from bassin.topics.portrait.around import Around
from bassin.topics.portrait.sentences import REFUSAL, Sentence, Told
from bassin.topics.portrait.writer import Writer
from bassin.topics.standing import FLOOR
from bassin.words import write

A, OTHERS = "200000018", ("243000213", "243000346", "244800405", "240100560")
#: Written to a tenth; nothing is drawn, so that a tenth is its margin.
KEY, LATER = "vacant_pct", "large_establishments_jobs_2023"
NOTHING = float("nan")


def table(
    here: float,
    departement: float = NOTHING,
    france: float = NOTHING,
    others: tuple[float, ...] = (),
    **columns: float,
) -> pd.DataFrame:
    """Values of the toy's A, its departement, France and other EPCI."""
    values = {
        ("epci", A): here,
        ("departement", "30"): departement,
        ("france", "FR"): france,
        **{("epci", code): value for code, value in zip(OTHERS, others, strict=False)},
    }
    frame = pd.Series(values, name="value").to_frame().rename_axis(["kind", "group"])
    given = {"count": 1000.0, "error": 0.0, "secret": 0, "missing": 0, **columns}
    return frame.assign(**given)


@pytest.fixture
def writer(toy_root: Path) -> Writer:
    """Of the toy's A, whose files are read for names alone."""
    sources = Sources(toy_root)
    return Writer(Territory(A, sources), sources)


def say(writer: Writer, kind: str, tables: Mapping[str, pd.DataFrame], *keys: str) -> Told:
    """Sentences of a kind, of indicators that have the values of some tables."""
    for key, values in tables.items():
        found = made(catalogue.find(key), values, ("cerema/vacant.csv",))
        writer.sources.kept.put(("portrait", key), found)
    return Told.of(getattr(writer, kind)(*(keys or tables)))


def text(told: Told) -> str:
    """The one sentence that is said."""
    (one,) = told.sentences
    return write(one.phrase)


@pytest.mark.parametrize(
    ("departement", "france", "said"),
    [
        (7.9, 8.0, "about the same as in its departement, Gravon (7.9%), and in France (8.0%)"),
        (7.89, 8.11, "higher than in its departement, Gravon (7.9%), and lower than in France"),
        (9.0, 9.0, "lower than in its departement, Gravon (9.0%), and in France (9.0%)"),
        (0.0, 0.0, "higher than in its departement, Gravon (0.0%), and in France (0.0%)"),
        (9.0, 8.0, "lower than in its departement, Gravon (9.0%), and about the same as in France"),
    ],
)
def test_a_difference_is_one_beyond_the_margin_alone(
    writer: Writer, departement: float, france: float, said: str
):
    """A tenth apart is level: each was rounded. Zero is a value."""
    told = say(writer, "compare", {KEY: table(8.0, departement, france)})
    assert said in text(told)
    assert told.sentences[0].kind == "comparison"
    assert [fact.value for fact in told.sentences[0].facts] == [8.0, departement, france]
    assert told.refused == ()


def test_the_margin_of_what_is_drawn_is_that_of_both(writer: Writer):
    """3 and 4 make 5: a gap of 5 is level, one of 5.1 is not."""
    errors = [3.0, 4.0, 0.0]
    for gap, said in ((5.0, "about the same as in its departement"), (5.1, "lower than in its")):
        told = say(writer, "compare", {KEY: table(10.0, 10 + gap, error=errors)})
        assert said in text(told)


@pytest.mark.parametrize("errors", [[NOTHING, 0.0, 0.0], [0.0, NOTHING, NOTHING]])
def test_an_error_that_is_not_known_is_no_zero(writer: Writer, errors: list[float]):
    """Whichever of the two numbers has it, no gap is stated, and no change of it."""
    told = say(writer, "compare", {KEY: table(10.0, 20.0, 20.0, error=errors)})
    assert [one.kind for one in told.sentences] == ["level"]
    assert all("error of its sample" in write(one.phrase) for one in told.refused)
    unsure = {
        "vacant_census_2011": table(8.0),
        "vacant_census_2022": table(20.0, error=[NOTHING] * 3),
    }
    told = say(writer, "change", unsure)
    assert told.sentences == ()
    assert "error of its sample" in write(told.refused[0].phrase)


def test_a_place_of_unknown_error_has_no_rank_and_is_level_with_all(writer: Writer):
    """It is neither before nor after another."""
    values = table(8.0, others=(9.0, 7.0), error=[NOTHING, 0.0, 0.0, 0.0, 0.0])
    told = say(writer, "rank", {LATER: values})
    assert told.sentences == ()
    assert "error of its sample" in write(told.refused[0].phrase)
    values = table(8.0, others=(9.0, 7.0), error=[0.0, 0.0, 0.0, NOTHING, 0.0])
    assert "ranks between 1 and 2 of 3 EPCI" in text(say(writer, "rank", {LATER: values}))


def test_zero_is_a_value_and_a_blank_is_a_refusal(writer: Writer):
    """Nothing is said of a blank, and the reason is."""
    told = say(writer, "compare", {KEY: table(0.0, 8.0, 8.0)})
    assert "was 0.0%, lower than" in text(told)
    told = say(writer, "compare", {KEY: table(NOTHING, 8.0, 8.0, secret=3)})
    assert told.sentences == ()
    (one,) = told.refused
    assert "masked in 3 of the 12 communes (cerema/vacant.csv)" in write(one.phrase)
    assert [fact.value for fact in one.facts] == [3, 12]
    told = say(writer, "compare", {KEY: table(NOTHING, 8.0, 8.0, missing=2)})
    assert "for 2 of the 12 communes have none" in write(told.refused[0].phrase)


def test_a_place_without_a_value_is_not_compared_with(writer: Writer):
    """The sentence says what is left, the refusal what is not."""
    told = say(writer, "compare", {KEY: table(8.0, NOTHING, 7.0)})
    assert text(told).endswith("was 8.0%, higher than in France (7.0%).")
    assert "not compared with its departement, Gravon" in write(told.refused[0].phrase)
    told = say(writer, "compare", {KEY: table(8.0)})
    assert text(told).endswith("in Bassin de Mineville was 8.0%.")
    assert told.sentences[0].kind == "level"
    assert len(told.refused) == 2


def test_a_value_of_most_communes_says_so(writer: Writer):
    """The communes that it leaves out are counted."""
    told = say(writer, "compare", {KEY: table(8.0, 7.0, 7.0, secret=1)})
    assert "masked in 1 of the 12 communes; the value is of the others" in write(
        told.refused[0].phrase
    )


@pytest.mark.parametrize(("before", "said"), [(7.0, "rose from"), (9.0, "fell from"), (8.1, "was")])
def test_a_change_has_a_way_beyond_the_margin(writer: Writer, before: float, said: str):
    """Within it the two are about as high."""
    keys = ("vacant_census_2011", "vacant_census_2022")
    told = say(writer, "change", {keys[0]: table(before), keys[1]: table(8.0)})
    # A share of a census is good to half a point.
    assert f"the census finds vacant {said}" in text(told)
    assert "by" not in text(told).split()


def test_the_half_point_of_a_census_is_its_margin(writer: Writer):
    """Half a point is level, and more is not."""
    keys = ("vacant_census_2011", "vacant_census_2022")
    for before, said in ((7.5, "about the same"), (7.4, "rose")):
        told = say(writer, "change", {keys[0]: table(before), keys[1]: table(8.0)})
        assert said in text(told)


def test_a_change_from_a_blank_is_refused(writer: Writer):
    """Whichever end it is."""
    keys = ("vacant_census_2011", "vacant_census_2022")
    for first, last in ((NOTHING, 8.0), (8.0, NOTHING)):
        told = say(writer, "change", {keys[0]: table(first), keys[1]: table(last)})
        assert told.sentences == ()
        assert len(told.refused) == 1


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ((9.0, 7.0), "ranks 2 of 3 EPCI, the highest first (8.0%)"),
        ((9.0, 8.0, 8.1, 7.9), "between 2 and 5 of 5 EPCI"),
        ((7.0, 7.9), "between 1 and 2 of 3 EPCI"),
        ((NOTHING, 7.0), "ranks 1 of 2 EPCI"),
        ((), "ranks 1 of 1 EPCI"),
    ],
)
def test_a_rank_is_an_interval_among_the_level(
    writer: Writer, others: tuple[float, ...], said: str
):
    """One that has no value is not counted."""
    told = say(writer, "rank", {LATER: table(8.0, others=others)})
    assert said in text(told)
    assert told.sentences[0].kind == "rank"


def test_few_are_not_ranked(writer: Writer):
    """Under the floor; at the floor they are."""
    told = say(writer, "rank", {LATER: table(8.0, others=(9.0,), count=FLOOR - 1.0)})
    assert told.sentences == ()
    assert f"fewer than {FLOOR} are counted" in write(told.refused[0].phrase)
    assert say(writer, "rank", {LATER: table(8.0, others=(9.0,), count=FLOOR)}).sentences


def places(told: Told) -> tuple[int, int, int]:
    """First and last place, and of how many."""
    values = {fact.indicator.rpartition(".")[2]: fact.value for fact in told.sentences[0].facts}
    return int(values["first"]), int(values["last"]), int(values["of"])


def test_others_may_change_places(writer: Writer):
    """The rank of one hangs on the values of the others, not on who has them."""
    one = say(writer, "rank", {LATER: table(8.0, others=(9.0, 8.05, 3.0))})
    other = say(writer, "rank", {LATER: table(8.0, others=(3.0, 9.0, 8.05))})
    assert places(one) == places(other) == (2, 3, 4)


def test_scaled_values_compare_alike(writer: Writer):
    """All doubled, margins aside: the same pattern."""
    for near, far in ((5.0, 12.0), (12.0, 5.0), (8.0, 8.0)):
        one = say(writer, "compare", {KEY: table(8.0, near, far)}).sentences[0]
        two = say(writer, "compare", {KEY: table(16.0, 2 * near, 2 * far)}).sentences[0]
        assert one.phrase.key == two.phrase.key


@pytest.mark.parametrize(
    ("communes", "said"),
    [
        (["30"], "its departement, Gravon"),
        (["48", "30", "30"], "the departement of most of its communes, Gravon"),
        (["48", "30"], "the first of its departements, Gravon"),
        (["48", "01", "30", "30"], "the first of its departements, Gravon"),
    ],
)
def test_a_departement_is_that_of_most_communes_where_it_is(
    toy: Sources, communes: list[str], said: str
):
    """One that has half of them has not most."""
    codes = [f"c{rank}" for rank in range(len(communes))]
    territory = SimpleNamespace(
        code=A,
        codes=codes,
        communes=pd.DataFrame({"dep": communes}, codes),
        population_2020=pd.Series(1.0, codes),
    )
    around = Around(cast(Territory, territory), toy)
    assert write(around.other("departement", "france")) == said


def test_a_refusal_is_said_once():
    """Though two sentences want the same."""
    one = Sentence(REFUSAL, Phrase("portrait.no_sides", place="A"))
    assert Told.of([one, one]).refused == (one,)
