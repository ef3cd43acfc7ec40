"""From communes to every group of every kind, in one pass.

An indicator's national table is first brought to two amounts a commune, one over the other, and a
status. Amounts, and how many communes stand behind them, are then added up for all indicators and
all groups at once: a sparse matrix of groups by communes, times matrices of communes by indicators.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_array

from bassin.availability import MISSING, PUBLISHED, SECRET
from bassin.errors import ChoiceError
from bassin.indicators.declaration import NotAdditive, Ratio, Rule, Sum, WeightedMean
from bassin.indicators.stats import total

#: Status of a commune that was one on 2023-01-01 and is counted in another by the file.
MERGED = "merged"
STATUSES = (PUBLISHED, SECRET, MISSING, MERGED)
#: Column of a national table that says why a value is not there, where it is not plainly missing.
STATUS = "status"
#: Codes an error names.
SHOWN = 3

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Parts:
    """What each commune adds to a group.

    Attributes
    ----------
    rule : Rule
        How the amounts are added up.
    table : DataFrame
        Index ``code``; ``value``, ``top`` and ``bottom`` (amounts), NaN unless published;
        ``status`` (categorical, of :data:`STATUSES` in their order).
    """

    rule: Rule
    table: pd.DataFrame

    def values(self) -> pd.Series:
        """Value of each commune; NaN where it has none, or nothing to be a share of."""
        return self.table["value"]

    def weights(self) -> pd.Series:
        """How much each commune counts in the mean of several."""
        return self.table["bottom"].rename("weight")


def parts(rule: Rule, table: pd.DataFrame) -> Parts:
    """Bring a national table to what each commune adds to a group.

    Parameters
    ----------
    rule : Rule
    table : DataFrame
        Index ``code``: the columns that the rule names, and ``status`` where a commune without a
        value is not plainly missing.

    Raises
    ------
    KeyError
        If the table lacks a column of the rule.
    ValueError
        If a weight or a denominator is negative, or a status is none of :data:`STATUSES`.

    Examples
    --------
    >>> table = pd.DataFrame({"vacant": [2.0, None], "dwellings": [10.0, 5.0]}, index=["a", "b"])
    >>> parts(Ratio("vacant", "dwellings"), table).table["status"].to_list()
    ['published', 'missing']
    """
    if isinstance(rule, WeightedMean):
        top, bottom = table[rule.value] * table[rule.weight], table[rule.weight]
    elif isinstance(rule, Ratio):
        top, bottom = table[rule.numerator], table[rule.denominator]
    else:
        top = table[rule.amount if isinstance(rule, Sum) else rule.value]
        bottom = pd.Series(1.0, index=table.index)
    negative = bottom < 0
    if negative.any():
        raise ValueError(f"the weight of {negative.idxmax()!r} is negative")
    there = top.notna() & bottom.notna()
    status = pd.Series(MISSING, index=table.index, dtype=object)
    if STATUS in table:
        why = table[STATUS].fillna(MISSING)
        strange = ~why.isin(STATUSES)
        if strange.any():
            raise ValueError(f"status {why[strange].iloc[0]!r} is none of {', '.join(STATUSES)}")
        status = why.where(why != PUBLISHED, MISSING).astype(object)
    status[there] = PUBLISHED
    ranked = pd.Categorical(status, categories=list(STATUSES))
    amounts = pd.DataFrame({"top": top.where(there), "bottom": bottom.where(there)})
    # A published mean is kept as it is, not multiplied by its weight and divided again.
    value = (
        table[rule.value].where(there)
        if isinstance(rule, WeightedMean)
        else _value(rule, amounts["top"], amounts["bottom"].where(bottom > 0))
    )
    amounts.insert(0, "value", value)
    return Parts(rule, amounts.assign(status=ranked).rename_axis("code"))


def _value(rule: Rule, top: pd.Series, bottom: pd.Series) -> pd.Series:
    if isinstance(rule, Sum | NotAdditive):
        return top
    return (rule.scale if isinstance(rule, Ratio) else 1.0) * top / bottom


def over(
    one: Parts,
    groups: pd.Series,
    people: Callable[[], pd.Series] | None = None,
    *,
    wide: bool = False,
) -> pd.DataFrame:
    """Value of an indicator for some groups of communes, and how many it rests on.

    Of a rule that asks for every commune of a group, the value is missing where one has none. Of
    one that asks for most of the inhabitants, it is missing where fewer live in a commune with a
    value than an EPCI needs. Without inhabitants it is that of the communes that have a value,
    however few: the counts beside it say how many.

    Parameters
    ----------
    one : Parts
        As :func:`parts`.
    groups : Series
        Group of each commune, on its index or a part of it; those without a group are left out.
    people : callable, optional
        Gives the inhabitants of each commune. It is called where a commune has no value, and the
        rule does not ask for every one: what is whole rests on no file of inhabitants.
    wide : bool
        Whether the groups are as large as a departement, of which the rule asks for less.

    Returns
    -------
    DataFrame
        A row a group; ``value``; ``communes`` (with a value), ``missing``, ``secret``, ``merged``
        (counted in another), as :func:`by_group`; ``amount``: what is counted, or each value times
        its weight, added up, missing with the value; ``of``: what the value is a share or a mean
        of, added up over the communes with a value.

    Raises
    ------
    ValueError
        If the indicator does not add up.
    ChoiceError
        If a code is twice in the groups, or is none of the table: the message names it.

    Examples
    --------
    >>> table = pd.DataFrame({"vacant": [2.0, None], "dwellings": [10.0, 5.0]}, index=["a", "b"])
    >>> found = over(parts(Ratio("vacant", "dwellings", local=0.5), table), pd.Series("x", ["a"]))
    >>> found[["value", "communes", "amount", "of"]].to_dict("index")
    {'x': {'value': 20.0, 'communes': 1, 'amount': 2.0, 'of': 10.0}}
    """
    if isinstance(one.rule, NotAdditive):
        raise ValueError("an indicator that does not add up has no value over communes")
    if groups.index.has_duplicates:
        twice = groups.index[groups.index.duplicated()][0]
        raise ChoiceError(f"{twice!r} is given twice, and would be counted twice. Give it once.")
    strange = groups.index.difference(one.table.index, sort=False)
    if len(strange):
        shown = ", ".join(map(repr, strange[:SHOWN])) + (" ..." if len(strange) > SHOWN else "")
        raise ChoiceError(
            f"{len(strange)} code(s) that the table does not have: {shown}. Give codes of its "
            "communes; an arrondissement is in its city, a commune that merged in the one it is of."
        )
    here = one.table.reindex(groups.index)
    sums = here[["top", "bottom"]].groupby(groups).sum()
    table = _value(one.rule, sums["top"], sums["bottom"].where(sums["bottom"] > 0)).to_frame(
        "value"
    )
    counted = {"communes": PUBLISHED, "missing": MISSING, "secret": SECRET, "merged": MERGED}
    for name, word in counted.items():
        table[name] = (here["status"] == word).groupby(groups).sum()
    table["amount"], table["of"] = sums["top"], sums["bottom"]
    partial = table["missing"] + table["secret"] > 0
    least = one.rule.wide if wide else one.rule.local
    if least < 1:
        partial &= _too_few(here["status"], groups, least, people if partial.any() else None)
    unknown = partial | (table["communes"] == 0)
    return table.assign(value=table["value"].mask(unknown), amount=table["amount"].mask(unknown))


def among(one: Parts, areas: Mapping[str, Collection[str]]) -> pd.DataFrame:
    """As :func:`over`, of areas that may overlap: the value is that of the communes that have one.

    Parameters
    ----------
    one : Parts
    areas : mapping
        Code of each to its communes; none of them may be twice in one.

    Examples
    --------
    >>> table = pd.DataFrame({"floods": [2.0, 4.0]}, index=["a", "b"])
    >>> among(parts(Sum("floods"), table), {"all": ["a", "b"], "one": ["b"]})["value"].to_list()
    [6.0, 4.0]
    """
    rows = {
        area: over(one, pd.Series(area, list(codes), dtype=object)).reindex([area]).iloc[0]
        for area, codes in areas.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index")


def _too_few(
    status: pd.Series, groups: pd.Series, least: float, people: Callable[[], pd.Series] | None
) -> pd.Series | bool:
    """Whether a smaller share of each group than asked lives where the value is known."""
    if people is None:
        return False
    living = people().reindex(groups.index).astype(float)
    counted = total(living.where(status.isin([PUBLISHED, MERGED]), 0.0).groupby(groups))
    # As by_group: where inhabitants are not known, nothing says that they are enough.
    whole = total(living.groupby(groups))
    return ~(counted / whole.where(whole > 0) >= least)


def by_group(
    indicators: Mapping[str, Parts],
    membership: pd.DataFrame,
    people: pd.Series,
    published: Mapping[str, pd.DataFrame] | None = None,
) -> pd.DataFrame:
    """Value of every indicator for every group of every kind, and how many communes it rests on.

    Parameters
    ----------
    indicators : mapping
        Key to :func:`parts`, all on the index of ``membership``.
    membership : DataFrame
        As :func:`bassin.places.membership.membership`: a column a kind, the group of each commune.
    people : Series of float
        Inhabitants of each commune, on the same index: they tell how much of a group is known.
    published : mapping, optional
        Key of an indicator that does not add up to what is published of groups: index
        ``(kind, group)``; ``value``.

    Returns
    -------
    DataFrame
        Index ``(indicator, kind, group)``; ``value``; ``communes`` (with a value), ``missing``,
        ``secret``, ``merged`` (counted in another commune): numbers that add up to the communes of
        the group. The value is NaN where fewer than the rule asks are known, and of an indicator
        that does not add up wherever none is published.

    Raises
    ------
    ValueError
        If an indicator or the inhabitants are on another index than the membership.
    """
    for name, index in {
        "the inhabitants": people.index,
        **{key: one.table.index for key, one in indicators.items()},
    }.items():
        if not index.equals(membership.index):
            raise ValueError(f"{name} and the membership are on different indexes: align them")
    groups, into = _incidence(membership)
    top, bottom, status = _stacked(indicators, len(membership))
    of = {word: status == rank for rank, word in enumerate(STATUSES)}
    counted = {word: into @ there.astype(np.float64) for word, there in of.items()}
    here = people.to_numpy(float)
    covered = into @ (here[:, None] * (of[PUBLISHED] | of[MERGED]))
    tops, bottoms, whole = into @ top, into @ bottom, into @ here
    tables = []
    for at, (key, one) in enumerate(indicators.items()):
        counts = {word: counted[word][:, at].astype(int) for word in STATUSES}
        table = pd.DataFrame(
            {
                "value": _value(
                    one.rule,
                    pd.Series(tops[:, at], groups),
                    pd.Series(bottoms[:, at], groups).where(bottoms[:, at] > 0),
                ),
                "communes": counts[PUBLISHED],
                "missing": counts[MISSING],
                "secret": counts[SECRET],
                "merged": counts[MERGED],
            },
            index=groups,
        )
        if isinstance(one.rule, NotAdditive):
            table["value"] = _published(groups, (published or {}).get(key))
        else:
            share = _share(covered[:, at], whole)
            table["value"] = table["value"].where(_enough(one.rule, table, share))
        tables.append(table)
    return pd.concat(tables, keys=list(indicators), names=["indicator"])


def _incidence(membership: pd.DataFrame) -> tuple[pd.MultiIndex, csr_array]:
    """Groups of every kind, and the matrix that tells which communes each is made of."""
    keys, rows, columns, first = [], [], [], 0
    for kind in membership:
        labels, found = pd.factorize(membership[kind], sort=True)
        inside = np.flatnonzero(labels >= 0)
        keys += [(str(kind), str(group)) for group in found]
        rows.append(labels[inside] + first)
        columns.append(inside)
        first += len(found)
    at = (np.concatenate(rows), np.concatenate(columns))
    shape = (first, len(membership))
    into = csr_array((np.ones(len(at[0])), at), shape=shape)
    return pd.MultiIndex.from_tuples(keys, names=["kind", "group"]), into


def _stacked(
    indicators: Mapping[str, Parts], communes: int
) -> tuple[Floats, Floats, npt.NDArray[np.int8]]:
    """Amounts, zero unless published, and rank of the status: shape (communes, indicators)."""
    shape = (communes, len(indicators))
    top, bottom, status = np.empty(shape), np.empty(shape), np.empty(shape, dtype=np.int8)
    for at, one in enumerate(indicators.values()):
        top[:, at] = np.nan_to_num(one.table["top"].to_numpy(float))
        bottom[:, at] = np.nan_to_num(one.table["bottom"].to_numpy(float))
        status[:, at] = one.table["status"].cat.codes
    return top, bottom, status


def _share(part: Floats, whole: Floats) -> Floats:
    """Part of the inhabitants; none where their number is not known, or is zero."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.nan_to_num(part / whole, nan=0.0, posinf=0.0)


def _enough(rule: Sum | WeightedMean | Ratio, table: pd.DataFrame, share: Floats) -> Bools:
    """Whether as much of each group is known as the rule asks for its kind."""
    least = table.index.get_level_values("kind").map(rule.least).to_numpy(float)
    every = (table["missing"] + table["secret"] == 0).to_numpy()
    enough = np.where(least >= 1, every, every | (share >= least))
    return np.asarray(enough & (table["communes"] > 0).to_numpy(), dtype=bool)


def _published(groups: pd.MultiIndex, found: pd.DataFrame | None) -> pd.Series:
    if found is None:
        return pd.Series(np.nan, index=groups)
    return found["value"].reindex(groups)
