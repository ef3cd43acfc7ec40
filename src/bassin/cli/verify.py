"""``bassin verify``: compare the raw files with their list."""

from __future__ import annotations

import argparse
import sys

from bassin.cli.helps import Commands, help_of
from bassin.phrase import Phrase
from bassin.words import write


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("verify", help=help_of("verify"))
    command.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin.files.sources import Sources

    sources = Sources()
    faults = sources.verify()
    for fault in faults:
        print(write(fault.said), file=sys.stderr)
    if faults:
        counted = Phrase("cli.faults", n=len(faults), folder=str(sources.root))
        print(write(counted), file=sys.stderr)
        return 1
    print(write(Phrase("cli.verified", n=len(sources.manifest))))
    return 0
