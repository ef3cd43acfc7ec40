"""The files at the root say the same thing as each other, and what the project promises of them."""

from __future__ import annotations

import ast
import csv
import json
import re
import subprocess
import tomllib
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import pytest
import rattler
import yaml
from tests.fixtures import ROOT

from bassin import __version__
from bassin.book.environment import SITE
from bassin.claims import record
from bassin.claims.chapters import toc_pages
from bassin.files.transcribed import of_study
from bassin.study import ALES_AGGLOMERATION

NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROSE = "book/rerun.md"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked() -> dict[str, str]:
    """Version of each package in requirements.lock."""
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", LOCK, flags=re.MULTILINE))


def code_cells(path: Path) -> list[dict]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def test_environment_yml_is_what_conda_reads():
    """Check that conda would take a Python we support, and pip the lock and nothing else."""
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    *conda, pip = environment["dependencies"]
    specs = {str(rattler.MatchSpec(spec).name.normalized): spec for spec in conda}
    assert set(specs) == {"python", "pip"}
    assert pip == {"pip": ["-r requirements.lock"]}
    supported = rattler.VersionSpec(PYPROJECT["project"]["requires-python"])
    asked = rattler.Version(specs["python"].split("=")[1])
    assert supported.matches(asked)


def test_supported_pythons_are_the_same_everywhere():
    """Check the range of Pythons in the set-up, for uv, in the prose, and for the linters."""
    asked = PYPROJECT["project"]["requires-python"]
    low, high = (int(minor) for minor in re.fullmatch(r">=3\.(\d+),<3\.(\d+)", asked).groups())
    script = (ROOT / "tools" / "setup_venv.sh").read_text(encoding="utf-8")
    assert f"(3, {low}) <= sys.version_info[:2] <= (3, {high - 1})" in script
    assert f"${{python:-{asked}}}" in script
    *first, last = (f"3.{minor}" for minor in range(low, high))
    said = f"Python {', '.join(first)} or {last}"
    assert all(f" python{each} " in script for each in (*first, last))
    for text in (script, *((ROOT / name).read_text("utf-8") for name in ("README.md", PROSE))):
        assert said in text
    assert PYPROJECT["tool"]["ruff"]["target-version"] == f"py3{low}"
    assert PYPROJECT["tool"]["mypy"]["python_version"] == first[0]


def test_lock_has_a_hash_for_every_package_and_no_address():
    """Check that every locked package has hashes, and that the lock names no host and no path."""
    entries = re.split(r"\n(?=[a-z0-9])", LOCK)[1:]
    assert len(entries) > 100
    bare = [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry]
    assert bare == []
    assert "://" not in LOCK
    assert not re.search(r"(^|\s)(/|--(extra-)?index-url|--find-links)", LOCK)


