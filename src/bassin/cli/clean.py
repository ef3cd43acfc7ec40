"""``bassin clean``: delete what was built."""

from __future__ import annotations

import argparse

from bassin.cli.told import Commands, told


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("clean", help=told("clean"))
    command.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin.book.build import clean

    clean()
    return 0
