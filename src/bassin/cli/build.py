"""``bassin build``: build the book."""

from __future__ import annotations

import argparse

from bassin.cli.told import Commands, told


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("build", help=told("build"))
    command.add_argument(
        "--fast",
        action="store_true",
        help=told("build.fast"),
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    # Jupyter Book takes two seconds to import: the other commands do without.
    from bassin.book.build import build

    build(fast=args.fast)
    return 0