def test_lock_has_every_direct_dependency():
    """Check that each requirement is in the lock, in one version for all Pythons."""
    project = PYPROJECT["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {re.match(r"[A-Za-z0-9._-]+", line)[0].lower().replace("_", "-") for line in asked}
    assert names <= set(locked())
    found = re.findall(r"^([a-z0-9._-]+)==", LOCK, flags=re.MULTILINE)
    assert len(found) == len(set(found))


def test_jupyter_book_is_pinned_to_1():
    """Check that the requirement, the lock and the installed Jupyter Book are all 1.x."""
    asked = [line for line in PYPROJECT["project"]["dependencies"] if line.startswith("jupyter-bo")]
    assert asked == ["jupyter-book>=1.0.4.post1,<2"]
    assert locked()["jupyter-book"].startswith("1.")
    assert version("jupyter-book") == locked()["jupyter-book"]


def test_version_is_the_same_everywhere():
    """Check that the package, pyproject.toml, CITATION.cff and CHANGELOG.md state one version."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    latest = re.search(r"^## \[?(\d+\.\d+\.\d+)", changelog, flags=re.MULTILINE)
    assert latest is not None
    stated = {PYPROJECT["project"]["version"], citation["version"], latest[1], __version__}
    assert stated == {__version__}


def test_a_date_of_release_is_that_of_the_changelog():
    """Check that an unreleased version has none, and a released one the same in both."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    latest = re.search(r"^## \S+ - (unreleased|\d{4}-\d\d-\d\d)$", changelog, flags=re.MULTILINE)
    assert latest is not None
    assert str(citation.get("date-released", "unreleased")) == latest[1]


def test_citation_has_what_the_format_requires():
    """Check that CITATION.cff has the required keys, and cites the study the book is about."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert citation["cff-version"] == "1.2.0"
    (study,) = citation["references"]
    assert {"type", "title", "authors"} <= set(study)
    assert study["title"] == "Le bassin industriel d'Alès, une histoire de reconversions"
    assert study["authors"] == [{"family-names": "Granier", "given-names": "Caroline"}]
    digits = [int(digit) for digit in study["isbn"].replace("-", "")]
    assert len(digits) == 13
    assert sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0


def test_codecheck_yml_lists_what_the_build_makes():
    """Check that it names each chapter's page and the record, and claims no check by others."""
    text = (ROOT / "codecheck.yml").read_text(encoding="utf-8")
    assert text.startswith("---\n")
    check = yaml.safe_load(text)
    assert set(check) == {"version", "paper", "manifest"}
    (study,) = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))["references"]
    (author,) = study["authors"]
    assert check["paper"] == {
        "title": study["title"],
        "authors": [{"name": f"{author['given-names']} {author['family-names']}"}],
        "reference": f"urn:isbn:{study['isbn']}",
    }
    pages = [f"_build/html/en/{page}.html" for page in toc_pages(ROOT) if "notebooks/" in page]
    assert [item["file"] for item in check["manifest"]] == [*pages, f"_build/{record.NAME}"]
    assert len({item["comment"] for item in check["manifest"]}) == len(check["manifest"])


def test_the_study_and_the_book_are_cited_alike_everywhere():
    """Check that what is to be copied from a page is what reference managers read."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    (study,) = citation["references"]
    # A version without a date of release is of the year of its licence.
    year = re.search(r"Copyright \(c\) (\d{4})", (ROOT / "LICENSE").read_text("utf-8"))[1]
    if "date-released" in citation:
        assert str(citation["date-released"].year) == year
    own = f"(Version {citation['version']})"
    readme = " ".join((ROOT / "README.md").read_text("utf-8").replace("\n>", "").split())
    assert f"The bassin contributors. ({year}). *{citation['title']}* {own}" in readme
    for page in ("README.md", "book/cite.md"):
        text = " ".join((ROOT / page).read_text(encoding="utf-8").replace("\n>", "").split())
        assert f"Granier, C. ({study['year']}). *{study['title']}*" in text
        assert study["isbn"] in text
    entries = [(ROOT / page).read_text("utf-8") for page in ("book/cite.md", "book/references.bib")]
    for text in entries:
        for field in (
            study["title"],
            study["isbn"],
            study["publisher"]["name"],
            "Granier, Caroline",
        ):
            assert f"{{{field}}}" in text
        assert f"{{{study['year']}}}" in text


def test_makefile_targets_are_one_line():
    """Check that each target of the Makefile is one line, and the documented ones are there."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith(("#", ".PHONY"))]
    assert all(re.match(r"[a-z]+:.*;", rule) for rule in rules)
    assert {"book", "test", "verify", "clean", "lint"} <= {rule.split(":")[0] for rule in rules}


