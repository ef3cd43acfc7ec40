"""What depends on each raw file, and what a change in one moves.

Two ways of knowing are kept apart. The claims that depend on a file are those whose checks rest on
it, as :mod:`bassin.files.trace` noted while they ran. The figures, maps and tables are those that
cite it in their source, read in the chapters' code; the table of claims at the head of a chapter
depends on what its claims do.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd

from bassin.claims import judging
from bassin.errors import BassinError
from bassin.files.sources import Sources
from bassin.study import Study

NOTEBOOKS = "notebooks"
_EXHIBIT = re.compile(r"(fig|map|tab)-")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_MARK = "\x00"
#: What an assignment or a source may call, besides ``study.cite``.
_CALLABLE: dict[str, Any] = {
    "__builtins__": {},
    "Markdown": str,
    "dict": dict,
    "range": range,
    "str": str,
}


class _Cite:
    """Stands for ``study`` while a source is evaluated: a citation is its files, between marks."""

    @staticmethod
    def cite(*files: str) -> str:
        return "".join(f"{_MARK}{file}{_MARK}" for file in files)


def exhibits(root: Path) -> pd.DataFrame:
    """Figures, maps and tables of the chapters, and the raw files each cites.

    Only the code that names files is evaluated: constants, and the ``source`` of an exhibit.

    Parameters
    ----------
    root : Path
        The folder that holds ``notebooks/``.

    Returns
    -------
    DataFrame
        Index ``exhibit`` (its name), in the order of the book; ``chapter`` (stem of the notebook),
        ``title`` (of the chapter), ``section`` (heading it stands under), ``claims`` (name of the
        chapter in the list of claims, where the exhibit is its table of claims, else ``""``),
        ``files`` (list of the raw files cited).

    Raises
    ------
    BassinError
        If what an exhibit cites cannot be told from its chapter.
    """
    rows: list[dict[str, Any]] = []
    for path in sorted((root / NOTEBOOKS).glob("*.ipynb")):
        notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
        title = next((line[2:] for line in prose.splitlines() if line.startswith("# ")), path.stem)
        names: dict[str, Any] = {"study": _Cite()}
        claims, section = "", title
        for cell in notebook.cells:
            if cell.cell_type != "code":
                section = (_HEADING.findall(cell.source) or [section])[-1]
                continue
            tree = ast.parse(cell.source)
            claims = _claims_read(tree) or claims
            for statement in tree.body:
                _learn(statement, names)
                for call in _exhibit_calls(statement):
                    name, source = call
                    head = name == f"tab-{name.split('-')[1]}-claims"
                    rows.append(
                        {
                            "exhibit": name,
                            "chapter": path.stem,
                            "title": title,
                            "section": section,
                            "claims": claims if head else "",
                            "files": _cited(source, names, f"{path.name}, {name}"),
                        }
                    )
    columns = ["exhibit", "chapter", "title", "section", "claims", "files"]
    return pd.DataFrame(rows, columns=columns).set_index("exhibit")


def _claims_read(tree: ast.AST) -> str:
    """Chapter whose verdicts some code asks for; ``""`` where it asks for none."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "verdicts"
            and ast.unparse(node.func.value) == "claims"
            and isinstance(node.args[-1], ast.Constant)
        ):
            return str(node.args[-1].value)
    return ""


