"""Names of places, and the grammar they have: *du Gard*, *en Occitanie*, *aux Ulis*.

The legal form of an EPCI is the subject, a feminine singular: *la communauté de communes du Pays
Viganais*. INSEE's digit of a name says whether *de* is elided before it.
"""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "FRANCE": "France",
    "north_west": "nord et ouest",
    "south_east": "sud et est",
    # Eight directions, clockwise from north.
    "towards_0": "nord",
    "towards_45": "nord-est",
    "towards_90": "est",
    "towards_135": "sud-est",
    "towards_180": "sud",
    "towards_225": "sud-ouest",
    "towards_270": "ouest",
    "towards_315": "nord-ouest",
    # Lines of figures that several chapters and a portrait draw.
    "all_zones": "Ensemble des zones",
    "alike_zones": "Zones semblables, médiane",
    "coal_zones": "Zones houillères, médiane",
    "common_field": "France, champ commun",
    "fires_started": "Feux",
    "hectares_burnt": "Hectares brûlés",
    "legal_form.CC": "communauté de communes",
    "legal_form.CA": "communauté d’agglomération",
    "legal_form.CU": "communauté urbaine",
    "legal_form.ME": "métropole",
    "legal_form.METLYON": "métropole",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "list.more": {"one": "{shown} et {n} autre", "other": "{shown} et {n} autres"},
}

_EPCI = "{form} {qualifier}{tied}"
#: EPCI that keep their form where others leave it out: tied to several names, told from their
#: town, and, as a subject, plural (*les Quatre Rivières*), for a verb in the singular.
_WITH_FORM = ("epci joined", "epci apart", "epci plural")
#: Form of the name of a place, as a pattern asks for it (``{place:de}``), to what it is for each
#: kind of place. As it stands in a table; as a subject; after *de*, *à*, *dans*; where a
#: sentence says what kind of place it is; without its form, and so after *de* and *dans*.
FORMS: Mapping[str, Mapping[str, str]] = {
    "": {
        "any": "{own}{bare}",
        "region apart": "{own}{bare} (région)",
        "epci apart": _EPCI,
    },
    "le": {
        "commune": "{own}{bare}",
        "departement": "{the}{bare}",
        "region": "{the}{bare}",
        "region apart": "la région {own}{bare}",
        "epci": f"la {_EPCI}",
        "epci alone": "{the}{bare}",
    },
    "de": {
        "any": "{of}{bare}",
        "region apart": "de la région {own}{bare}",
        "epci": f"de la {_EPCI}",
        "epci alone": "{of}{bare}",
    },
    "à": {
        "any": "{to}{bare}",
        "region apart": "à la région {own}{bare}",
        "epci": f"à la {_EPCI}",
        "epci alone": "{to}{bare}",
    },
    "dans": {
        "commune": "dans {own}{bare}",
        "departement": "{in}{bare}",
        "region": "{in}{bare}",
        "region apart": "dans la région {own}{bare}",
        "epci": f"dans la {_EPCI}",
        "epci alone": "dans {the}{bare}",
    },
    "nom": {"any": "{own}{bare}"},
    "court": {"epci": "{the}{bare}", **dict.fromkeys(_WITH_FORM, f"la {_EPCI}")},
    "de court": {"epci": "{of}{bare}", **dict.fromkeys(_WITH_FORM[:2], f"de la {_EPCI}")},
    "dans court": {
        "epci": "dans {the}{bare}",
        **dict.fromkeys(_WITH_FORM[:2], f"dans la {_EPCI}"),
    },
}
#: What tells two EPCI of one name apart.
WITHIN = "{name} ({within})"
#: How an apostrophe is written.
APOSTROPHE = "’"

#: Words before a name, by its article: with a capital it is a part of the name, *de La Rochelle*,
#: *du Havre*; else a sentence has it, *de la Lozère*.
TIES: Mapping[str, Mapping[str, str]] = {
    "the": {
        "": "",
        "elided": "",
        "le": "le ",
        "la": "la ",
        "l'": "l’",
        "les": "les ",
        "Le": "Le ",
        "La": "La ",
        "L'": "L’",
        "Les": "Les ",
        "Aux": "Aux ",
        "Las": "Las ",
        "Los": "Los ",
    },
    "of": {
        "": "de ",
        "elided": "d’",
        "le": "du ",
        "la": "de la ",
        "l'": "de l’",
        "les": "des ",
        "Le": "du ",
        "La": "de La ",
        "L'": "de L’",
        "Les": "des ",
        "Aux": "des ",
        "Las": "de Las ",
        "Los": "de Los ",
    },
    "to": {
        "": "à ",
        "elided": "à ",
        "le": "au ",
        "la": "à la ",
        "l'": "à l’",
        "les": "aux ",
        "Le": "au ",
        "La": "à La ",
        "L'": "à L’",
        "Les": "aux ",
        "Aux": "aux ",
        "Las": "à Las ",
        "Los": "à Los ",
    },
}
#: Articles of subjects whose names INSEE gives none: *le Maine-et-Loire*, but *de Maine-et-Loire*.
ARTICLES: Mapping[str, str] = {
    "DEP-28": "l'",
    "DEP-35": "l'",
    "DEP-37": "l'",
    "DEP-49": "le",
    "DEP-54": "la",
    "DEP-71": "la",
    "DEP-77": "la",
    "REG-11": "l'",
    "REG-27": "la",
    "REG-28": "la",
    "REG-53": "la",
    "REG-76": "l'",
    "REG-94": "la",
}

# -- Where something is: dans le Gard, en Ardèche, à Mayotte --------------------------------------

_DANS = """
DEP-01 DEP-02 DEP-03 DEP-04 DEP-05 DEP-06 DEP-08 DEP-10 DEP-11 DEP-12 DEP-13 DEP-14 DEP-15 DEP-18
DEP-22 DEP-23 DEP-25 DEP-26 DEP-27 DEP-29 DEP-30 DEP-32 DEP-34 DEP-36 DEP-39 DEP-40 DEP-41
DEP-42 DEP-45 DEP-46 DEP-47 DEP-50 DEP-51 DEP-55 DEP-56 DEP-58 DEP-59 DEP-60 DEP-61 DEP-62 DEP-63
DEP-64 DEP-65 DEP-66 DEP-67 DEP-68 DEP-69 DEP-72 DEP-78 DEP-79 DEP-80 DEP-81 DEP-82 DEP-83 DEP-84
DEP-86 DEP-88 DEP-89 DEP-90 DEP-91 DEP-92 DEP-94 DEP-95
REG-32 REG-44 REG-52
"""
_EN = """
DEP-07 DEP-09 DEP-16 DEP-17 DEP-19 DEP-21 DEP-24 DEP-28 DEP-2A DEP-2B DEP-31 DEP-33 DEP-35 DEP-37
DEP-38 DEP-43 DEP-44 DEP-48 DEP-49 DEP-52 DEP-53 DEP-54 DEP-57 DEP-70 DEP-71 DEP-73 DEP-74 DEP-76
DEP-77 DEP-85 DEP-87 DEP-93 DEP-971 DEP-972 DEP-973
REG-01 REG-02 REG-03 REG-11 REG-24 REG-27 REG-28 REG-53 REG-75 REG-76 REG-84 REG-93 REG-94
"""
_A = "DEP-75 DEP-974 DEP-976 REG-04 REG-06"
#: Departement or region to the preposition that says where something is, of this book.
IN: Mapping[str, str] = {
    code: preposition
    for preposition, codes in (("dans {the}", _DANS), ("en ", _EN), ("à {own}", _A))
    for code in codes.split()
}
