"""What the study prints, transcribed by hand into ``data/study``."""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read import study_text
from bassin.read._table import (
    COMMUNE,
    check_schema,
    commune_index,
    count,
    integers,
    read_delimited,
    reused,
    text,
    whole,
)
from bassin.read._table import numbers as to_numbers
from bassin.verdict import UNTESTED, VERDICTS

CLAIMS = "claims.csv"

#: Lines of the text: one passage or several.
_PASSAGES = r"^\d+(-\d+)?(; \d+(-\d+)?)*$"

#: Identifiers of claims: none, one or several.
_IDENTIFIERS = r"^([a-z0-9-]+(; ?[a-z0-9-]+)*)?$"

#: Name of a figure, map or table of the book.
_EXHIBIT = r"^(fig|map|tab)-[a-z0-9]+(-[a-z0-9]+)*$"

#: What a claim is: a number to recompute, a statement to test, or a number the text itself gives
#: another value for elsewhere.
KINDS = ("number", "statement", "contradiction")


@reused
def claims(sources: Sources, chapter: str | None = None) -> pd.DataFrame:
    """Claims of the study, one row each.

    Parameters
    ----------
    sources : Sources
    chapter : str, optional
        Only those of one chapter: ``"territory"``, ``"population"``, ``"health"``.

    Returns
    -------
    DataFrame
        Index ``id``; ``chapter``, ``locus`` (where in the study), ``lines`` (of its text),
        ``topic``, ``section`` (name of an exhibit in the section of the book that discusses it),
        ``statement`` (in our words), ``published`` (float, NaN for a statement),
        ``unit``, ``period``, ``area``, ``kind`` (of :data:`KINDS`), ``rounding`` (half the last
        digit printed), ``tolerance`` (largest gap that leaves the conclusion as it is), ``check``
        (name of the check that tests it; empty where there is none), ``untested`` (of
        :data:`bassin.verdict.UNTESTED`: why nothing tests it, where it has no check or the check
        lacks its file; else empty), ``premises`` (tuple of the claims it concludes from),
        ``cannot_fail`` (why nothing could deny it, as :mod:`bassin.claims.challenge` tries; else
        empty),
        ``expected`` (verdict the book states), ``note``.

    Raises
    ------
    DataError
        If a row is incomplete, a premise is no claim or rests on what it is a premise of, or the
        chapter has no claim.
    """
    if chapter is not None:
        table = claims(sources)
        chosen = table[table["chapter"] == chapter]
        if chosen.empty:
            known = ", ".join(table["chapter"].unique())
            raise DataError(CLAIMS, f"no claim of chapter {chapter!r}; chapters: {known}")
        return chosen
    names = ["id", "chapter", "locus", "lines", "topic", "section", "statement", "published"]
    names += [
        "unit",
        "period",
        "area",
        "kind",
        "rounding",
        "tolerance",
        "check",
        "untested",
        "premises",
    ]
    names += ["cannot_fail", "expected", "note"]
    table = read_delimited(CLAIMS, sources.transcription(CLAIMS), columns=names).set_index("id")
    for column in ("published", "rounding", "tolerance"):
        table[column] = to_numbers(table[column], CLAIMS)
    measured = table["kind"] != "statement"
    for column in ("published", "rounding", "tolerance"):
        absent = measured & table[column].isna()
        if absent.any():
            raise DataError(CLAIMS, "empty", column=column, row=absent.idxmax())
    optional = pa.Column(str)
    columns = {
        "chapter": text(),
        "locus": text(),
        "lines": text(pattern=r"^\d+(-\d+)?$"),
        "topic": text(),
        "section": text(pattern=_EXHIBIT),
        "statement": text(),
        "published": pa.Column(float, nullable=True),
        "unit": optional,
        "period": optional,
        "area": text(),
        "kind": pa.Column(str, pa.Check.isin(KINDS)),
        "rounding": pa.Column(float, pa.Check.ge(0), nullable=True),
        "tolerance": pa.Column(float, pa.Check.ge(0), nullable=True),
        "check": optional,
        "untested": pa.Column(str, pa.Check.isin(["", *UNTESTED])),
        "premises": pa.Column(str, pa.Check.str_matches(_IDENTIFIERS)),
        "cannot_fail": optional,
        "expected": pa.Column(str, pa.Check.isin(VERDICTS)),
        "note": optional,
    }
    name = pa.Check.str_matches(r"^[a-z0-9]+(-[a-z0-9]+)*$")
    check_schema(table, CLAIMS, columns, pa.Index(str, name, unique=True, name="id"))
    silent = (table["check"] == "") & (table["untested"] == "")
    if silent.any():
        raise DataError(
            CLAIMS,
            "a claim without a check does not say why nothing tests it",
            column="untested",
            row=silent.idxmax(),
            cure=f"Write one of: {', '.join(UNTESTED)}.",
        )
    table["premises"] = table["premises"].map(lambda cell: tuple(re.findall(r"[^; ]+", cell)))
    _refuse_loops(table["premises"])
    return table


