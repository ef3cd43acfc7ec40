"""Documents of frames are parted into files of the site, and are put together as they were."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.fixtures import ROOT

from bassin.book.light import frames
from bassin.book.site import check_html
from bassin.show import standalone
from bassin.show.scripted import part_json

LIBRARY = "function draw(n) { document.title = `drawn ${n}`; }\n" + "/* é \u2028 '\"\\ */\n" * 200
OUTLINE = part_json([[n, n / 7] for n in range(300)])
FIGURE = """<figure><div class="bassin-view bassin-interactive docutils container">
{frame}
</div>
<div class="bassin-view bassin-static docutils container">
<img alt="A map &amp; more" src="../_images/{name}.png" />
</div>
</figure>"""
IMAGE = '<img alt="A map &amp; more" src="../_images/a.png" />'


def document(number: int, title: str = "A & 'b'") -> str:
    """A document of a frame: a library, an outline, and a number of its own."""
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title><style>p {{ }}</style></head><body>"
        f"<script>{LIBRARY}</script><p>{number}</p>"
        f"<script>const outline = {OUTLINE}; draw({number});</script></body></html>"
    )


def page(*documents: str, name: str = "a") -> str:
    """A page with a map for each document."""
    shown = "".join(
        FIGURE.format(frame=standalone.frame(one, "Map"), name=name) for one in documents
    )
    script = '<script defer src="../_static/frames.js"></script>'
    return f'<html><head><meta charset="utf-8">{script}</head><body>{shown}</body></html>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages, with three maps, whose frames were taken out."""
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "_images").mkdir()
    (tmp_path / "_static").mkdir()
    (tmp_path / "_images" / "a.png").write_bytes(b"")
    (tmp_path / "_static" / "frames.js").write_bytes(
        (ROOT / "book" / "_static" / "frames.js").read_bytes()
    )
    pages = [tmp_path / "notebooks" / f"{name}.html" for name in "ab"]
    pages[0].write_text(page(document(1), document(2)), encoding="utf-8")
    pages[1].write_text(page(document(3), document(1)), encoding="utf-8")
    frames.take_out(tmp_path, pages)
    return tmp_path


def addresses(site: Path, name: str) -> list[Path]:
    """Files of the frames of a page."""
    text = (site / "notebooks" / f"{name}.html").read_text("utf-8")
    return [site / "notebooks" / found for found in re.findall(r'data-frame="([^"]+)"', text)]


def test_documents_are_put_together_as_they_were(site: Path):
    """Letter by letter, whatever stands in them."""
    found = [[frames.document(path) for path in addresses(site, name)] for name in "ab"]
    assert found == [[document(1), document(2)], [document(3), document(1)]]


def test_what_several_frames_have_is_written_once(site: Path):
    """The library and the outline have each a file; so has each document, the same one once."""
    files = [path.read_text("utf-8") for path in (site / frames.FOLDER).iterdir()]
    assert len(files) == 5
    assert sum("function draw" in text for text in files) == 1
    assert sum("[299," in text for text in files) == 1
    pages = "".join((site / "notebooks" / f"{name}.html").read_text("utf-8") for name in "ab")
    assert "srcdoc" not in pages
    assert "draw(" not in pages


def test_a_frame_keeps_its_title_and_its_sandbox(site: Path):
    """All but its document stays, and the image of the figure follows it."""
    text = (site / "notebooks" / "a.html").read_text("utf-8")
    first = re.findall(r"<iframe ([^>]*)></iframe>\n(<img [^>]*>)", text)[0]
    assert 'title="Map"' in first[0]
    assert 'sandbox="allow-scripts"' in first[0]
    assert first[1] == IMAGE.replace("<img ", '<img class="bassin-until" ')
    assert text.count(IMAGE) == 2


def test_a_frame_of_no_figure_has_no_image(tmp_path: Path):
    """It is taken out all the same."""
    path = tmp_path / "a.html"
    path.write_text(f"<p>{standalone.frame(document(1), 'x')}</p>", encoding="utf-8")
    frames.take_out(tmp_path, [path])
    assert "<img" not in path.read_text("utf-8")
    assert 'data-frame="_static/frames/' in path.read_text("utf-8")


def test_the_bytes_are_the_same_each_time(site: Path, tmp_path_factory: pytest.TempPathFactory):
    """Names are those of what files have, whatever the folder."""
    other = tmp_path_factory.mktemp("other")
    (other / "notebooks").mkdir()
    pages = [other / "notebooks" / f"{name}.html" for name in "ab"]
    pages[0].write_text(page(document(1), document(2)), encoding="utf-8")
    pages[1].write_text(page(document(3), document(1)), encoding="utf-8")
    frames.take_out(other, pages)
    for path in (other / "notebooks", other / frames.FOLDER):
        for file in path.iterdir():
            assert file.read_bytes() == (site / file.relative_to(other)).read_bytes()


def test_the_check_of_the_site_looks_into_frames(site: Path):
    """What one fetches from elsewhere is a fault, and so is a file that is not there."""
    assert check_html(site, []) == []
    path = site / "notebooks" / "a.html"
    bad = document(4, "</title><script src='https://example.org/a.js'></script><title>")
    path.write_text(page(bad), encoding="utf-8")
    frames.take_out(site, [path])
    (fault,) = check_html(site, [])
    assert fault == "notebooks/a.html: <script> fetches https://example.org/a.js"
    for file in addresses(site, "a"):
        file.unlink()
    (fault,) = check_html(site, [])
    assert "which is not there" in fault


def test_a_file_that_is_no_piece_is_refused(tmp_path: Path):
    """The message names it."""
    (tmp_path / "a.js").write_text("alert(1)", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.js: no piece"):
        frames.document(tmp_path / "a.js")


@pytest.mark.slow
def test_a_frame_is_written_when_a_reader_comes_near(site: Path, browser: Browser):
    """From a folder, with no network: not before; its image is then hidden; it has no origin."""
    path = site / "notebooks" / "a.html"
    style = "<style>iframe { height: 540px } figure { margin: 3000px 0 }</style>"
    path.write_text(path.read_text("utf-8").replace("</head>", f"{style}</head>"), "utf-8")
    page = browser.new_page(viewport={"width": 800, "height": 600})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(path.as_uri())
    frame = page.locator("iframe").last
    until = page.locator("img.bassin-until").last
    page.wait_for_timeout(200)
    assert frame.get_attribute("srcdoc") is None
    assert page.locator("script[src*='_static/frames/']").count() == 0
    frame.scroll_into_view_if_needed()
    inside = frame.content_frame
    inside.locator("p").wait_for()
    assert inside.locator("p").inner_text() == "2"
    assert inside.locator("body").evaluate("() => [document.title, origin]") == ["drawn 2", "null"]
    until.wait_for(state="hidden")
    assert frame.get_attribute("srcdoc") == document(2)
    assert wrong == []
    page.close()


@pytest.mark.slow
def test_an_image_stands_for_a_frame_where_no_script_runs(site: Path, browser: Browser):
    """It is there, described, and the frame is empty."""
    page = browser.new_page(java_script_enabled=False)
    page.goto((site / "notebooks" / "a.html").as_uri())
    until = page.locator("img.bassin-until").first
    assert until.get_attribute("alt") == "A map & more"
    assert until.get_attribute("hidden") is None
    assert page.locator("iframe").first.get_attribute("srcdoc") is None
    page.close()
