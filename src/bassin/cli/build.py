"""``bassin build``: build the book."""

from __future__ import annotations

import argparse

from bassin.cli.helps import Commands, help_of
from bassin.words import LANGUAGES
from bassin.words.language import edition


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("build", help=help_of("build"))
    command.add_argument(
        "--fast",
        action="store_true",
        help=help_of("build.fast"),
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    # Jupyter Book takes two seconds to import: the other commands do without.
    from bassin.book.build import build
    from bassin.book.edition.build import build_edition

    if edition() == LANGUAGES[0]:
        build(fast=args.fast)
    else:
        build_edition(edition(), fast=args.fast)
    return 0