def _refuse_loops(premises: pd.Series) -> None:
    """Refuse premises that are no claims, and claims that rest on themselves."""
    for claim, listed in premises.items():
        for premise in listed:
            if premise not in premises.index:
                raise DataError(
                    CLAIMS,
                    f"premise {premise!r} is no claim",
                    column="premises",
                    row=claim,
                    cure="Write identifiers of this file, with `;` between them.",
                )
    try:
        TopologicalSorter(premises.to_dict()).prepare()
    except CycleError as error:
        loop = " <- ".join(error.args[1])
        raise DataError(
            CLAIMS,
            f"a claim is its own premise: {loop}",
            column="premises",
            row=error.args[1][0],
            cure="Take one of these premises away.",
        ) from error


HEADINGS = "headings.csv"

#: Levels of a heading: a part of the study, its sections and theirs, or a box set apart from them.
LEVELS = ("1", "2", "3", "box")


@reused
def headings(sources: Sources) -> pd.DataFrame:
    """Headings of the study's text, those of figures and notes left out.

    Returns
    -------
    DataFrame
        Index ``line`` (of the text, from 1; the first of the heading); ``level`` (of
        :data:`LEVELS`), ``heading`` (in French, as printed, on one line), ``until`` (last line of a
        box; NaN for the others, which run to the next).

    Raises
    ------
    DataError
        If headings are out of order, or a box does not say where it ends before the next heading.
    """
    names = ["line", "level", "heading", "until"]
    table = read_delimited(HEADINGS, sources.transcription(HEADINGS), columns=names)
    table["line"] = integers(table["line"], HEADINGS)
    table["until"] = to_numbers(table["until"], HEADINGS)
    table = table.set_index("line")
    columns = {
        "level": pa.Column(str, pa.Check.isin(LEVELS)),
        "heading": text(),
        "until": pa.Column(float, nullable=True),
    }
    check_schema(table, HEADINGS, columns, pa.Index("int64", pa.Check.ge(1), unique=True))
    lines = table.index.to_series()
    following = lines.shift(-1, fill_value=int(lines.iloc[-1]) + 1)
    boxed = table["level"] == "box"
    faults = {
        "line": (lines.diff() < 0, "out of order"),
        "until": (
            (boxed != table["until"].notna())
            | (table["until"] <= lines)
            | ((table["until"] >= following) & (lines != lines.iloc[-1])),
            "a box ends after its heading and before the next, and nothing else has an end",
        ),
    }
    for column, (wrong, what) in faults.items():
        if wrong.any():
            raise DataError(HEADINGS, what, column=column, row=int(wrong.idxmax()))
    return table


def heading_at(table: pd.DataFrame, line: int) -> str:
    """Heading that a line of the text stands under.

    Parameters
    ----------
    table : DataFrame
        As :func:`headings`.
    line : int
        From 1. A note at the foot of a page stands under what its page ends with.

    Returns
    -------
    str
        That of the box the line is in, else the nearest above it; empty above the first.

    Examples
    --------
    >>> table = pd.DataFrame(
    ...     {"level": ["1", "box"], "heading": ["Mines", "A pit"], "until": [float("nan"), 8]},
    ...     index=[1, 5],
    ... )
    >>> [heading_at(table, line) for line in (4, 6, 9)]
    ['Mines', 'A pit', 'Mines']
    """
    above = table[table.index <= line]
    left = above["until"] < line
    standing = above.loc[~left, "heading"]
    return "" if standing.empty else str(standing.iloc[-1])


NUMBERS, FINGERPRINT = "numbers.csv", "text-fingerprint.csv"

#: Why a number of the text is part of no claim.
REASONS = {
    "citation": "year, in the reference to a work",
    "enumeration": "counts what the sentence itself names",
    "footnote mark": "calls a footnote, or heads it",
    "heading": "in a title, the caption of a figure or the head of its columns",
    "list number": "first, second, third point of an argument",
    "meeting": "date of a meeting at which someone spoke",
    "name": "part of a name, or of a thing's usual name",
    "page": "number of a page",
    "reference": "to a chapter or a figure of the study",
    "set phrase": "counts nothing",
    "source": "vintage of a data source",
    "time frame": "dates what the sentence is about, and asserts nothing of that date",
    "unit": "part of a unit",
}


@reused
def text_fingerprint(sources: Sources) -> pd.Series:
    """What the text was when its numbers were listed.

    Returns
    -------
    Series of str
        ``text_sha256``, ``lines`` (ends of line), ``tokens``, ``tokens_sha256``.

    Raises
    ------
    DataError
        If there is not exactly one row.
    """
    names = ["text_sha256", "lines", "tokens", "tokens_sha256"]
    table = read_delimited(FINGERPRINT, sources.transcription(FINGERPRINT), columns=names)
    if len(table) != 1:
        raise DataError(FINGERPRINT, f"{len(table)} rows where one is wanted")
    sha256 = text(pattern=r"^[0-9a-f]{64}$")
    columns = dict.fromkeys(names, text(pattern=r"^\d+$"))
    columns |= {"text_sha256": sha256, "tokens_sha256": sha256}
    check_schema(table, FINGERPRINT, columns)
    return table.iloc[0]


