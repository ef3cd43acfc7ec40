"""The command line: ``bassin build``, ``book``, ``audit``, ``impact``, ``verify``, ``list-file``.

What takes long to import is imported by the commands, so that Ctrl-C is heeded from the start.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from bassin import __version__
from bassin.errors import BassinError
from bassin.phrase import Phrase
from bassin.words import write

if TYPE_CHECKING:
    from bassin.files.sources import Sources

BROKEN_PIPE = 128 + 13  # what a shell makes of SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    argv : sequence of str, optional
        The arguments; those of the process by default.

    Returns
    -------
    int
        The exit code: 0, or 1 where the command found a fault, which is printed. Where a signal
        stopped it, 128 and the number of the signal: 130 for Ctrl-C, 143 when terminated.
    """
    args = _parser().parse_args(argv)
    with _stopped_by() as signals:
        try:
            code: int = args.run(args)
            sys.stdout.flush()
        except BassinError as error:
            print(f"bassin {args.command}: {error}", file=sys.stderr)
            return 1
        except KeyboardInterrupt as error:
            # The process is ending: the next Ctrl-C ends it at once, and prints no traceback.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            stop = signals[0] if signals else signal.SIGINT
            what = f"bassin {args.command}: {write(Phrase('cli.stopped', signal=stop.name))}"
            print("; ".join([what, *map(str, error.args)]), file=sys.stderr)
            return 128 + stop
        except BrokenPipeError:
            # As after `bassin audit | head`. What is still to be written goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return BROKEN_PIPE
    return code


@contextmanager
def _stopped_by() -> Iterator[list[signal.Signals]]:
    """Let the signals that end a process interrupt the block as Ctrl-C does; yields which came.

    A signal that is ignored, as under nohup, stays so.
    """
    came: list[signal.Signals] = []
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    ending = [signal.Signals[name] for name in names]

    def stop(number: int, frame: FrameType | None) -> None:
        came.append(signal.Signals(number))
        # While chapters run this is asyncio's, which cancels them in order.
        interrupt = signal.getsignal(signal.SIGINT)
        if callable(interrupt):
            interrupt(number, frame)
        else:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield came
        return
    before = {each: signal.getsignal(each) for each in ending}
    taken = [each for each in ending if before[each] is signal.SIG_DFL]
    for each in taken:
        signal.signal(each, stop)
    try:
        yield came
    finally:
        for each in taken:
            signal.signal(each, before[each])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bassin", description=_help("about"))
    parser.add_argument("--version", action="version", version=f"bassin {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    command = commands.add_parser("build", help=_help("build"))
    command.add_argument(
        "--fast",
        action="store_true",
        help=_help("build.fast"),
    )
    command.set_defaults(run=_build)

    command = commands.add_parser("book", help=_help("book"))
    command.add_argument("place", help=_help("book.place"))
    command.set_defaults(run=_book)

    command = commands.add_parser("summary", help=_help("summary"))
    command.add_argument("places", nargs="*", metavar="PLACE", help=_help("summary.places"))
    command.add_argument("--all", action="store_true", help=_help("summary.all"))
    command.add_argument("--prepare", action="store_true", help=_help("summary.prepare"))
    command.add_argument("--into", type=Path, metavar="FOLDER", help=_help("summary.into"))
    command.set_defaults(run=_summary)

    commands.add_parser("clean", help=_help("clean")).set_defaults(run=_clean)

    command = commands.add_parser("audit", help=_help("audit"))
    command.add_argument(
        "--json",
        type=Path,
        metavar="PATH",
        help=_help("audit.json"),
    )
    command.add_argument(
        "--record",
        action="store_true",
        help=_help("audit.record"),
    )
    command.add_argument(
        "--linked",
        type=Path,
        metavar="PATH",
        help=_help("audit.linked"),
    )
    command.set_defaults(run=_audit)

    command = commands.add_parser("impact", help=_help("impact"))
    command.add_argument("file", help=_help("impact.file"))
    command.add_argument(
        "--changed",
        type=Path,
        metavar="COPY",
        help=_help("impact.changed"),
    )
    command.set_defaults(run=_impact)

    commands.add_parser("verify", help=_help("verify")).set_defaults(run=_verify)

    command = commands.add_parser("accept", help=_help("accept"))
    command.add_argument("file", help=_help("accept.file"))
    command.add_argument("copy", type=Path, help=_help("accept.copy"))
    command.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="COLUMN=REASON",
        help=_help("accept.accept"),
    )
    command.add_argument(
        "--set", action="append", default=[], metavar="CELL=TEXT", help=_help("accept.set")
    )
    command.add_argument("--no-claims", action="store_true", help=_help("accept.no_claims"))
    command.set_defaults(run=_accept)

    command = commands.add_parser("anchor", help=_help("anchor"))
    command.add_argument("files", nargs="*", metavar="FILE", help=_help("anchor.files"))
    command.set_defaults(run=_anchor)

    command = commands.add_parser("list-file", help=_help("list_file"))
    command.add_argument("file", help=_help("list_file.file"))
    command.set_defaults(run=_list_file)
    return parser


def _help(key: str) -> str:
    return write(Phrase(f"cli.{key}"))


def _build(args: argparse.Namespace) -> int:
    from bassin.book.build import build  # two seconds, which the other commands do without

    build(fast=args.fast)
    return 0


def _book(args: argparse.Namespace) -> int:
    from bassin.book.portrait import build_portrait

    build_portrait(args.place)
    return 0


def _summary(args: argparse.Namespace) -> int:
    from bassin.book.summaries import told

    return told(args.places, args.into, everywhere=args.all, prepared=args.prepare)


def _clean(_: argparse.Namespace) -> int:
    from bassin.book.build import clean

    clean()
    return 0


def _audit(args: argparse.Namespace) -> int:
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
    record.refuse_moved(table, study.sources)
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


def _impact(args: argparse.Namespace) -> int:
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


def _accept(args: argparse.Namespace) -> int:
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


def _anchor(args: argparse.Namespace) -> int:
    from bassin.files.sources import Sources
    from bassin.read import editions

    sources = Sources()
    for file in args.files or editions.without_anchors(sources):
        tables = editions.anchor_file(sources, file)
        print(write(Phrase("cli.anchored", file=file, n=tables)))
    return 0


def _verify(_: argparse.Namespace) -> int:
    from bassin.files.sources import Sources

    sources = Sources()
    faults = sources.verify()
    for fault in faults:
        print(write(fault.said), file=sys.stderr)
    if faults:
        counted = Phrase("cli.faults", n=len(faults), folder=str(sources.root))
        print(write(counted), file=sys.stderr)
        return 1
    print(write(Phrase("cli.verified", n=len(sources.manifest))))
    return 0


def _list_file(args: argparse.Namespace) -> int:
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
