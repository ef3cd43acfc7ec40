"""Checks of the claims on education."""

from __future__ import annotations

from functools import partial

from bassin.indicators.stats import total
from bassin.read.insee import CLASSES
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics

NONE, BREVET, CAP = CLASSES[:3]


def _from_figure(study: Topics, label: str) -> Finding:
    """What the text repeats of figure 2.4."""
    value = float(study.education.printed.at[label, 2020])
    return Finding(value, "C", f"Figure 2.4 prints {value:.1f}%, which is rounded.")


check("edu-text-none")(partial(_from_figure, label=NONE))
check("edu-text-cap")(partial(_from_figure, label=CAP))


@check("edu-improves")
def _edu_improves(study: Topics) -> Finding:
    share = study.education.own.loc[study.territory.short_name, "below_bac_pct"]
    series = ", ".join(f"{value:.1f}% in {year}" for year, value in share.items())
    falls = bool((share.diff().dropna() < 0).all())
    return Finding(falls, "B", f"People with no baccalauréat: {series}.")


@check("edu-few-higher")
def _edu_few_higher(study: Topics) -> Finding:
    total = study.education.higher_expected().loc["Total"]
    return Finding(
        bool(total["here"] < total["expected"]),
        "B",
        f"{total['here']:.0f} in 2013, where the rate of the country would give "
        f"{total['expected']:.1f}.",
    )


@check("edu-sum")
def _edu_sum(study: Topics) -> Finding:
    sums = total(study.education.printed[[2009, 2020]])
    # Five shares rounded to a tenth may miss 100 by a quarter of a point.
    whole = bool((sums - 100).abs().max() <= 0.25)
    return Finding(whole, "C", f"They add up to {sums[2009]:.1f}% and {sums[2020]:.1f}%.")


@check("edu-brevet-or-less")
def _edu_brevet_or_less(study: Topics) -> Finding:
    table = total(study.education.beside().loc[[NONE, BREVET]])
    here, around = table["large_2018"], table["departement_2018"]
    return Finding(
        bool(here > around),
        "B",
        f"In communes of over 2,000 inhabitants in 2018: {here:.1f}%, against {around:.1f}% in "
        f"those of the Gard. Figure 2.4 gives {table['printed_2020']:.1f}% for the whole in 2020.",
    )


def _class(study: Topics, label: str, year: int) -> Finding:
    """One class of figure 2.4: INSEE's own file where at hand, else the larger communes."""
    official = study.education.official
    if official is not None:
        value = float(official.at[label, year])
        return Finding(value, "A", f"{value:.1f}% in INSEE's file of diplomas.")
    other = {2009: 2012, 2020: 2018}[year]
    value = float(study.education.beside().at[label, f"large_{other}"])
    communes = len(study.education.in_large(other))
    return Finding(
        value,
        "B",
        f"{value:.1f}% in {other} in the {communes} communes of over 2,000 inhabitants.",
    )


_KEYS = dict(zip(("none", "brevet", "cap", "bac", "higher"), CLASSES, strict=True))
for _key, _label in _KEYS.items():
    for _year in (2009, 2020):
        check(f"edu-{_key}-{_year}")(partial(_class, label=_label, year=_year))
