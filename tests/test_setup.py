"""The set-up of the environment, on a project of one module and an empty lock.

Nothing is fetched: the project builds itself, and its lock lists no package.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.fixtures import ROOT

SCRIPT = ROOT / "tools" / "setup_venv.sh"
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "toy"
version = "1.0"
"""
# An editable wheel is a path file and three lines of metadata.
BACKEND = """
from pathlib import Path
from zipfile import ZipFile

METADATA = "Metadata-Version: 2.1\\nName: toy\\nVersion: 1.0\\n"
WHEEL = "Wheel-Version: 1.0\\nGenerator: toy\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
FILES = {"METADATA": METADATA, "WHEEL": WHEEL}

def build_editable(folder, settings=None, metadata=None):
    name = "toy-1.0-py3-none-any.whl"
    with ZipFile(Path(folder) / name, "w") as wheel:
        wheel.writestr("toy.pth", str(Path("src").resolve()))
        for file, text in FILES.items():
            wheel.writestr(f"toy-1.0.dist-info/{file}", text)
        lines = ["toy.pth,,", *(f"toy-1.0.dist-info/{file},," for file in [*FILES, "RECORD"])]
        wheel.writestr("toy-1.0.dist-info/RECORD", "\\n".join(lines))
    return name

def get_requires_for_build_editable(settings=None):
    return []
"""
with_uv = pytest.mark.skipif(shutil.which("uv") is None, reason="uv is not installed")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the set-up of this one; its folder has a space in its name."""
    root = tmp_path / "a project"
    (root / "src" / "toy").mkdir(parents=True)
    (root / "src" / "toy" / "__init__.py").write_text("WORD = 'toy'\n", encoding="utf-8")
    (root / "tools").mkdir()
    shutil.copy(SCRIPT, root / "tools")
    (root / "requirements.lock").write_text("", encoding="utf-8")
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (root / "backend.py").write_text(BACKEND, encoding="utf-8")
    return root


def write_program(path: Path, text: str) -> Path:
    """Write a shell script that can be run."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def environment(path: str = "", **more: str) -> dict[str, str]:
    """The environment of this process, with a folder before all others on PATH."""
    kept = {k: v for k, v in os.environ.items() if k not in {"PYTHON", "VIRTUAL_ENV"}}
    return {
        **kept,
        "PATH": f"{path}{os.pathsep}{os.environ['PATH']}" if path else kept["PATH"],
    } | more


