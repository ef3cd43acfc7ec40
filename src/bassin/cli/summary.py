"""``bassin summary``: write the two printed pages of places."""

from __future__ import annotations

import argparse
from pathlib import Path

from bassin.cli.helps import Commands, help_of


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("summary", help=help_of("summary"))
    command.add_argument("places", nargs="*", metavar="PLACE", help=help_of("summary.places"))
    command.add_argument("--all", action="store_true", help=help_of("summary.all"))
    command.add_argument("--prepare", action="store_true", help=help_of("summary.prepare"))
    command.add_argument("--into", type=Path, metavar="FOLDER", help=help_of("summary.into"))
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin.book.summaries import told

    return told(args.places, args.into, everywhere=args.all, prepared=args.prepare)
