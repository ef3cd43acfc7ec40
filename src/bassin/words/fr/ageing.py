"""Words of the chapter on ageing and the presential economy, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str] = {
    "age-tertiary": "Les services et l’administration passent de {then:.1f%} des emplois en "
    "{start:d} à {now:.1f%} en {end:d} ; en France, de {france_then:.1f%} à {france_now:.1f%}. "
    "Leur part augmente à chaque recensement dans {rising} intercommunalités sur {of}.",
    "age-rising": "65 ans ou plus : {shares}. La part augmente de plus de {precision:.1f} point à "
    "chaque recensement dans {rising} communes de la région sur {of}, parmi celles que couvrent "
    "les fichiers.",
    "age-faster": "De 2011 à 2022, la part des 65 ans ou plus augmente de {here:.1f} points, "
    "contre {region:.1f} {place:dans} et {france:.1f} en France métropolitaine : un recensement "
    "donne une part à {precision:.1f} point près. L’indice de vieillissement augmente de "
    "{index:.0f} points, contre {index_region:.0f} et {index_france:.0f}. En proportion, ce n’est "
    "pas plus rapide : {pct:.0f%}, {pct_region:.0f%} et {pct_france:.0f%}.",
    "age-above": "65 ans ou plus en {year:d} : {share:.1f%} ; {around}.",
    "age-65": "Les recensements les plus proches, avant et après, le confirment : {shares}.",
    "ageing.share_in_year": "{share:.1f%} en {year:d}",
    "ageing.share_in_place": "{place} {share:.1f%}",
    "age-15-29": "{share:.1f%} en 2022 : {town} {own:.1f%}, autres communes {rest:.1f%}.",
    "age-small-towns": "De 2011 à 2022, la part augmente de plus de {precision:.1f} point, la "
    "précision d’un recensement, dans {rising} communes sur {communes}, de {points:.1f} points "
    "dans la commune médiane ; dans {first:.0f%} d’entre elles de 2011 à 2016, dans {second:.0f%} "
    "de 2016 à 2022. Ailleurs dans le département, elle augmente de même dans {around_rising} sur "
    "{around}, de {around_points:.1f} points.",
    "age-care": "D’après leur âge, ses habitants devraient recourir davantage au médecin "
    "généraliste que ceux du pays : {more: et }.",
    "ageing.more_by_index": "{pct:.1f%} de plus (indice de {year:d})",
    "age-source-2020": "Les années inscrites sous la figure vont de {start:d} à {end:d}. La note "
    "est peut-être celle de la figure 2.1, qui s’arrête en 2020.",
    # Which way a share or a pace goes.
    "ageing.less_than": "moins",
    "ageing.as_much": "à peu près autant",
    "ageing.more_than": "plus",
    "ageing.loss": "en baisse",
    "ageing.level": "stable",
    "ageing.gain": "en hausse",
    # What rows and places are called.
    "ageing.jobs_printed": "{place} {year:d}, tous emplois (donné par l’étude)",
    "ageing.jobs_found": "{place} {year:d}, emplois salariés",
}

NAMES: Mapping[str, str] = {
    "age_0_14": "0–14 ans",
    "age_0_17": "0–17 ans",
    "age_15_24": "15–24 ans",
    "age_15_29": "15–29 ans",
    "age_18_24": "18–24 ans",
    "age_25_39": "25–39 ans",
    "age_25_54": "25–54 ans",
    "age_30_44": "30–44 ans",
    "age_40_54": "40–54 ans",
    "age_45_59": "45–59 ans",
    "age_55_64": "55–64 ans",
    "age_60_74": "60–74 ans",
    "age_65_79": "65–79 ans",
    "age_75_89": "75–89 ans",
    "age_75_plus": "75 ans ou plus",
    "age_80_plus": "80 ans ou plus",
    "age_90_plus": "90 ans ou plus",
    "age_drawn": "oui",
    "age_not_drawn": "non",
    "presential_sphere": "Sphère présentielle",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-age-claims": {
        "caption": "Ce que l’étude dit du vieillissement et de la sphère présentielle, et ce que "
        "disent les fichiers.",
    },
    "tab-age-twin": {
        "caption": "Années de la figure 2.2 et recensements les plus proches. Part des habitants. "
        "L’étude trace les courbes et n’en écrit aucune valeur.",
        "labels": {
            "year": "Recensement",
            "drawn": "Représenté dans la figure 2.2",
            "printed_65_plus": "65 ans ou plus, part donnée",
            "found_65_plus": "65 ans ou plus, part trouvée",
            "printed_15_29": "15–29 ans, part donnée",
            "found_15_29": "15–29 ans, part trouvée",
        },
    },
    "fig-age-places": {
        "caption": "Part des 65 ans ou plus. La France est la métropole en 2011, 2016 et "
        "2022, et le pays hors Mayotte en 2018 et 2020.",
    },
    "tab-age-paces": {
        "caption": "Indice de vieillissement (65 ans ou plus pour 100 personnes de moins de 20 "
        "ans) en 2011 et en 2022, et sa hausse.",
        "labels": {
            "place": "Territoire",
            "first": "2011",
            "last": "2022",
            "points": "Hausse, en points",
            "pct": "Hausse, en proportion",
        },
        "notes": "Pour l’agglomération, somme d’IRIS ; les autres sommes sont celles d’un tiers.",
    },
    "map-age-old": {
        "caption": "Part des 65 ans ou plus par commune à quatre recensements, sur une même "
        "échelle.",
    },
    "map-age-change": {
        "caption": "Évolution de la part des 65 ans ou plus, de 2011 à 2022. Dans un village de "
        "cent habitants, un seul ménage la déplace de plusieurs points.",
        "label": "Évolution en points",
    },
    "map-age-index": {
        "caption": "Indice de vieillissement par commune, 2011 et 2022.",
    },
    "fig-age-2020": {
        "caption": "Habitants par âge, recensement de 2020, dans l’agglomération et les "
        "territoires dont elle fait partie. La France est hors Mayotte.",
        "xlabel": "Part des habitants",
        "unit": "%",
    },
    "fig-age-bands": {
        "caption": "Habitants par tranche d’âge, 2022, à Alès, de chaque côté d’Alès et dans "
        "l’ensemble.",
        "xlabel": "Part des habitants",
        "unit": "%",
    },
    "map-age-bands": {
        "caption": "Part de chaque tranche d’âge par commune, 2022, sur une même échelle. Thoiras "
        "contient Corbès.",
        "label": "Part des habitants",
        "titles": [
            "0–14 ans",
            "15–29 ans",
            "30–44 ans",
            "45–59 ans",
            "60–74 ans",
            "75 ans ou plus",
        ],
        "unit": "%",
    },
    "map-age-young": {
        "caption": "Part des 15–29 ans par commune, 2022. Thoiras contient Corbès.",
        "label": "15–29 ans",
        "unit": "%",
    },
    "fig-age-young": {
        "caption": "Part des 15–29 ans dans les communes de plus de 2\u202f000 habitants, 2012 et "
        "2018.",
        "ylabel": "15–29 ans",
        "unit": "%",
    },
    "fig-age-sphere": {
        "caption": "Part de la sphère présentielle dans l’emploi : donnée par l’étude (1975 et "
        "2019, tous emplois), recalculée (2023, emplois salariés).",
        "xlabel": "Part des emplois",
        "unit": "%",
    },
}
