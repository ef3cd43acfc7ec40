"""Icons of the theme: its fonts and its styles, cut down to those that the pages show.

The theme ships some 2,000 icons three times over: as drawings in a script, and as fonts in two
formats. The font does all that the script does, without running; with the fifty glyphs that pages
and styles name it is small enough to lie in the style sheet.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from bassin.errors import BuildError
from bassin.files.atomic import write_text

#: A rule that gives classes of icons their character, with nothing else.
_GIVEN = re.compile(r'((?:\.fa-[\w-]+::?before,?\s*)+)\{content:"\\([0-9a-f]+)"\}')
#: Any other character of an icon that a style names.
_NAMED = re.compile(r'"\\([ef][0-9a-f]{3})"')
_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_FONT = re.compile(r"""url\(["']?([^"')]+\.ttf)["']?\)""")
_CLASS = re.compile(r"\bfa-[a-z0-9-]+")


def cut_down(html: Path, pages: Iterable[Path]) -> None:
    """Cut the icons of a site down to those that its pages, scripts and styles name.

    Parameters
    ----------
    html : Path
        Folder of the written pages.
    pages : iterable of Path
        Those of the site.

    Raises
    ------
    BuildError
        If a style names a font that is not there, or if no font has one of the icons.
    """
    scripts = [path for path in html.rglob("*.js") if path.name != "fontawesome.js"]
    shown = {
        name for path in (*pages, *scripts) for name in _CLASS.findall(path.read_text("utf-8"))
    }
    sheets = {path: path.read_text(encoding="utf-8") for path in sorted(html.rglob("*.css"))}
    wanted: set[int] = set()
    for path, text in sheets.items():
        sheets[path] = _GIVEN.sub(lambda rule: _if_shown(rule, shown), text)
        wanted |= {int(code, 16) for code in _NAMED.findall(sheets[path])}
    held: set[int] = set()
    faces = False
    for path, text in sheets.items():
        kept = text
        for rule in _FACE.findall(text):
            given, codes = _face(rule, path, wanted)
            kept = kept.replace(rule, given)
            held |= codes
            faces = True
        write_text(path, kept)
    if faces and wanted - held:
        lacking = ", ".join(f"{code:x}" for code in sorted(wanted - held))
        raise BuildError(
            f"{html}: no font of the theme has the icons {lacking}, which its pages show. Another "
            "version of the theme may name its icons otherwise: see bassin.book.light.icons."
        )


def _if_shown(rule: re.Match[str], shown: set[str]) -> str:
    names = set(_CLASS.findall(rule[1]))
    return rule[0] if names & shown else ""


def _face(rule: str, sheet: Path, wanted: set[int]) -> tuple[str, set[int]]:
    """A font of a style sheet with the wanted glyphs in it, and which they are; else nothing."""
    found = _FONT.search(rule)
    if not found:
        return rule, set()
    path = sheet.parent / found[1]
    if not path.is_file():
        raise BuildError(f"{sheet}: {found[1]} is not there, from which its icons are drawn")
    font = TTFont(path, recalcTimestamp=False)
    codes = wanted & set(font.getBestCmap())
    if not codes:
        return "", codes
    data = b64encode(_subset(font, codes)).decode("ascii")
    source = f'src:url(data:font/ttf;base64,{data}) format("truetype")'
    return re.sub(r"src:[^;}]*(?=[;}])", source, rule), codes


def _subset(font: TTFont, codes: set[int]) -> bytes:
    """A font with some characters alone, the same bytes on every machine."""
    options = Options(layout_features=[], name_IDs=[], notdef_outline=True, recalc_timestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    out = BytesIO()
    font.save(out)
    return out.getvalue()
