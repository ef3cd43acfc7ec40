"""A raw file that is replaced: by hand, and as it should be."""

from __future__ import annotations

import json

import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.errors import DataError, SourceError
from bassin.files import anchors
from bassin.files.manifest import RAW
from bassin.files.sources import Sources
from bassin.read import editions, insee
from bassin.read.editions import EditionError

FILE = insee.LABOUR_2022
CALL = "insee.unemployment.labour_force(2022)"
NONE = {"tables": {}}
ROW = "30002;10;80;10;2;6;2"


@pytest.fixture
def kept(spoil: Spoiler) -> Spoiler:
    """A toy France whose file of the active in 2022 has its anchors."""
    sources = Sources(spoil.root)
    editions.write_anchors(spoil.root, FILE, json.loads(editions.anchored(sources, FILE)))
    return spoil


def copy_with(kept: Spoiler, old: str, new: str):
    """A changed copy of the file, beside the toy."""
    data = (kept.root / RAW / FILE).read_text(encoding="utf-8")
    assert old in data
    path = kept.root.parent / "copy.csv"
    path.write_text(data.replace(old, new), encoding="utf-8")
    return path


def test_a_file_is_read_by_the_calls_that_open_it(kept: Spoiler):
    """Two censuses more have files of their own."""
    held = anchors.read(kept.root, FILE)
    assert list(held["tables"]) == [CALL]
    assert held["sha256"] == Sources(kept.root).describe(FILE)["sha256"]
    assert insee.labour_force(Sources(kept.root), 2022).at["30002", "active"] == 100


def test_a_file_replaced_by_hand_is_refused(kept: Spoiler):
    """Though its hash is entered in the manifest: its anchors say what departs, and what to do."""
    with refused(FILE, "replaced since it was accepted; what departs", column="active"):
        insee.labour_force(kept.text(FILE, ROW, "30002;10;8000;10;2;6;2"), 2022)


def test_a_file_replaced_by_one_that_looks_alike_is_refused_too(kept: Spoiler):
    """One more inhabitant is within what a year may change: the sum is told, and is enough."""
    with refused(FILE, "what departs: active: a sum of", column="active"):
        insee.labour_force(kept.text(FILE, ROW, "30002;10;81;10;2;6;2"), 2022)


def test_a_file_whose_hash_is_entered_in_its_anchors_too_is_refused(kept: Spoiler):
    """Its sums are not: one more inhabitant is told."""
    sources = kept.text(FILE, ROW, "30002;10;81;10;2;6;2")
    held = dict(anchors.read(kept.root, FILE)) | {"sha256": sources.describe(FILE)["sha256"]}
    editions.write_anchors(kept.root, FILE, held)
    with refused(FILE, "it is not what its anchors say: a sum of", column="active"):
        insee.labour_force(Sources(kept.root), 2022)


def test_an_edition_like_the_last_is_taken_in(kept: Spoiler):
    """Its row of the manifest and its anchors follow; it is read without a word."""
    sources = Sources(kept.root)
    before = sources.manifest.drop(index=FILE)
    header, *rows = (kept.root / RAW / FILE).read_text(encoding="utf-8").splitlines()
    cells = [row.split(";") for row in rows]
    grown = [";".join([*row[:2], str(int(row[2]) + 1), *row[3:]]) for row in cells]
    copy = kept.root.parent / "copy.csv"
    copy.write_text("\n".join([header, *grown, ""]), encoding="utf-8")
    cells = {"period": "RP 2022 bis"}
    new = editions.edition(sources, FILE, copy, cells)
    assert new.departures == {CALL: []}
    editions.take_in(sources, new, {}, cells)
    after = Sources(kept.root)
    assert after.describe(FILE)["period"] == "RP 2022 bis"
    assert after.manifest.drop(index=FILE).equals(before)
    assert not [fault for fault in after.verify() if fault.file == FILE]
    assert insee.labour_force(after, 2022).at["30002", "active"] == 101


def test_an_edition_of_the_same_vintage_wants_a_reason_for_whatever_it_changes(kept: Spoiler):
    """One more inhabitant everywhere: no quartile tells, and no other year is said."""
    sources = Sources(kept.root)
    header, *rows = (kept.root / RAW / FILE).read_text(encoding="utf-8").splitlines()
    cells = [row.split(";") for row in rows]
    grown = [";".join([*row[:2], str(int(row[2]) + 1), *row[3:]]) for row in cells]
    copy = kept.root.parent / "copy.csv"
    copy.write_text("\n".join([header, *grown, ""]), encoding="utf-8")
    new = editions.edition(sources, FILE, copy)
    (found,) = new.departures[CALL]
    assert "11 of 11 rows have changed, in an edition of the same vintage" in str(found)
    with pytest.raises(EditionError, match="of the same vintage"):
        editions.take_in(sources, new, {})
    editions.take_in(sources, new, {"active": "INSEE counted anew"})
    assert insee.labour_force(Sources(kept.root), 2022).at["30002", "active"] == 101


