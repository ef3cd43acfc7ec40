"""Citations: markup that keeps the files it names."""

from __future__ import annotations

import copy
import pickle

import pytest

from bassin.files.citation import Citation, files_of
from bassin.markup import Markdown

COG, RP = Citation("*COG*", ["a.csv"]), Citation("*RP*", ["b.csv", "a.csv", "b.csv"])


@pytest.mark.parametrize(
    ("joined", "text", "files"),
    [
        (COG + "; the_study", "*COG*; the_study", ("a.csv",)),
        ("a * b; " + COG, r"a \* b; *COG*", ("a.csv",)),
        (Markdown("*x* ") + COG, "*x* *COG*", ("a.csv",)),
        (COG + Markdown(" *x*"), "*COG* *x*", ("a.csv",)),
        (RP + COG, "*RP**COG*", ("b.csv", "a.csv")),
        (Markdown("; ").join(["*", RP, COG]), r"\*; *RP*; *COG*", ("b.csv", "a.csv")),
        (COG.join(["x", "y"]), "x*COG*y", ("a.csv",)),
    ],
)
def test_a_citation_joined_keeps_the_files_of_its_parts(joined, text, files):
    """Whatever it is joined to, and on whichever side; text is escaped, each file named once."""
    assert joined == text
    assert isinstance(joined, Citation)
    assert joined.files == files_of(joined) == files


def test_an_f_string_of_a_citation_is_refused():
    """It would be plain text with asterisks, and cite nothing."""
    with pytest.raises(TypeError, match=r"Citation\('\*COG\*'\) in an f-string.*join with `\+`"):
        f"{COG}; the study"


def test_a_citation_is_copied_with_its_files():
    """As the ledger of a study may be kept."""
    assert copy.deepcopy(RP).files == pickle.loads(pickle.dumps(RP)).files == RP.files
    assert (str(RP), type(str(RP))) == ("*RP*", str)


def test_what_is_no_citation_names_no_file():
    """A source that is plain text, or markup by hand."""
    assert files_of("a.csv") == files_of(Markdown("*a.csv*")) == ()
