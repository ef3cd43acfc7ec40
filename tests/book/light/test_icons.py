"""The fonts of icons are cut down to the icons shown, and a style sheet names no other."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from bassin.book.light import icons
from bassin.errors import BuildError

BARS, SUN, MOON, DOWN, CAT = 0xF0C9, 0xF185, 0xF186, 0xF107, 0xF09B
STYLE = r"""
@font-face{font-weight:900;src:url(fonts/solid.woff2) format("woff2"),
url(fonts/solid.ttf) format("truetype")}
@font-face{font-weight:400;src:url(fonts/brands.ttf) format("truetype")}
.fa-solid{font-weight:900}.fa-lg{font-size:1.25em}
.fa-bars:before,.fa-navicon:before{content:"\f0c9"}
.fa-sun:before{content:"\f185"}.fa-moon:before{content:"\f186"}
.open:after{content:"\f107";font-weight:900}
"""


def write_font(path: Path, codes: list[int]) -> None:
    """A font in which each character is a square of its own size."""
    names = [f"g{code:x}" for code in codes]
    builder = FontBuilder(512, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap(dict(zip(codes, names, strict=True)))
    glyphs = {}
    for rank, name in enumerate([".notdef", *names]):
        pen = TTGlyphPen(None)
        corners = [(0, 0), (0, 100 + rank), (100 + rank, 100 + rank), (100 + rank, 0)]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (512, 0)))
    builder.setupHorizontalHeader(ascent=448, descent=-64)
    builder.setupNameTable({"familyName": "Icons", "styleName": "Solid"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page that shows one icon by its class, and one by a script."""
    (tmp_path / "fonts").mkdir()
    write_font(tmp_path / "fonts" / "solid.ttf", [BARS, SUN, MOON, DOWN])
    write_font(tmp_path / "fonts" / "brands.ttf", [CAT])
    (tmp_path / "style.css").write_text(STYLE, encoding="utf-8")
    (tmp_path / "page.html").write_text('<i class="fa-solid fa-bars fa-lg"></i>', encoding="utf-8")
    (tmp_path / "theme.js").write_text("show('fa-moon')", encoding="utf-8")
    (tmp_path / "fontawesome.js").write_text("'fa-sun'", encoding="utf-8")
    return tmp_path


def cut(site: Path) -> str:
    icons.cut_down(site, [site / "page.html"])
    return (site / "style.css").read_text("utf-8")


def fonts_in(style: str) -> list[TTFont]:
    """The fonts that lie in a style sheet."""
    found = re.findall(r"url\(data:font/ttf;base64,([^)]+)\)", style)
    return [TTFont(BytesIO(b64decode(data))) for data in found]


def test_icons_that_are_shown_are_kept(site: Path):
    """Those of pages, of scripts that stay and of other rules are; their outlines are the same."""
    (font,) = fonts_in(cut(site))
    assert set(font.getBestCmap()) == {BARS, MOON, DOWN}
    whole = TTFont(site / "fonts" / "solid.ttf")
    for code, name in font.getBestCmap().items():
        expected = whole["glyf"][whole.getBestCmap()[code]].coordinates
        assert list(font["glyf"][name].coordinates) == list(expected)


def test_rules_of_icons_that_are_not_shown_go(site: Path):
    """Those that give a class a character, and no other; a font with no icon left goes too."""
    style = cut(site)
    assert "fa-sun" not in style
    for rule in (
        r'.fa-bars:before,.fa-navicon:before{content:"\f0c9"}',
        r'.fa-moon:before{content:"\f186"}',
        r'.open:after{content:"\f107";font-weight:900}',
        ".fa-solid{font-weight:900}.fa-lg{font-size:1.25em}",
    ):
        assert rule in style
    assert style.count("@font-face") == 1
    assert "fonts/" not in style


def test_the_bytes_are_the_same_each_time(site: Path):
    """Neither a date nor a name of the machine is in a font."""
    first = cut(site)
    (site / "style.css").write_text(STYLE, encoding="utf-8")
    assert cut(site) == first


def test_an_icon_that_no_font_has_is_refused(site: Path):
    """The message tells its character."""
    (site / "style.css").write_text(STYLE + r'.a:after{content:"\f999"}', encoding="utf-8")
    with pytest.raises(BuildError, match="f999"):
        cut(site)


def test_a_font_that_is_not_there_is_refused(site: Path):
    """The message names the font."""
    (site / "fonts" / "solid.ttf").unlink()
    with pytest.raises(BuildError, match=r"fonts/solid\.ttf is not there"):
        cut(site)
