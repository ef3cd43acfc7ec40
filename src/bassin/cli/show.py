"""``bassin show``: what there is of a place, topic by topic."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from bassin.cli.helps import Commands, help_of
from bassin.cli.output import add_formats, written
from bassin.phrase import Phrase
from bassin.words import amount, called, number, write
from bassin.words.writing import caption_of

if TYPE_CHECKING:
    from bassin.places.territory import Territory

#: Columns of values, as :func:`bassin.topics.asked.values` has them.
AROUND = ("place", "departement", "region", "france")


def add(commands: Commands) -> None:
    """Add the command to the others."""
    command = commands.add_parser("show", help=help_of("show"))
    command.add_argument("place", help=help_of("book.place"))
    command.add_argument("topic", nargs="?", help=help_of("show.topic"))
    command.add_argument("indicator", nargs="?", help=help_of("show.indicator"))
    add_formats(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    from bassin.files.sources import Sources
    from bassin.places.territory import Territory
    from bassin.topics import asked

    sources = Sources()
    territory = Territory.named(args.place, sources)
    if args.topic is None:
        _print_topics(asked.keys_by_topic(sources), territory, args)
        return 0
    keys = asked.keys_of(args.topic, args.indicator, sources)
    table = asked.values(territory, keys, sources)
    table.insert(0, "label", [called(f"indicator.{key}") for key in table.index])
    table.insert(0, "siren", territory.code)
    if not written(table.rename_axis("indicator").reset_index(), args):
        _print_values(table, territory, args.indicator)
    return 0


def _print_topics(
    topics: dict[str, list[str]], territory: Territory, args: argparse.Namespace
) -> None:
    """Topics, how many indicators each has, and of which years they are."""
    from bassin.topics.asked import years_of

    years = {topic: years_of(keys) for topic, keys in topics.items()}
    table = pd.DataFrame(
        {
            "topic": list(topics),
            "indicators": [len(keys) for keys in topics.values()],
            "since": [since for since, _ in years.values()],
            "until": [until for _, until in years.values()],
            "keys": [" ".join(keys) for keys in topics.values()],
        }
    )
    if written(table, args):
        return
    columns = ["topic", "keys", "indicators", "since", "until"]
    rows = [
        [row.topic, row.keys, str(row.indicators), str(row.since), str(row.until)]
        for row in table.itertuples()
    ]
    print(_head(territory))
    _print(columns, rows, left=2)


def _print_values(table: pd.DataFrame, territory: Territory, indicator: str | None) -> None:
    """Indicators, a row each; of a single one what it counts."""
    from bassin.indicators import catalogue

    print(_head(territory))
    if indicator is not None:
        print(caption_of(indicator))
    rows = []
    for key, row in table.iterrows():
        about = catalogue.find(str(key))
        told_of = [_amount(row[name], about.fmt, about.unit) for name in AROUND]
        rows.append([str(key), row["label"], row["vintage"], *told_of, _rank(row)])
    header = ["indicator", "label", "vintage", *AROUND, "rank"]
    _print(header, rows, left=3)
    print(write(Phrase("cli.show.ranks")))


def _print(columns: Sequence[str], rows: list[list[str]], *, left: int) -> None:
    from bassin.show import plain

    print(plain.table([write(Phrase(f"cli.column.{name}")) for name in columns], rows, left=left))


def _head(territory: Territory) -> str:
    around = {code: str(name) for code, name in territory.place_names.items()}
    return write(
        Phrase(
            "cli.show.head",
            siren=territory.code,
            name=territory.name,
            n=len(territory.codes),
            departement=around[territory.in_departement],
            region=around[territory.in_region],
        )
    )


def _amount(value: float, fmt: str, unit: str) -> str:
    return write(Phrase("cli.show.none")) if pd.isna(value) else amount(value, fmt, unit)


def _rank(row: pd.Series) -> str:
    if pd.isna(row["rank"]):
        return write(Phrase("cli.show.none"))
    from bassin.topics.standing import told

    rank = told(row["rank"], row["last"])
    return write(Phrase("cli.show.rank", rank=rank, of=number(row["of"])))
