"""``bassin accept``: take in another edition of a raw file, or a year more."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bassin.cli.helps import Commands, help_of
from bassin.errors import BassinError
from bassin.phrase import Phrase
from bassin.words import write

if TYPE_CHECKING:
    from bassin.files.sources import Sources


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("accept", help=help_of("accept"))
    command.add_argument("file", help=help_of("accept.file"))
    command.add_argument("copy", type=Path, help=help_of("accept.copy"))
    command.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="COLUMN=REASON",
        help=help_of("accept.accept"),
    )
    command.add_argument(
        "--set", action="append", default=[], metavar="CELL=TEXT", help=help_of("accept.set")
    )
    command.add_argument("--no-claims", action="store_true", help=help_of("accept.no_claims"))
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin.claims.report import edition_report, moves_report
    from bassin.files.sources import Sources
    from bassin.read import editions
    from bassin.show.editions import draw

    reasons, cells = _pairs("--accept", args.accept), _pairs("--set", args.set)
    sources = Sources()
    if args.file not in sources.manifest.index:
        return _accept_more(args, sources, reasons, cells)
    new = editions.edition(sources, args.file, args.copy, cells)
    print(edition_report(new))
    drawn = sources.root.parent / "_build" / "editions" / f"{Path(args.file).stem}.png"
    if draw(new, drawn):
        print(write(Phrase("cli.drawn", path=str(drawn))))
    editions.refuse(new, reasons, cells)
    if not args.no_claims:
        from bassin import claims
        from bassin.claims import impact
        from bassin.study import Study

        study = Study()
        before = claims.audit(study)
        with study.sources.relisted(args.file, cells):
            print(moves_report(args.file, impact.rerun(study, before, args.file, args.copy)))
    editions.take_in(sources, new, reasons, cells)
    print(write(Phrase("cli.accepted", file=args.file)))
    return 0


def _accept_more(
    args: argparse.Namespace,
    sources: Sources,
    reasons: Mapping[str, str],
    cells: Mapping[str, str],
) -> int:
    """Take in a file that is not listed yet: a year more of a series."""
    from bassin.claims.report import (
        edition_report,
        moves_report,
        newcomer_report,
        numbers_report,
    )
    from bassin.read import editions, newcomers
    from bassin.show.editions import draw

    new = newcomers.newcomer(sources, args.file, args.copy, cells, reasons)
    print(newcomer_report(new))
    print(edition_report(new))
    drawn = sources.root.parent / "_build" / "editions" / f"{Path(args.file).stem}.png"
    if draw(new, drawn):
        print(write(Phrase("cli.drawn", path=str(drawn))))
    editions.refuse_departures(new, newcomers.of_columns(new, reasons))
    if not args.no_claims:
        from bassin.claims import impact, record
        from bassin.study import Study

        study, more = Study(), Study(sources=new.sources)
        known = record.read(sources.root.parent / record.NAME) or {"claims": {}}
        rests = {claim: of["files"] for claim, of in known["claims"].items()}
        touched = impact.near(new.row["dataset"], rests, sources)
        moves, numbers = impact.with_more(study, more, touched)
        print(moves_report(args.file, moves))
        if moves.refused:
            return 1
        print(numbers_report(numbers))
    newcomers.take_in(sources, new, reasons)
    print(write(Phrase("cli.added", file=args.file)))
    return 0


def _pairs(option: str, given: Sequence[str]) -> dict[str, str]:
    """Options of a name and a text."""
    pairs = {}
    for one in given:
        name, equals, text = one.partition("=")
        if not (name and equals and text.strip()):
            raise BassinError(f"{option} {one!r}: write a name, an equals sign and a text.")
        pairs[name] = text.strip()
    return pairs
