"""``bassin completion``: what a shell completes the command line with, written once.

A Tab starts no Python: the script holds the commands, the topics, the indicators and the SIRENs.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from shlex import quote

from bassin.cli.helps import Commands, help_of

SHELLS = ("bash", "zsh")
#: What an argument is, to the function of the script that completes it.
FUNCTIONS = {kind: f"_bassin_{kind}" for kind in ("place", "topic", "indicator")}


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("completion", help=help_of("completion"))
    command.add_argument("shell", choices=SHELLS, help=help_of("completion.shell"))
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    import shtab

    from bassin.files.sources import Sources
    from bassin.places.finding import every_epci
    from bassin.topics.asked import keys_by_topic
    from bassin.words import called

    sources = Sources()
    topics = keys_by_topic(sources)
    values = {
        "place": dict(every_epci(sources)["name"]),
        "topic": {topic: called(f"topic.{topic}") for topic in topics},
        "indicator": {key: called(f"indicator.{key}") for keys in topics.values() for key in keys},
    }
    for command in commands_of(args.parser):
        for argument in command._get_positional_actions():
            if argument.dest in FUNCTIONS:
                functions = dict.fromkeys(SHELLS, FUNCTIONS[argument.dest])
                vars(argument)["complete"] = functions
    written = {"bash": in_bash, "zsh": in_zsh}[args.shell]
    preamble = "\n".join(written(FUNCTIONS[kind], known) for kind, known in values.items())
    print(shtab.complete(args.parser, args.shell, preamble=preamble))
    return 0


def commands_of(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """What understands the arguments of each command."""
    return [
        command
        for action in parser._get_positional_actions()
        if isinstance(action, argparse._SubParsersAction)
        for command in action.choices.values()
    ]


def in_bash(name: str, values: Mapping[str, str]) -> str:
    """A function of bash that completes with some values.

    Examples
    --------
    >>> print(in_bash("_toy", {"land": "Land", "risk": "Risks"}))
    _toy() { compgen -W 'land risk' -- "$1"; }
    """
    return f'{name}() {{ compgen -W {quote(" ".join(values))} -- "$1"; }}'


def in_zsh(name: str, values: Mapping[str, str]) -> str:
    r"""A function of zsh that completes with some values, and says what each is.

    Examples
    --------
    >>> print(in_zsh("_toy", {"20": "Pays d'Aix: Sud"}))
    _toy() { local -a known=('20:Pays d'"'"'Aix\: Sud'); _describe value known; }
    """
    known = " ".join(
        quote(f"{value}:{told.replace(':', chr(92) + ':')}") for value, told in values.items()
    )
    return f"{name}() {{ local -a known=({known}); _describe value known; }}"
