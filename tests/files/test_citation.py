"""Citations: markup that keeps the files it names."""

from __future__ import annotations

import copy
import pickle

import pytest

from bassin.files.citation import Citation, files_of
from bassin.markup import Markdown
from bassin.phrase import Name
from bassin.show.exhibit import cited

COG, RP = Citation("*COG*", files=["a.csv"]), Citation("*RP*", files=["b.csv", "a.csv", "b.csv"])


@pytest.mark.parametrize(
    ("joined", "text", "files"),
    [
        (COG + "; the_study", "*COG*; the_study", ("a.csv",)),
        ("a * b; " + COG, r"a \* b; *COG*", ("a.csv",)),
        (Markdown("*x* ") + COG, "*x* *COG*", ("a.csv",)),
        (COG + Markdown(" *x*"), "*COG* *x*", ("a.csv",)),
        (RP + COG, "*RP**COG*", ("b.csv", "a.csv")),
        (Markdown("; ").join(["*", RP, COG]), r"\*; *RP*; *COG*", ("b.csv", "a.csv")),
    ],
)
def test_a_citation_joined_keeps_the_files_of_its_parts(joined, text, files):
    """Whatever it is joined to, and on whichever side; text is escaped, each file named once."""
    assert cited(joined) == text
    assert isinstance(joined, Citation)
    assert joined.files == files_of(joined) == files


def test_a_code_in_a_citation_is_put_into_words_when_it_is_written():
    """What says of a file that it is derived depends on the language of the edition."""
    derived = COG + Citation(" [", Name("derived_by_a_third_party"), "]")
    assert cited(derived) == "*COG* [derived by a third party]"
    assert isinstance(cited(derived), Markdown)


def test_an_f_string_of_a_citation_is_refused():
    """It would be plain text with asterisks, and cite nothing."""
    with pytest.raises(TypeError, match=r"Citation\('\*COG\*'\) in an f-string.*join with `\+`"):
        f"{COG}; the study"
    with pytest.raises(TypeError, match=r"join with `\+`"):
        str(COG)


def test_a_citation_is_copied_with_its_files():
    """As the ledger of a study may be kept."""
    assert copy.deepcopy(RP) == pickle.loads(pickle.dumps(RP)) == RP
    assert {RP, copy.deepcopy(RP)} == {RP}
    assert RP != COG


def test_what_is_no_citation_names_no_file():
    """A source that is plain text, or markup by hand."""
    assert files_of("a.csv") == files_of(Markdown("*a.csv*")) == ()
    assert cited("a * b") == "a * b"
