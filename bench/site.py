"""What the pages of a built site weigh: as they are, and as a server would send them.

A page weighs what a browser fetches to show it: the page, its styles and scripts, the pictures that
are not lazy, the fonts that its styles name. What a reader who scrolls to the end fetches besides
(lazy pictures, the pieces of frames) is told apart. Text is counted compressed, pictures and
fonts as they are.
"""

from __future__ import annotations

import argparse
import gzip
import re
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

HTML = Path(__file__).parents[1] / "_build" / "html" / "en"
LANDING = "notebooks/index.html"
#: Files that a server sends as they are: they are compressed already.
COMPRESSED = {".png", ".woff2", ".woff", ".jpg", ".gif", ".zip", ".parquet", ".xlsx"}
FETCHED_LINKS = {"stylesheet", "preload", "icon"}
CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)""")
#: What a file of the frames says it needs besides.
PIECES = re.compile(r'\["([0-9a-f]{16}\.js)"\]')


@dataclass
class Page(HTMLParser):
    """Addresses that a page fetches at once and later, and how many elements it has."""

    at_once: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)
    nodes: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element fetches."""
        given = {name: value or "" for name, value in attrs}
        self.nodes += 1
        if tag == "script" and given.get("src"):
            self.at_once.append(given["src"])
        if tag == "link" and FETCHED_LINKS & set(given.get("rel", "").split()):
            self.at_once.append(given["href"])
        if tag == "img":
            (self.later if given.get("loading") == "lazy" else self.at_once).append(given["src"])
        if given.get("data-frame"):
            self.later.append(given["data-frame"])


@dataclass(frozen=True)
class Weight:
    """Bytes raw and as sent, those of texts among the latter, those to the end, and elements."""

    raw: int
    sent: int
    text: int
    to_the_end: int
    nodes: int


@cache
def sizes(path: Path) -> tuple[int, int]:
    """Bytes of a file, raw and as sent."""
    content = path.read_bytes()
    if path.suffix in COMPRESSED:
        return len(content), len(content)
    return len(content), len(gzip.compress(content, 9, mtime=0))


def _file(address: str, folder: Path) -> Path | None:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = (folder / unquote(parts.path)).resolve()
    return path if path.is_file() else None


def fonts(sheet: Path) -> Iterator[Path]:
    """The first of each list of fonts that a style names: a browser takes the first it can read."""
    for rule in re.findall(r"@font-face\s*{([^}]*)}", sheet.read_text("utf-8")):
        found = _file((CSS_ADDRESS.findall(rule) or [""])[0], sheet.parent)
        if found:
            yield found


def frames(path: Path) -> Iterator[Path]:
    """A file of a frame, and those of the pieces that it names."""
    yield path
    for name in PIECES.findall(path.read_text("utf-8")):
        yield path.with_name(name)


def weigh(path: Path) -> Weight:
    """Weigh a page."""
    page = Page()
    page.feed(path.read_text("utf-8"))
    found = {_file(address, path.parent) for address in page.at_once} | {path}
    at_once = {one for one in found if one is not None}
    at_once |= {font for one in at_once if one.suffix == ".css" for font in fonts(one)}
    later = {_file(address, path.parent) for address in page.later}
    to_the_end = at_once | {one for one in later if one is not None and one.suffix != ".js"}
    to_the_end |= {
        piece for one in later if one is not None and one.suffix == ".js" for piece in frames(one)
    }
    raw, sent = total(at_once)
    text = total(one for one in at_once if one.suffix not in COMPRESSED)[1]
    return Weight(raw, sent, text, total(to_the_end)[1], page.nodes)


def total(paths: Iterable[Path]) -> tuple[int, int]:
    """Bytes of files together, raw and as sent."""
    found = [sizes(path) for path in paths]
    return sum(raw for raw, _ in found), sum(sent for _, sent in found)


def main() -> None:
    """Print the weight of the landing page, of the median page and of the site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("html", type=Path, nargs="?", default=HTML)
    parser.add_argument("--pages", action="store_true", help="each page as well")
    args = parser.parse_args()
    html = args.html.resolve()
    if not html.is_dir():
        raise SystemExit(f"{html}: no built site; run `bassin build` first")
    pages = {
        path.relative_to(html).as_posix(): weigh(path)
        for folder in ("notebooks", "book")
        for path in sorted((html / folder).rglob("*.html"))
    }
    files = [path for path in html.rglob("*") if path.is_file()]
    raw, sent = total(files)
    names = ("raw", "sent", "text", "to_the_end", "nodes")
    every = list(pages.values())
    median = {name: int(statistics.median(getattr(one, name) for one in every)) for name in names}
    rows = {"landing": vars(pages[LANDING]), "median page": median}
    if args.pages:
        rows |= {name: vars(weight) for name, weight in pages.items()}
    heads = ("raw", "sent", "of it text", "to the end", "nodes")
    print(f"{'MB':34}" + "".join(f"{head:>12}" for head in heads))
    for name, row in rows.items():
        told = "".join(f"{row[key] / 1e6:12.2f}" for key in names[:4])
        print(f"{name:34}{told}{row['nodes']:12,}")
    print(f"{f'site, {len(files)} files':34}{raw / 1e6:12.2f}{sent / 1e6:12.2f}")


if __name__ == "__main__":
    main()
