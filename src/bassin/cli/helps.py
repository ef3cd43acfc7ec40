"""Help of commands and of their arguments, by key."""

from __future__ import annotations

import argparse
from typing import TypeAlias

from bassin.phrase import Phrase
from bassin.words import write

#: The commands of a parser, as argparse keeps them.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def help_of(key: str) -> str:
    """The help of a command, ``"audit"``, or of an argument of one, ``"audit.json"``."""
    return write(Phrase(f"cli.{key}"))
