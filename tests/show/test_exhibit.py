"""What an exhibit says of itself, and what it offers to viewers."""

from __future__ import annotations

import base64
import json

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from bassin.files.citation import Citation
from bassin.files.named import Listed
from bassin.files.trace import Edition, opened, recording
from bassin.markup import Markdown
from bassin.show.bodies import ClaimsBody, TableBody
from bassin.show.describe import (
    describe_bars,
    describe_categories,
    describe_lines,
    describe_table,
    describe_values,
)
from bassin.show.exhibit import MIME, Exhibit, told
from bassin.words import speaking


@pytest.fixture
def values():
    return pd.Series([0.0, 5.8, 2.9, 3.1], index=["Bonnevaux", "Anduze", "Alès", "Mons"])


def make(**changed) -> Exhibit:
    given = {
        "name": "fig-test",
        "caption": "What it shows",
        "source": "INSEE",
        "alt": "A chart.",
        "data": pd.DataFrame({"value": [1.0, np.nan]}, index=pd.Index(["a", "b"], name="code")),
        "figure": Figure(figsize=(1, 1)),
    }
    return Exhibit(**{**given, **changed})


def test_describe_values(values):
    """The extremes are named, the middle given, and those without a value counted."""
    assert describe_values("APL", values, fmt=".1f", secret=2, missing=1) == (
        "APL from 0.0 in Bonnevaux to 5.8 in Anduze, median 3.0; 2 communes masked; "
        "1 commune not published"
    )


def test_describe_values_with_units(values):
    """Every number has its unit."""
    assert describe_values("Growth", values - 3, fmt="+.1f", unit="%") == (
        "Growth from −3.0% in Bonnevaux to +2.8% in Anduze, median 0.0%"
    )


def test_describe_values_counts_ties(values):
    """Places that share an extreme are counted, not picked among."""
    values["Mons"] = 0.0
    assert describe_values("APL", values, fmt=".1f").startswith("APL from 0.0 in 2 communes to")


def test_describe_values_all_the_same(values):
    """Where all is equal there is no extent to give."""
    assert describe_values("APL", values * 0, fmt=".1f") == "APL 0.0 in 4 communes"


def test_describe_values_none():
    """Where nothing is published it is said."""
    nothing = pd.Series([], dtype=float)
    assert describe_values("APL", nothing, secret=3) == "APL: no value published; 3 communes masked"


def test_describe_lines():
    """Each series is told from its first known value to its last."""
    table = pd.DataFrame(
        {"Alès": [42000, 43000, 41000], "Mons": [np.nan, 1500, 1800], "Gone": [np.nan] * 3},
        index=[1968, 1999, 2020],
    )
    assert describe_lines("Inhabitants", table) == (
        "Inhabitants: Alès from 42,000 in 1968 to 41,000 in 2020; "
        "Mons from 1,500 in 1999 to 1,800 in 2020; Gone not published"
    )


def test_describe_bars():
    """Few bars are all told, and an absent one is not told as zero."""
    table = pd.DataFrame({"2010": [12, np.nan], "2020": [0, 7.0]}, index=["Mining", "Care"])
    assert describe_bars("Jobs", table) == (
        "Jobs: 2010: Mining 12; Care not published; 2020: Mining 0, Care 7"
    )


def test_describe_many_bars():
    """Many bars are told by their extent."""
    table = pd.DataFrame({"2020": range(10)}, index=[f"Branch {i}" for i in range(10)])
    assert describe_bars("Jobs", table) == (
        "Jobs: 2020 from 0 in Branch 0 to 9 in Branch 9, median 4"
    )


def test_describe_categories():
    """Each category is told with its count, in the singular where there is one."""
    assert describe_categories("Zone", {"Priority": 12, "Other": 1}) == (
        "Zone: Priority, 12 communes; Other, 1 commune"
    )


