"""No byte of a raw file is used before it is known to be the listed one."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from tests.fixtures import ROOT
from tests.fixtures.spoil import Spoiler

from bassin.errors import MissingFileError, SourceError
from bassin.files.manifest import MANIFEST, RAW
from bassin.files.root import project_root
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.read import insee
from bassin.show.exhibit import cited
from bassin.words import write

FILE = "insee/v_region_2023.csv"


def test_read_returns_the_listed_bytes(toy: Sources):
    """What is read is the file, whole, and its hash is the one listed."""
    data = toy.read(FILE)
    assert data == (toy.root / RAW / FILE).read_bytes()
    assert sha256(data).hexdigest() == toy.describe(FILE)["sha256"]


def test_open_streams_the_same_bytes(toy: Sources):
    """A stream holds the verified bytes."""
    assert toy.open(FILE).read() == toy.read(FILE)


def test_one_flipped_bit_stops_the_reader(spoil: Spoiler):
    """A single changed bit raises before any value of the file is used, with both hashes."""
    path = spoil.root / RAW / FILE
    data = bytearray(path.read_bytes())
    data[-3] ^= 1
    path.write_bytes(data)
    sources = Sources(spoil.root)
    with pytest.raises(SourceError) as caught:
        insee.regions(sources)
    for part in (FILE, sources.describe(FILE)["sha256"], sha256(data).hexdigest(), "git checkout"):
        assert part in str(caught.value)


def test_a_file_changed_after_a_first_read_is_caught(spoil: Spoiler):
    """The hash is taken at every read, not once."""
    sources = Sources(spoil.root)
    sources.read(FILE)
    (spoil.root / RAW / FILE).write_bytes(b"")
    with pytest.raises(SourceError, match="expected sha256"):
        sources.read(FILE)


def test_absent_file_says_how_to_restore_it(spoil: Spoiler):
    """A listed file that is not there raises with the way to get it back."""
    (spoil.root / RAW / FILE).unlink()
    with pytest.raises(
        SourceError, match=r"v_region_2023\.csv: listed .* but absent .*git checkout"
    ):
        Sources(spoil.root).read(FILE)


def test_unlisted_file_gives_the_nearest_names(spoil: Spoiler):
    """A file that is present but not listed cannot be read; the nearest listed ones are named."""
    (spoil.root / RAW / "insee/v_region_2024.csv").write_bytes(b"REG\r\n")
    with pytest.raises(SourceError, match=r"not listed .* Nearest: insee/v_region_2023\.csv"):
        Sources(spoil.root).read("insee/v_region_2024.csv")


def test_a_name_near_nothing_has_no_hint():
    """No nearest name is made up."""
    with pytest.raises(SourceError) as caught:
        Sources(ROOT / "data").describe("zzz")
    assert "Nearest" not in str(caught.value)


def test_contains_wants_a_row(spoil: Spoiler):
    """A file is in the sources when it is listed: one that is gone is an error, not an absence."""
    assert FILE in Sources(spoil.root)
    assert "insee/none.csv" not in Sources(spoil.root)
    (spoil.root / RAW / FILE).unlink()
    assert FILE in Sources(spoil.root)
    with pytest.raises(MissingFileError, match=FILE):
        Sources(spoil.root).read(FILE)


def test_rows_recorded_or_not(spoil: Spoiler):
    """The recorded row count is a number, and an empty cell of the manifest is none."""
    assert Sources(spoil.root).rows(FILE) == 2
    assert spoil.relist(FILE, rows="").rows(FILE) is None


def test_cite_names_publisher_title_and_period(toy: Sources):
    """A figure's source is read off the manifest, each title once."""
    assert cited(toy.cite(FILE, FILE)) == "INSEE, *Toy v_region_2023*"
    assert cited(toy.cite("ars/zonage_medecins_2025.csv", FILE)) == (
        "ARS, *Toy zonage_medecins_2025* (2023); INSEE, *Toy v_region_2023*"
    )