def set_up(root: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the set-up from another folder, with the Python of the tests unless told otherwise."""
    given = environment(**{"PYTHON": sys.executable, **env})
    return subprocess.run(
        [root / "tools" / "setup_venv.sh"], env=given, capture_output=True, text=True, cwd="/"
    )


def word(root: Path) -> str:
    """What the package of the project says through its environment."""
    command = [root / ".venv" / "bin" / "python", "-c", "import toy; print(toy.WORD)"]
    return subprocess.run(command, capture_output=True, text=True, cwd="/").stdout.strip()


def used(root: Path) -> Path:
    """The environment that .venv leads to."""
    return (root / ".venv").readlink()


def environments(root: Path) -> list[str]:
    return sorted(path.name for path in (root / ".venvs").iterdir() if path.name != ".lock")


@pytest.mark.slow
@pytest.mark.parametrize("tool", [pytest.param("uv", marks=with_uv), "pip"])
def test_the_environment_is_made_once(project: Path, tool: str, tmp_path: Path):
    """Check that it runs the project's own files, fits the next time, and not for another lock."""
    write_program(tmp_path / "bin" / "uv", "exit 1")
    path = str(tmp_path / "bin") if tool == "pip" else ""
    first = set_up(project, path=path)
    assert (first.returncode, first.stderr) == (0, "")
    assert f"with {'uv' if tool == 'uv' else 'venv and pip'}" in first.stdout
    assert word(project) == "toy"
    link = used(project)
    (project / "src" / "toy" / "__init__.py").write_text("WORD = 'edited'\n", encoding="utf-8")
    assert word(project) == "edited"
    assert set_up(project, path=path).stdout == ""
    assert used(project) == link
    (project / "requirements.lock").write_text("# changed\n", encoding="utf-8")
    assert "Setting up" in set_up(project, path=path).stdout
    assert used(project) != link
    assert word(project) == "edited"


@with_uv
def test_what_is_left_over_is_deleted(project: Path):
    """Check that one replaced environment is kept for what still runs in it, and no more."""
    (project / ".venvs" / "never finished").mkdir(parents=True)
    for number in range(4):
        (project / "requirements.lock").write_text(f"# {number}\n", encoding="utf-8")
        assert set_up(project).returncode == 0
        assert len(environments(project)) == min(number + 1, 2)
    (project / ".venv").unlink()
    assert set_up(project).returncode == 0
    assert len(environments(project)) == 1
    assert word(project) == "toy"


@with_uv
def test_a_folder_of_that_name_gives_way(project: Path):
    """Check that an environment as an editor makes it is replaced by the link."""
    (project / ".venv" / "bin").mkdir(parents=True)
    assert set_up(project).returncode == 0
    assert (project / ".venv").is_symlink()
    assert word(project) == "toy"


@with_uv
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_set_up_that_is_stopped_leaves_the_old_one(
    project: Path, tmp_path: Path, number: signal.Signals
):
    """Check that the environment in use works on, and that the next set-up makes a new one."""
    assert set_up(project).returncode == 0
    link = used(project)
    (project / "requirements.lock").write_text("# changed\n", encoding="utf-8")
    uv = shutil.which("uv")
    started = tmp_path / "started"
    hang = f'[ "$1" != pip ] || {{ touch "{started}"; sleep 600; }}; exec "{uv}" "$@"'
    write_program(tmp_path / "bin" / "uv", hang)
    given = environment(str(tmp_path / "bin"), PYTHON=sys.executable)
    with subprocess.Popen(
        [project / "tools" / "setup_venv.sh"], env=given, start_new_session=True
    ) as process:
        deadline = time.monotonic() + 60
        while not started.exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        os.killpg(process.pid, number)
        assert process.wait(60) in (-number, 128 + number)
    assert used(project) == link
    assert word(project) == "toy"
    if number is not signal.SIGKILL:
        assert environments(project) == [link.name]
    assert set_up(project).returncode == 0
    assert used(project) != link


@with_uv
def test_a_set_up_that_fails_leaves_the_old_one(project: Path):
    """Check that a lock that cannot be installed changes nothing, and is an error."""
    assert set_up(project).returncode == 0
    link = used(project)
    (project / "requirements.lock").write_text("toy-without-hash==1\n", encoding="utf-8")
    done = set_up(project, UV_OFFLINE="1")
    assert done.returncode != 0
    assert "toy-without-hash" in done.stderr
    assert used(project) == link
    assert environments(project) == [link.name]
    assert word(project) == "toy"


@with_uv
def test_two_set_ups_at_once_make_one_environment(project: Path):
    """Check that the second waits for the first, and takes what it made."""
    given = environment(PYTHON=sys.executable)
    command = [project / "tools" / "setup_venv.sh"]
    both = [
        subprocess.Popen(command, env=given, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    printed = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert "".join(printed).count("Setting up") == 1
    assert len(environments(project)) == 1
    assert word(project) == "toy"


def test_an_unfit_python_is_refused(project: Path, tmp_path: Path):
    """Check that PYTHON is named, with what it is, and that nothing is made without it."""
    old = write_program(tmp_path / "old", '[ "$1" = -V ] && echo "Python 3.9.1"; exit 1')
    for python, said in ((str(old), "Python 3.9.1"), ("/no/python", "not found")):
        done = set_up(project, PYTHON=python)
        assert done.returncode == 1
        assert f"bassin needs Python 3.11, 3.12 or 3.13, and PYTHON={python} is " in done.stderr
        assert said in done.stderr
        assert not (project / ".venv").exists()


@with_uv
def test_an_environment_of_another_python_is_made_anew(project: Path, tmp_path: Path):
    """Check both: PYTHON names another one than that of .venv, and that of .venv has changed."""
    assert set_up(project).returncode == 0
    link = used(project)
    # Another installation of the same version: its answers differ from those of the one in use.
    answer = 'case "$2" in *base_prefix*) echo "CPython 3.11.0 /elsewhere" ;; '
    other = write_program(tmp_path / "other", f'{answer} *) exec "{sys.executable}" "$@" ;; esac')
    assert "Setting up" in set_up(project, path=str(tmp_path), PYTHON=str(other)).stdout
    second = used(project)
    assert second != link
    stamp = project / ".venv" / "made-from"
    stamp.write_text(stamp.read_text("utf-8").replace("CPython 3", "CPython 2"), "utf-8")
    assert "Setting up" in set_up(project).stdout
    assert used(project) != second
    assert set_up(project, PYTHON="").stdout == ""
