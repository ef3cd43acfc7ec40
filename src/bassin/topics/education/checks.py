"""Checks of the claims on education."""

from __future__ import annotations

from functools import partial

from bassin.indicators.stats import total
from bassin.phrase import Phrase
from bassin.read.insee import CLASSES
from bassin.topics.education.local import TOTAL
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics

NONE, BREVET, CAP = CLASSES[:3]


def _from_figure(study: Topics, label: str) -> Finding:
    """What the text repeats of figure 2.4."""
    value = float(study.education.printed.at[label, 2020])
    return Finding(value, "C", Phrase("education.figure", share=value))


check("edu-text-none")(partial(_from_figure, label=NONE))
check("edu-text-cap")(partial(_from_figure, label=CAP))


@check("edu-improves")
def _edu_improves(study: Topics) -> Finding:
    share = study.education.own.loc[study.territory.here, "below_bac_pct"]
    series = [Phrase("education.in_year", share=one, year=year) for year, one in share.items()]
    falls = bool((share.diff().dropna() < 0).all())
    return Finding(falls, "B", Phrase("edu-improves", series=series))


@check("edu-few-higher")
def _edu_few_higher(study: Topics) -> Finding:
    whole = study.education.higher_expected().loc[TOTAL]
    return Finding(
        bool(whole["here"] < whole["expected"]),
        "B",
        Phrase("edu-few-higher", here=whole["here"], expected=whole["expected"]),
    )


@check("edu-sum")
def _edu_sum(study: Topics) -> Finding:
    sums = total(study.education.printed[[2009, 2020]])
    # Five shares rounded to a tenth may miss 100 by a quarter of a point.
    whole = bool((sums - 100).abs().max() <= 0.25)
    return Finding(whole, "C", Phrase("edu-sum", first=sums[2009], last=sums[2020]))


@check("edu-brevet-or-less")
def _edu_brevet_or_less(study: Topics) -> Finding:
    table = total(study.education.beside().loc[[NONE, BREVET]])
    here, around = table["large_2018"], table["departement_2018"]
    return Finding(
        bool(here > around),
        "B",
        Phrase("edu-brevet-or-less", here=here, around=around, printed=table["printed_2020"]),
    )


def _class(study: Topics, label: str, year: int) -> Finding:
    """One class of figure 2.4: INSEE's own file where at hand, else the larger communes."""
    official = study.education.official
    if official is not None:
        value = float(official.at[label, year])
        return Finding(value, "A", Phrase("education.official", share=value))
    other = {2009: 2012, 2020: 2018}[year]
    value = float(study.education.beside().at[label, f"large_{other}"])
    communes = len(study.education.in_large(other))
    return Finding(
        value, "B", Phrase("education.large", share=value, year=other, communes=communes)
    )


_KEYS = dict(zip(("none", "brevet", "cap", "bac", "higher"), CLASSES, strict=True))
for _key, _label in _KEYS.items():
    for _year in (2009, 2020):
        check(f"edu-{_key}-{_year}")(partial(_class, label=_label, year=_year))
