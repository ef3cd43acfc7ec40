"""The pages of the library say which language their docstrings are in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx import locale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

PAGE = """# Accès

```{eval-rst}
.. automodule:: bassin.errors
   :members:
```
"""


def built(root: Path, language: str) -> str:
    """A page of the library as the book writes it in a language."""
    root.mkdir()
    (root / "index.md").write_text(PAGE, encoding="utf-8")
    settings = {
        "extensions": ["myst_nb", "bassin.book.nodes.reference"],
        "language": language,
        "html_theme": "basic",
    }
    folders = (root / "html", root / "doctrees")
    with docutils_namespace(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(locale, "translators", {})  # else the process speaks it from now on
        Sphinx(root, None, *folders, "html", settings, status=None, warning=None).build()
    return (root / "html" / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> str:
    """In French."""
    return built(tmp_path_factory.mktemp("api") / "fr", "fr")


def test_docstrings_in_a_french_page_are_said_to_be_english(french: str):
    """Those of the module and of each class that stands by itself, and nothing around them."""
    outermost = re.findall(r'<dl class="py exception"([^>]*)>', french)
    assert outermost
    assert set(outermost) == {' lang="en"'}
    docstring = re.search(r"<p([^>]*)>The errors of the package", french)
    assert docstring
    assert 'lang="en"' in docstring[1]
    assert re.search(r"<h1>Accès", french)


def test_what_is_inside_says_it_once(french: str):
    """An attribute of a class is in what says it."""
    inside = re.findall(r'<dl class="py (?:attribute|method)"([^>]*)>', french)
    assert set(inside) <= {""}


def test_an_english_page_says_nothing(tmp_path: Path):
    """Its language is that of the docstrings."""
    page = built(tmp_path / "en", "en")
    assert "The errors of the package" in page
    assert page.count('lang="en"') == 1  # of the page itself
