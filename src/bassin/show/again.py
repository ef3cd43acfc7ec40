"""What the cells of a notebook show, shown again in another language from the same values.

An extension of IPython. Where it is loaded, a cell that shows something is run once more in the
language that the environment names: what it asks topics for is kept, so that what is done twice is
the writing and the drawing. The names that it assigns are its own: the next cell finds those of its
language. What is shown so carries the language in its metadata; :func:`parted` tells the two apart.
"""

from __future__ import annotations

import ast
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from copy import deepcopy
from types import CodeType
from typing import Any

import nbformat
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from IPython.display import display
from IPython.utils.capture import capture_output

from bassin.words import speaking

#: Variable of the environment that names the other language.
AGAIN = "BASSIN_AGAIN"
#: Field of the metadata of what is shown in it.
FIELD = "bassin_language"


class Again:
    """Runs the cells of one notebook again.

    Parameters
    ----------
    shell : InteractiveShell
        Of its kernel.
    language : str
        Of :data:`bassin.words.LANGUAGES`.
    """

    def __init__(self, shell: InteractiveShell, language: str) -> None:
        self.shell = shell
        self.language = language
        self.names: dict[str, Any] = {}

    def run(self, result: ExecutionResult) -> None:
        """Run a cell again, if it showed something and did not fail."""
        if not result.success or result.info is None or not result.info.raw_cell:
            return
        tree = ast.parse(self.shell.transform_cell(result.info.raw_cell))
        if not tree.body or not isinstance(tree.body[-1], ast.Expr):
            return
        space = {**self.shell.user_ns, **self.names}
        before = dict(space)
        with speaking(self.language), capture_output() as seen:
            for statement in tree.body[:-1]:
                self._do(compile(ast.Module([statement], []), "<again>", "exec"), space)
            value = self._do(compile(ast.Expression(tree.body[-1].value), "<again>", "eval"), space)
            if value is not None:
                display(value)
        self.names |= {name: one for name, one in space.items() if before.get(name) is not one}
        for shown in seen.outputs:
            metadata = {**shown.metadata, FIELD: self.language}
            self.shell.display_pub.publish(data=shown.data, metadata=metadata)
        if seen.stderr:
            print(seen.stderr, file=sys.stderr)

    def _do(self, code: CodeType, space: dict[str, Any]) -> Any:
        observer = getattr(self.shell.run_code, "observer", None)
        noted: AbstractContextManager[None] = (
            observer.statement(code) if observer else nullcontext()
        )
        with noted:
            return eval(code, space)


def parted(notebook: nbformat.NotebookNode, language: str) -> nbformat.NotebookNode:
    """Part an executed notebook: what is shown in another language leaves it, for one of its own.

    Parameters
    ----------
    notebook : NotebookNode
        Executed; the outputs in that language are taken out of it.
    language : str

    Returns
    -------
    NotebookNode
        The same cells, with the outputs in that language.
    """
    other = deepcopy(notebook)
    for cell, twin in zip(notebook.cells, other.cells, strict=True):
        if cell.cell_type != "code":
            continue
        outputs = twin.outputs
        cell.outputs = [one for one in cell.outputs if _language(one) != language]
        twin.outputs = [one for one in outputs if _language(one) == language]
        for one in twin.outputs:
            del one.metadata[FIELD]
    return other


def _language(output: nbformat.NotebookNode) -> str:
    return str(output.get("metadata", {}).get(FIELD, ""))


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Run cells again from now on, where the environment names a language."""
    if language := os.environ.get(AGAIN):
        shell.events.register("post_run_cell", Again(shell, language).run)