@reused
def numbers(sources: Sources) -> pd.DataFrame:
    """Every number of the study's text, in digits or words, and the claim it belongs to.

    What counts as one is said in :mod:`bassin.read.study_text`.

    Returns
    -------
    DataFrame
        In the order of the text: ``line`` (from 1), ``position`` (from 1 in its line), ``token``
        (as printed), ``value`` (float), ``claim`` (of :func:`claims`, empty where it is part of
        none), ``reason`` (of :data:`REASONS`, empty where there is a claim).

    Raises
    ------
    DataError
        If a number has neither claim nor reason, or both; a claim is not listed; numbers are out of
        order or missing in a line; or the list is not the one whose fingerprint is recorded.
    """
    names = ["line", "position", "token", "claim", "reason"]
    table = read_delimited(NUMBERS, sources.transcription(NUMBERS), columns=names)
    for column in names[:2]:
        table[column] = integers(table[column], NUMBERS)
    known = claims(sources).index
    columns = {
        "line": pa.Column("int64", pa.Check.ge(1)),
        "position": pa.Column("int64", pa.Check.ge(1)),
        "token": text(),
        "claim": pa.Column(str),
        "reason": pa.Column(str, pa.Check.isin(["", *REASONS])),
    }
    check_schema(table, NUMBERS, columns)
    rank = table.groupby("line").cumcount() + 1
    faults = {
        "line": (table["line"].diff() < 0, "is out of order"),
        "position": (table["position"] != rank, "is not the next in its line"),
        "claim": (
            ~table["claim"].isin(["", *known]),
            f"is no claim of {CLAIMS}",
        ),
        "reason": (
            (table["claim"] == "") == (table["reason"] == ""),
            "stands where a number needs a claim or a reason, and not both",
        ),
    }
    for column, (wrong, what) in faults.items():
        if wrong.any():
            row = int(wrong.to_numpy().argmax())
            where = f"line {table.at[row, 'line']}, token {table.at[row, 'token']!r}"
            found = f"{str(table.at[row, column])!r} {what}"
            raise DataError(NUMBERS, found, column=column, row=where)
    recorded = text_fingerprint(sources)
    tokens = table[["line", "position", "token"]].itertuples(index=False, name=None)
    if study_text.tokens_sha256(tokens) != recorded["tokens_sha256"]:
        raise DataError(
            NUMBERS,
            f"{len(table)} tokens that are not the {recorded['tokens']} recorded",
            cure=f"Restore it, or list the text anew and record it in {FINGERPRINT}.",
        )
    table.insert(3, "value", table["token"].map(study_text.value))
    return table


EXPECTATIONS = "contrast-expectations.csv"

#: Side of the basin on which the study expects the higher value, or neither.
EXPECTED_SIDES = ("hills", "plain", "none")


@reused
def contrast_expectations(sources: Sources) -> pd.DataFrame:
    """Which side of the basin the study expects to have more of each indicator.

    The list was written from the text, before the indicators were computed by side.

    Returns
    -------
    DataFrame
        Index ``indicator``; ``family`` (what is measured, whatever the year) and ``vintage`` (the
        year, or the variant), ``headline`` (bool: the one of its family that is tested; the others
        only show whether it depends on the vintage), ``label``, ``unit`` and ``fmt`` (how it is
        written), ``claim`` (the part of the study's argument it bears on), ``lines`` (of its text),
        ``higher`` (of :data:`EXPECTED_SIDES`), ``reason`` (in our words).

    Raises
    ------
    DataError
        If a row is incomplete, a family has no headline or several, or its vintages are not of one
        claim and one direction.
    """
    names = ["indicator", "family", "vintage", "headline", "label", "unit", "fmt", "claim"]
    names += ["lines", "higher", "reason"]
    data = sources.transcription(EXPECTATIONS)
    table = read_delimited(EXPECTATIONS, data, columns=names).set_index("indicator")
    columns = {name: text() for name in ("family", "vintage", "label", "fmt", "claim", "reason")}
    columns["unit"] = pa.Column(str)
    columns["lines"] = text(pattern=r"^\d+(-\d+)?$")
    columns["headline"] = pa.Column(str, pa.Check.isin(["yes", "no"]))
    columns["higher"] = pa.Column(str, pa.Check.isin(EXPECTED_SIDES))
    check_schema(table, EXPECTATIONS, columns, pa.Index(str, unique=True, name="indicator"))
    table["headline"] = table["headline"] == "yes"
    families = table.groupby("family")
    for column in ("claim", "higher"):
        mixed = table[column] != families[column].transform("first")
        if mixed.any():
            row = table.at[mixed.idxmax(), "family"]
            raise DataError(EXPECTATIONS, "vintages differ", column=column, row=row)
    wrong = families["headline"].sum() != 1
    if wrong.any():
        raise DataError(
            EXPECTATIONS,
            "a family has no headline or several",
            column="headline",
            row=wrong.idxmax(),
            cure="Write yes in one row of the family.",
        )
    return table