@pytest.mark.parametrize(
    ("status", "said"), [("derived", "[derived by a third party]"), ("typed", "[typed by hand]")]
)
def test_cite_says_when_a_file_is_not_the_publishers(spoil: Spoiler, status: str, said: str):
    """Neither a third party's computation nor what someone typed is cited as the publisher's."""
    assert cited(spoil.relist(FILE, status=status).cite(FILE)).endswith(said)


def test_cite_says_when_what_is_made_must_be_shared_alike(spoil: Spoiler):
    """Whoever takes a figure reads it in the source line, under either form of the licence."""
    citation = spoil.relist(FILE, licence="ODbL 1.0, credit Somebody").cite(FILE)
    assert cited(citation).endswith(" [ODbL]")
    both = spoil.relist(FILE, licence="ODbL or Licence Ouverte", status="derived").cite(FILE)
    assert cited(both).endswith("[derived by a third party] [ODbL]")


def test_a_file_that_is_read_carries_how_it_is_named(spoil: Spoiler):
    """With the mark of a licence that asks for it; a transcription is named by its lines."""
    sources = spoil.relist(FILE, licence="ODbL 1.0, credit Somebody")
    other = "insee/v_departement_2023.csv"
    with recording() as noted:
        sources.read(FILE)
        sources.read(other)
        sources.transcription("study/200000018/land.csv")
    found = {edition.file: edition.listed for edition in noted.editions}
    cited = {file: one.cited for file, one in found.items() if one is not None}
    assert cited == {FILE: sources.cite(FILE), other: sources.cite(other)}
    assert found["study/200000018/land.csv"] is None
    assert {file for file in cited if found[file].shared_alike} == {FILE}


def test_verify_finds_nothing_in_a_clean_folder(toy: Sources):
    """A folder as listed has no fault."""
    assert toy.verify() == []


def test_verify_names_every_fault(spoil: Spoiler):
    """Absent, changed and unlisted files are each reported in one line, with what to do."""
    raw = spoil.root / RAW
    (raw / "insee/v_commune_2023.csv").unlink()
    (raw / FILE).write_bytes(b"changed")
    (raw / "insee/new.csv").write_bytes(b"new")
    sources = Sources(spoil.root)
    faults = {fault.file: fault for fault in sources.verify()}
    assert set(faults) == {"insee/v_commune_2023.csv", FILE, "insee/new.csv"}
    absent, changed = faults["insee/v_commune_2023.csv"], faults[FILE]
    assert write(absent.found) == "no such file"
    assert write(changed.expected).startswith(f"sha256 {sources.describe(FILE)['sha256']}")
    assert write(changed.found) == f"sha256 {sha256(b'changed').hexdigest()} (7 bytes)"
    assert write(faults["insee/new.csv"].expected) == f"a row in {MANIFEST}"
    for file, fault in faults.items():
        expected, found = write(fault.expected), write(fault.found)
        assert write(fault.said).startswith(f"{file}: expected {expected}, found {found}. ")
        assert "\n" not in write(fault.said)
        assert write(fault.cure)


def test_verify_compares_the_size_too(spoil: Spoiler):
    """A wrong size in the manifest is a fault though the hash be right."""
    assert [fault.file for fault in spoil.relist(FILE, bytes=1).verify()] == [FILE]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: text.replace("sha256", "md5", 1), "column.*sha256 missing"),
        (lambda text: text + text.split("\n")[1] + "\n", "listed twice"),
        (lambda text: text.replace(",raw,", ",cooked,", 1), "status 'cooked' is none of raw"),
    ],
    ids=["no hash column", "a file twice", "unknown status"],
)
def test_malformed_manifest(spoil: Spoiler, change, message: str):
    """A manifest that cannot be trusted is refused with the reason."""
    path = spoil.root / MANIFEST
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(SourceError, match=message):
        _ = Sources(spoil.root).manifest


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(("rows", value) for value in ("abc", "1.5", "-2", "1e0", " 2", "nan")),
        *(("bytes", value) for value in ("", "12 kB")),
        *(("sha256", value) for value in ("", "0" * 63, "A" * 64)),
    ],
)
def test_a_cell_of_the_manifest_that_is_none_is_named(spoil: Spoiler, column: str, value: str):
    """A count or hash typed wrongly, as when a file is renewed, is named by row and column."""
    sources = spoil.relist(FILE, **{column: value})
    with pytest.raises(SourceError, match=f"row '{FILE}', column '{column}': '{value}'. Give"):
        _ = sources.manifest


