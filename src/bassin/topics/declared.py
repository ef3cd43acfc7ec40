"""Claims that a declared indicator tests by itself: no check is written for them.

Such a claim names the indicator in its column ``check``, as ``indicator:car_pct``. It is judged by
the value of the territory, or of the place whose code follows: ``indicator:car_pct@DEP-30``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from bassin.availability import PUBLISHED
from bassin.errors import ChoiceError, DataError, SourceError
from bassin.files.trace import unnoticed
from bassin.indicators import catalogue
from bassin.indicators.aggregate import MERGED
from bassin.indicators.declaration import Indicator, NotAdditive
from bassin.indicators.stats import total
from bassin.phrase import Amount, Name, Phrase
from bassin.places import membership
from bassin.places.names import plain
from bassin.places.national import Ground
from bassin.places.territory import FRANCE
from bassin.read import insee
from bassin.read.printed import CLAIMS
from bassin.topics.finding import Check, Finding, Grade
from bassin.topics.gathered import Topics
from bassin.topics.national import parts_of

#: What the column ``check`` of such a claim begins with, and what stands before a place.
PREFIX, AT = "indicator:", "@"
#: What codes of groups begin with, and their kind.
GROUPS = {"EPCI": "epci", "DEP": "departement", "REG": "region"}
#: What the column ``area`` calls the country.
COUNTRY = "France"
#: Statuses of files that hold what their publisher put out, in its container or another.
AS_PUBLISHED = ("raw", "reshaped")
#: Other ways in which claims print a unit.
PRINTED: Mapping[str, tuple[str, ...]] = {
    "consultations": ("consultations a year",),
    "euros_a_m2": ("euros a square metre", "euros a m2"),
    "euros_a_unit": ("euros a year",),
    "full_time_per_100_000": ("full-time posts for 100,000 inhabitants",),
    "full_time_per_100_000_women": ("full-time posts for 100,000 women",),
    "hectares": ("ha",),
    "kilometres": ("km",),
    "per_10_000": ("for 10,000 inhabitants",),
    "per_mille_a_year": ("‰ a year",),
}
#: Source of a vintage, before its years: a census, a register.
_SOURCE = re.compile(r"[A-Za-z]+ ")


@dataclass(frozen=True)
class Known:
    """Value of a place, and for which share of its inhabitants it is known."""

    value: float
    share: float | None  # None of a value that is published as it is
    role: str  # of the files it is read from


def is_declared(check: str) -> bool:
    """Whether the column ``check`` of a claim names an indicator.

    Examples
    --------
    >>> is_declared("indicator:car_pct"), is_declared("rev-freight")
    (True, False)
    """
    return check.startswith(PREFIX)


def check_of_indicator(claim: pd.Series) -> Check:
    """The check of a claim that names an indicator.

    Parameters
    ----------
    claim : Series
        A row of :func:`bassin.read.printed.claims`, its identifier as name.

    Returns
    -------
    function
        It finds the value of the claim's place. The evidence is of grade A where the period of the
        claim is the vintage that is declared, and the files are as published; else of grade B.

    Raises
    ------
    DataError
        If the indicator is not declared, the claim is no number, or is printed with more decimals
        than the indicator has or in percent where it is not. When it runs: if its place is unknown
        or another than the column ``area`` says, or has no value and nothing says why.
    """
    key, _, place = claim["check"].removeprefix(PREFIX).partition(AT)
    try:
        about = catalogue.find(key)
    except ChoiceError as error:
        near = ", ".join(map(str, error.choices[:3]))
        cure = f"Declare it in bassin.indicators.declared, or write a key that is: {near}"
        raise _wrong(claim, "check", f"no indicator {key!r} is declared", f"{cure}.") from error
    _refuse_other_numbers(claim, about)

    def run(study: Topics) -> Finding | None:
        _refuse_other_area(claim, key, place, study)
        try:
            known = value_of(study, key, place)
        except ChoiceError as error:
            cure = "Write an indicator of a year that is there, and the code of a place."
            raise _wrong(claim, "check", str(error).rstrip("."), cure) from error
        if not math.isfinite(known.value):
            _refuse_no_reason(claim, about, place, study)
            return None
        return _found(claim, about, known, study)

    return run


def _wrong(claim: pd.Series, column: str, what: str, cure: str) -> DataError:
    return DataError(CLAIMS, what, column=column, row=claim.name, cure=cure)


def _refuse_other_numbers(claim: pd.Series, about: Indicator) -> None:
    """Refuse a statement, and a number that the declared one cannot be set against."""
    if claim["kind"] == "statement":
        what = f"an indicator gives a number, and tests no statement ({about.key})"
        raise _wrong(claim, "kind", what, "Write a check for it, or print its number.")
    own, shown = printed_decimals(claim), decimals_of(about.fmt)
    if own > shown:
        what = f"printed with {own} decimal(s), and {about.key} is written with {shown}"
        raise _wrong(claim, "rounding", what, "Declare its format with as many, or mend the cell.")
    if not is_unit(str(claim["unit"]), about.unit):
        what = f"{claim['unit']!r} is not the unit of {about.key}, {about.unit}"
        raise _wrong(claim, "unit", what, "Name an indicator of this unit, or mend the cell.")


def is_unit(printed: str, unit: str) -> bool:
    """Whether a unit, as a claim has it, is that of an indicator; a percentage may say of what.

    Examples
    --------
    >>> is_unit("% of jobs", "percent"), is_unit("euros a year", "euros_a_unit")
    (True, True)
    >>> is_unit("thousand inhabitants", "inhabitants"), is_unit("% points", "percent")
    (False, False)
    """
    if unit == "percent":
        return re.fullmatch(r"%(?: of \S.*)?", printed) is not None
    return printed in (unit.replace("_", " "), *PRINTED.get(unit, ()))


def decimals_of(fmt: str) -> int:
    """Decimals that a format writes.

    Examples
    --------
    >>> decimals_of(".1f"), decimals_of("+,.0f")
    (1, 0)
    """
    found = re.search(r"\.(\d+)f", fmt)
    return int(found[1]) if found else 0


def printed_decimals(claim: pd.Series) -> int:
    """Decimals of the number of a claim, by half its last digit; by itself where it is exact.

    Examples
    --------
    >>> printed_decimals(pd.Series({"rounding": 0.05, "published": 12.0}))
    1
    >>> printed_decimals(pd.Series({"rounding": 500.0, "published": 114000.0}))
    0
    >>> printed_decimals(pd.Series({"rounding": 0.0, "published": 1.25}))
    2
    """
    rounding = float(claim["rounding"])
    if rounding > 0:
        return max(0, math.ceil(-math.log10(2 * rounding) - 1e-9))
    return len(f"{float(claim['published']):.10g}".partition(".")[2])


def _refuse_other_area(claim: pd.Series, key: str, place: str, study: Topics) -> None:
    """Refuse a place that is none, or not the one of the column ``area``; what lists tell of it."""
    if place and not is_place(place, study):
        _refuse_no_place(claim, place)
    territory = study.territory
    try:
        with unnoticed():  # what a place is called is no evidence
            around = {code: str(name) for code, name in territory.place_names.items()}
            called = {**territory.communes["name"], **around, FRANCE: COUNTRY}
            if place and place not in called:
                called[place] = name_of(place, claim["area"], study)
    except SourceError:
        return  # the lists are not at hand: nothing to hold the place against
    named = [code for code, name in called.items() if name == claim["area"]]
    given = place or territory.here
    if given in named or not (named or (place and place in called)):
        return
    at = "".join(f"{AT}{code}" for code in named[:1] if code != territory.here)
    told = f"{called.get(given, given)!r} ({given}) is not {claim['area']!r}"
    cure = f"Write {PREFIX}{key}{at}, or mend the column `area`."
    raise _wrong(claim, "check", told, cure)


def value_of(study: Topics, key: str, place: str = "") -> Known:
    """Value of a declared indicator for the territory, or for a place by its code.

    Parameters
    ----------
    study : Topics
    key : str
    place : str
        A commune of 2023, ``EPCI-`` and its SIREN, ``DEP-30``, ``REG-76`` or ``FRANCE``; the
        territory by default.

    Returns
    -------
    Known
        With NaN where it has none.
    """
    here = study.territory.here
    additive = not isinstance(catalogue.find(key).rule, NotAdditive)
    if place in ("", here) and additive:
        value, status = study.selected.value(key), study.selected.parts(key).table["status"]
        return Known(value, _share(status, lambda: study.territory.population_2020), "communes")
    group = group_of(place or here)
    if group is None:
        value = parts_of(study.sources, key, Ground.of([place])).values().at[place]
        return Known(float(value), None, "communes")
    if not additive:
        there = group[0] in catalogue.find(key).kinds
        value = study.selected.published_at(key, *group) if there else math.nan
        return Known(value, None, "groups")
    value = study.national.by_group([key], [group[0]])["value"].get((key, *group), math.nan)
    member = membership.groups(study.sources, group[0]) == group[1]
    status = study.national.parts(key).table["status"][member]
    share = _share(status, partial(membership.inhabitants, study.sources))
    return Known(float(value), share, "communes")


def group_of(place: str) -> tuple[str, str] | None:
    """Kind and code of a group; ``None`` where the place is a commune.

    Examples
    --------
    >>> group_of("DEP-30"), group_of("FRANCE"), group_of("30007")
    (('departement', '30'), ('france', 'FR'), None)
    """
    if place == FRANCE:
        return "france", membership.FRANCE
    begins, _, code = place.partition("-")
    return (GROUPS[begins], code) if begins in GROUPS and code else None


def _share(status: pd.Series, people: Callable[[], pd.Series]) -> float:
    """Share of the inhabitants who live in a commune with a value, in %."""
    known = status.isin([PUBLISHED, MERGED])
    if known.all():
        return 100.0  # what is whole rests on no file of inhabitants
    living = people().reindex(status.index)
    return float(100 * total(living[known]) / total(living))


def _refuse_no_reason(claim: pd.Series, about: Indicator, place: str, study: Topics) -> None:
    """Refuse a place that is none, and a value that is missing without a word for why."""
    if not is_place(place or study.territory.here, study):
        _refuse_no_place(claim, place)
    if not claim["untested"]:
        what = f"{about.key} has no value for {place or study.territory.here}"
        cure = "Write in `untested` why nothing tests the claim, or add the file that has it."
        raise _wrong(claim, "check", what, cure)


def _refuse_no_place(claim: pd.Series, place: str) -> None:
    cure = "Write the code of a commune of 2023, EPCI-..., DEP-..., REG-... or FRANCE."
    raise _wrong(claim, "check", f"{place!r} is no place", cure)


def name_of(place: str, area: str, study: Topics) -> str:
    """What a place outside the territory is called; an EPCI as the claim does, if it is a part."""
    group = group_of(place)
    if group is None:
        return str(insee.communes(study.sources).at[place, "name"])
    kind, code = group
    if kind == "epci":
        members = insee.epci(study.sources)
        name = str(members.loc[members["epci"] == code, "epci_name"].iloc[0])
        return area if area and plain(area) in plain(name) else name
    lists = {"departement": insee.departements, "region": insee.regions}
    return str(lists[kind](study.sources).at[code, "name"])


def is_place(place: str, study: Topics) -> bool:
    """Whether a code is that of a commune or group of 2023, as far as the lists are at hand."""
    group = group_of(place)
    try:
        with unnoticed():
            if group is None:
                return place in membership.codes(study.sources)
            return bool((membership.groups(study.sources, group[0]) == group[1]).any())
    except SourceError:
        return True


def _found(claim: pd.Series, about: Indicator, known: Known, study: Topics) -> Finding:
    whole = known.share is not None and known.share >= 100
    reach = (
        Phrase("indicator.published")
        if known.share is None
        else Phrase("indicator.whole" if whole else "indicator.part", share=known.share)
    )
    says = Phrase(
        "indicator.value",
        label=Name(f"indicator.{about.key}"),
        value=Amount(about.key, known.value),
        vintage=about.vintage,
        reach=reach,
        counts=Name(f"counts.{about.key}"),
    )
    return Finding(known.value, grade_of(claim, about, known, study), says)


def grade_of(claim: pd.Series, about: Indicator, known: Known, study: Topics) -> Grade:
    """Grade of the value of an indicator as evidence on a claim.

    A where the period of the claim is the vintage, and the files are as published; else B.
    """
    listed = study.sources.manifest["status"]
    statuses = {listed[file] for file in about.files(study.sources, known.role)}
    same = is_of(claim["period"], about.vintage) and statuses <= set(AS_PUBLISHED)
    return "A" if same else "B"


def is_of(period: str, vintage: str) -> bool:
    """Whether a period, as a claim has it, is the vintage of an indicator.

    Examples
    --------
    >>> is_of("2021", "RP 2021"), is_of("2009-2024", "2009-2024"), is_of("2022-Q4", "RP 2022")
    (True, True, False)
    """
    return bool(period) and period in (vintage, _SOURCE.sub("", vintage, count=1))
