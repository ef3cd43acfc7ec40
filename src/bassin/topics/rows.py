"""Claims that a row of a table tests: a declared indicator, a place and a second term.

Such a claim has ``row`` in its column ``check``, and a row in the ``checks.csv`` of its study. A
study of another place needs no line of code for a level, a part, a comparison, a change or a rank.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from bassin.errors import ChoiceError, DataError
from bassin.files.transcribed import of_study
from bassin.indicators import catalogue
from bassin.indicators.declaration import Indicator, Sum
from bassin.indicators.stats import direction, how_many
from bassin.phrase import Amount, Name, Phrase
from bassin.places import membership
from bassin.places.territory import FRANCE
from bassin.read.printed import CHANGE, CHECKED, COMPARISON, LEVEL, PART, RANK, declared_checks
from bassin.topics.declared import (
    AT,
    COUNTRY,
    PREFIX,
    Known,
    check_of_indicator,
    grade_of,
    group_of,
    is_place,
    name_of,
    value_of,
)
from bassin.topics.finding import Check, Finding
from bassin.topics.gathered import Topics
from bassin.topics.measured import measured

#: Signs of the words of a comparison and of a change.
SIGNS = {"above": 1, "below": -1, "rises": 1, "falls": -1}
#: Units in which a claim prints a rank, and what a change or a part is in.
OF_RANK, OF_SHARE = "rank", "%"


@dataclass(frozen=True)
class Row:
    """A row of the checks of a study, and what it is about."""

    claim: pd.Series
    cells: pd.Series
    about: Indicator
    study: Topics

    def value(self, place: str, about: Indicator | None = None) -> Known:
        """Value of an indicator of the row for a place.

        Raises
        ------
        DataError
            If it has none.
        """
        about = about or self.about
        known = value_of(self.study, about.key, place)
        if math.isfinite(known.value):
            return known
        column = "place" if place == self.cells["place"] else "against"
        what = f"{about.key} has no value for {place}"
        raise self.wrong(column, what, "Write a place or an indicator of which there is one.")

    def error(self, place: str) -> float:
        """Half-width of the sampling interval of the value of a place, as portraits have it."""
        group = group_of(place)
        return measured(self.study.sources, self.about.key).at(*group).error if group else 0.0

    def called(self, place: str) -> str:
        """What a place is called."""
        names = {FRANCE: COUNTRY, **self.study.territory.place_names}
        return str(names[place]) if place in names else name_of(place, "", self.study)

    def wrong(self, column: str, what: str, cure: str) -> DataError:
        """The error of a cell of the row."""
        file = of_study(self.study.epci, CHECKED)
        return DataError(file, what, column=column, row=self.claim.name, cure=cure)


def check_of_row(claim: pd.Series) -> Check:
    """The check of a claim that a row of the checks of its study tests.

    Parameters
    ----------
    claim : Series
        A row of :func:`bassin.read.printed.claims`, its identifier as name.

    Returns
    -------
    function
        It finds the value, or whether the statement holds. A difference within the margin of both
        values, as portraits have it, judges nothing. The evidence is of grade A where the period
        of the claim is the vintage, and the files are as published; else of grade B.

    Raises
    ------
    DataError
        When it runs: which cell of the row is none, and what to write.
    """

    def run(study: Topics) -> Finding | None:
        cells = declared_checks(study.sources, study.epci).loc[str(claim.name)]
        row = Row(claim, cells, _indicator(claim, cells, study, "indicator"), study)
        if cells["vintage"] != row.about.vintage:
            what = f"{row.about.key} is of {row.about.vintage}, not of {cells['vintage']}"
            raise row.wrong("vintage", what, "Write the vintage that is declared, or another key.")
        for column in ("place", "against") if cells["kind"] != CHANGE else ("place",):
            if cells[column] and not is_place(cells[column], study):
                cure = "Write the code of a commune of 2023, EPCI-..., DEP-..., REG-... or FRANCE."
                raise row.wrong(column, f"{cells[column]!r} is no place", cure)
        return _MADE[cells["kind"]](row)

    return run


def _indicator(claim: pd.Series, cells: pd.Series, study: Topics, column: str) -> Indicator:
    try:
        return catalogue.find(cells[column])
    except ChoiceError as error:
        near = ", ".join(map(str, error.choices[:3]))
        file = of_study(study.epci, CHECKED)
        what = f"no indicator {cells[column]!r} is declared"
        cure = f"Write a key that is: {near}."
        raise DataError(file, what, column=column, row=claim.name, cure=cure) from error


def _level(row: Row) -> Finding | None:
    """The value of a place, as of a claim that names its indicator itself."""
    check = f"{PREFIX}{row.about.key}{AT}{row.cells['place']}"
    named = row.claim.copy()
    named["check"] = check
    return check_of_indicator(named)(row.study)


def _part(row: Row) -> Finding | None:
    """What a place has of a count of another, in %."""
    _refuse_kind(row, "number", OF_SHARE)
    if not isinstance(row.about.rule, Sum):
        what = f"{row.about.key} is no count, and no place has a part of it"
        raise row.wrong("indicator", what, "Write the key of a count.")
    here, there = (row.value(row.cells[name]) for name in ("place", "against"))
    return _finding(row, 100 * here.value / there.value, here, there)


def _comparison(row: Row) -> Finding | None:
    """Whether a place has more, or less, than another."""
    _refuse_kind(row, "statement", "")
    here, there = (row.value(row.cells[name]) for name in ("place", "against"))
    errors = [row.error(row.cells[name]) for name in ("place", "against")]
    margin = measured(row.study.sources, row.about.key).margin(*errors)
    if math.isnan(margin):
        return Finding(None, "N", _says(row, here, there))
    way = direction(here.value, there.value, margin)
    if way == 0:
        return Finding(None, "N", Phrase("row.level", told=_says(row, here, there)))
    return _finding(row, way == SIGNS[row.cells["says"]], here, there)


def _change(row: Row) -> Finding | None:
    """What became of a value, in %; or whether it rose, or fell."""
    earlier = _indicator(row.claim, row.cells, row.study, "against")
    if earlier.unit != row.about.unit or earlier.until >= row.about.until:
        what = f"{earlier.key} is no earlier {row.about.key}"
        raise row.wrong("against", what, "Write the key of an earlier year of the same.")
    statement = row.claim["kind"] == "statement"
    _refuse_kind(row, "statement" if row.cells["says"] else "number", "" if statement else OF_SHARE)
    after, before = row.value(row.cells["place"]), row.value(row.cells["place"], earlier)
    if not statement:
        return _finding(row, 100 * (after.value / before.value - 1), after, before, earlier)
    old, new = (measured(row.study.sources, one.key) for one in (earlier, row.about))
    group = group_of(row.cells["place"])
    errors = [one.at(*group).error if group else 0.0 for one in (old, new)]
    way = direction(after.value, before.value, max(old.tolerance, new.margin(*errors)))
    if way == 0:
        return Finding(None, "N", Phrase("row.level", told=_says(row, after, before, earlier)))
    return _finding(row, way == SIGNS[row.cells["says"]], after, before, earlier)


def _rank(row: Row) -> Finding | None:
    """Place of an intercommunality among those of a group with a value."""
    _refuse_kind(row, "number", OF_RANK)
    kind, code = group_of(row.cells["place"]) or ("", "")
    if kind != "epci":
        cure = "Write EPCI- and a SIREN: ranks are among intercommunalities."
        raise row.wrong("place", f"{row.cells['place']!r} is no intercommunality", cure)
    here = row.value(row.cells["place"])
    values = row.study.national.by_group([row.about.key], ["epci"])["value"]
    values = values.xs((row.about.key, "epci"), level=("indicator", "kind")).dropna()
    among = values[values.index.isin(_members(row, row.cells["against"]))]
    if code not in among.index:
        what = f"{row.cells['place']} lies in none of {row.cells['against']}"
        raise row.wrong("against", what, "Write FRANCE, or the code of a group that it lies in.")
    gaps = among - here.value if row.cells["says"] == "highest" else here.value - among
    rank = how_many(gaps > 0) + 1
    says = Phrase(
        "row.rank",
        label=Name(f"indicator.{row.about.key}"),
        place=row.called(row.cells["place"]),
        value=Amount(row.about.key, here.value),
        rank=rank,
        of=len(among),
        group=row.called(row.cells["against"]),
        vintage=row.about.vintage,
        end=Phrase(f"row.{row.cells['says']}"),
    )
    grade = grade_of(row.claim, row.about, here, row.study)
    return Finding(float(rank), grade, says, row.about.vintage)


def _members(row: Row, place: str) -> pd.Index:
    """The intercommunalities that lie in a place with most of their communes."""
    members = membership.groups(row.study.sources, "epci").dropna()
    if place == FRANCE:
        return pd.Index(members.unique())
    group = group_of(place)
    if group is None or group[0] == "epci":
        cure = "Write FRANCE, or the code of a region or a departement."
        raise row.wrong("against", f"{place!r} holds no intercommunalities", cure)
    within = membership.groups(row.study.sources, group[0]).reindex(members.index) == group[1]
    share = within.groupby(members).mean()
    return share.index[share > 1 / 2]


def _refuse_kind(row: Row, kind: str, unit: str) -> None:
    """Refuse a claim that is of another kind, or in another unit, than its row makes of it."""
    told = f"a {row.cells['kind']} makes a {kind}"
    if row.claim["kind"] != kind:
        raise row.wrong("kind", f"{told}, and the claim is a {row.claim['kind']}", "Mend one.")
    if unit and not str(row.claim["unit"]).startswith(unit):
        what = f"{told} in {unit!r}, and the claim is in {row.claim['unit']!r}"
        raise row.wrong("kind", what, "Mend the unit of the claim, or the kind.")


def _finding(
    row: Row, value: float | bool, here: Known, there: Known, earlier: Indicator | None = None
) -> Finding:
    both = row.about if earlier is None else replace(row.about, vintage=_span(row.about, earlier))
    grades = [grade_of(row.claim, both, one, row.study) for one in (here, there)]
    vintages = [row.about.vintage] if earlier is None else [earlier.vintage, row.about.vintage]
    return Finding(value, max(grades), _says(row, here, there, earlier), "; ".join(vintages))


def _span(last: Indicator, first: Indicator) -> str:
    return f"{first.until}-{last.until}"


def _says(row: Row, here: Known, there: Known, earlier: Indicator | None = None) -> Phrase:
    place, against = row.cells["place"], row.cells["against"]
    told = {
        "label": Name(f"indicator.{row.about.key}"),
        "place": row.called(place),
        "value": Amount(row.about.key, here.value),
        "vintage": row.about.vintage,
    }
    if earlier is not None:
        before = {"before": Amount(earlier.key, there.value), "start": earlier.vintage}
        return Phrase("row.change", **told, **before)
    there_told = {"other": Amount(row.about.key, there.value), "against": row.called(against)}
    return Phrase("row.beside", **told, **there_told)


_MADE: Mapping[str, Callable[[Row], Finding | None]] = {
    LEVEL: _level,
    PART: _part,
    COMPARISON: _comparison,
    CHANGE: _change,
    RANK: _rank,
}
