"""``bassin clean``: delete what was built."""

from __future__ import annotations

import argparse

from bassin.cli.helps import Commands, help_of


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("clean", help=help_of("clean"))
    command.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin.book.build import clean

    clean()
    return 0
