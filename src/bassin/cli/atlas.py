"""``bassin atlas``: write every indicator for every group of places, and the pages on them."""

from __future__ import annotations

import argparse

from bassin.cli.helps import Commands, help_of


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("atlas", help=help_of("atlas"))
    command.add_argument("--pages", action="store_true", help=help_of("atlas.pages"))
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin.book import atlas

    atlas.write(pages=args.pages)
    return 0