MINING_COMMUNES = "mining-communes.csv"


@reused
def mining_communes(sources: Sources) -> pd.DataFrame:
    """Communes the study names as places of coal mining.

    A pit is taken to be in the commune of its name; pits without one are left out, as are metal
    mines and works that only burnt coal.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``lines`` (of the text), ``named`` (as what, in our words).
    """
    names = ["code", "name", "lines", "named"]
    data = sources.transcription(MINING_COMMUNES)
    table = read_delimited(MINING_COMMUNES, data, columns=names).set_index("code")
    columns = {"name": text(), "lines": text(pattern=_PASSAGES), "named": text()}
    check_schema(table, MINING_COMMUNES, columns, commune_index())
    return table


ALTITUDES = "altitudes.csv"


@reused
def altitudes(sources: Sources) -> pd.DataFrame:
    """Where each passage of the study has the old trades of the Cévennes, low or high.

    Returns
    -------
    DataFrame
        One row a passage and trade: ``lines`` (of the text), ``trade`` (``"silk"``, ``"coal"``),
        ``height`` (``"low"``, ``"high"``).

    Raises
    ------
    DataError
        If a passage gives a trade two heights, or a cell is none of these words.
    """
    names = ["lines", "trade", "height"]
    table = read_delimited(ALTITUDES, sources.transcription(ALTITUDES), columns=names)
    columns = {
        "lines": text(pattern=r"^\d+(-\d+)?$"),
        "trade": pa.Column(str, pa.Check.isin(["silk", "coal"])),
        "height": pa.Column(str, pa.Check.isin(["low", "high"])),
    }
    check_schema(table, ALTITUDES, columns)
    twice = table.duplicated(["lines", "trade"])
    if twice.any():
        row = table.loc[twice.idxmax()]
        raise DataError(
            ALTITUDES,
            f"{row['trade']} is given twice",
            column="trade",
            row=f"lines {row['lines']}",
            cure="Keep one row for each passage and trade.",
        )
    return table


ACTORS, RELATIONS = "actors.csv", "relations.csv"
PRIZE, TRAINING = "prize.csv", "training.csv"

#: What an actor is.
ACTOR_TYPES = (
    "authority",
    "collective",
    "culture",
    "firm",
    "network",
    "state",
    "support",
    "training",
)

#: Where an actor is, as the study places it: in the basin, elsewhere in the Gard as a whole, in
#: Nimes (south), east of the basin, west of it, in Occitanie as a whole, in France, or abroad.
SIDES = ("local", "Gard", "south", "east", "west", "Occitanie", "national", "abroad")

#: How the study knows a relation: between two parties it names; said of a place, without a party;
#: read from where a body stands; hoped for; or said not to exist.
BASES = ("named", "asserted", "located", "hoped", "denied")


@reused
def actors(sources: Sources) -> pd.DataFrame:
    """Organisations and places the study names in its chapter 4 and, for firms, its conclusion.

    Returns
    -------
    DataFrame
        Index ``id``; ``name``, ``type`` (of :data:`ACTOR_TYPES`), ``place`` and ``code`` (commune;
        empty where it is not certain), ``side`` (of :data:`SIDES`), ``lines`` (of the text).

    Raises
    ------
    DataError
        If a row is incomplete, or has a code and no place.
    """
    names = ["id", "name", "type", "place", "code", "side", "lines"]
    table = read_delimited(ACTORS, sources.transcription(ACTORS), columns=names).set_index("id")
    columns = {
        "name": pa.Column(str, pa.Check.str_length(min_value=1), unique=True),
        "type": pa.Column(str, pa.Check.isin(ACTOR_TYPES)),
        "place": pa.Column(str),
        "code": text(pattern=rf"{COMMUNE}|^$"),
        "side": pa.Column(str, pa.Check.isin(SIDES)),
        "lines": text(pattern=_PASSAGES),
    }
    check_schema(table, ACTORS, columns, pa.Index(str, unique=True, name="id"))
    stray = (table["code"] != "") & (table["place"] == "")
    if stray.any():
        raise DataError(ACTORS, "a code without a place", column="place", row=stray.idxmax())
    return table


