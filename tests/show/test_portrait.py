"""What a section of a portrait looks like: text, and what could not be said under it."""

from __future__ import annotations

from bassin.files.named import Listed
from bassin.files.trace import Edition, opened, recording
from bassin.phrase import Phrase
from bassin.show import portrait
from bassin.topics.portrait.sentences import Fact, Sentence, Told

FACT = Fact("population_2023", "EPCI-200000018", "2023", 6800.0, "inhabitants", ("insee/a.csv",))
SAID = Sentence(
    "level",
    Phrase("portrait.people", place="Les <b>Bures</b> & *Cie*", people=6800, year=2023),
    (FACT,),
)
UNSAID = Sentence("refusal", Phrase("portrait.no_sides", place="Les <b>Bures</b>"))


def test_the_text_is_shown_letter_by_letter():
    """A name is no markup, in JupyterLab either."""
    shown = portrait.told(Told((SAID,), (UNSAID,)), name="tab-portrait-people")
    bundle, metadata = shown._repr_mimebundle_()
    html = bundle["text/html"]
    assert (
        "<li>In 2023, Les &lt;b&gt;Bures&lt;/b&gt; &amp; *Cie* has 6,800 inhabitants.</li>" in html
    )
    assert "<summary>What could not be said (1)</summary>" in html
    assert "<b>" not in html
    assert bundle["text/plain"] == "In 2023, Les <b>Bures</b> & *Cie* has 6,800 inhabitants."
    assert metadata == {"bassin": {"exhibit": "tab-portrait-people"}}


def test_nothing_is_folded_where_all_is_said():
    """No empty fold."""
    shown = portrait.told(Told((SAID,), ()), name="tab-portrait-people")
    assert "<details>" not in shown._repr_html_()
    assert shown.payload["prose"]["refused"] == []


def test_the_data_have_a_row_a_fact_and_a_refusal_its_reason():
    """Numbers are there as they were found."""
    shown = portrait.told(Told((SAID,), (UNSAID,)), name="tab-portrait-people")
    assert shown.data["kind"].tolist() == ["level", "refusal"]
    first = shown.data.iloc[0]
    assert (first["indicator"], first["value"], first["files"]) == (
        "population_2023",
        6800.0,
        "insee/a.csv",
    )
    assert shown.data["value"].isna().tolist() == [False, True]


def test_a_section_without_a_word_has_a_description():
    """Nothing to say is said."""
    shown = portrait.told(Told((), ()), name="tab-portrait-people")
    assert shown.alt == "Nothing is said."
    assert shown._repr_html_().startswith("<p><small>")


def test_it_rests_on_the_files_of_its_facts_alone():
    """Though national tables of others were read."""
    with recording():
        for file in ("insee/a.csv", "insee/b.csv"):
            opened(Edition(file, listed=Listed(file, "INSEE", file, "2023")))
        shown = portrait.told(Told((SAID,), ()), name="tab-portrait-people")
    assert shown.files == ("insee/a.csv",)


def test_a_section_that_can_say_nothing_rests_on_what_was_read_to_find_it():
    """It was observed: nobody is told to observe it."""
    with recording():
        opened(Edition("insee/a.csv", listed=Listed("insee/a.csv", "INSEE", "Ages", "2023")))
        shown = portrait.told(Told((), (UNSAID,)), name="tab-portrait-people")
    assert shown.files == ("insee/a.csv",)
    assert "observing" not in shown.legend
