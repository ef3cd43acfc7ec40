"""``bassin book``: build the portrait of a place."""

from __future__ import annotations

import argparse

from bassin.cli.helps import Commands, help_of


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("book", help=help_of("book"))
    command.add_argument("place", help=help_of("book.place"))
    command.add_argument("--line", help=help_of("book.line"))
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin.book.portrait import build_portrait

    build_portrait(args.place, **({} if args.line is None else {"line": args.line}))
    return 0
