"""The workflow: its plan on three kinds of machines, a run on toy places, its report."""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import subprocess
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from tests.fixtures import ROOT

from bassin.book import summaries

FOLDER = ROOT / "workflow"
SNAKEMAKE = ROOT / ".venv-workflow" / "bin" / "snakemake"
installed = pytest.mark.skipif(
    not SNAKEMAKE.exists(), reason="Snakemake is not installed: `make workflow` sets it up"
)
ONE, OTHER, NOWHERE = 200066918, 246200364, 999999999
#: Stands in for bassin: writes what it is asked for, and fails on one place unless it is mended.
COMMAND = """#!/bin/sh
set -eu
echo "$@" >>"$TOY/asked"
[ "$1" != book ] || exit 0
if [ "$2" = --prepare ]; then
    mkdir -p "$BASSIN_TABLES"
    echo made >"$BASSIN_TABLES/table"
    exit 0
fi
grep -q made "$BASSIN_TABLES/table"
if [ "$2" = 999999999 ] && [ ! -e "$TOY/mended" ]; then
    echo "999999999 failed: TerritoryError: no such place"
    echo "1 of 1 failed"
    exit 1
fi
for end in -1.png -2.png .pdf; do echo "$2" >"$4/$2$end"; done
"""


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report() -> ModuleType:
    """The module of the workflow that tells what became of its files."""
    spec = importlib.util.spec_from_file_location("report", FOLDER / "report.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def snakemake(
    folder: Path, *options: str, profile: str = "local", **config: object
) -> subprocess.CompletedProcess[str]:
    """Run the workflow in a folder, with a toy command."""
    command = folder / "bassin"
    command.write_text(COMMAND, encoding="utf-8")
    command.chmod(0o755)
    given = {"out": str(folder / "out"), "bassin": str(command), "project": str(ROOT), **config}
    settings = folder / "settings.yaml"
    settings.write_text(json.dumps(given), encoding="utf-8")
    return subprocess.run(
        [
            *(SNAKEMAKE, "--snakefile", FOLDER / "Snakefile", "--directory", folder),
            *("--profile", FOLDER / "profiles" / profile, "--configfile", settings, *options),
        ],
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "TOY": str(folder)},
        capture_output=True,
        text=True,
        timeout=300,
    )


@installed
@pytest.mark.slow
@pytest.mark.parametrize("profile", ["local", "slurm", "kubernetes"])
def test_a_dry_run_prints_its_plan_without_a_cluster(tmp_path: Path, profile: str):
    """Tables once, two pages a place; nothing is run."""
    options = ["--dry-run"]
    if profile == "kubernetes":
        (tmp_path / "volume").mkdir()
        options += ["--default-storage-prefix", str(tmp_path / "volume")]
        own = read(FOLDER / "profiles" / profile / "config.yaml")["config"]
        assert "books_here=True" in own
        options += ["--config", "books_here=True"]
    done = snakemake(tmp_path, *options, profile=profile, places=[ONE, OTHER], books=[ONE])
    assert done.returncode == 0, done.stderr
    plan = dict(line.split() for line in done.stdout.splitlines() if len(line.split()) == 2)
    assert plan["tables"] == "1"
    assert plan["summary"] == "2"
    assert plan["book"] == "1"
    assert not (tmp_path / "asked").exists()


@installed
@pytest.mark.slow
def test_one_that_fails_is_reported_and_no_end_to_the_others(tmp_path: Path):
    """A second run makes it alone; the tables are made once."""
    places = [ONE, NOWHERE, OTHER]
    first = snakemake(tmp_path, places=places, books=[ONE])
    assert first.returncode == 1
    assert "3 of 4 made" in first.stderr
    with (tmp_path / "out" / "report.csv").open(encoding="utf-8") as file:
        outcomes = {Path(row["file"]).stem: row for row in csv.DictReader(file)}
    assert outcomes[str(OTHER)]["outcome"] == "made"
    assert outcomes[str(NOWHERE)]["outcome"] == "failed"
    assert outcomes[str(NOWHERE)]["reason"].endswith("TerritoryError: no such place")

    asked = tmp_path / "asked"
    assert asked.read_text(encoding="utf-8").count("--prepare") == 1
    asked.unlink()
    (tmp_path / "mended").touch()
    second = snakemake(tmp_path, places=places, books=[ONE])
    assert second.returncode == 0, second.stderr
    assert "4 of 4 made" in second.stderr
    assert [line.split()[1] for line in asked.read_text().splitlines()] == [str(NOWHERE)]


