"""Runs one command, and tells by its exit code how it ended."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence

from bassin import __version__
from bassin.cli import (
    accept,
    anchor,
    atlas,
    audit,
    book,
    build,
    clean,
    completion,
    fetch,
    impact,
    list_file,
    list_places,
    pdf,
    show,
    summary,
    verify,
    words,
)
from bassin.cli.helps import help_of
from bassin.cli.signals import stopped_by
from bassin.errors import BassinError
from bassin.phrase import Phrase
from bassin.words import write

#: A module each, in the order of the help.
COMMANDS = (
    *(build, book, atlas, summary, pdf, list_places, show, clean),
    *(audit, impact, verify, fetch, accept, anchor, list_file, words, completion),
)
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
    try:
        args = parser().parse_args(argv)
    except BassinError as error:  # an edition in no language there is
        print(f"bassin: {error}", file=sys.stderr)
        return 1
    with stopped_by() as signals:
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


def parser() -> argparse.ArgumentParser:
    """What understands the arguments of every command."""
    understood = argparse.ArgumentParser(prog="bassin", description=help_of("about"))
    understood.add_argument("--version", action="version", version=f"bassin {__version__}")
    commands = understood.add_subparsers(dest="command", required=True, metavar="COMMAND")
    understood.set_defaults(parser=understood)  # for the command that writes what completes it
    for command in COMMANDS:
        command.add(commands)
    return understood
