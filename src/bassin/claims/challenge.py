"""Whether a claim could fail: its printed number moved, the evidence of its check turned.

A claim that holds whatever is printed, or whatever the files say, is not tested. Two questions are
put to each claim that holds:

- a number: would it hold still if the study had printed 30 % more, or 30 % less?
  (:mod:`bassin.claims.planted`, among other errors)
- a statement: is there evidence, of the kind its check looks at, on which it would not hold?
  (:func:`statements`)

For the second a check is run on a stand-in for the study. It hands out what the study does, but for
one table, series or number at a time, which is turned: places trade their values, who is high is
low, time runs backwards, what grows falls, all is halved or doubled, nothing is there. These are
what another place, another time or another count might have been. Which of them make the negation
of a statement the machine does not know: it is told, in :mod:`bassin.claims.negations`, and tries
those first. Where what a topic
hands out is a yes or a no, what the topic itself looks at is turned. Where a check goes by most of
several comparisons, all that one method answers is turned together.

A claim that neither can deny says why in the column ``cannot_fail`` of the list of claims.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import pandas as pd

from bassin import models
from bassin.claims import judging
from bassin.claims.negations import NEGATIONS
from bassin.claims.turns import turns_of
from bassin.files import rows
from bassin.files.transcribed import of_study
from bassin.read import ign, printed, sncf, toulouse_dataviz, urssaf
from bassin.read.printed import CLAIMS
from bassin.study import Study
from bassin.topics.checks import check_of
from bassin.topics.finding import Check, Finding
from bassin.verdict import HOLDING

#: Share by which a printed number is moved.
MOVE = 0.3
#: Years by which a printed year is moved: 30 % of it would be another age.
YEARS = 10
#: Modules whose readers checks call themselves, beside the topics of the study.
_READERS: tuple[ModuleType, ...] = (printed, urssaf, ign, sncf, toulouse_dataviz)


def moved_numbers(claim: pd.Series) -> tuple[float, float]:
    """Printed number of a claim, less and more: by :data:`MOVE`, or :data:`YEARS` for a year.

    It is moved by one of its last digit at least: less would not have been printed otherwise.

    Examples
    --------
    >>> moved_numbers(pd.Series({"published": 200.0, "unit": "jobs", "rounding": 0.5}))
    (140.0, 260.0)
    >>> moved_numbers(pd.Series({"published": -1.0, "unit": "%", "rounding": 0.5}))
    (-2.0, 0.0)
    >>> moved_numbers(pd.Series({"published": 1975.0, "unit": "year", "rounding": 0.0}))
    (1965.0, 1985.0)
    """
    printed, last_digit = float(claim["published"]), 2 * float(claim["rounding"])
    step = YEARS if claim["unit"] == "year" else max(abs(printed) * MOVE, last_digit)
    return printed - step, printed + step


def _checked(claim: pd.Series) -> Check:
    """The check of a claim that holds, and so has one."""
    found = check_of(claim)
    assert found is not None, claim.name
    return found


def judged(study: Study, claim: pd.Series, number: float, *, reads: bool) -> str:
    """Verdict on a claim that holds, had the study printed another number.

    Parameters
    ----------
    study : Study
    claim : Series
        Of :func:`bassin.read.printed.claims`; its number is changed.
    number : float
        What is printed in its place.
    reads : bool
        Whether its check reads the list of claims: it is then run on a copy of it.
    """
    check = _checked(claim)
    with _printed(study, str(claim.name), number) if reads else ExitStack():
        finding = check(study)
    claim["published"] = number
    return judging.judge(claim, finding)


@contextmanager
def _printed(study: Study, claim: str, number: float) -> Iterator[None]:
    """Put another number in the list of claims, for as long as the block runs."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / CLAIMS
        file = of_study(study.epci, CLAIMS)
        listed = pd.read_csv(study.sources.root / file, dtype=str, keep_default_na=False)
        listed.loc[listed["id"] == claim, "published"] = repr(number)
        text = rows.written([listed.columns, *listed.itertuples(index=False)])
        copy.write_text(text, encoding="utf-8", newline="")
        with study.sources.replaced(file, copy):
            yield


