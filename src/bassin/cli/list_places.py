"""``bassin list``: which intercommunalities there are."""

from __future__ import annotations

import argparse
import sys

from bassin.cli.helps import Commands, help_of
from bassin.cli.output import add_formats, written
from bassin.phrase import Phrase
from bassin.words import number, write

COLUMNS = ("siren", "name", "departements", "communes", "inhabitants")
OF_COMMUNES = ("siren", "name", "code", "commune", "inhabitants")
#: How many of the columns of both are words.
WORDS = {COLUMNS: 3, OF_COMMUNES: 4}


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("list", help=help_of("list"))
    command.add_argument("part", nargs="?", default="", help=help_of("list.part"))
    command.add_argument("--communes", action="store_true", help=help_of("list.communes"))
    add_formats(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code: 1 where there is no such place."""
    from bassin.files.sources import Sources
    from bassin.places.finding import communes_of, listed
    from bassin.show import plain

    sources = Sources()
    places = listed(args.part, sources)
    if places.empty:
        print(write(Phrase("cli.list.none", part=args.part)), file=sys.stderr)
        return 1
    columns = OF_COMMUNES if args.communes else COLUMNS
    table = communes_of(places, sources) if args.communes else places.rename_axis("siren")
    table = table.reset_index()[list(columns)]
    if written(table, args):
        return 0
    rows = [
        [one if isinstance(one, str) else number(one) for one in row]
        for row in table.to_numpy(object)
    ]
    header = [write(Phrase(f"cli.column.{name}")) for name in columns]
    print(plain.table(header, rows, left=WORDS[columns]))
    return 0
