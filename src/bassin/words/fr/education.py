"""Words on diplomas, on the young neither in work nor in study, on where to study, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bassin.markup import Markdown

_OUT_OF_SCHOOL = "la population non scolarisée de 15 ans ou plus"

NAMES: Mapping[str, str] = {
    "diploma_none": "Aucun diplôme ou CEP",
    "diploma_brevet": "Brevet",
    "diploma_cap": "CAP ou BEP",
    "diploma_bac": "Baccalauréat",
    "diploma_higher": "Enseignement supérieur",
    "diplomas_brevet_at_most": "Brevet au plus",
    "diplomas_below_bac": "Sans le baccalauréat",
    "diplomas_bac_or_more": "Baccalauréat ou plus",
    "diplomas_all": "Toutes les classes",
    # Where figure 2.4 is from.
    "diplomas_official": "d’après le fichier des diplômes de l’Insee",
    "diplomas_printed": "tel que l’étude le donne",
    # Kinds of places of higher education.
    "higher_technicians": "Sections de techniciens supérieurs et classes préparatoires",
    "higher_care": "Écoles de formations sanitaires et sociales",
    "higher_business": "Écoles de commerce",
    "higher_after_bac": "Autres formations après le baccalauréat, hors université",
    "higher_faculty": "UFR",
    "higher_institute": "Instituts universitaires",
    "higher_engineers": "Écoles d’ingénieurs",
    "higher_private": "Enseignement supérieur général privé",
    "higher_other": "Autre enseignement supérieur",
    "higher_total": "Total",
}

SENTENCES: Mapping[str, str] = {
    "education.middle": "EPCI médian, {place}",
    "education.figure": "La figure 2.4 donne {share:.1f%}, que le texte arrondit.",
    "education.in_year": "{share:.1f%} en {year:d}",
    "education.official": "{share:.1f%} dans le fichier des diplômes de l’Insee.",
    "education.large": "{share:.1f%} en {year:d} dans les {communes} communes de plus de "
    "2\u202f000 habitants.",
    "edu-improves": "Part des personnes sans le baccalauréat : {series}.",
    "edu-few-higher": "{here:.0f} en 2013, là où le ratio du pays en donnerait {expected:.1f}.",
    "edu-sum": "Leur somme est de {first:.1f%} et de {last:.1f%}.",
    "edu-brevet-or-less": "Dans les communes de plus de 2\u202f000 habitants en 2018 : "
    "{here:.1f%}, contre {around:.1f%} dans celles du Gard. La figure 2.4 donne {printed:.1f%} "
    "pour l’ensemble en 2020.",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-edu-claims": {
        "caption": "Ce que l’étude dit de la formation, et ce que disent les fichiers.",
    },
    "fig-edu-printed": {
        "caption": Markdown(
            f"Diplôme le plus élevé de {_OUT_OF_SCHOOL}, 2009 et 2020, **{{basis}}** ; géographie "
            "de 2023."
        ),
        "xlabel": "Part des personnes",
        "unit": "%",
    },
    "tab-edu-sums": {
        "caption": "Sommes et évolutions de la figure 2.4. Une évolution est en points.",
        "labels": {"group": "Diplôme le plus élevé", "change": "Évolution"},
    },
    "fig-edu-large": {
        "caption": f"Diplôme le plus élevé de {_OUT_OF_SCHOOL} dans les communes de plus de "
        "2\u202f000 habitants, 2018.",
        "xlabel": "Part des personnes",
        "unit": "%",
    },
    "tab-edu-beside": {
        "caption": "La figure 2.4 et les communes de plus de 2\u202f000 habitants : {n_2012} dans "
        "le fichier de 2012, {n_2018} dans celui de 2018, chacune comptée par ses habitants de 15 "
        "ans ou plus.",
        "labels": {
            "index": "Diplôme le plus élevé",
            "printed_2009": "2009, donné par l’étude",
            "large_2012": "2012, plus de 2\u202f000",
            "printed_2020": "2020, donné par l’étude",
            "large_2018": "2018, plus de 2\u202f000",
            "departement_2018": "2018, plus de 2\u202f000, Gard",
        },
    },
    "map-edu-below": {
        "caption": "Population non scolarisée de 15 ans ou plus sans le baccalauréat, par commune.",
    },
    "tab-edu-places": {
        "caption": f"Niveaux de diplôme de {_OUT_OF_SCHOOL}. Un tiret : cette part n’est pas dans "
        "le fichier pour cette année.",
        "labels": {
            "place": "Territoire",
            "year": "Recensement",
            "below_bac_pct": "Sans le bac",
            "higher_pct": "Enseignement supérieur",
            "above_bac2_pct": "Plus de bac+2",
        },
    },
    "map-edu-above": {
        "caption": "Population non scolarisée de 15 ans ou plus qui a un diplôme de plus de deux "
        "années d’enseignement supérieur.",
    },
    "fig-edu-neet": {
        "caption": "15–24 ans ni en emploi, ni en formation. Pour le Gard, l’Occitanie et la "
        "France, la moitié de leurs intercommunalités sont au-dessus de la courbe.",
    },
    "map-edu-neet": {
        "caption": "15–24 ans ni en emploi, ni en formation, par commune. Dans un village, la part "
        "porte sur quelques personnes.",
    },
    "tab-edu-higher": {
        "caption": "Établissements d’enseignement supérieur de l’agglomération en 2013, et leur "
        "nombre attendu d’après le ratio de la France.",
        "labels": {
            "kind": "Type",
            "here": "Établissements",
            "expected": "D’après le ratio de la France",
        },
    },
}
