"""The book's own sentences with what their checks found: one table, a row a sentence.

It is one kind of exhibit, whose rows the book's renderer sets so that they can be linked to, each
with a curve of its number under every choice. Elsewhere it is a plain table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pandas as pd

from bassin.files.citation import Source
from bassin.indicators.stats import how_many
from bassin.phrase import Name, Phrase
from bassin.show import tables
from bassin.show.bodies import Sentence, SentencesBody
from bassin.show.exhibit import Exhibit
from bassin.show.naming import Names
from bassin.topics.tried import ALONE, LEAST, Tried
from bassin.words import called, current, number, told, told_parts, write

#: Choices listed of those that give another answer.
LISTED = 12
#: Columns of the data that hold texts of several parts.
PARTED = ("area", "period", "vintage")


def audited(
    df: pd.DataFrame,
    tried: Mapping[str, Tried],
    *,
    names: Names = MappingProxyType({}),
    name: str,
    caption: str,
    source: Source,
) -> Exhibit:
    """Show sentences of the book, each with how sure it is and its number under every choice.

    Parameters
    ----------
    df : DataFrame
        As :attr:`bassin.claims.findings.Findings.table`.
    tried : mapping
        Identifier to what its check found.
    names : mapping, optional
        What the places among its choices are called, by code.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``tab-``.

    Returns
    -------
    Exhibit
        Its data have a row a sentence and choice.
    """
    tried = _placed(tried, names)
    rows = [_sentence(str(one), row, tried[str(one)]) for one, row in df.iterrows()]
    return _shown(SentencesBody(_score(df), rows), df, tried, name, caption, source)


def contested(
    df: pd.DataFrame,
    tried: Mapping[str, Tried],
    *,
    names: Names = MappingProxyType({}),
    name: str,
    caption: str,
    source: Source,
) -> Exhibit:
    """Show contested claims, each with how sure its verdict is and its number by every choice.

    Parameters
    ----------
    df : DataFrame
        As :meth:`bassin.claims.curves.Curves.shown`.
    tried : mapping
        Claim to what its check found.
    names : mapping, optional
        What the places among its choices are called, by code.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``tab-``.

    Returns
    -------
    Exhibit
        Its data have a row a claim and choice.
    """
    tried = _placed(tried, names)
    rows = [
        replace(_sentence(str(claim), row, tried[str(claim)]), verdict=row["verdict"])
        for claim, row in df.iterrows()
    ]
    body = SentencesBody(_score(df), rows, "claims")
    return _shown(body, df, tried, name, caption, source)


def _placed(tried: Mapping[str, Tried], names: Names) -> dict[str, Tried]:
    """What was tried, with the places among the labels of its choices called by their names."""
    called_so = {str(code): write(name) for code, name in names.items()}

    def call(label: Any) -> Any:
        if isinstance(label, tuple):
            return tuple(call(one) for one in label)
        return called_so.get(str(label), label)

    return {
        key: replace(
            one,
            chosen=call(one.chosen),
            choices=one.choices.set_axis(_index(one.choices.index, call)),
        )
        for key, one in tried.items()
    }


def _index(index: pd.Index, call: Any) -> pd.Index:
    labels = [call(label) for label in index]
    if isinstance(index, pd.MultiIndex):
        return pd.MultiIndex.from_tuples(labels, names=index.names)
    return pd.Index(labels, name=index.name)


def _shown(
    body: SentencesBody,
    df: pd.DataFrame,
    tried: Mapping[str, Tried],
    name: str,
    caption: str,
    source: Source,
) -> Exhibit:
    shown = tables.show(
        _plain(body), name=name, caption=caption, source=source, labels=_heads(body)
    )
    of_claims = ["verdict", "why"] if body.kind == "claims" else []
    return replace(shown, data=_data(df, tried, of_claims), sentences=body)


def _score(df: pd.DataFrame) -> list[tuple[str, int]]:
    """Words that some sentence has, and how many do."""
    words = [word for word in (*LEAST, ALONE) if word in set(df["word"])]
    return [(word, how_many(df["word"] == word)) for word in words]


def _plain(body: SentencesBody) -> pd.DataFrame:
    """What is shown where nothing of the book's own is."""
    rows = body.rows
    verdicts = {"verdict": [called(row.verdict) for row in rows]} if body.kind == "claims" else {}
    return pd.DataFrame(
        {
            "sentence": [row.sentence for row in rows],
            **verdicts,
            "word": [f"{called(row.word)} ({row.beside})" for row in rows],
            "estimate": [row.estimate for row in rows],
            "grade": [row.grade for row in rows],
        }
    )


def _heads(body: SentencesBody) -> dict[str, str]:
    """Headers of the plain table."""
    said = {"sentence": "statement"} if body.kind == "claims" else {}
    columns = ("sentence", "verdict", "word", "estimate", "grade")
    heads = {name: write(Phrase(f"column.{said.get(name, name)}")) for name in columns}
    return heads if body.kind == "claims" else {n: h for n, h in heads.items() if n != "verdict"}