def _learn(statement: ast.stmt, names: dict[str, Any]) -> None:
    """Keep the names that an assignment gives to constants; forget those it gives to data."""
    if not isinstance(statement, ast.Assign | ast.AugAssign):
        return
    for one in _one_by_one(statement):
        given = {
            node.id
            for node in ast.walk(one)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        scope = dict(names)
        try:
            exec(compile(ast.Module([one], []), "<chapter>", "exec"), {**_CALLABLE, **names}, scope)
        except Exception:
            scope = {}  # it needs the data: its names are not those of files
        for name in given - {"study"}:
            names.pop(name, None)
            if name in scope:
                names[name] = scope[name]


def _one_by_one(statement: ast.Assign | ast.AugAssign) -> list[ast.stmt]:
    """Split ``a, b = c, d`` into an assignment each."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target, value = statement.targets[0], statement.value
        if (
            isinstance(target, ast.Tuple)
            and isinstance(value, ast.Tuple)
            and len(target.elts) == len(value.elts)
        ):
            pairs = zip(target.elts, value.elts, strict=True)
            return [ast.copy_location(ast.Assign([a], b), statement) for a, b in pairs]
    return [statement]


def _exhibit_calls(statement: ast.stmt) -> list[tuple[str, ast.expr]]:
    found = []
    for node in ast.walk(statement):
        if isinstance(node, ast.Call):
            given = {word.arg: word.value for word in node.keywords}
            name = given.get("name")
            if (
                isinstance(name, ast.Constant)
                and _EXHIBIT.match(str(name.value))
                and "source" in given
            ):
                found.append((str(name.value), given["source"]))
    return found


def _cited(source: ast.expr, names: Mapping[str, Any], where: str) -> list[str]:
    code = compile(ast.Expression(source), "<source>", "eval")
    try:
        written = str(eval(code, {**_CALLABLE, **names}))
    except Exception as error:
        raise BassinError(
            f"{where}: what its source cites cannot be told ({error}). Give the files as constants."
        ) from error
    return list(dict.fromkeys(re.findall(f"{_MARK}([^{_MARK}]+){_MARK}", written)))


def by_file(table: pd.DataFrame, shown: pd.DataFrame, sources: Sources) -> pd.DataFrame:
    """Claims and exhibits that depend on each raw file.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`, of all claims.
    shown : DataFrame
        As :func:`exhibits`.
    sources : Sources

    Returns
    -------
    DataFrame
        Index ``file``, every raw file in the order of the manifest; ``publisher``, ``title``,
        ``claims`` and ``exhibits`` (lists of identifiers and names, empty where nothing depends on
        the file).
    """
    claims = _inverse(table["files"])
    cited = _inverse(shown["files"])
    head = shown[shown["claims"] != ""]
    opened = (
        table["files"].groupby(table["chapter"]).agg(lambda s: sorted({f for x in s for f in x}))
    )
    heads = _inverse(head["claims"].map(opened).dropna())
    rows = {
        file: {
            "publisher": row["publisher"],
            "title": row["title"],
            "claims": claims.get(str(file), []),
            "exhibits": list(dict.fromkeys([*cited.get(str(file), []), *heads.get(str(file), [])])),
        }
        for file, row in sources.manifest.iterrows()
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("file")


def _inverse(lists: pd.Series[Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, files in lists.items():
        for file in files:
            found.setdefault(file, []).append(str(name))
    return found


@dataclass(frozen=True)
class Moves:
    """What a changed copy of a raw file does.

    Attributes
    ----------
    checked : list of str
        The claims whose checks rest on the file, run again.
    verdicts : DataFrame
        Those whose verdict moves: index ``id``; ``before``, ``after`` (verdicts),
        ``found_before``, ``found_after`` (NaN for a statement).
    stirred : list of str
        Those of which only the value or the sentence moves.
    refused : str
        Why the reader of the file, or a check, refuses the copy; ``""`` where it does not.
    """

    checked: list[str]
    verdicts: pd.DataFrame
    stirred: list[str]
    refused: str = ""


def rerun(
    study: Study,
    table: pd.DataFrame,
    file: str,
    copy: Path,
    *,
    claims: Collection[str] | None = None,
) -> Moves:
    """Run the checks that rest on a raw file again, with a changed copy in its place.

    Nothing that does not rest on the file is read or computed again.

    Parameters
    ----------
    study : Study
        The one ``table`` was made with.
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    file : str
        Path relative to ``data/raw``.
    copy : Path
        A file of the same format. Its hash is not checked; all that its reader checks is.
    claims : collection of str, optional
        Only these claims; all by default.
    """
    rests = pd.Series([file in files for files in table["files"]], table.index)
    checked = table.index[rests & (table.index.isin(list(claims)) if claims else True)]
    before = table.loc[checked]
    columns = ["before", "after", "found_before", "found_after"]
    nothing = pd.DataFrame(columns=columns).rename_axis("id")
    if before.empty:
        return Moves([], nothing, [])
    with study.sources.replaced(file, copy):
        try:
            after = judging.verdicts(study.all_claims.loc[checked], study)
        except (BassinError, ValueError, TypeError, ArithmeticError, LookupError) as error:
            return Moves(list(checked), nothing, [], f"{type(error).__name__}: {error}")
    both = pd.DataFrame(
        {
            "before": before["verdict"],
            "after": after["verdict"],
            "found_before": before["found"],
            "found_after": after["found"],
        }
    )
    moved = both["before"] != both["after"]
    # Two absent values differ in pandas; they are one and the same here.
    found = both["found_before"].fillna(0) != both["found_after"].fillna(0)
    stirred = found | (before["finding"] != after["finding"])
    return Moves(list(checked), both[moved], list(both.index[stirred & ~moved]))