def test_describe_table():
    """A table is told by its size and its columns."""
    assert describe_table(["Area", "Communes", "People"], 1) == (
        "Table of 1 row: Area, Communes and People"
    )


@pytest.mark.parametrize(
    "name", ["growth", "fig_growth", "Fig-growth", "fig-", "map-a--b", "tab-é"]
)
def test_names_are_of_one_form(name):
    """A name that could not be both a label and a file is refused, with an example."""
    with pytest.raises(ValueError, match="such as 'map-growth-1968'"):
        make(name=name)


@pytest.mark.parametrize("field", ["caption", "source", "alt"])
def test_nothing_goes_without_words(field):
    """A caption, a source and a description are compulsory."""
    with pytest.raises(ValueError, match=f"{field} is empty"):
        make(**{field: " "})


def test_legend_ends_sentences_once():
    """Caption and source are sentences, whether they came with a full stop or not."""
    assert make().legend == "What it shows. Source: INSEE."
    assert make(caption="Done?", source="A.").legend == "Done? Source: A."


def test_csv():
    """The data is offered with its index, an empty cell where there is no value."""
    assert make().csv == "code,value\na,1\nb,\n"


def test_csv_tells_texts_of_files_in_the_language_spoken():
    """Keys, numbers and the names of columns are the same in all."""
    table = pd.DataFrame(
        {"period": ["about 2020", None], "people": pd.array([42000, None], dtype="Int64")},
        pd.CategoricalIndex(["hills and plain", "north_west"], name="area"),
    )
    with speaking("fr"):
        assert make(data=table).csv == (
            "area,period,people\nCévennes et plaine,vers 2020,42000\nnorth_west,,\n"
        )
    assert make(data=table).csv.splitlines()[1] == "hills and plain,about 2020,42000"


def test_csv_hides_float_noise():
    """Arithmetic noise of a machine does not reach the file."""
    noisy = pd.DataFrame({"value": [0.1 + 0.2]})
    assert make(data=noisy).csv == "value\n0.3\n"


def test_bundle_of_a_figure():
    """A viewer gets the exhibit, an image, a page and words, and the renderer is told to choose."""
    data, metadata = make()._repr_mimebundle_()
    assert set(data) == {MIME, "text/html", "text/plain", "image/png"}
    assert data["text/plain"] == "A chart."
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert 'alt="A chart."' in data["text/html"]
    assert json.loads(json.dumps(data[MIME]))["name"] == "fig-test"
    assert metadata == {"bassin": {"exhibit": "fig-test"}}


def test_words_are_escaped_in_html():
    """Words with angle brackets or quotes stay words in the page."""
    page = make(alt='a "b" <i>', caption="x < y")._repr_html_()
    assert 'alt="a &quot;b&quot; &lt;i&gt;"' in page
    assert "x &lt; y" in page


def test_frame_holds_the_document():
    """An interactive document is framed with a title, and survives the quoting."""
    exhibit = make(interactive="<p title='x'>&amp; \"y\"</p>", title='Map of "x"')
    frame = exhibit.payload["frame"]
    assert 'title="Map of &quot;x&quot;"' in frame
    assert "srcdoc='<p title=&#39;x&#39;>&amp;amp; \"y\"</p>'" in frame
    assert frame in exhibit._repr_html_()


def test_bundle_of_a_table():
    """A table is offered as a real one, with row headers and numbers on the right."""
    body = TableBody(["Town", "People"], [["Alès", "42,000"]], [False, True], 1, "A note.")
    data, _ = make(name="tab-test", figure=None, table=body)._repr_mimebundle_()
    assert "image/png" not in data
    assert '<th style="text-align:left">Alès</th>' in data["text/html"]
    assert '<td style="text-align:right">42,000</td>' in data["text/html"]
    assert "<caption>What it shows. Source: INSEE.</caption>" in data["text/html"]
    assert data[MIME]["table"]["notes"] == "A note."


