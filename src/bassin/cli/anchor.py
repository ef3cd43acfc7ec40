"""``bassin anchor``: write the anchors of raw files that have none."""

from __future__ import annotations

import argparse

from bassin.cli.helps import Commands, help_of
from bassin.phrase import Phrase
from bassin.words import write


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("anchor", help=help_of("anchor"))
    command.add_argument("files", nargs="*", metavar="FILE", help=help_of("anchor.files"))
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin.files.sources import Sources
    from bassin.read import editions

    sources = Sources()
    for file in args.files or editions.without_anchors(sources):
        tables = editions.anchor_file(sources, file)
        print(write(Phrase("cli.anchored", file=file, n=tables)))
    return 0
