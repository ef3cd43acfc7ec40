"""The book's renderer: exhibits become numbered nodes, images and files."""

from __future__ import annotations

import html
import re
from types import SimpleNamespace

import nbformat
import pytest
from myst_nb.core.render import MimeData, get_mime_priority
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from bassin.book.nodes.render import ExhibitPlugin
from bassin.show.exhibit import MIME

DATA = """
import geopandas as gpd, pandas as pd
from shapely.geometry import box
from bassin.files.citation import Citation
from bassin.files.trace import Edition, opened
from bassin.show import Markdown, charts, maps, say, tables
cells = [box(780e3 + 1e3 * x, 633e4, 781e3 + 1e3 * x, 6331e3) for x in range(4)]
squares = gpd.GeoDataFrame(
    {"name": list("abcd"), "value": [1.0, 2, 3, None]},
    index=["30001", "30002", "30003", "30004"], geometry=cells, crs=2154,
)
years = pd.DataFrame({"Alès": [43, 41]}, index=[1968, 2020])
def read(table, file):
    opened(Edition(file))
    return table
"""
CELLS = [
    "%load_ext bassin.files.observing",
    DATA,
    """charts.lines(read(years, "insee/a.csv"), name="fig-years", ylabel="Inhabitants",
             source=Citation("*INSEE*", files=["insee/a.csv"]),
             caption=Markdown("Years, see {numref}`tab-years`"))""",
    """maps.choropleth(squares, "value", name="map-squares", caption="Squares", source="IGN",
                       label="Value", bins=[2])""",
    """both = read(read(years, "insee/<a>.csv"), "study/b.csv")
tables.show(both.rename_axis("year"), name="tab-years", caption=Markdown("A **table**"),
            source="INSEE", notes=Markdown("A *note*."))""",
    """from bassin.phrase import Phrase
from bassin.show import portrait
from bassin.topics.portrait.sentences import Fact, Sentence, Told
fact = Fact("population_2023", "EPCI-1", "2023", 6800.0, "inhabitants")
said = Phrase("portrait.people", place="<i>A</i> *b*", people=6800, year=2023)
unsaid = Phrase("portrait.no_sides", place="<i>A</i>")
portrait.told(Told((Sentence("level", said, (fact,)),), (Sentence("refusal", unsaid),)),
              name="tab-words")""",
    """rows = pd.DataFrame({"what": ["a_b *c*", "d"], "where": ["<i>figure</i>", "nowhere"]})
tables.show(rows, name="tab-led", caption="Led", source="INSEE", folded="More <b>of it</b>",
            links={"where": ["tab-years", ""]})""",
    'say({"people": 132799, "loss": (-3.2, ".1f", "%")})',
    """from bassin.errors import TerritoryError
from bassin.show import shown
def refused():
    raise TerritoryError("nothing of <b>*it*</b>")
shown(refused)""",
]
PROSE = (
    "# Page\n\nSee {numref}`fig-years`, {numref}`map-squares` and {numref}`tab-years`: "
    "{glue:text}`people` people, {glue:text}`page.ipynb::loss:s`."
)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A book of one page with an exhibit of each kind, built with every warning an error."""
    root = tmp_path_factory.mktemp("book")
    source = root / "source"
    source.mkdir()
    (source / "conf.py").write_text(
        "extensions = ['myst_nb']\nroot_doc = 'page'\nnumfig = True\nnb_execution_mode = 'force'\n"
        "nb_execution_raise_on_error = True\nnb_merge_streams = True\n",
        "utf-8",
    )
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell(PROSE),
            *(nbformat.v4.new_code_cell(code) for code in CELLS),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    nbformat.write(notebook, source / "page.ipynb")
    with pytest.MonkeyPatch.context() as patch, docutils_namespace():
        patch.delenv("BASSIN_ROOT", raising=False)  # an exhibit needs no project
        app = Sphinx(
            source,
            source,
            root / "_build" / "html",
            root / "_build" / "doctrees",
            "html",
            status=None,
            warningiserror=True,
            freshenv=True,
        )
        app.build()
    assert app.statuscode == 0
    page = (root / "_build" / "html" / "page.html").read_text("utf-8")
    return SimpleNamespace(html=root / "_build" / "html", page=page)


pytestmark = pytest.mark.filterwarnings("ignore")  # of Sphinx and its extensions, not ours


@pytest.mark.slow
def test_references_are_numbered(built):
    """Figures and maps are numbered together, tables apart, and named by prose and captions."""
    words = re.sub(r"<[^>]+>", "", built.page)
    assert "See Fig. 1, Fig. 2 and Table 1:" in words
    assert "Years, see Table 1. Source: INSEE." in words


@pytest.mark.slow
def test_glued_numbers_are_bare(built):
    """A number with commas reaches the page as it was written, without quotes."""
    words = re.sub(r"<[^>]+>", "", built.page)
    assert "132,799 people, −3.2%." in words


@pytest.mark.slow
def test_images_have_words(built):
    """Each image is a file of the exhibit's name with its description."""
    images = dict(re.findall(r'<img alt="([^"]+)" src="([^"]+)"', built.page))
    assert {path.rpartition("/")[2] for path in images.values()} == {
        "fig-years.png",
        "map-squares.png",
    }
    assert "Line chart. Inhabitants: Alès from 43 in 1968 to 41 in 2020" in images
    assert all((built.html / path).read_bytes().startswith(b"\x89PNG") for path in images.values())


