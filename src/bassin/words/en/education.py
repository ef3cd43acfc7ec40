"""Words on diplomas, on the young neither in work nor in study and on where to study."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bassin.markup import Markdown

_OUT_OF_SCHOOL = "people of 15 and over out of school"

NAMES: Mapping[str, str] = {
    "diploma_none": "No diploma or CEP",
    "diploma_brevet": "Brevet",
    "diploma_cap": "CAP or BEP",
    "diploma_bac": "Baccalauréat",
    "diploma_higher": "Higher education",
    "diplomas_brevet_at_most": "Brevet at most",
    "diplomas_below_bac": "Below the baccalauréat",
    "diplomas_bac_or_more": "Baccalauréat or more",
    "diplomas_all": "All classes",
    # Where figure 2.4 is from.
    "diplomas_official": "in INSEE's file of diplomas",
    "diplomas_printed": "printed by the study",
    # Kinds of places of higher education.
    "higher_technicians": "Technician sections and preparatory classes",
    "higher_care": "Schools of care",
    "higher_business": "Schools of business",
    "higher_after_bac": "Other after the baccalauréat, not university",
    "higher_faculty": "Faculties (UFR)",
    "higher_institute": "University institutes",
    "higher_engineers": "Schools of engineers",
    "higher_private": "Private general higher education",
    "higher_other": "Other higher education",
    "higher_total": "Total",
}

SENTENCES: Mapping[str, str] = {
    "education.middle": "Middle EPCI, {place}",
    "education.figure": "Figure 2.4 prints {share:.1f%}, which is rounded.",
    "education.in_year": "{share:.1f%} in {year:d}",
    "education.official": "{share:.1f%} in INSEE's file of diplomas.",
    "education.large": "{share:.1f%} in {year:d} in the {communes} communes of over 2,000 "
    "inhabitants.",
    "edu-improves": "People with no baccalauréat: {series}.",
    "edu-few-higher": "{here:.0f} in 2013, where the rate of the country would give "
    "{expected:.1f}.",
    "edu-sum": "They add up to {first:.1f%} and {last:.1f%}.",
    "edu-brevet-or-less": "In communes of over 2,000 inhabitants in 2018: {here:.1f%}, against "
    "{around:.1f%} in those of the Gard. Figure 2.4 gives {printed:.1f%} for the whole in 2020.",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-edu-claims": {
        "caption": "What the study prints on education, and what the files say.",
    },
    "fig-edu-printed": {
        "caption": Markdown(
            f"Highest diploma of {_OUT_OF_SCHOOL}, 2009 and 2020, as **{{basis}}**; geography of "
            "2023."
        ),
        "xlabel": "Share of the people",
        "unit": "%",
    },
    "tab-edu-sums": {
        "caption": "Sums and changes of figure 2.4. A change is in points.",
        "labels": {"group": "Highest diploma", "change": "Change"},
    },
    "fig-edu-large": {
        "caption": f"Highest diploma of {_OUT_OF_SCHOOL} in the communes of over 2,000 "
        "inhabitants, 2018.",
        "xlabel": "Share of the people",
        "unit": "%",
    },
    "tab-edu-beside": {
        "caption": "Figure 2.4 beside the communes of over 2,000 inhabitants: {n_2012} in the file "
        "of 2012, {n_2018} in that of 2018, each weighted by its people of 15 and over.",
        "labels": {
            "index": "Highest diploma",
            "printed_2009": "2009, printed",
            "large_2012": "2012, over 2,000",
            "printed_2020": "2020, printed",
            "large_2018": "2018, over 2,000",
            "departement_2018": "2018, over 2,000, Gard",
        },
    },
    "map-edu-below": {
        "caption": "People of 15 and over out of school without the baccalauréat, by commune.",
    },
    "tab-edu-places": {
        "caption": f"Levels of diploma of {_OUT_OF_SCHOOL}. A dash: no such share in the file for "
        "that year.",
        "labels": {
            "place": "Place",
            "year": "Census",
            "below_bac_pct": "Below the bac",
            "higher_pct": "Higher education",
            "above_bac2_pct": "More than bac+2",
        },
    },
    "map-edu-above": {
        "caption": "People of 15 and over out of school with more than two years of higher "
        "education.",
    },
    "fig-edu-neet": {
        "caption": "People of 15 to 24 neither in work nor in study. For the Gard, Occitanie and "
        "France, half of their intercommunalities are above the line.",
    },
    "map-edu-neet": {
        "caption": "People of 15 to 24 neither in work nor in study, by commune. In a village the "
        "share is of a few people.",
    },
    "tab-edu-higher": {
        "caption": "Places of higher education in the agglomeration in 2013, and at the rate of "
        "France.",
        "labels": {"kind": "Kind", "here": "Places", "expected": "At the rate of France"},
    },
}
