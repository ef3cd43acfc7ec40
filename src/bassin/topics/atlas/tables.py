"""The atlas: a row for every indicator and every group, and what each value rests on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators import catalogue
from bassin.indicators.declaration import NotAdditive
from bassin.places.membership import FRANCE
from bassin.topics.atlas.places import places
from bassin.topics.national import National

#: What a value is: of every commune; of those that have one, which are enough by the rule of its
#: indicator; published of the group; published of the mainland, in the row of France.
WHOLE, PART, GIVEN, MAINLAND = "whole", "part", "published", "mainland"
#: Why there is none: communes without one; masked ones, and none else; nothing published of the
#: group; nothing to be a share of; communes of the group that no file gives.
LACKS, MASKED, NOT_GIVEN, NO_BASE, LOST = "missing", "masked", "not_published", "no_base", "lost"
STATUSES = (WHOLE, PART, GIVEN, MAINLAND, LACKS, MASKED, NOT_GIVEN, NO_BASE, LOST)
#: How many communes stand behind a value, by what there is of each.
COUNTS = ["communes", "missing", "masked", "merged"]
COLUMNS = ("kind", "code", "name", "indicator", "vintage", "value", "status", *COUNTS)


class Atlas:
    """The indicators of the catalogue for all groups of communes.

    Parameters
    ----------
    sources : Sources

    Examples
    --------
    >>> table = Atlas(Sources()).rows(["car_pct"])  # doctest: +SKIP
    >>> table.set_index("code").at["200066918", "status"]  # doctest: +SKIP
    'whole'
    """

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    @cached_property
    def places(self) -> pd.DataFrame:
        """As :func:`bassin.topics.atlas.places.places`."""
        return places(self.sources)

    @cached_property
    def keys(self) -> list[str]:
        """Keys of the indicators of which every file that is due is listed."""
        return [
            key
            for key, one in catalogue.at_hand(self.sources).items()
            if all(read.awaited or read.files(self.sources) for read in one.reads)
        ]

    @cached_property
    def _national(self) -> National:
        return National(self.sources)

    def rows(self, keys: Sequence[str] | None = None) -> pd.DataFrame:
        """A row an indicator and a group, in the order of the catalogue and of the places.

        Parameters
        ----------
        keys : sequence of str, optional
            Of the catalogue; :attr:`keys` by default.

        Returns
        -------
        DataFrame
            :data:`COLUMNS`: ``kind``, ``code`` and ``name`` of the group; ``indicator`` (its key)
            and ``vintage``; ``value`` (in the unit of its declaration, missing where none can be
            told); ``status`` (of :data:`STATUSES`: what the value is, or why there is none);
            ``communes`` of the group with a value, those ``missing``, ``masked`` and ``merged``
            (counted in another), which add up to its communes; missing of a group whose communes
            no file gives.
        """
        wanted = self.keys if keys is None else list(keys)
        found = self._national.by_group(wanted).rename(columns={"secret": "masked"})
        every = pd.MultiIndex.from_tuples(
            [(key, *place) for key in wanted for place in self.places.index],
            names=["indicator", "kind", "code"],
        )
        found = found.rename_axis(every.names)
        there = every.isin(found.index)
        table = found.reindex(every)
        table["status"] = status(table, there)
        # How many communes lie behind a group that no file gives whole is not known.
        table[COUNTS] = table[COUNTS].astype("Int64")
        self._add_mainland(table, wanted)
        table = table.reset_index()
        about = catalogue.at_hand(self.sources)
        table["vintage"] = table["indicator"].map({key: about[key].vintage for key in wanted})
        at = pd.MultiIndex.from_frame(table[["kind", "code"]])
        table["name"] = self.places["name"].reindex(at).to_numpy()
        return table[list(COLUMNS)]

    def _add_mainland(self, table: pd.DataFrame, keys: Sequence[str]) -> None:
        """Put what is published of the mainland in the row of France, and say that it is."""
        for key in keys:
            at = (key, "france", FRANCE)
            if not isinstance(catalogue.find(key).rule, NotAdditive):
                continue
            published = self._national.published(key, ["france"])
            value = np.nan if published is None else published["value"].get(at[1:], np.nan)
            if np.isnan(table.at[at, "value"]) and not np.isnan(value):
                table.loc[[at], "value"] = value
                table.loc[[at], "status"] = MAINLAND


def status(table: pd.DataFrame, there: np.ndarray) -> pd.Series:
    """What each value is, or why there is none.

    Parameters
    ----------
    table : DataFrame
        Index with a level ``indicator``; ``value``, ``communes``, ``missing``, ``masked``.
    there : array of bool, shape (rows,)
        Whether communes of the group are known.

    Returns
    -------
    Series of str
        Of :data:`STATUSES`.
    """
    keys = table.index.get_level_values("indicator")
    given = np.isin(
        keys, [key for key in keys.unique() if isinstance(catalogue.find(key).rule, NotAdditive)]
    )
    known = table["value"].notna().to_numpy()
    lacks, masked = table["missing"] > 0, table["masked"] > 0
    conditions = [
        ~there,
        given & known,
        given,
        known & (lacks | masked),
        known,
        masked & ~lacks,
        lacks | (table["communes"] == 0),
    ]
    words = [LOST, GIVEN, NOT_GIVEN, PART, WHOLE, MASKED, LACKS]
    return pd.Series(np.select(conditions, words, NO_BASE), table.index, dtype=str)


def wide(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a group, a column an indicator.

    Parameters
    ----------
    rows : DataFrame
        As :meth:`Atlas.rows`.

    Returns
    -------
    DataFrame
        ``kind``, ``code``, ``name``, then the value of each indicator by its key.
    """
    keys = rows["indicator"].unique()
    table = rows.pivot(index=["kind", "code", "name"], columns="indicator", values="value")
    first = rows.loc[rows["indicator"] == keys[0], ["kind", "code", "name"]]
    table = table.reindex(pd.MultiIndex.from_frame(first))[keys]
    return table.rename_axis(columns=None).reset_index()
