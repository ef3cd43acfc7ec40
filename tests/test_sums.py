"""A sum is missing where one of its parts is: no bare ``.sum()`` of what can be blank."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.fixtures import ROOT

SOURCE = ROOT / "src" / "bassin"
#: Where what publishers count is added up. Models take whole arrays alone, and refuse others.
ROOMS = ("read", "places", "indicators", "topics")
#: Methods and functions that answer by yes or no.
YES_OR_NO = {
    *("isna", "notna", "isin", "any", "all", "duplicated", "is_empty", "startswith", "endswith"),
    *("contains", "fullmatch", "eq", "ne", "lt", "le", "gt", "ge", "between", "isnull", "notnull"),
}


def is_yes_or_no(node: ast.expr, known: set[str]) -> bool:
    """Whether an expression is of yes and no alone: a comparison, or what such are put to."""
    match node:
        case ast.Compare():
            return True
        case ast.UnaryOp(op=ast.Invert(), operand=one):
            return is_yes_or_no(one, known)
        case ast.BinOp(op=ast.BitAnd() | ast.BitOr() | ast.BitXor(), left=one, right=other):
            return is_yes_or_no(one, known) or is_yes_or_no(other, known)
        case ast.Call(func=ast.Attribute(attr=name, value=of)):
            return name in YES_OR_NO or (
                name in {"groupby", "to_numpy", "xs", "drop", "head"} and is_yes_or_no(of, known)
            )
        case ast.Attribute(attr=name):
            return name in YES_OR_NO
        case ast.Subscript(value=of):
            return is_yes_or_no(of, known)
        case ast.Name(id=name):
            return name in known
    return False


def bare(code: str) -> Iterator[tuple[str, str]]:
    """Functions and the sums in them that leave out what is missing."""
    for function in ast.walk(ast.parse(code)):
        if not isinstance(function, ast.FunctionDef):
            continue
        known: set[str] = set()
        for node in ast.walk(function):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    if is_yes_or_no(value, known):
                        known.add(name)
        for node in ast.walk(function):
            match node:
                case ast.Call(func=ast.Attribute(attr="sum" | "nansum" | "cumsum", value=of)):
                    strict = any(word.arg == "skipna" for word in node.keywords)
                    if not strict and not is_yes_or_no(of, known):
                        yield function.name, ast.unparse(node)


if __name__ == "__main__":
    n = 0
    for room in ROOMS:
        for path in sorted((SOURCE / room).rglob("*.py")):
            for name, told in bare(path.read_text(encoding="utf-8")):
                n += 1
                print(path.relative_to(SOURCE), name, told[:110])
    print(n)
