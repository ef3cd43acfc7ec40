"""Pages taken apart into paragraphs, and put together again."""

from __future__ import annotations

import pytest
from tests.fixtures import ROOT

from bassin.claims.chapters import read_chapter, toc_pages
from bassin.paragraphs import parts, translated

PAGE = """(here)=
## A heading

Some words,
and {glue:text}`a_value`.

```bash
make book

make test
```

:::{dropdown} A title
Inside.

:::

| A | B |
|---|---|
| one | 2 |
"""


def prose(text: str) -> list[str]:
    """The paragraphs to translate."""
    return [part for part, is_prose in parts(text) if is_prose]


def texts() -> list[str]:
    """Every page of the book, and every cell of prose of its notebooks."""
    found = []
    for page in toc_pages(ROOT):
        if (ROOT / f"{page}.md").is_file():
            found.append((ROOT / f"{page}.md").read_text("utf-8"))
        else:
            cells = read_chapter(ROOT / f"{page}.ipynb").cells
            found += [cell.source for cell in cells if cell.cell_type == "markdown"]
    return found


def test_code_and_bare_markup_are_no_prose():
    """A block of code is whole, though it has an empty line; a fence that closes is left."""
    assert prose(PAGE) == [
        "(here)=\n## A heading",
        "Some words,\nand {glue:text}`a_value`.",
        ":::{dropdown} A title\nInside.",
        "| A | B |\n|---|---|\n| one | 2 |",
    ]


def test_a_page_is_whole_again():
    """Every page of the book is made of its parts."""
    found = texts()
    assert len(found) > 100
    assert all("".join(part for part, _ in parts(text)) == text for text in found)


def test_a_page_is_put_into_other_words():
    """Paragraph by paragraph; the rest is as it was."""
    said = translated(PAGE, lambda part: part.replace("words", "mots"))
    assert said == PAGE.replace("words", "mots")


@pytest.mark.parametrize("text", ["", "\n", "One", "One\n\n\nTwo\n\n", "```\ncode\n\n"])
def test_edges(text: str):
    """Nothing, no last line end, a block of code that never ends."""
    assert "".join(part for part, _ in parts(text)) == text
