"""What a translation must keep of a paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from tests.fixtures import ROOT

from bassin.book.edition.catalogue import pages, write
from bassin.book.edition.faithful import faults, lost
from bassin.words.catalogues import path_of

NNBSP = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("In 2020, 1,255 places and 4.5%", f"En 2020, 1{NNBSP}255 lieux et 4,5 %"),
        (
            "See {numref}`map-apl` and [the ledger](14_audit.ipynb)",
            "[le registre](14_audit.ipynb), {numref}`map-apl`",
        ),
        ("{ref}`ledger <claim-a>` of {glue:text}`a`", "{glue:text}`a` : {ref}`registre <claim-a>`"),
        ("Run `make book`", "Lancez `make book`"),
        ("On 2024-01-01, in the 19th century", "Le 1er janvier 2024, au XIXe siècle"),
        ("[It holds.]{#finding-a}", "[Cela tient.]{#finding-a}"),
        ("`a` in {glue:text}`b` and {glue:text}`c`", "{glue:text}`c`, {glue:text}`b` : `a`"),
    ],
)
def test_another_order_and_form_is_faithful(english: str, other: str):
    """Numbers are compared as numbers, links by what they lead to."""
    assert list(lost(english, other)) == []


@pytest.mark.parametrize(
    ("english", "other", "kind"),
    [
        ("1,255 places", f"1{NNBSP}225 lieux", "number"),
        ("12.5%", "12,4 %", "number"),
        ("In {glue:text}`a`", "En {glue:text}`b`", "role"),
        ("{glue:text}`a` {glue:text}`a`", "{glue:text}`a`", "role"),
        ("[a](x.md)", "[a](y.md)", "link"),
        ("(a)=\n## Title", "## Titre", "label"),
        (":::{dropdown} More\nText", "Plus\nTexte", "directive"),
        ("Run `make book`", "Lancez make book", "code"),
        ("| a |\n|---|\n| b |", "| a |\n|---|", "table"),
        ("[It.]{#finding-a}", "Cela.", "label"),
    ],
)
def test_what_is_lost_is_named(english: str, other: str, kind: str):
    """Each kind of it, and nothing else."""
    assert kind in dict(lost(english, other))


def test_what_a_catalogue_lacks_is_listed(tmp_path: Path):
    """Not translated, read before a change, and of no page any more."""
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "a.md").write_text("# Title\n\nOne.\n\nTwo.\n\nThree.\n", "utf-8")
    catalogue = Catalog(locale="fr")
    catalogue.add("# Title", "# Titre", context="Title")
    catalogue.add("One.", "Un.", context="Title", flags=["fuzzy"])
    catalogue.add("Two.", "", context="Title")
    catalogue.add("Gone.", "Parti.", context="Title")
    write(path_of(tmp_path, "fr", "book/a"), catalogue, "fr")
    found = [(one.kind, one.told) for one in faults(tmp_path, "fr", "book/a")]
    assert found == [
        ("fuzzy", "One."),
        ("untranslated", "Two."),
        ("untranslated", "Three."),
        ("unused", "Gone."),
    ]


@pytest.mark.parametrize("page", pages(ROOT))
def test_the_french_of_a_page_is_whole(page: str):
    """Every paragraph is translated, and holds the values, numbers and links of the English."""
    assert [f"{one.kind}: {one.told}" for one in faults(ROOT, "fr", page)] == []