def _data(df: pd.DataFrame, tried: Mapping[str, Tried], more: Sequence[str] = ()) -> pd.DataFrame:
    """What is offered: a row a sentence and choice, and what is known of the sentence."""
    kept = ["chapter", "exhibit", "sentence", "area", "period", "unit", "low", "high", "interval"]
    kept += ["agreeing", "tried", "word", "grade", "vintage", "files", *more]
    told = df[kept].assign(files=df["files"].str.join("; "))
    for name, say in {**dict.fromkeys(PARTED, told_parts), "verdict": called}.items():
        if name in told:
            told[name] = told[name].map(say)
    parts = []
    for name in df.index:
        choices = tried[str(name)].choices
        said = [_choice(choices.index.names, label, "_in_data") for label in choices.index]
        own = [label == tried[str(name)].chosen for label in choices.index]
        parts.append(
            pd.DataFrame(
                {
                    "id": name,
                    "choice": said,
                    "own": own,
                    "estimate": choices["estimate"].to_numpy(),
                    "holds": choices["holds"].to_numpy(),
                }
            )
        )
    return pd.concat(parts).join(told, on="id").set_index("id")


def _sentence(name: str, row: pd.Series, one: Tried) -> Sentence:
    def said(value: float) -> str:
        unit = told(row["unit"])
        sign, percent, rest = unit.partition("%")
        unit = percent if percent and not sign else unit
        written = number(value, f",.{row['decimals']}f", unit).replace("\N{NO-BREAK SPACE}", " ")
        return written + rest if unit == "%" else written

    ordered = one.choices.sort_values("estimate", kind="stable")
    other = ordered.index[ordered["holds"] != one.holds]
    names = list(one.choices.index.names)
    otherwise = [_choice(names, label) for label in other]
    return Sentence(
        id=name,
        sentence=excerpt(row["sentence"]),
        title=row["title"],
        exhibit=row["exhibit"],
        word=row["word"],
        beside=write(Phrase("finding.beside", n=int(row["tried"]), same=int(row["agreeing"]))),
        estimate=said(one.estimate),
        wanted=write(ruled(one, int(row["decimals"]))),
        interval=_interval(row, one),
        where=_where(row),
        over=_over(names, ordered["estimate"], said),
        otherwise=otherwise[:LISTED],
        grade=row["grade"],
        vintage=told_parts(row["vintage"]),
        note=told(row["note"]),
        files=list(row["files"]),
        curve=[(float(v), bool(h)) for v, h in ordered[["estimate", "holds"]].to_numpy()],
        chosen=list(ordered.index).index(one.chosen),
        ends=[end for end in (one.rule.least, one.rule.most) if abs(end) != float("inf")],
    )


def excerpt(text: str) -> str:
    """A part of a sentence as it is quoted alone: dots where the sentence begins before or goes on.

    Examples
    --------
    >>> excerpt("most of them wait for a file,")
    '… most of them wait for a file …'
    >>> excerpt("It grew.")
    'It grew.'
    """
    cut = text.rstrip(",:; \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
    before = "\N{HORIZONTAL ELLIPSIS} " if cut[:1].islower() else ""
    after = "" if cut.endswith((".", "?", "!")) else " \N{HORIZONTAL ELLIPSIS}"
    return before + cut + after


def _where(row: pd.Series) -> str:
    """Area and period of a number; some are of no period."""
    if not row["period"]:
        return told_parts(row["area"])
    area, period = (told_parts(row[name]) for name in ("area", "period"))
    return write(Phrase("finding.where", area=area, period=period))


def _over(names: list[str], values: pd.Series, said: Any) -> str:
    """What was chosen otherwise, and how far the number goes."""
    if len(values) == 1:
        return write(Phrase("finding.alone"))
    chosen = [Name(f"choice_{name}") for name in names]
    low, high = said(float(values.iloc[0])), said(float(values.iloc[-1]))
    return write(Phrase("finding.over", n=len(values), chosen=chosen, low=low, high=high))


def _interval(row: pd.Series, one: Tried) -> str:
    if isinstance(one.interval, str):
        return write(Phrase(f"finding.{one.interval}"))
    low, high = (number(end, f",.{row['decimals']}f") for end in one.interval)
    return write(Phrase("finding.interval", low=low, high=high))


def _choice(names: list[str], label: object, where: str = "") -> str:
    """The labels of a choice, in words, as a sentence or the data have them."""
    labels = label if isinstance(label, tuple) else (label,)
    parts = [
        Phrase(f"finding.choice{where}", name=Name(f"choice_{name}"), label=_label(name, str(one)))
        for name, one in zip(names, labels, strict=True)
    ]
    return ", ".join(map(write, parts))


def _label(name: str, label: str) -> str:
    """A label in words, by itself or by what is chosen; as it stands where it has none."""
    known = current().names
    own = {"indicator": f"indicator.{label}", "line": f"line_{label}"}
    if decimals := re.fullmatch(r"\d+\.(\d+)", label):
        return number(float(label), f".{len(decimals[1])}f")
    return known.get(own.get(name, f"choice_{name}.{label}")) or known.get(label) or label


def ruled(one: Tried, decimals: int = 2) -> Phrase:
    """Which numbers bear a sentence out."""
    ends = [one.rule.least, one.rule.most]
    known = [end for end in ends if abs(end) != float("inf")]
    # An end may have more digits than the estimate is written with.
    said = [number(end, f",.{max(decimals, _digits(end))}f") for end in known]
    if len(known) == 2:
        same = known[0] == known[1]
        return (
            Phrase("finding.equal", end=said[0])
            if same
            else Phrase("finding.between", least=said[0], most=said[1])
        )
    low, closed = known[0] == one.rule.least, one.rule.closed
    key = {(True, False): "above", (True, True): "at_least", (False, False): "below"}
    return Phrase(f"finding.{key.get((low, closed), 'at_most')}", end=said[0])


def _digits(end: float) -> int:
    return len(f"{end:.2f}".rstrip("0").partition(".")[2])
