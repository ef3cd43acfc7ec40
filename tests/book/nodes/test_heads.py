"""What the heads of pages say, on a toy book with an address and without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from bassin.book.environment import site_address
from bassin.book.nodes.heads import LONGEST
from bassin.errors import BuildError

pytestmark = pytest.mark.filterwarnings("ignore")  # of Sphinx and its extensions, not ours
SITE = "https://example.org/book"


def heads(root: Path, address: str, editions: str = "") -> dict[str, str]:
    """Heads of the pages of a book of two pages, by name, in one language or of several."""
    source = root / "source"
    (source / "part").mkdir(parents=True)
    (source / "conf.py").write_text(
        "extensions = ['myst_nb', 'bassin.book.nodes.extension']\nroot_doc = 'index'\n"
        "html_title = 'A <b>'\n",
        "utf-8",
    )
    (source / "index.md").write_text(
        f'# Book\n\nShort *words* "quoted".\n\n{"long " * 90}\n\n```{{toctree}}\npart/page\n```\n',
        "utf-8",
    )
    (source / "part" / "page.md").write_text(
        f"# A & B\n\n{'long ' * 90}\n\n![x](a.png)\n\n![y](b.png)\n", "utf-8"
    )
    for name in ("a", "b"):
        Image.new("RGB", (2, 2)).save(source / "part" / f"{name}.png")
    html = root / "html"
    with pytest.MonkeyPatch.context() as patch, docutils_namespace():
        patch.delenv("BASSIN_ROOT", raising=False)
        patch.setenv("BASSIN_SITE", address)
        patch.setenv("BASSIN_EDITIONS", editions)
        app = Sphinx(source, source, html, root / "trees", "html", status=None, warningiserror=True)
        app.build()
    names = ("index", "part/page", "search")
    return {name: (html / f"{name}.html").read_text("utf-8").split("</head>")[0] for name in names}


def told(head: str) -> dict[str, str]:
    """What the tags of a head say, by name."""
    return dict(re.findall(r'<meta (?:name|property)="([a-z_:]+)" content="([^"]*)"', head))


def test_a_page_says_what_it_is(tmp_path: Path):
    """Its title, its first paragraph cut between words, its first figure."""
    found = heads(tmp_path, "")
    assert told(found["index"])["description"] == "Short words “quoted”."
    page = told(found["part/page"])
    assert page["og:title"] == "A &amp; B"
    assert page["og:description"] == page["description"]
    assert page["description"].endswith("long…")
    assert len(page["description"]) <= LONGEST
    assert page["og:site_name"] == "A &lt;b&gt;"
    assert (tmp_path / "html" / "part" / page["og:image"]).samefile(
        tmp_path / "html" / "_images" / "a.png"
    )
    assert "og:title" not in told(found["search"])
    assert not any("canonical" in head or "og:url" in head for head in found.values())


def test_with_an_address_pages_name_their_own(tmp_path: Path):
    """And the image in full, as those who show it want it."""
    found = heads(tmp_path, SITE)
    assert f'<link rel="canonical" href="{SITE}/part/page.html"' in found["part/page"]
    page = told(found["part/page"])
    assert page["og:url"] == f"{SITE}/part/page.html"
    assert page["og:image"] == f"{SITE}/_images/a.png"


@pytest.mark.parametrize("given", ["example.org", "ftp://a.org", "https://a.org/?b", 'https://"a'])
def test_what_is_no_address_is_refused(given: str, monkeypatch: pytest.MonkeyPatch):
    """With what to write; with none, there is none."""
    monkeypatch.setenv("BASSIN_SITE", given)
    with pytest.raises(BuildError, match=r"BASSIN_SITE.*write it in full"):
        site_address()
    monkeypatch.delenv("BASSIN_SITE")
    assert site_address() == ""


def test_a_page_of_two_languages_has_the_address_of_its_own(tmp_path: Path):
    """And names the other, for the index that Sphinx makes as well."""
    found = heads(tmp_path, SITE, "en fr")
    assert f'<link rel="canonical" href="{SITE}/en/part/page.html"' in found["part/page"]
    assert told(found["part/page"])["og:url"] == f"{SITE}/en/part/page.html"
    for name, head in found.items():
        others = re.findall(r'<link rel="alternate" hreflang="([a-z-]+)" href="([^"]+)"', head)
        assert dict(others) == {
            "en": f"{SITE}/en/{name}.html",
            "fr": f"{SITE}/fr/{name}.html",
            "x-default": f"{SITE}/en/{name}.html",
        }