@pytest.mark.parametrize("name", ["../sources.csv", "/etc/hostname", "./a.csv", "a//b", "a/..", ""])
def test_a_listed_file_lies_under_raw(spoil: Spoiler, name: str):
    """No row leads out of the folder of raw files, and none is a second name of a file."""
    path = spoil.root / MANIFEST
    path.write_text(path.read_text("utf-8").replace(FILE, name, 1), encoding="utf-8")
    with pytest.raises(SourceError, match="column 'file'"):
        _ = Sources(spoil.root).manifest


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"",
        lambda data: data.decode().encode("utf-16"),
        lambda data: data + "é".encode("latin-1"),
        lambda data: data + b'"open',
        lambda data: data.rstrip() + b",one,two\n",
        lambda data: data[:1] + data[1:].replace(b"\n", b"\nmore,"),
    ],
    ids=["empty", "UTF-16", "latin-1", "open quote", "long row", "long rows"],
)
def test_a_manifest_that_is_no_table_is_named(spoil: Spoiler, change):
    """Whatever a spreadsheet made of it, the message says which file, and what to do."""
    path = spoil.root / MANIFEST
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(SourceError, match=r"sources\.csv"):
        _ = Sources(spoil.root).manifest


def test_no_manifest(tmp_path: Path):
    """A folder without a manifest says which file is missing."""
    with pytest.raises(SourceError, match=r"sources\.csv is missing"):
        _ = Sources(tmp_path).manifest


def test_project_root_is_found_from_a_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The project is the nearest folder above that has a book and a manifest."""
    monkeypatch.delenv("BASSIN_ROOT", raising=False)
    (tmp_path / "_config.yml").touch()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / MANIFEST).touch()
    (tmp_path / "notebooks").mkdir()
    assert project_root(tmp_path / "notebooks") == tmp_path


def test_project_root_is_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Check that the checkout that the package is installed from is the last resort."""
    monkeypatch.delenv("BASSIN_ROOT", raising=False)
    assert project_root(tmp_path) == ROOT


def test_project_root_named_wrongly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A root named in the environment is the only one tried, and is named when it is none."""
    monkeypatch.setenv("BASSIN_ROOT", str(tmp_path))
    with pytest.raises(SourceError, match="BASSIN_ROOT"):
        project_root()


def test_a_copy_stands_in_for_a_transcription(real: Sources, tmp_path: Path):
    """For as long as the block runs, as for a raw file; an unknown one, or no copy, is refused."""
    copy = tmp_path / "land.csv"
    copy.write_bytes(b"another list")
    before = real.transcription("study/200066918/land.csv")
    with real.replaced("study/200066918/land.csv", copy):
        assert real.transcription("study/200066918/land.csv") == b"another list"
    assert real.transcription("study/200066918/land.csv") == before
    for file, stand_in in (
        ("study/200066918/no-such.csv", copy),
        ("study/200066918/land.csv", tmp_path / "absent"),
    ):
        with pytest.raises(SourceError, match="no such file"), real.replaced(file, stand_in):
            pass


@pytest.mark.parametrize(
    "name", ["study/../sources.csv", "study/../../README.md", "law/../raw/insee/x.csv"]
)
def test_a_transcription_lies_in_its_folder(toy: Sources, name: str):
    """As raw files do in theirs."""
    with pytest.raises(SourceError, match="is no file of"):
        toy.transcription(name)


def test_nothing_cannot_be_cited(toy: Sources):
    """The error asks for files."""
    with pytest.raises(SourceError, match="name the files"):
        toy.cite()
