"""``bassin impact``: what depends on a raw file."""

from __future__ import annotations

import argparse
from pathlib import Path

from bassin.cli.helps import Commands, help_of
from bassin.errors import BassinError


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("impact", help=help_of("impact"))
    command.add_argument("file", help=help_of("impact.file"))
    command.add_argument(
        "--changed",
        type=Path,
        metavar="COPY",
        help=help_of("impact.changed"),
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin import claims
    from bassin.claims import chapters, findings, impact
    from bassin.claims.report import impact_report, moves_report, sentences_report, turned_report
    from bassin.errors import NotExecutedError
    from bassin.study import Study

    study = Study()
    study.sources.describe(args.file)  # an unknown file is refused before a minute is spent
    if args.changed and not args.changed.is_file():
        raise BassinError(f"{args.changed}: no such file. Give a changed copy of {args.file}.")
    unlisted = ""
    try:
        shown = chapters.exhibits(study.sources.root.parent)
    except NotExecutedError as error:
        shown, unlisted = chapters.no_exhibits(), str(error)
    table = claims.audit(study)
    by_file = impact.by_file(table, shown, study.sources)
    print(impact_report(args.file, by_file.loc[args.file], table, unlisted=unlisted))
    runs = findings.resting(claims.Findings.checked(study), args.file)
    print(sentences_report(runs))
    if args.changed:
        moves = impact.rerun(study, table, args.file, args.changed)
        print()
        print(moves_report(args.file, moves))
        if moves.refused:
            return 1
        if runs:
            print(turned_report(findings.rerun(study, runs, args.file, args.changed)))
    return 0
