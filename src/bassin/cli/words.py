"""``bassin words``: what is to be translated, and catalogues brought up to the pages."""

from __future__ import annotations

import argparse

from bassin.cli.helps import Commands, help_of
from bassin.phrase import Phrase
from bassin.words import LANGUAGES, write


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("words", help=help_of("words"))
    command.add_argument(
        "language", nargs="?", choices=LANGUAGES[1:], default=LANGUAGES[1], help=help_of("words.of")
    )
    command.add_argument("--update", action="store_true", help=help_of("words.update"))
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin.book.edition.catalogue import pages, update
    from bassin.book.edition.faithful import faults
    from bassin.files.root import project_root

    root = project_root()
    if args.update:
        written = update(root, args.language)
        print(write(Phrase("translation.written", n=len(written))))
    found = [fault for page in pages(root) for fault in faults(root, args.language, page)]
    for fault in found:
        print(write(fault.said))
    print(write(Phrase("translation.counted", n=len(found))))
    return 1 if found else 0
