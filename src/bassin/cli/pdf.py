"""``bassin pdf``: print the built book, or a portrait, as one PDF."""

from __future__ import annotations

import argparse

from bassin.cli.helps import Commands, help_of


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("pdf", help=help_of("pdf"))
    command.add_argument("place", nargs="?", default="", help=help_of("pdf.place"))
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin.book.pdf import print_book

    print_book(args.place)
    return 0
