"""What the names and the exhibits of a notebook rest on, observed statement by statement."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from tests.fixtures.observed import observed_shell, shown_by

from bassin.files import observing, trace
from bassin.files.observing import Names, Observer
from bassin.files.trace import Edition, cached_property
from bassin.show import tables
from bassin.show.exhibit import Exhibit


class Topic:
    """Three tables: two of a file each, the last made from both; each kept once it is made."""

    def __init__(self) -> None:
        self.runs = 0

    def _table(self, file: str) -> pd.DataFrame:
        self.runs += 1
        trace.opened(Edition(file))
        return pd.DataFrame({"n": [1]}, index=pd.Index([file], name="file"))

    @cached_property
    def people(self) -> pd.DataFrame:
        return self._table("people.csv")

    @cached_property
    def areas(self) -> pd.DataFrame:
        return self._table("areas.csv")

    @cached_property
    def density(self) -> pd.DataFrame:
        return pd.concat([self.people, self.areas])


def show(table: pd.DataFrame, name: str) -> Exhibit:
    return tables.show(table, name=f"tab-{name}", caption="A table.", source="INSEE")


def told_of_a_topic() -> InteractiveShell:
    """A notebook with a topic, and with how to show a table."""
    shell = observed_shell()
    shell.user_ns |= {"topic": Topic(), "show": show, "pd": pd}
    return shell


@pytest.fixture
def shell() -> InteractiveShell:
    return told_of_a_topic()


def run(shell: InteractiveShell, *cells: str) -> dict[str, set[str]]:
    """Files of the exhibits that cells end with, by name."""
    return {name: set(exhibit.files) for name, exhibit in shown_by(shell, cells).items()}


# -- Cases made by hand ----------------------------------------------------------------------------


def test_an_exhibit_rests_on_what_its_statement_reads(shell):
    """Not on what the statement before it in the cell read, nor the cell after."""
    found = run(
        shell,
        "topic.areas\nshow(topic.people, 'people')",
        "show(topic.areas, 'areas')",
        "show(pd.DataFrame({'n': [1]}), 'none')",
    )
    assert found == {"tab-people": {"people.csv"}, "tab-areas": {"areas.csv"}, "tab-none": set()}


def test_a_table_that_was_kept_says_its_files_again(shell):
    """The second exhibit made from it reads nothing, and rests on the same."""
    found = run(shell, "show(topic.density, 'first')", "show(topic.density, 'second')")
    assert found["tab-first"] == found["tab-second"] == {"people.csv", "areas.csv"}
    assert shell.user_ns["topic"].runs == 2


def test_names_carry_their_files_from_cell_to_cell(shell):
    """Through other names, functions and changes in place, until they are assigned anew."""
    found = run(
        shell,
        "people = topic.people\nboth, size = pd.concat([people, topic.areas]), len(people)",
        "show(both, 'both')",
        "half = [people for _ in range(1)]\nshow(half[0], 'half')",
        "plain = pd.DataFrame({'n': [1]})\nshow(plain, 'before')",
        "plain.loc[0, 'n'] = topic.areas.iloc[0, 0]\nshow(plain, 'changed')",
        "def again():\n    return people\nshow(again(), 'called')",
        "both = topic.areas\nshow(both, 'anew')",
    )
    assert found == {
        "tab-both": {"people.csv", "areas.csv"},
        "tab-half": {"people.csv"},
        "tab-before": set(),
        "tab-changed": {"areas.csv"},
        "tab-called": {"people.csv"},
        "tab-anew": {"areas.csv"},
    }


CELLS = [
    "show(topic.density, 'density')",
    "people = topic.people\nshow(people, 'people')",
    "show(pd.concat([topic.areas, topic.density]), 'two')",
    "rows = len(topic.areas)\nshow(topic.people.head(rows), 'head')",
]


def test_the_order_of_cells_changes_no_files():
    """Whichever is asked for first, and read, the others rest on what they did."""
    found = run(told_of_a_topic(), *CELLS)
    assert len(found) == len(CELLS)
    assert run(told_of_a_topic(), *CELLS[::-1]) == found


def test_an_exhibit_that_is_kept_by_a_name_is_what_it_was(shell):
    """It rests on what was read to make it, wherever it is shown."""
    run(shell, "kept = show(topic.people, 'people')", "topic.areas")
    assert run(shell, "kept") == {"tab-people": {"people.csv"}}


def test_a_statement_that_fails_leaves_the_next_alone(shell):
    """What it read is not the next one's; what it had assigned is told."""
    with pytest.raises(ZeroDivisionError):
        run(shell, "topic.people\n[topic.areas, 1 / 0]")
    assert run(shell, "show(pd.DataFrame({'n': [1]}), 'none')") == {"tab-none": set()}


def test_a_notebook_is_observed_once(shell):
    """However often it is asked for: a cell that is run again asks again."""
    before = shell.run_code
    assert isinstance(observing.observe(shell), Observer)
    assert shell.run_code is before


def test_importing_observes_nothing():
    """A shell that runs when the package is imported has its own way to run statements."""
    script = (
        "from IPython.core.interactiveshell import InteractiveShell as Shell\n"
        "from traitlets.config import Config\n"
        "shell = Shell.instance(config=Config(HistoryManager={'enabled': False}))\n"
        "before = shell.run_code\n"
        "import bassin.show, bassin.claims, bassin.study\n"
        "assert shell.run_code == before\n"
        "shell.run_line_magic('load_ext', 'bassin.files.observing')\n"
        "assert shell.run_code.observer.carried == {}\n"
        "shell.run_line_magic('unload_ext', 'bassin.files.observing')\n"
        "assert shell.run_code == before\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_statement_that_awaits_is_observed(shell):
    """At the top of a cell, as notebooks may."""
    cell = "import asyncio\nawait asyncio.sleep(0)\nshow(topic.people, 'people')"
    assert run(shell, cell) == {"tab-people": {"people.csv"}}


# -- Names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "used", "assigned", "changed", "deleted"),
    [
        ("a = b.c(d)", "b d", "a", "", ""),
        ("a, *b = c", "c", "a b", "", ""),
        ("a += b", "a b", "a", "", ""),
        ("a['x'] = b", "a b", "", "a", ""),
        ("a.b.c = d", "a d", "", "a", ""),
        ("a.loc[b, 'x'] += c", "a b c", "", "a", ""),
        ("a[b:c] = d", "a b c d", "", "a", ""),
        ("a[b] = c[d]", "a b c d", "", "a", ""),
        ("[a for a in b if c]", "b c", "", "", ""),
        ("for a in b: c(a)", "a b c", "a", "", ""),
        ("(a := b)", "b", "a", "", ""),
        ("with a as b: pass", "a", "b", "", ""),
        ("def a(b): return b + c", "c", "a", "", ""),
        ("a = lambda b: [b, c]", "c", "a", "", ""),
        ("def a():\n    global b\n    b = c", "c", "a", "b", ""),
        ("import a.b as c", "", "c", "", ""),
        ("del a", "", "", "", "a"),
    ],
)
def test_names_of_a_statement(statement, used, assigned, changed, deleted):
    """Those of functions and comprehensions are theirs, but for what they take from outside."""
    found = Names.of(compile(statement, "<cell>", "exec"))
    assert found.used == set(used.split())
    assert found.assigned == set(assigned.split())
    assert found.changed == set(changed.split())
    assert found.deleted == set(deleted.split())