@pytest.mark.slow
def test_data_can_be_downloaded(built):
    """Each exhibit links to a real file of its data, in a place that does not vary."""
    links = re.findall(r'href="(_downloads/[0-9a-f]{32}/([\w-]+\.csv))"', built.page)
    assert [name for _, name in links] == [
        "fig-years.csv",
        "map-squares.csv",
        "tab-years.csv",
        "tab-words.csv",
        "tab-led.csv",
    ]
    contents = [(built.html / path).read_text("utf-8") for path, _ in links]
    assert contents[1] == "code,name,value\n30001,a,1\n30002,b,2\n30003,c,3\n30004,d,\n"
    assert contents[2] == "year,Alès\n1968,43\n2020,41\n"


@pytest.mark.slow
def test_map_has_two_views(built):
    """A map is a titled frame, first, and an image, picked by labelled radio buttons."""
    assert built.page.count("<iframe") == 1
    (frame,) = re.findall(r"<iframe class=\"bassin-frame\" title=\"([^\"]+)\"", built.page)
    assert frame == "Interactive map: Value"
    buttons = re.findall(r'<input type="radio"[^>]* id="([\w-]+)"( checked)?', built.page)
    assert buttons == [("map-squares-interactive", " checked"), ("map-squares-static", "")]
    assert [name for name, _ in buttons] == re.findall(r'<label for="([\w-]+)"', built.page)
    assert built.page.index("<iframe") < built.page.index("map-squares.png")
    document = html.unescape(re.findall(r"srcdoc='([^']*)'", built.page)[0])
    assert document.rstrip().endswith("</html>")


@pytest.mark.slow
def test_table_is_a_true_one(built):
    """A table has a caption, row headers, numbers on the right, and its notes under it."""
    table, _ = re.findall(r"<table.*?</table>", built.page, re.DOTALL)
    assert "<strong>table</strong>" in table
    assert re.search(r'<th class="stub[^"]*"><p>1968</p></th>', table)
    assert re.search(r'<td class="text-right[^"]*"><p>43</p></td>', table)
    assert "<p>A <em>note</em>.</p>" in built.page


@pytest.mark.slow
def test_sentences_are_text_and_what_is_not_said_is_folded(built):
    """Letter by letter, whatever a name holds."""
    assert "<p>In 2023, &lt;i&gt;A&lt;/i&gt; *b* has 6,800 inhabitants.</p>" in built.page
    fold = r'<details class="bassin-fold"><summary>([^<]*)</summary>(.*?)</details>'
    title, inside = re.findall(fold, built.page, re.DOTALL)[0]
    assert title == "What could not be said (1)"
    assert "<li><p>&lt;i&gt;A&lt;/i&gt; has no two sides" in inside


@pytest.mark.slow
def test_a_table_is_folded_and_its_cells_lead_elsewhere(built):
    """Under its words, letter by letter; a cell without a link is text."""
    fold = r'<details class="bassin-fold"><summary>(More[^<]*)</summary>(.*?)</details>'
    ((title, inside),) = re.findall(fold, built.page, re.DOTALL)
    assert html.unescape(title) == "More <b>of it</b>"
    (link,) = re.findall(r'<a class="reference internal" href="#tab-years">(.*?)</a>', inside)
    assert html.unescape(re.sub(r"</?span[^>]*>", "", link)) == "<i>figure</i>"
    assert "<p>nowhere</p>" in inside
    assert "<p>a_b *c*</p>" in inside


@pytest.mark.slow
def test_what_an_exhibit_rests_on_is_folded_under_it(built):
    """At most, where its source line does not name it all; nothing where nothing was read."""
    fold = r'<details class="bassin-fold bassin-rests"><summary>([^<]*)</summary>(.*?)</details>'
    found = re.findall(fold, built.page, re.DOTALL)
    assert [title for title, _ in found] == ["Rests on 1 raw file", "Rests on 1 raw file at most"]
    words = [html.unescape(re.sub(r"<[^>]+>", "", inside)).strip() for _, inside in found]
    assert words == ["insee/a.csv", "insee/<a>.csv, study/b.csv"]


def test_the_exhibit_comes_before_its_fallbacks():
    """Whatever the builder, the exhibit is what is shown."""
    for builder in ("html", "singlehtml", "dirhtml", "epub", "latex"):
        assert get_mime_priority(builder, ())[0] == MIME


def test_other_outputs_are_left_alone():
    """An output that is not an exhibit's is for myst-nb, an exhibit's fallback for nobody."""
    plain = MimeData("text/plain", "<p>", output_metadata={})
    assert ExhibitPlugin.handle_mime(None, plain, False) is None
    for kind in ("text/html", "text/markdown"):
        active = MimeData(kind, "<p>", output_metadata={})
        assert ExhibitPlugin.handle_mime(None, active, False) == []
    fallback = MimeData("text/html", "<p>", output_metadata={"bassin": {"exhibit": "fig-x"}})
    assert ExhibitPlugin.handle_mime(None, fallback, False) == []


def test_what_a_place_lacks_is_a_sentence(built):
    """It is text of the page, neither the name of an object nor markup."""
    (said,) = re.findall(r'<p class="bassin-absent">(.*?)</p>', built.page)
    assert html.unescape(said) == "Not shown: nothing of <b>*it*</b>"
    assert "Absent(" not in built.page