@dataclass
class Desk:
    """Hands out the evidence a check asks for, one piece of it turned.

    Attributes
    ----------
    turned : (str, str), optional
        Which piece, by the way the check asks for it, and how.
    inside : bool
        Whether topics look at turned evidence themselves, in what the check asks of them.
    together : bool
        Whether all that one method answers is one piece, whatever it is asked for: a check that
        goes by most of several comparisons is not denied by one.
    seen : dict
        Pieces handed out, and how each can be turned.
    """

    turned: tuple[str, str] | None = None
    inside: bool = False
    together: bool = False
    seen: dict[str, list[str]] = field(default_factory=dict)
    _results: dict[tuple[str, str], Any] = field(default_factory=dict)

    def hand(self, value: Any, path: str) -> Any:
        """Hand out a value: data are turned or not, topics are watched in their turn."""
        turns = turns_of(value)
        if turns:
            self.seen.setdefault(path, list(turns))
            return turns[self.turned[1]](value) if self.turned and self.turned[0] == path else value
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return tuple(self.hand(one, f"{path}[{rank}]") for rank, one in enumerate(value))
        if isinstance(value, Mapping):
            return {key: self.hand(one, f"{path}[{key!r}]") for key, one in value.items()}
        if self.inside and inspect.ismethod(value) and _is_topic(value.__self__):
            return self._from_inside(value, path)
        if inspect.isroutine(value):
            return self.watched(value, path)
        if _is_topic(value) and path != "study.sources":
            return _Watched(value, path, self)
        return value

    def _from_inside(self, method: Any, path: str) -> Callable[..., Any]:
        """Run a method on the watched topic: what it looks at passes over the desk."""
        watched = _Watched(method.__self__, path.rpartition(".")[0], self)
        asked = inspect.unwrap(method.__func__)  # what it keeps was not turned
        return lambda *args, **words: asked(watched, *args, **words)

    def watched(self, function: Callable[..., Any], path: str) -> Callable[..., Any]:
        """Have what a function or method returns pass over the desk, asked for once a question."""

        def call(*args: Any, **words: Any) -> Any:
            args = tuple(_bare(one) for one in args)
            words = {name: _bare(one) for name, one in words.items()}
            asked = f"{path}({', '.join(map(_brief, [*args, *words.values()]))})"
            simple = all(not isinstance(one, pd.DataFrame | pd.Series) for one in args)
            key = (path, asked)
            if not simple or key not in self._results:
                self._results[key] = function(*args, **words)
            return self.hand(self._results[key], f"{path}()" if self.together else asked)

        return call


class _Watched:
    """A topic of the study, or the study: what is asked of it passes over a desk."""

    def __init__(self, held: Any, path: str, desk: Desk) -> None:
        self.__dict__.update(_held=held, _path=path, _desk=desk)

    def __contains__(self, one: object) -> bool:
        # Asked of the type, and so handed on by no name.
        return one in self._held

    def __getattr__(self, name: str) -> Any:
        return self._desk.hand(getattr(self._held, name), f"{self._path}.{name}")


def _is_topic(value: object) -> bool:
    """Whether a value is the library's, and not the table of a model, which is handed out whole."""
    return type(value).__module__.startswith("bassin.") and not _is_of(type(value), models)


def _bare(value: Any) -> Any:
    return value._held if isinstance(value, _Watched) else value


def _brief(value: Any) -> str:
    written = repr(value)
    return written if len(written) <= 120 else f"{written[:80]}…{hash(written):x}"


def _is_true(finding: Finding) -> bool:
    return bool(finding.value)


