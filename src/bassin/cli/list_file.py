"""``bassin list-file``: the start of a new row of the manifest."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bassin.cli.helps import Commands, help_of
from bassin.errors import BassinError


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("list-file", help=help_of("list_file"))
    command.add_argument("file", help=help_of("list_file.file"))
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin.files import rows
    from bassin.files.manifest import COLUMNS, RAW
    from bassin.files.sources import Sources, sha256

    sources = Sources()
    path = sources.root / RAW / args.file
    if not path.is_file():
        raise BassinError(f"{path}: no such file. Give its path relative to {sources.root / RAW}.")
    data = path.read_bytes()
    known = {
        "file": Path(args.file).as_posix(),
        "bytes": str(len(data)),
        "sha256": sha256(data),
        "status": "raw",
    }
    sys.stdout.write(rows.written([[known.get(name, "") for name in COLUMNS]]))
    return 0