def test_workflows_run_what_the_makefile_has():
    """Check that each parses, asks for no more than it needs, and that its commands exist."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    found = {path.stem: path for path in (ROOT / ".github" / "workflows").glob("*.yml")}
    assert set(found) == {"tests", "publish", "monthly"}
    asked = []
    for name, path in found.items():
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert told["name"] == name
        assert told[True]  # "on", which YAML 1.1 reads as true
        write = {key for key, may in told["permissions"].items() if may == "write"}
        assert write == ({"pages", "id-token"} if name == "publish" else set())
        for job in told["jobs"].values():
            assert job["timeout-minutes"] <= 180
            for step in job["steps"]:
                assert ("run" in step) != ("uses" in step)
                if "uses" in step:
                    assert re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]), step
                asked += [step["run"]] if "run" in step else []
    for command in asked:
        program, *words = command.split()
        if program == "make":
            assert words[0] in targets, command
            given = {word.partition("=")[0] for word in words[1:]}
            assert all(f"$({name})" in makefile or name == "PYTHON" for name in given), command
        else:
            assert command == "python -m pip install uv"
    assert {"make test", "make book", "make links", "make lock NEWEST=1"} <= set(asked)


def test_workflows_cover_the_supported_pythons_and_publish_only_when_turned_on():
    """Check the matrix of the tests, and that a fork publishes nothing by itself."""
    folder = ROOT / ".github" / "workflows"
    tests = yaml.safe_load((folder / "tests.yml").read_text("utf-8"))["jobs"]["tests"]
    asked = PYPROJECT["project"]["requires-python"]
    low, high = (int(minor) for minor in re.fullmatch(r">=3\.(\d+),<3\.(\d+)", asked).groups())
    assert tests["strategy"]["matrix"]["python"] == [f"3.{minor}" for minor in range(low, high)]
    publish = yaml.safe_load((folder / "publish.yml").read_text("utf-8"))["jobs"]["publish"]
    assert publish["if"] == "${{ vars.PUBLISH == 'true' }}"
    (book,) = [step for step in publish["steps"] if step.get("run") == "make book"]
    assert book["env"] == {SITE: "${{ steps.pages.outputs.base_url }}"}
    (upload,) = [step for step in publish["steps"] if "upload" in step.get("uses", "")]
    assert upload["with"]["path"] == "_build/html"


def test_what_binder_and_containers_run_is_there():
    """Check that postBuild is a script that installs the package, and the container sets up."""
    script = ROOT / "postBuild"
    assert script.stat().st_mode & 0o111
    assert subprocess.run(["sh", "-n", str(script)]).returncode == 0
    command = "pip install --no-deps --no-build-isolation -e ."
    assert command in script.read_text("utf-8")
    assert command in (ROOT / "environment.yml").read_text("utf-8")
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    assert container["postCreateCommand"] == "make setup"
    python = container["image"].removeprefix("python:")
    assert f'"{python}"' in (ROOT / ".github" / "workflows" / "tests.yml").read_text("utf-8")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_committed_without_outputs(path: Path):
    """Check that a notebook holds no output and no execution count."""
    for cell in code_cells(path):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_talks_to_study_and_show_alone(path: Path):
    """Check that a notebook imports nothing of the package but Study, bassin.show and words."""
    source = "\n".join("".join(cell["source"]) for cell in code_cells(path))
    imported = set(re.findall(r"^\s*(?:from|import)\s+(\S+)", source, flags=re.MULTILINE))
    assert imported <= {"bassin", "bassin.study", "bassin.show", "bassin.words"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_cells_are_short(path: Path):
    """Check that no cell has more than fifteen lines of code: its logic belongs in the library."""
    for cell in code_cells(path):
        lines = [line.strip() for line in "".join(cell["source"]).splitlines()]
        assert sum(bool(line) and not line.startswith("#") for line in lines) <= 15


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_writes_markup_as_markup(path: Path):
    """Check that a caption, source or note with emphasis, code or a role is a Markdown.

    As a plain text its asterisks would be shown.
    """
    cells = [ast.parse("".join(cell["source"])) for cell in code_cells(path)]
    for node in (node for cell in cells for node in ast.walk(cell)):
        if isinstance(node, ast.Call):
            for word in node.keywords:
                if word.arg in ("caption", "source", "notes"):
                    plain = [
                        text.value
                        for text in ast.walk(word.value)
                        if isinstance(text, ast.Constant) and isinstance(text.value, str)
                    ]
                    marked = [text for text in plain if re.search(r"`|\*\S|\S\*", text)]
                    assert not marked or "Markdown(" in ast.unparse(word.value), marked


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_has_no_colour_and_cites_no_file(path: Path):
    """Check that colours are those of bassin.show.tokens, and that source lines are observed."""
    source = "\n".join("".join(cell["source"]) for cell in code_cells(path))
    assert re.findall(r"[\"']#[0-9A-Fa-f]{3,8}[\"']", source) == []
    assert "study.cite" not in source


#: Folders of tests that hold what no one module does: raw files, spoiled files, a built book,
#: benchmarks.
OF_NO_MODULE = ("real", "corruption", "book", "bench", "workflow")
#: Tests that mirror no module, and why.
MIRRORS_NONE = {
    "test_called.py": "every definition of the library",
    "test_layers.py": "every import of the library",
    "test_links.py": "tools/check_links.py",
    "test_makefile.py": "Makefile",
    "test_project.py": "the files at the root",
    "test_setup.py": "tools/setup_venv.sh",
    "test_sums.py": "every sum of the library",
    "test_wheel.py": "the library as it is installed",
    "models/catchments/test_against_access.py": "every measure against another package",
    "models/catchments/test_against_ipea.py": "every measure against another package",
    "models/catchments/test_examples.py": "the docstrings of every measure",
    "models/catchments/test_properties.py": "every measure on drawn tables",
    "show/test_hostile.py": "every figure, map and table on hostile text",
    "show/test_new_indicator.py": "an indicator from its file to its map",
    "topics/test_choices.py": "every method of a topic and every reader",
    "words/test_phrases.py": "English in the whole library",
}


def mirrors(path: Path) -> bool:
    """Whether a test is of a module at the like place, or of one part of what it does.

    ``topics/waves/test_facts.py`` is of ``facts`` there, ``test_facts_ahead.py`` of a part of it;
    a leading underscore is left out, and a folder has a test of its own name.
    """
    folder = ROOT / "src" / "bassin" / path.parent
    held = {one.stem.lstrip("_") for one in folder.iterdir() if one.suffix == ".py"}
    held |= {one.name for one in folder.iterdir() if (one / "__init__.py").is_file()}
    words = path.stem.removeprefix("test_").split("_")
    names = {"_".join(words[: n + 1]) for n in range(len(words))}
    return bool(names & (held - {"init__"})) or path.stem == f"test_{path.parent.name}"


def test_tests_mirror_the_library():
    """Check that each test module is found from what it tests, and that no exception is stale."""
    every = [path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")]
    others = {
        path.as_posix() for path in every if path.parts[0] not in OF_NO_MODULE and not mirrors(path)
    }
    assert others == set(MIRRORS_NONE)


def test_there_are_notebooks():
    """Check that the tests of notebooks above have notebooks to look at."""
    assert NOTEBOOKS


def test_each_claim_has_one_entry_in_the_changelog():
    """Check that an entry gives the last verdict of its claims, and that no other tells another."""
    with (ROOT / "data" / of_study(ALES_AGGLOMERATION, "claims.csv")).open(
        encoding="utf-8"
    ) as stream:
        verdicts = {row["id"]: row["expected"] for row in csv.DictReader(stream)}
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    told = re.findall(r"`([a-z0-9-]+)`", changelog)
    counted = Counter(name for name in told if name in verdicts)
    assert {name: times for name, times in counted.items() if times > 1} == {}
    section = changelog.partition("### Verdicts\n")[2].partition("\n### ")[0]
    entries = re.findall(r"^- \*([a-z ]+)\*:\n((?:  .*\n)+)", section + "\n", flags=re.MULTILINE)
    said = {name: verdict for verdict, text in entries for name in re.findall(r"`([^`]+)`", text)}
    assert len(said) > 50
    assert {name: verdicts[name] for name in said} == said
    with (ROOT / "data" / of_study(ALES_AGGLOMERATION, "errata.csv")).open(
        encoding="utf-8"
    ) as stream:
        first: dict[str, str] = {}
        for row in csv.DictReader(stream):
            first.setdefault(row["claim"], row["from"])
    untold = [name for name, was in first.items() if verdicts[name] != was and name not in said]
    assert untold == []
