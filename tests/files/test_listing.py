"""What a page says of the files: counted on a manifest made by hand, complete on the real one."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from bassin.errors import SourceError
from bassin.files.listing import TRANSCRIPTIONS, Listing
from bassin.files.manifest import COLUMNS, MANIFEST, STATUSES
from bassin.files.sources import SHARE_ALIKE, Sources
from bassin.files.transcribed import of_study

USUAL = "Licence Ouverte 2.0 - the publisher's usual licence, not stated where the copy was found"
ROWS = [
    {"file": "insee/b.csv", "status": "derived", "licence": USUAL, "obtained_from": "github a/b"},
    {"file": "insee/a.csv", "status": "raw", "licence": "ODbL 1.0", "obtained_from": "github c/d"},
    {"file": "ign/c.csv", "status": "raw", "licence": USUAL, "obtained_from": "insee.fr page"},
    {"file": "insee/d.csv", "status": "typed", "licence": USUAL, "obtained_from": "github e/f"},
]


def data_folder(root: Path, typed: str, **files: str) -> Sources:
    """A ``data/`` folder of four listed files and some transcriptions."""
    weighed = {"bytes": "1", "sha256": "0" * 64}
    rows = [dict.fromkeys(COLUMNS, "") | weighed | row for row in ROWS]
    rows[2]["page"] = "https://example.org"
    pd.DataFrame(rows).to_csv(root / MANIFEST, index=False)
    (root / of_study("1", "")).mkdir(parents=True)
    for name, text in files.items():
        (root / of_study("1", f"{name}.csv")).write_text(text, encoding="utf-8")
    (root / TRANSCRIPTIONS).write_text(f"file,origin,holds\n{typed}", encoding="utf-8")
    return Sources(root)


@pytest.fixture
def small(tmp_path: Path) -> Listing:
    """Four raw files; two transcriptions, one of them computed."""
    typed = "study/1/land.csv,the study,Hectares\nstudy/1/print.csv,computed,Hashes\n"
    land = 'item,note\nleft,"two\nlines"\nasked,\n'
    return Listing.of(data_folder(tmp_path, typed, land=land, print="sha\nx\n"))


def test_files_are_counted_by_status_host_and_licence(small: Listing):
    """A status that no file has is counted as none."""
    assert small.statuses.to_dict() == {"raw": 2, "reshaped": 0, "typed": 1, "derived": 1}
    assert small.hosts.to_dict() == {"github": 2, "insee.fr": 1}
    assert small.counted == {
        "all": 4,
        "licence_stated": 1,
        "without_page": 3,
        "transcribed": 1,
    }
    assert small.by_folder.to_dict("index") == {
        "ign": {"raw": 1, "reshaped": 0, "typed": 0, "derived": 0},
        "insee": {"raw": 1, "reshaped": 0, "typed": 1, "derived": 1},
    }


def test_a_reader_is_shown_what_is_known_and_no_more(small: Listing):
    """In the order of the paths; a licence known from habit alone says so; what is empty, too."""
    files = ["ign/c.csv", "insee/a.csv", "insee/b.csv", "insee/d.csv"]
    assert small.shown["file"].tolist() == files
    assert small.shown["licence"].tolist() == [
        "Licence Ouverte 2.0",
        "ODbL 1.0",
        "Licence Ouverte 2.0",
        "Licence Ouverte 2.0",
    ]
    assert small.shown["usual"].tolist() == [True, False, True, True]
    assert small.shown["page"].isna().tolist() == [False, True, True, True]


def test_what_was_typed_is_told_from_what_was_computed(small: Listing):
    """Rows are those of the table, not lines of its file."""
    assert small.typed["rows"].to_dict() == {"study/1/land.csv": 2, "study/1/print.csv": 1}
    assert list(small.copied_by_hand.index) == ["insee/d.csv"]


@pytest.mark.parametrize("typed", ["", "study/1/a.csv,the study,A\nstudy/1/b.csv,the study,B\n"])
def test_a_file_without_its_row_or_a_row_without_its_file_is_refused(tmp_path: Path, typed: str):
    """The error names the one that stands alone."""
    sources = data_folder(tmp_path, typed, a="x\n1\n")
    alone = "b.csv" if typed else "a.csv"
    with pytest.raises(
        SourceError, match=rf"transcriptions\.csv: study/1/{alone} is in .*Add its row"
    ):
        Listing.of(sources)


def test_no_list_of_transcriptions_is_an_error(tmp_path: Path):
    """And says how to get it back."""
    sources = data_folder(tmp_path, "")
    (tmp_path / TRANSCRIPTIONS).unlink()
    with pytest.raises(SourceError, match=r"is missing: .* Restore it from git"):
        Listing.of(sources)


def test_every_file_of_the_project_is_told(real: Sources):
    """Each has a publisher, title, period, licence and the place its copy was found."""
    listing = Listing.of(real)
    assert int(listing.statuses.sum()) == len(listing.shown) == len(real.manifest)
    told = ["publisher", "title", "period", "status", "licence", "obtained_from", "file"]
    shown = listing.shown.reset_index()
    assert shown[told].notna().all(axis=None)
    assert (shown[["publisher", "title"]] != "").all(axis=None)
    assert set(shown["status"]) <= set(STATUSES)
    assert (listing.typed[["origin", "holds"]] != "").all(axis=None)


def test_files_that_somebody_typed_have_the_status_that_says_so(real: Sources):
    """Their notes say that rows were transcribed; no other note does."""
    raw = Listing.of(real).raw
    noted = raw.index[raw["notes"].str.contains("transcribed")]
    assert list(raw.index[raw["status"] == "typed"]) == list(noted)
    assert set(noted) == {
        "insee/rp2022_ages_alesagglo.csv",
        "insee/rp2022_actifs_chomeurs_alesagglo.csv",
        "cerema/conso_enaf_2009_2024_alesagglo.csv",
    }


def test_every_file_says_the_host_and_the_place_of_its_copy(real: Sources):
    """So that copies can be counted by host, and found again."""
    found = Listing.of(real).raw["obtained_from"]
    assert found.index[~found.str.fullmatch(r"[a-z][a-z.]+ \S.*")].to_list() == []


def test_every_folder_and_every_licence_to_share_alike_is_credited(real: Sources):
    """The licences say whom to credit for each folder, and name what asks for more."""
    licences = (real.root.parent / "LICENSE-DATA.md").read_text(encoding="utf-8")
    credited, exceptions = licences.split("## Exceptions")
    listing = Listing.of(real)
    shared = listing.raw.index[listing.raw["licence"].str.startswith(SHARE_ALIKE)]
    assert len(shared) > 0
    for file in shared:
        folder = file.partition("/")[0]
        assert f"`data/raw/{file}`" in exceptions or f"`data/raw/{folder}/`" in exceptions
    for folder in listing.by_folder.index:
        assert f"| `{folder}/` |" in credited or f"`data/raw/{folder}/`" in exceptions
