"""``bassin fetch``: take raw files from their publishers' addresses."""

from __future__ import annotations

import argparse
import sys

from bassin.cli.helps import Commands, help_of
from bassin.phrase import Phrase
from bassin.words import write


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("fetch", help=help_of("fetch"))
    command.add_argument("files", nargs="*", metavar="FILE", help=help_of("fetch.files"))
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code: 1 where a file could not be fetched."""
    from bassin.files.fetch import FetchError, chosen_files, fetch, is_there
    from bassin.files.sources import Sources

    sources, failed = Sources(), 0
    for file, address in chosen_files(sources, args.files).items():
        if is_there(sources, file):
            print(write(Phrase("cli.fetch.there", file=file)))
            continue
        try:
            fetch(sources, file, address)
        except FetchError as error:
            failed += 1
            print(error, file=sys.stderr)
        else:
            print(write(Phrase("cli.fetch.fetched", file=file, address=address)))
    return int(failed > 0)