@reused
def relations(sources: Sources) -> pd.DataFrame:
    """Relations between :func:`actors`, as the study tells them.

    Returns
    -------
    DataFrame
        ``source``, ``target`` (identifiers; a relation has no direction of its own), ``kind``,
        ``basis`` (of :data:`BASES`), ``lines``.

    Raises
    ------
    DataError
        If an end is not an actor or both are one, or two actors have two rows of one basis.
    """
    names = ["source", "target", "kind", "basis", "lines"]
    table = read_delimited(RELATIONS, sources.transcription(RELATIONS), columns=names)
    columns = {"source": text(), "target": text(), "kind": text(), "lines": text(pattern=_PASSAGES)}
    columns["basis"] = pa.Column(str, pa.Check.isin(BASES))
    check_schema(table, RELATIONS, columns)
    known = actors(sources).index
    for end in ("source", "target"):
        strange = ~table[end].isin(known)
        if strange.any():
            row = int(strange.to_numpy().argmax())
            raise DataError(
                RELATIONS,
                f"{table.at[row, end]!r} is no actor",
                column=end,
                row=row,
                cure=f"Add it to {ACTORS}.",
            )
    pairs = [
        (*sorted(ends), basis)
        for *ends, basis in table[["source", "target", "basis"]].itertuples(index=False)
    ]
    for row, (first, second, basis) in enumerate(pairs):
        if first == second:
            raise DataError(RELATIONS, f"{first!r} is at both ends", column="target", row=row)
        if (first, second, basis) in pairs[:row]:
            raise DataError(RELATIONS, "this pair is listed twice", column="target", row=row)
    return table


@reused
def prize(sources: Sources) -> pd.DataFrame:
    """Figures the study prints on the prize Alès Audace: ``item``, ``value``, ``unit``, ``lines``.

    An item printed more than once has a row each time.
    """
    names = ["item", "value", "unit", "lines"]
    table = read_delimited(PRIZE, sources.transcription(PRIZE), columns=names)
    table["value"] = to_numbers(table["value"], PRIZE, missing=())
    columns = {"item": text(), "value": count(), "unit": text(), "lines": text(pattern=_PASSAGES)}
    check_schema(table, PRIZE, columns)
    return table


@reused
def training_places(sources: Sources) -> pd.DataFrame:
    """Places of training the study names.

    Returns
    -------
    DataFrame
        Index ``place``; ``trains_in`` (in our words), ``since`` and ``ended`` (years; NaN where not
        printed), ``actor`` (of :func:`actors`), ``lines``.
    """
    names = ["place", "trains_in", "since", "ended", "actor", "lines"]
    table = read_delimited(TRAINING, sources.transcription(TRAINING), columns=names)
    table = table.set_index("place")
    for column in ("since", "ended"):
        table[column] = to_numbers(table[column], TRAINING)
    columns = {
        "trains_in": text(),
        "since": whole(nullable=True),
        "ended": whole(nullable=True),
        "actor": pa.Column(str, pa.Check.isin(list(actors(sources).index))),
        "lines": text(pattern=_PASSAGES),
    }
    check_schema(table, TRAINING, columns, pa.Index(str, unique=True, name="place"))
    return table


EVENTS = "events.csv"

#: What an event of the study is. A count of jobs is a date with a number, and nothing happens.
EVENT_KINDS = (
    "opening",
    "closure",
    "takeover",
    "change",
    "instrument",
    "law",
    "milestone",
    "context",
    "count",
)
#: How exactly the study dates an event.
PRECISIONS = ("year", "about", "period", "decade", "century")
#: What the jobs of an event are: created by it, destroyed by it, or at work on its date.
EFFECTS = ("", "created", "destroyed", "present")


@reused
def events(sources: Sources) -> pd.DataFrame:
    """Dated events of the study's text, in order of date.

    Returns
    -------
    DataFrame
        Index ``event`` from 1; ``year`` (the first, where a period is printed), ``until`` (its
        last, NaN where one date is printed), ``precision`` (of :data:`PRECISIONS`), ``place``,
        ``firm``, ``owner`` (``"group"`` where the text says that a large group opens a plant, else
        empty), ``sector``, ``jobs`` (NaN where the text gives none), ``effect`` (of
        :data:`EFFECTS`), ``kind`` (of :data:`EVENT_KINDS`), ``label`` (in our words), ``lines``,
        ``note``.

    Raises
    ------
    DataError
        If dates are out of order, a period ends before it begins, or a number of jobs does not say
        what became of them.
    """
    names = ["year", "until", "precision", "place", "firm", "owner", "sector", "jobs", "effect"]
    names += ["kind", "label", "lines", "note"]
    table = read_delimited(EVENTS, sources.transcription(EVENTS), columns=names)
    table.index = pd.RangeIndex(1, len(table) + 1, name="event")
    table["year"] = integers(table["year"], EVENTS)
    for column in ("until", "jobs"):
        table[column] = to_numbers(table[column], EVENTS)
    columns = {
        "year": pa.Column("int64", pa.Check.in_range(1700, 2030)),
        "until": pa.Column(float, pa.Check.in_range(1700, 2030), nullable=True),
        "precision": pa.Column(str, pa.Check.isin(PRECISIONS)),
        "place": text(),
        "firm": pa.Column(str),
        "owner": pa.Column(str, pa.Check.isin(["", "group"])),
        "sector": text(),
        "jobs": whole(nullable=True),
        "effect": pa.Column(str, pa.Check.isin(EFFECTS)),
        "kind": pa.Column(str, pa.Check.isin(EVENT_KINDS)),
        "label": text(),
        "lines": text(pattern=r"^\d+(-\d+)?$"),
        "note": pa.Column(str),
    }
    check_schema(table, EVENTS, columns, pa.Index("int64", unique=True, name="event"))
    faults = {
        "year": table["year"].diff() < 0,
        "until": table["until"] < table["year"],
        "effect": (table["effect"] != "") != table["jobs"].notna(),
    }
    for column, wrong in faults.items():
        if wrong.any():
            raise DataError(
                EVENTS,
                "out of order, or jobs without what became of them",
                column=column,
                row=int(wrong.idxmax()),
            )
    return table


