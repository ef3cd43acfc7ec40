"""The script a shell completes the command line with."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from bassin.cli import main
from bassin.cli.completion import SHELLS
from bassin.files.sources import Sources
from bassin.topics.asked import keys_by_topic

BASIN = "200000018"


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_one_of_its_shell(
    toy_project: Path, capsys: pytest.CaptureFixture[str], shell: str
):
    """It holds commands, SIRENs, topics and indicators, and the shell can read it."""
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    keys = keys_by_topic(Sources(toy_project / "data"))
    for word in ("verify", BASIN, *keys, keys["health"][0]):
        assert word in script
    if found := shutil.which(shell):
        subprocess.run([found, "-n"], input=script, text=True, check=True)


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    ("words", "completed"),
    [
        (["bassin", "ver"], "verify"),
        (["bassin", "show", "20000001"], BASIN),
        (["bassin", "book", "20000001"], BASIN),
        (["bassin", "show", BASIN, "popu"], "population"),
        (["bassin", "show", BASIN, "population", "population_202"], "population_2020"),
    ],
)
def test_bash_completes(
    toy_project: Path, capsys: pytest.CaptureFixture[str], words: list[str], completed: str
):
    """What a Tab gives behind some words."""
    assert main(["completion", "bash"]) == 0
    script = capsys.readouterr().out
    typed = " ".join(words)
    ask = (
        f"COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; COMP_LINE='{typed}'; "
        f"COMP_POINT={len(typed)}; COMP_TYPE=9; "
        f"$(complete -p bassin | sed 's/.*-F \\([^ ]*\\).*/\\1/') bassin {words[-1]}; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", f"{script}\n{ask}"], text=True, capture_output=True)
    assert completed in done.stdout.split(), done.stderr