@installed
@pytest.mark.slow
@pytest.mark.parametrize("wrong", [{"places": ["Alès"]}, {"books": [12]}, {"unknown": 1}])
def test_a_wrong_setting_is_refused(tmp_path: Path, wrong: dict[str, object]):
    """Before anything is planned."""
    done = snakemake(tmp_path, "--dry-run", **wrong)
    assert done.returncode == 1
    assert "Error validating config" in done.stdout + done.stderr


@installed
@pytest.mark.thorough
def test_forty_places_are_written_on_this_machine(tmp_path: Path):
    """By the command itself, from tables made once; each has its three files."""
    places = [int(siren) for siren in summaries.every(ROOT)[:: 1255 // 40]][:40]
    bassin = str(ROOT / ".venv" / "bin" / "bassin")
    done = subprocess.run(
        [
            *(SNAKEMAKE, "--snakefile", FOLDER / "Snakefile", "--directory", tmp_path),
            *("--profile", FOLDER / "profiles" / "local", "--config", f"places={places}"),
            *(f"bassin={bassin}", f"project={ROOT}"),
        ],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found = sorted((tmp_path / "_build" / "atlas" / "summaries").iterdir())
    assert len(found) == 3 * 40
    assert all(path.stat().st_size > 50_000 for path in found)


def test_the_settings_fit_their_schema():
    """And each of them is described."""
    schema, config = read(FOLDER / "schema.yaml"), read(FOLDER / "config.yaml")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(config)
    assert set(schema["properties"]) == set(config) == set(schema["required"])


@pytest.mark.parametrize(
    ("profile", "executor"),
    [("local", "local"), ("slurm", "slurm"), ("kubernetes", "kubernetes")],
)
def test_every_profile_goes_on_after_a_failure(profile: str, executor: str):
    """And makes again what was cut short."""
    settings = read(FOLDER / "profiles" / profile / "config.yaml")
    assert settings["executor"] == executor
    assert settings["keep-going"] is True
    assert settings["rerun-incomplete"] is True


def test_the_report_tells_the_reason_of_each(report: ModuleType, tmp_path: Path):
    """Made, failed with the line before the count, failed without a word, never run."""
    logs = {}
    for name, told in (
        ("made", ""),
        ("failed", "0 failed: no such place\n1 of 1 failed\n"),
        ("mute", ""),
    ):
        log = tmp_path / f"{name}.log"
        log.write_text(told, encoding="utf-8")
        logs[str(tmp_path / f"{name}.pdf")] = str(log)
    logs[str(tmp_path / "later.pdf")] = str(tmp_path / "later.log")
    (tmp_path / "made.pdf").touch()
    found = {Path(path).stem: told for path, *told in report.outcomes(logs)}
    assert found == {
        "made": ["made", ""],
        "failed": ["failed", "0 failed: no such place"],
        "mute": ["failed", "its log is empty"],
        "later": ["not run", ""],
    }


def test_the_report_is_a_table(
    report: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """And what is missing is told on the way."""
    path = tmp_path / "deep" / "report.csv"
    report.write(path, [("a.pdf", "made", ""), ("b.pdf", "failed", 'a "word", and more')])
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows[1] == {"file": "b.pdf", "outcome": "failed", "reason": 'a "word", and more'}
    told = capsys.readouterr().err
    assert 'b.pdf: failed. a "word", and more' in told
    assert "1 of 2 made" in told


def test_its_lock_has_hashes_and_no_address():
    """And what the extra of pyproject.toml asks for."""
    lock = (FOLDER / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", lock)[1:]
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in lock
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [re.match(r"[a-z-]+", one)[0] for one in project["optional-dependencies"]["workflow"]]  # type: ignore[index]
    assert set(asked) <= {entry.partition("==")[0] for entry in entries}
