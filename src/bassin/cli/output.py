"""How a command prints a table: as letters, as CSV or as JSON."""

from __future__ import annotations

import argparse
import json
import sys

import pandas as pd

from bassin.cli.helps import help_of
from bassin.show import cells


def add_formats(command: argparse.ArgumentParser) -> None:
    """Add the options of a command that prints a table."""
    formats = command.add_mutually_exclusive_group()
    formats.add_argument("--csv", action="store_true", help=help_of("csv"))
    formats.add_argument("--json", action="store_true", help=help_of("json"))


def written(table: pd.DataFrame, args: argparse.Namespace) -> bool:
    """Print a table as CSV or JSON, its index left out; false where neither is asked for."""
    if args.csv:
        text = table.to_csv(index=False, float_format="%.10g", lineterminator="\n")
        sys.stdout.write(cells.guarded(str(text)))
    elif args.json:
        rows = table.astype(object).where(table.notna(), None).to_dict("records")
        print(json.dumps(rows, ensure_ascii=False, indent=1, default=_plain))
    return bool(args.csv or args.json)


def _plain(value: object) -> object:
    """A number of numpy's as Python's own."""
    return value.item() if hasattr(value, "item") else str(value)