def denials(
    study: Study,
    check: Check,
    ways: Collection[str] | None = None,
    holds: Callable[[Finding], bool] = _is_true,
) -> tuple[list[tuple[str, str]], int]:
    """Turns of the evidence on which the statement of a check does not hold.

    Parameters
    ----------
    study : Study
    check : function
        Of a statement.
    ways : collection of str, optional
        Turns that are tried, by their names in :mod:`bassin.claims.turns`; all by default.
    holds : function, optional
        Whether the statement holds by what the check finds; where it is true by default.

    Returns
    -------
    denials : list of (str, str)
        The piece of evidence turned, and how.
    tried : int
        How many turns the check gave an answer on.
    """
    tried = 0
    # What is inside topics is most to turn, and so comes last.
    for desk in (Desk(), Desk(together=True), Desk(inside=True)):
        found, more = _tried(study, check, desk, ways, holds)
        tried += more
        if found:
            break
    return found, tried


def _tried(
    study: Study,
    check: Check,
    desk: Desk,
    ways: Collection[str] | None,
    holds: Callable[[Finding], bool],
) -> tuple[list[tuple[str, str]], int]:
    found, tried = [], 0
    with _readers(desk):
        check(_Watched(study, "study", desk))  # type: ignore[arg-type]
        seen = [(path, how) for path, hows in desk.seen.items() for how in hows]
        for turn in seen if ways is None else [one for one in seen if one[1] in ways]:
            desk.turned = turn
            try:
                finding = check(_Watched(study, "study", desk))  # type: ignore[arg-type]
            except Exception:
                continue  # what the check cannot read denies nothing
            if finding is not None:
                tried += 1
                found += [] if holds(finding) else [turn]
    return found, tried


@contextmanager
def _readers(desk: Desk) -> Iterator[None]:
    """Have the readers that checks call themselves pass over the desk too."""
    with ExitStack() as stack:
        for module in _READERS:
            for name, function in inspect.getmembers(module, inspect.isfunction):
                if _is_of(function, module) and not name.startswith("_"):
                    path = f"{module.__name__.removeprefix('bassin.read.')}.{name}"
                    setattr(module, name, desk.watched(function, path))
                    stack.callback(setattr, module, name, function)
        yield


def _is_of(defined: Callable[..., Any] | type, module: ModuleType) -> bool:
    """Whether a function or class is a module's own, or that of a module of the same package."""
    return f"{defined.__module__}.".startswith(f"{module.__name__}.")


def statements(
    study: Study,
    table: pd.DataFrame,
    negations: Mapping[str, Collection[str]] = NEGATIONS,
) -> pd.DataFrame:
    """What would deny each statement that holds: its negation, or else other evidence.

    It is denied where the verdict on it is no longer one of those that hold.

    Parameters
    ----------
    study : Study
        The one ``table`` was made with.
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    negations : mapping, optional
        Claim to the turns that make of evidence for its statement evidence for the contrary. Where
        none of them denies it, the other turns are tried.

    Returns
    -------
    DataFrame
        Index ``id``; ``tried`` (turns of the evidence), ``denied`` (on how many the statement does
        not hold), ``by`` (one of them; empty where there is none), ``negated`` (bool: its negation
        denies it).
    """
    holding = table["verdict"].isin(HOLDING) & (table["kind"] == "statement")
    rows = {}
    for claim in table.index[holding]:
        check, holds = _checked(table.loc[claim]), partial(_holds, table.loc[claim])
        found, tried = denials(study, check, negations.get(claim, ()), holds)
        negated = bool(found)
        if not negated:
            found, tried = denials(study, check, holds=holds)
        by = f"{found[0][0]}: {found[0][1]}" if found else ""
        rows[claim] = {"tried": tried, "denied": len(found), "by": by, "negated": negated}
    columns = ["tried", "denied", "by", "negated"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("id")


def _holds(claim: pd.Series, finding: Finding) -> bool:
    """Whether the verdict on a claim is one that holds, by its own evidence."""
    return finding.value is not None and judging.judge(claim, finding) in HOLDING