FIGURE_1_1 = "figure-1-1.csv"
FIGURE_1_2 = "figure-1-2.csv"


@reused
def figure_1_1(sources: Sources) -> pd.DataFrame:
    """Figure 1.1 as printed: private salaried jobs of the agglomeration, 2008-2022.

    Returns
    -------
    DataFrame
        Index ``measure``: ``industry`` and ``total`` (jobs), ``share`` (%). Columns the four
        years, and ``change_2008_2013_pct`` ... as printed, NaN where none is.
    """
    years = [2008, 2013, 2018, 2022]
    changes = [f"change_{a}_{b}_pct" for a, b in pairwise(years)]
    names = ["measure", *map(str, years), *changes]
    table = read_delimited(FIGURE_1_1, sources.transcription(FIGURE_1_1), columns=names)
    table = table.set_index("measure").apply(to_numbers, file=FIGURE_1_1)
    columns = {str(year): pa.Column(float, pa.Check.gt(0)) for year in years}
    columns |= {name: pa.Column(float, nullable=True) for name in changes}
    index = pa.Index(str, pa.Check.isin(["industry", "total", "share"]), unique=True)
    check_schema(table, FIGURE_1_1, columns, index)
    return table.rename(columns={str(year): year for year in years})


@reused
def figure_1_2(sources: Sources) -> pd.DataFrame:
    """Figure 1.2 as printed: industrial establishments and employees of the agglomeration, 2022.

    Returns
    -------
    DataFrame
        Index ``industry`` (``Total`` last); ``a38`` (codes of the A38 industries it stands for),
        ``establishments``, ``employees``.
    """
    names = ["industry", "a38", "establishments", "employees"]
    table = read_delimited(FIGURE_1_2, sources.transcription(FIGURE_1_2), columns=names)
    table = table.set_index("industry")
    for column in names[2:]:
        table[column] = integers(table[column], FIGURE_1_2)
    columns = {
        "a38": pa.Column(str, pa.Check.str_matches(r"^(?:[A-Z]{2}(?: [A-Z]{2})*)?$")),
        "establishments": whole(),
        "employees": whole(),
    }
    check_schema(table, FIGURE_1_2, columns, pa.Index(str, unique=True, name="industry"))
    return table


FIGURE_II = "figure-ii.csv"
PRINTED_LAND = "land.csv"
LAND_LAW = "law-land.csv"


@reused
def figure_ii(sources: Sources) -> pd.DataFrame:
    """Figure II as printed: recruitment projects and share judged difficult, by sector.

    Returns
    -------
    DataFrame
        Index ``(sector, year)``, the sectors named as in
        :data:`bassin.read.france_travail.SECTORS`; ``projects`` (printed in tens),
        ``difficult_pct`` (%), ``lines`` of the text.
    """
    names = ["sector", "year", "projects", "difficult_pct", "lines"]
    table = read_delimited(FIGURE_II, sources.transcription(FIGURE_II), columns=names)
    for column in ("year", "projects", "difficult_pct"):
        table[column] = to_numbers(table[column], FIGURE_II, missing=())
    table["year"] = table["year"].astype("int64")
    table = table.set_index(["sector", "year"])
    columns = {
        "projects": pa.Column(float, [pa.Check.gt(0), pa.Check(lambda s: s % 10 == 0)]),
        "difficult_pct": pa.Column(float, pa.Check.in_range(0, 100)),
        "lines": text(pattern=r"^\d+(-\d+)?$"),
    }
    check_schema(table, FIGURE_II, columns)
    return table


