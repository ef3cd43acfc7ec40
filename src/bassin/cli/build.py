"""``bassin build``: build the book."""

from __future__ import annotations

import argparse

from bassin.cli.helps import Commands, help_of


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
    from bassin.book.edition.pages import editions_to_build
    from bassin.files.root import project_root

    build(fast=args.fast, editions=editions_to_build(project_root()))
    return 0