def test_an_edition_that_departs_wants_a_reason(kept: Spoiler):
    """Without one nothing is written; with one it is kept where a reviewer reads it."""
    sources = Sources(kept.root)
    new = editions.edition(sources, FILE, copy_with(kept, ROW, "30002;10;8000;10;2;6;2"))
    manifest = (kept.root / "sources.csv").read_bytes()
    with pytest.raises(EditionError, match=r'active.*--accept COLUMN="reason"'):
        editions.take_in(sources, new, {})
    with pytest.raises(EditionError, match="nothing of column 'unemployed' departs"):
        editions.take_in(sources, new, {"active": "a new town", "unemployed": "none"})
    with pytest.raises(EditionError, match="'sha256' is no column of"):
        editions.take_in(sources, new, {"active": "a new town"}, {"sha256": "0"})
    assert (kept.root / "sources.csv").read_bytes() == manifest
    editions.take_in(sources, new, {"active": "a new town"})
    assert anchors.read(kept.root, FILE)["accepted"] == {"active": "a new town"}
    assert insee.labour_force(Sources(kept.root), 2022).at["30002", "active"] == 8020


def test_an_edition_that_its_reader_refuses_is_no_edition(kept: Spoiler):
    """What the reader says of it is said."""
    sources = Sources(kept.root)
    with pytest.raises(DataError, match="more unemployed than active"):
        editions.edition(sources, FILE, copy_with(kept, ROW, "30002;2;6;2;10;80;10"))
    with pytest.raises(SourceError, match="no such file"):
        editions.edition(sources, FILE, kept.root / "none.csv")


def test_rows_follow_where_the_manifest_counts_them(kept: Spoiler):
    """One commune more, which departs and is given a reason."""
    sources = kept.relist(FILE, rows=len(insee.labour_force(Sources(kept.root), 2022)))
    editions.write_anchors(kept.root, FILE, json.loads(editions.anchored(sources, FILE)))
    sources = Sources(kept.root)
    rows = sources.rows(FILE)
    new = editions.edition(sources, FILE, copy_with(kept, ROW, f"{ROW}\n30099;1;1;1;0;0;1"))
    found = new.refused([])[CALL]
    editions.take_in(sources, new, {one.column or "rows": "a new commune" for one in found})
    assert Sources(kept.root).rows(FILE) == rows + 1


def test_verify_tells_of_anchors(kept: Spoiler):
    """Of files without any, and of those whose file was replaced by hand."""
    sources = Sources(kept.root)
    files = set(sources.manifest.index)
    assert {fault.file for fault in sources.verify()} == files - {FILE}
    with pytest.raises(EditionError, match="has its anchors"):
        editions.anchor_file(sources, FILE)
    for file in editions.without_anchors(sources):
        editions.write_anchors(kept.root, file, {"sha256": sources.describe(file)["sha256"]} | NONE)
    assert sources.verify() == []
    spoiled = kept.text(FILE, ROW, "30002;10;81;10;2;6;2")
    assert [fault.cure.key for fault in spoiled.verify()] == ["files.accept"]


def test_a_file_that_no_reader_opens_has_anchors_of_nothing(kept: Spoiler):
    """Its hash is kept all the same."""
    sources = kept.add("insee/new.csv", b"a;b")
    assert editions.anchor_file(sources, "insee/new.csv") == 0
    assert anchors.read(kept.root, "insee/new.csv")["tables"] == {}


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ({"status": "bogus"}, "'bogus' is none of raw"),
        ({"vintage": "20x4"}, "Give the year the file is of"),
        ({"period": "a\nb"}, "without line breaks"),
        ({"rows": "3"}, "no column of sources.csv to set"),
    ],
)
def test_a_cell_that_the_list_may_not_have_is_refused_first(kept: Spoiler, cells, what: str):
    """Before anything is read or written: every later command would fail."""
    before = (kept.root / "sources.csv").read_bytes()
    with pytest.raises((SourceError, EditionError), match=what):
        editions.edition(Sources(kept.root), FILE, copy_with(kept, ROW, ROW), cells)
    assert (kept.root / "sources.csv").read_bytes() == before


def test_the_file_itself_is_no_copy(kept: Spoiler):
    """As when it was overwritten first."""
    with pytest.raises(EditionError, match="is the raw file itself"):
        editions.edition(Sources(kept.root), FILE, kept.root / RAW / FILE)


def test_the_second_of_two_at_once_is_refused(kept: Spoiler):
    """It would write the list without the row of the first."""
    first, second = Sources(kept.root), Sources(kept.root)
    copy = copy_with(kept, ROW, "30002;10;81;10;2;6;2")
    two = [(each, editions.edition(each, FILE, copy)) for each in (first, second)]
    reasons = {one.column: "a birth" for found in two[0][1].departures.values() for one in found}
    editions.take_in(*two[0], reasons)
    with pytest.raises(SourceError, match="has changed since this command read it"):
        editions.take_in(*two[1], reasons)
    assert insee.labour_force(Sources(kept.root), 2022).at["30002", "active"] == 101