@reused
def printed_land(sources: Sources) -> pd.DataFrame:
    """Areas of land for firms that the study prints: index ``key``.

    Returns
    -------
    DataFrame
        ``item`` (in our words), ``year`` (text: some are periods), ``hectares``, ``lines``.
    """
    names = ["key", "item", "year", "hectares", "lines"]
    table = read_delimited(PRINTED_LAND, sources.transcription(PRINTED_LAND), columns=names)
    table["hectares"] = to_numbers(table["hectares"], PRINTED_LAND, missing=())
    table = table.set_index("key")
    columns = {
        "item": text(),
        "year": text(pattern=r"^\d{4}"),
        "hectares": pa.Column(float, pa.Check.gt(0)),
        "lines": text(pattern=r"^\d+(-\d+)?$"),
    }
    check_schema(table, PRINTED_LAND, columns, pa.Index(str, unique=True, name="key"))
    return table


@reused
def land_law(sources: Sources) -> pd.DataFrame:
    """The calendar of the law of 2021 on land, transcribed from its article: index ``key``.

    Returns
    -------
    DataFrame
        ``provision`` (in our words), ``start``, ``end`` (years), ``ratio`` (of the pace of the
        reference decade), ``act``, ``article``.
    """
    names = ["key", "provision", "start", "end", "ratio", "act", "article"]
    table = read_delimited(LAND_LAW, sources.transcription(LAND_LAW), columns=names)
    for column in ("start", "end", "ratio"):
        table[column] = to_numbers(table[column], LAND_LAW, missing=())
    table = table.astype({"start": "int64", "end": "int64"}).set_index("key")
    year = pa.Column("int64", pa.Check.in_range(2000, 2100))
    columns = {
        "provision": text(),
        "start": year,
        "end": year,
        "ratio": pa.Column(float, pa.Check.in_range(0, 1)),
        "act": text(),
        "article": text(),
    }
    check_schema(table, LAND_LAW, columns, pa.Index(str, unique=True, name="key"))
    return table


HOURLY_WAGES = "figure-miners-wage.csv"


@reused
def hourly_wages(sources: Sources) -> pd.DataFrame:
    """Hourly wages of the 1960s printed by the study after Grosrichard (1969).

    Returns
    -------
    DataFrame
        Index ``group``, work outside the mines last; ``low``, ``high`` (francs of the time),
        ``lines`` of the study's text.
    """
    data = sources.transcription(HOURLY_WAGES)
    table = read_delimited(HOURLY_WAGES, data, columns=["group", "low", "high", "lines"])
    table = table.set_index("group")
    for column in ("low", "high"):
        table[column] = to_numbers(table[column], HOURLY_WAGES, missing=())
    upside_down = table["low"] > table["high"]
    if upside_down.any():
        raise DataError(HOURLY_WAGES, "low is above high", row=upside_down.idxmax())
    columns = {
        "low": pa.Column(float, pa.Check.gt(0)),
        "high": pa.Column(float, pa.Check.gt(0)),
        "lines": text(pattern=r"^\d+(-\d+)?$"),
    }
    check_schema(table, HOURLY_WAGES, columns, pa.Index(str, unique=True, name="group"))
    return table


FIGURE_2_2 = "figure-2-2.csv"
FIGURE_2_4 = "figure-2-4.csv"


@reused
def figure_2_2(sources: Sources) -> pd.DataFrame:
    """Ageing of the population as the study prints it: the years of its curves, and no value.

    Returns
    -------
    DataFrame
        Index ``year``; ``share_65_plus_pct``, ``share_15_29_pct`` (NaN: drawn, not written),
        ``lines`` (of its text).
    """
    names = ["year", "share_65_plus_pct", "share_15_29_pct", "lines"]
    table = read_delimited(FIGURE_2_2, sources.transcription(FIGURE_2_2), columns=names)
    for column in names[:3]:
        table[column] = to_numbers(table[column], FIGURE_2_2)
    table = table.astype({"year": "int64"}).set_index("year")
    percent = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
    columns = dict.fromkeys(names[1:3], percent) | {"lines": text(pattern=r"^\d+(-\d+)?$")}
    check_schema(table, FIGURE_2_2, columns, pa.Index("int64", unique=True, name="year"))
    return table


@reused
def figure_2_4(sources: Sources) -> pd.DataFrame:
    """Highest diploma of people out of school in the agglomeration, as the study prints it.

    Returns
    -------
    DataFrame
        Index ``class``; ``age_from`` and ``age_to`` (of the people the shares are of; NaN where
        there is no upper limit), ``2009``, ``2020`` (``int`` columns: %), ``lines`` (of its text).
    """
    names = ["class", "age_from", "age_to", "share_2009_pct", "share_2020_pct", "lines"]
    table = read_delimited(FIGURE_2_4, sources.transcription(FIGURE_2_4), columns=names)
    table = table.set_index("class")
    for column in names[1:5]:
        table[column] = to_numbers(table[column], FIGURE_2_4)
    percent = pa.Column(float, pa.Check.in_range(0, 100))
    columns = {
        "age_from": pa.Column(float),
        "age_to": pa.Column(float, nullable=True),
        "share_2009_pct": percent,
        "share_2020_pct": percent,
        "lines": text(pattern=r"^\d+(-\d+)?$"),
    }
    check_schema(table, FIGURE_2_4, columns, pa.Index(str, unique=True, name="class"))
    return table.rename(columns={"share_2009_pct": 2009, "share_2020_pct": 2020})


