"""Cells run again in another language by a shell."""

from __future__ import annotations

from collections.abc import Iterator

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from bassin.show.again import AGAIN, FIELD, Again, load_ipython_extension, parted

SETUP = "from bassin.words import called\nfrom bassin.show import say"


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    """A shell of its own, whose cells are run again in French."""
    InteractiveShell.clear_instance()
    found = InteractiveShell.instance()
    again = Again(found, "fr")
    found.events.register("post_run_cell", again.run)
    found.run_cell(SETUP)
    yield found
    found.events.unregister("post_run_cell", again.run)
    InteractiveShell.clear_instance()


def shown(shell: InteractiveShell, code: str) -> list[tuple[str, str]]:
    """Language and plain text of what a cell displays, beside its own result."""
    with capture_output() as seen:
        shell.run_cell(code)
    return [(one.metadata.get(FIELD, ""), next(iter(one.data.values()))) for one in seen.outputs]


def test_what_a_cell_shows_is_shown_in_both(shell: InteractiveShell):
    """Each marked with its language."""
    assert ("fr", "'nord et ouest'") in shown(shell, "called('north_west')")


def test_a_name_is_of_its_language(shell: InteractiveShell):
    """What a cell assigned in one is not found in the other."""
    shown(shell, "side = called('north_west')\nside")
    assert ("fr", "'NORD ET OUEST'") in shown(shell, "side.upper()")
    assert shell.user_ns["side"] == "north and west"


def test_a_cell_that_shows_nothing_is_run_once(shell: InteractiveShell):
    """What it makes serves both."""
    shown(shell, "made = []")
    shown(shell, "made += [1]")
    assert shell.user_ns["made"] == [1]


def test_glued_values_are_of_each_language(shell: InteractiveShell):
    """Under one name, marked."""
    found = shown(shell, "say({'share': (12.5, '.1f', '%')})")
    assert [language for language, _ in found] == ["", "fr"]
    assert [text for _, text in found] == ["'12.5%'", "'12,5\N{NARROW NO-BREAK SPACE}%'"]


def test_what_failed_is_not_run_again(shell: InteractiveShell):
    """Its error is enough."""
    assert all(language == "" for language, _ in shown(shell, "1 / 0"))


def test_nothing_is_run_again_unless_asked(monkeypatch: pytest.MonkeyPatch):
    """The environment names the language."""
    monkeypatch.delenv(AGAIN, raising=False)
    InteractiveShell.clear_instance()
    found = InteractiveShell.instance()
    before = list(found.events.callbacks["post_run_cell"])
    load_ipython_extension(found)
    assert found.events.callbacks["post_run_cell"] == before
    InteractiveShell.clear_instance()


def test_the_two_languages_are_parted():
    """Each notebook keeps the code and has the outputs of one."""
    both = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x")])
    both.cells[0].outputs = [
        nbformat.v4.new_output("display_data", {"text/plain": "one"}),
        nbformat.v4.new_output("display_data", {"text/plain": "un"}, metadata={FIELD: "fr"}),
    ]
    other = parted(both, "fr")
    assert [one.data["text/plain"] for one in both.cells[0].outputs] == ["one"]
    assert [one.data["text/plain"] for one in other.cells[0].outputs] == ["un"]
    assert other.cells[0].outputs[0].metadata == {}
