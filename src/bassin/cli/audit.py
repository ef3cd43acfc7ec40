"""``bassin audit``: hold every claim against the files."""

from __future__ import annotations

import argparse
from pathlib import Path

from bassin.cli.helps import Commands, help_of
from bassin.phrase import Phrase
from bassin.words import write


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("audit", help=help_of("audit"))
    command.add_argument(
        "--json",
        type=Path,
        metavar="PATH",
        help=help_of("audit.json"),
    )
    command.add_argument(
        "--record",
        action="store_true",
        help=help_of("audit.record"),
    )
    command.add_argument(
        "--linked",
        type=Path,
        metavar="PATH",
        help=help_of("audit.linked"),
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin import claims
    from bassin.claims import linked, record
    from bassin.claims.report import audit_report
    from bassin.files.atomic import write_text
    from bassin.study import Study

    study = Study()
    root = study.sources.root.parent
    table = claims.audit(study)
    print(audit_report(table))
    if args.linked:
        write_text(args.linked, linked.written(table, study.sources))
    now = record.of(table, study.sources)
    record.write(now, args.json or root / "_build" / record.NAME)
    record.refuse_moved(table, study)
    if args.record:
        record.write(now, root / record.NAME)
    before = record.read(root / record.NAME)
    absent = write(Phrase("cli.no_record", record=record.NAME))
    changes = [absent] if before is None else record.differences(before, now)
    if changes:
        print(f"\n{write(Phrase('cli.outdated', record=record.NAME))}")
        print("\n".join(f"  {change}" for change in changes))
        print(write(Phrase("cli.record_anew")))
    return 0