INSTRUMENTS, SUMS = "instruments.csv", "sums.csv"

#: Who pays for an instrument.
PAYERS = ("State", "Europe", "Local")

#: Where a date comes from: the study, a raw file, or a decree outside both.
DATE_BASES = ("printed", "file", "outside", "")


@reused
def instruments(sources: Sources) -> pd.DataFrame:
    """Instruments of reconversion of the study's chapter 3, one row each.

    Returns
    -------
    DataFrame
        Index ``id``; ``name``, ``founded`` (year, NaN where undated), ``founded_precision``
        (``"year"``, ``"decade"`` or empty), ``founded_basis`` (of :data:`DATE_BASES`), ``ended``
        (year, NaN where not given) and ``ended_basis``, ``last_seen`` (last year the text shows it
        at work; 2023 is that of the study), ``payer`` (of :data:`PAYERS`), ``pays`` (who pays),
        ``does``, ``successor`` (an ``id`` or empty), ``link`` (how it passes on), ``lines``,
        ``note``.

    Raises
    ------
    DataError
        Also if a successor is unknown, undated or older, dates are out of order, or a date has no
        basis.
    """
    names = ["id", "name", "founded", "founded_precision", "founded_basis", "ended", "ended_basis"]
    names += ["last_seen", "payer", "pays", "does", "successor", "link", "lines", "note"]
    table = read_delimited(INSTRUMENTS, sources.transcription(INSTRUMENTS), columns=names)
    table = table.set_index("id")
    for column in ("founded", "ended", "last_seen"):
        table[column] = to_numbers(table[column], INSTRUMENTS)
    year = whole(nullable=True)
    columns = {name: text() for name in ("name", "pays", "does")}
    columns |= dict.fromkeys(("founded", "ended", "last_seen"), year)
    columns |= {name: pa.Column(str) for name in ("successor", "link", "note")}
    columns["founded_precision"] = pa.Column(str, pa.Check.isin(["year", "decade", ""]))
    columns["founded_basis"] = columns["ended_basis"] = pa.Column(str, pa.Check.isin(DATE_BASES))
    columns["payer"] = pa.Column(str, pa.Check.isin(PAYERS))
    columns["lines"] = text(pattern=_PASSAGES)
    check_schema(table, INSTRUMENTS, columns, pa.Index(str, unique=True, name="id"))
    after = table["successor"].map(table["founded"])
    led = table["successor"] != ""
    faults = {
        "successor": led & (after.isna() | ~table["successor"].isin(table.index)),
        "founded": led & table["founded"].gt(after),
        "link": led != (table["link"] != ""),
        "ended": table["ended"] < table["founded"],
        "last_seen": (table["last_seen"] < table["founded"])
        | (table["founded"].notna() & table["last_seen"].isna()),
        "founded_basis": (table["founded_basis"] != "") != table["founded"].notna(),
        "founded_precision": (table["founded_precision"] != "") != table["founded"].notna(),
        "ended_basis": (table["ended_basis"] != "") != table["ended"].notna(),
    }
    undated = led & table["founded"].isna()
    faults["successor"] |= undated
    for column, wrong in faults.items():
        if wrong.any():
            raise DataError(
                INSTRUMENTS,
                f"{table.at[wrong.idxmax(), column]!r} does not fit the other cells of the row",
                column=column,
                row=wrong.idxmax(),
            )
    return table


@reused
def sums(sources: Sources) -> pd.DataFrame:
    """Sums of money the study prints, in francs and in euros.

    Returns
    -------
    DataFrame
        Index ``id``; ``label``, ``amount`` and ``amount_high`` (ends of a range; NaN for one
        amount), ``currency`` (``"FRF"``, the franc of 1960, or ``"EUR"``), ``money_of`` (year or
        years whose money it is), ``equivalent`` (a rate the study prints beside it, or NaN) and
        ``equivalent_unit``, ``lines``, ``note``.
    """
    names = ["id", "label", "amount", "amount_high", "currency", "money_of"]
    names += ["equivalent", "equivalent_unit", "lines", "note"]
    table = read_delimited(SUMS, sources.transcription(SUMS), columns=names).set_index("id")
    for column in ("amount", "amount_high", "equivalent"):
        table[column] = to_numbers(table[column], SUMS)
    columns = {
        "label": text(),
        "amount": count(),
        "amount_high": count(nullable=True),
        "currency": pa.Column(str, pa.Check.isin(["FRF", "EUR"])),
        "money_of": text(),
        "equivalent": count(nullable=True),
        "equivalent_unit": pa.Column(str),
        "lines": text(pattern=_PASSAGES),
        "note": pa.Column(str),
    }
    check_schema(table, SUMS, columns, pa.Index(str, unique=True, name="id"))
    return table
