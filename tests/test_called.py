"""Nothing is kept that nobody calls: what only tests name is dead."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator

from tests.fixtures import ROOT

SOURCE = ROOT / "src"
#: Names that a framework or a language calls, by the name of their class or module.
CALLED_FROM_OUTSIDE = {
    "_Page": {"handle_starttag", "handle_data", "handle_endtag"},  # html.parser
    "_Texts": {"handle_starttag", "handle_data", "handle_endtag"},  # html.parser
    "_Bar": {"handle_starttag", "handle_data", "handle_endtag"},  # html.parser
    "_Head": {"handle_starttag", "handle_data"},  # html.parser
    "_Article": {
        *("handle_starttag", "handle_startendtag", "handle_endtag"),
        *("handle_data", "handle_entityref", "handle_charref"),
    },  # html.parser
    "BareEnglish": {"split"},  # Sphinx
    "BareFrench": {"split"},  # Sphinx
    "UnsearchedCode": {"astext"},  # docutils
    "ExhibitPlugin": {"handle_mime"},  # MyST-NB
    "EscapedIndex": {"dump"},  # Sphinx
    "AuthorYearLabels": {"format_labels"},  # pybtex
    "AuthorYear": {"format_names", "format_edition"},  # pybtex
    "ByAuthor": {"sorting_key"},  # pybtex
    "Exhibit": {"_repr_mimebundle_"},  # IPython
    "Absent": {"_repr_mimebundle_"},  # IPython
    "Study": {"_repr_html_"},  # IPython
    "Kernel": {"terminate"},  # jupyter_client
    "__init__": {"__getattr__"},  # Python, of the package
    "_Patterns": {"get_value", "format_field"},  # string.Formatter
    "extension": {"setup"},  # Sphinx
    "reference": {"setup"},  # Sphinx
    "observing": {"load_ipython_extension", "unload_ipython_extension"},  # IPython
    "again": {"load_ipython_extension"},  # IPython
    "render": {"ExhibitPlugin"},  # MyST-NB, by its entry point
}
#: Public, with an example of their own, for tables and models of one's own.
FOR_OTHERS = {"from_table", "cross_validate", "gini", "palma", "theil", "theil_parts"}
#: Run by a test alone, where the text or the built book they are about is at hand.
FOR_TESTS = {"numeric_tokens", "text_sha256", "is_current"}
#: A check on two versions of one indicator, run on the raw files.
ON_RAW_FILES = {"moved_2020"}
#: Read by name from each module of words.
WORDS = {"SENTENCES", "EXHIBITS", "NAMES"}


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Each module of the package, by its name."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.stem, ast.parse(path.read_text(encoding="utf-8"))


def code_elsewhere() -> Iterator[ast.Module]:
    """What else runs: the cells of the chapters, the benches and the tools."""
    for path in [*ROOT.glob("bench/*.py"), *ROOT.glob("tools/*.py")]:
        yield ast.parse(path.read_text(encoding="utf-8"))
    for path in ROOT.glob("notebooks/**/*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        for cell in cells:
            if cell["cell_type"] == "code":
                yield ast.parse("".join(cell["source"]))


def defined(module: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Functions, classes, constants of a module and methods: where each is, and its name."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.decorator_list:
            yield module, node.name
        elif isinstance(node, ast.ClassDef):
            yield module, node.name
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("__"):
                    yield node.name, inner.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                for name in ast.walk(target):
                    if isinstance(name, ast.Name) and not name.id.startswith("__"):
                        yield module, name.id


def named(tree: ast.Module) -> Iterator[str]:
    """Names that code reads, and those it writes as a text: ``"health.access"`` is two.

    To hand a name out is not to read it: neither an import does, nor a list of what is public.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            node.value = ast.Tuple([], ast.Load())
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg
        elif isinstance(node, ast.Constant) and re.fullmatch(r"\w+(\.\w+)*", str(node.value)):
            yield from str(node.value).split(".")


def uncalled(modules: list[tuple[str, ast.Module]], elsewhere: list[ast.Module]) -> list[str]:
    """Names that are defined, and read nowhere."""
    read = {name for _, tree in modules for name in named(tree)}
    read |= {name for tree in elsewhere for name in named(tree)}
    return [
        f"{where}.{name}"
        for module, tree in modules
        for where, name in defined(module, tree)
        if name not in read
    ]


def test_everything_is_called_by_something_but_tests():
    """Or stands in one of the lists above, with its reason."""
    allowed = FOR_OTHERS | FOR_TESTS | ON_RAW_FILES | WORDS
    outside = {f"{where}.{name}" for where, names in CALLED_FROM_OUTSIDE.items() for name in names}
    found = uncalled(list(trees()), list(code_elsewhere()))
    dead = [one for one in found if one not in outside and one.split(".")[-1] not in allowed]
    assert dead == []


def test_what_nobody_calls_is_found():
    """A function, a method and a constant; not those that are read, nor those named in a text."""
    text = """
from other import handed_out
__all__ = ["lonely"]
LEFT, USED = 1, 2
def lonely(): return USED
def by_name(): ...
class Kept:
    def alone(self): ...
    def read(self): return self.read
CALLS = {"topic.by_name": Kept}
print(CALLS)
"""
    found = uncalled([("one", ast.parse(text))], [])
    assert found == ["one.LEFT", "one.lonely", "Kept.alone"]


def test_the_lists_name_what_is_there():
    """No exception is left behind by what is gone."""
    there = {name for module, tree in trees() for _, name in defined(module, tree)}
    outside = {name for names in CALLED_FROM_OUTSIDE.values() for name in names}
    assert FOR_OTHERS | FOR_TESTS | ON_RAW_FILES | WORDS | outside <= there