def test_what_an_author_names_and_a_file_are_parted_as_the_language_has_it():
    """Whether the author wrote text, markup or a citation."""
    files = [Listed("a.csv", "DREES", "Main rivers of France", "")]
    with recording(), speaking("fr"):
        opened(Edition("a.csv", listed=files[0]))
        for source in ("la liste", Markdown("la *liste*"), told("source.study_lines")):
            legend = make(source=source).legend
            assert legend.endswith("\u202f; Drees, *Principaux cours d’eau de France*.")


def test_an_exhibit_knows_the_files_that_were_read_for_it():
    """Before it was made, whether cited or not; a citation alone makes it rest on none."""
    source = Citation("*COG*", files=["b.csv", "c.csv"]) + "; the study"
    with recording():
        for file in ("b.csv", "a.csv"):
            opened(Edition(file))
        exhibit = make(source=source)
        opened(Edition("later.csv"))
    assert exhibit.files == ("a.csv", "b.csv")
    assert (exhibit.payload["files"], exhibit.payload["cites"]) == (
        ["a.csv", "b.csv"],
        ["b.csv", "c.csv"],
    )
    assert exhibit.payload["legend"] == "What it shows. Source: *COG*; the study."
    assert "What it shows. Source: *COG*; the study." in exhibit._repr_html_()
    assert make(source=source).payload["files"] == []
    assert json.dumps(exhibit.payload)


def test_rows_that_know_their_files_leave_the_others_out():
    """What was not read is not added."""
    with recording():
        for file in ("a.csv", "b.csv"):
            opened(Edition(file))
        exhibit = make()
    assert exhibit.resting_within(["b.csv", "c.csv"]).files == ("b.csv",)
    assert exhibit.files == ("a.csv", "b.csv")


OUTLINES = Listed("o.csv", "IGN", "Outlines", "2024", shared_alike="ODbL")


def test_a_source_line_is_what_was_read():
    """Beside what the author says; what this names already is named once."""
    income = Listed("insee/income.csv", "INSEE", "Income", "2020")
    codes = Listed("insee/v_region_2023.csv", "INSEE", "COG 2023", "")
    with recording():
        for listed in (income, codes, OUTLINES):
            opened(Edition(listed.file, listed=listed))
        opened(Edition("study/a.csv"))
        bare, worded = make(source=""), make(source="the study, lines *1*")
        cited_by_hand = make(source=income.cited)
        free = bare.resting_within(["insee/income.csv"])
    line = "INSEE, *Income* (2020); IGN, *Outlines* (2024) [ODbL]; perimeters: INSEE."
    assert bare.legend.endswith(f"Source: {line}")
    assert worded.legend.endswith(f"Source: the study, lines \\*1\\*; {line}")
    assert cited_by_hand.legend.endswith(f"Source: {line}")
    assert free.legend.endswith("Source: INSEE, *Income* (2020).")
    assert sorted(bare.payload["cites"]) == [one for one in bare.files if one != "study/a.csv"]
    assert "IGN, *Outlines* (2024) [ODbL]" in bare._repr_html_()


def test_where_nothing_observes_the_source_line_says_so():
    """And how to have it observe."""
    assert "%load_ext bassin.files.observing" in make(source="").legend
    with recording():
        opened(Edition("study/a.csv"))
        with pytest.raises(ValueError, match="source is empty"):
            make(source="")


def test_claims_name_their_files_one_by_one():
    """So that the line under them names but what a licence asks to be named."""
    with recording():
        opened(Edition("o.csv", listed=OUTLINES))
        opened(Edition("a.csv", listed=Listed("a.csv", "INSEE", "Income", "2020")))
        claims = ClaimsBody("panel", [], [], [])
        shown = make(name="tab-test", figure=None, claims=claims, source="the lines given")
    assert shown.legend.endswith("the lines given; IGN, *Outlines* (2024) [ODbL].")
