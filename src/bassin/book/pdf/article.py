"""What a page of a book has to print: its article, without what only a screen has a use for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from bassin.book.pdf.addresses import anchor, led, path_of
from bassin.errors import BuildError

#: Elements that have no end.
VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr"),
    }
)
#: Elements that a reader would press, or that need a script.
PRESSED = frozenset({"button", "iframe", "input", "label", "script", "select"})
#: Classes of elements that say how a page is made, and of those that serve a screen alone.
UNPRINTED = frozenset(
    {
        "above-input",
        "bassin-download",
        "bassin-interactive",
        "bassin-lineage",
        "bassin-quiet",
        "bassin-rests",
        "cell_input",
        "headerlink",
    }
)
#: Elements that show something with no text in them.
DRAWN = frozenset({"img", "svg"})
#: Attributes of how a browser fetches what it shows; one that prints is to have it at once.
FETCHING = frozenset({"decoding", "download", "loading"})
#: Elements whose content is shown, and not they: a browser that runs scripts leaves it out.
TRANSPARENT = "noscript"


def article(
    text: str, page: str, pages: Collection[str], image: Callable[[str], str], site: str = ""
) -> str:
    """The article of a page as a part of the document that has all pages.

    Names in it become names in the document, links to pages lead to where they are in it, folds are
    open.

    Parameters
    ----------
    text : str
        The page, as it is written.
    page : str
        Its name.
    pages : collection of str
        Names of the pages of the document.
    image : callable
        Address of the image to print, by the path of the one in the site.
    site : str
        As :func:`bassin.book.pdf.addresses.led`.

    Returns
    -------
    str
        The markup inside the article.

    Raises
    ------
    BuildError
        If there is no article, none that shows something, or no end of it: what is wrong with the
        page, which the message does not name.

    Examples
    --------
    >>> page = '<article class="bd-article"><p id="a">A<button>B</button></p></article>'
    >>> article(page, "book/method", [], str)
    '<p id="book.method--a">A</p>'
    """
    collected = _Article(page, pages, site, image)
    collected.feed(text)
    collected.close()
    return collected.text


class _Article(HTMLParser):
    """Collects what :func:`article` gives."""

    def __init__(
        self, page: str, pages: Collection[str], site: str, image: Callable[[str], str]
    ) -> None:
        super().__init__(convert_charrefs=False)
        self._page, self._pages, self._site, self._image = page, pages, site, image
        self._written: list[str] = []
        self._depth = 0  # of articles
        self._left = ""  # the element that is left out
        self._unprinted = 0  # its depth, of elements of the same name: others may have no end
        self._begun = self._shown = False  # whether there is an article, and something to see in it

    @property
    def text(self) -> str:
        """The markup of what is inside the article, once the whole page was read."""
        if not self._begun:
            raise BuildError("it has no article.")
        if self._depth:
            raise BuildError(
                "its article has no end, or an element in it that is not printed has none."
            )
        if not self._shown:
            raise BuildError("its article has nothing to print.")
        return "".join(self._written)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        if not self._depth:
            self._depth = int(tag == "article" and "bd-article" in classes)
            self._begun |= bool(self._depth)
        elif self._unprinted:
            self._unprinted += tag == self._left
        elif tag in PRESSED or classes & UNPRINTED:
            self._left, self._unprinted = tag, int(tag not in VOID)
        elif tag != TRANSPARENT:
            self._depth += tag == "article"
            self._shown |= tag in DRAWN
            self._written.append(self._start(tag, given))

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._depth or tag in VOID:
            return
        if self._unprinted:
            self._unprinted -= tag == self._left
        elif tag != TRANSPARENT:
            self._depth -= tag == "article"
            if self._depth:
                self._written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._depth and not self._unprinted:
            self._written.append(data)
            self._shown |= bool(data.strip())

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _start(self, tag: str, given: dict[str, str | None]) -> str:
        kept = {name: value for name, value in given.items() if name not in FETCHING}
        if kept.get("id"):
            kept["id"] = anchor(self._page, kept["id"] or "")
        if (address := kept.pop("href", None)) is not None:
            to = led(address, self._page, self._pages, self._site)
            kept |= {"href": to} if to else {}
        if tag == "img" and not urlsplit(source := kept.get("src") or "").scheme:
            kept["src"] = self._image(path_of(source, self._page))
        if tag == "details":
            kept["open"] = None
        told = "".join(
            f" {name}" if value is None else f' {name}="{escape(value)}"'
            for name, value in kept.items()
        )
        return f"<{tag}{told}>"
