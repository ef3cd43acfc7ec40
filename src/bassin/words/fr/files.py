"""Words of the raw files, in French: how they are cited, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    "agreement.agrees": "concorde",
    "agreement.differs": "diffère",
    "agreement.near": "proche, ne tranche rien",
    "agreement.off_by_a_year": "à un an près",
    "derived": "dérivé",
    "independent.no": "non",
    "independent.unknown": "inconnu",
    "independent.yes": "oui",
    "derived_by_a_third_party": "dérivé par un tiers",
    "raw": "brut",
    "reshaped": "remis en forme",
    "typed": "saisi",
    "typed_by_hand": "saisi à la main",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "files.accept": "Remettez l’ancien fichier, et adoptez le nouveau par `bassin accept {file} "
    "COPIE`.",
    "files.anchor": "Écrivez-les par `bassin anchor {file}`.",
    "files.anchors": "les repères du sha256 {digest}",
    "files.absent": "pas de tel fichier",
    "files.content": "sha256 {digest} ({size} octets)",
    "files.dated": "{publisher} : {title} ({period})",
    "files.fault": "{file} : {expected} attendu, {found} trouvé. {cure}",
    "files.fetch_again": "Rétablissez-le par `git checkout`, ou téléchargez-le de nouveau (voir "
    "data/README.md).",
    "files.list": "Inscrivez-le (voir data/README.md), ou retirez-le.",
    "files.list_anew": "Rétablissez-le par `git checkout`, ou inscrivez la nouvelle version (voir "
    "data/README.md).",
    "files.nothing": "rien",
    "files.page": "{publisher} ({dated})",
    "files.row": "une ligne dans {manifest}",
    "files.undated_page": "{publisher}, sans date",
    "files.spoiled.all": "ensemble",
    "files.spoiled.blank": "valeurs omises : une, un tiers",
    "files.spoiled.bytes": "autres octets : aucun, une page d’erreur, un sur dix mille",
    "files.spoiled.cell": "une valeur dix fois plus grande",
    "files.spoiled.codes": "codes échangés, inconnus, ou sans leur zéro",
    "files.spoiled.column_twice_in_the_header": "un nom deux fois dans l’en-tête",
    "files.spoiled.columns_exchanged": "deux colonnes échangées",
    "files.spoiled.container": "un autre format ou codage sous le même nom",
    "files.spoiled.coordinates": "coordonnées échangées, déplacées, d’un autre système",
    "files.spoiled.cut": "coupé : en deux, dans la dernière cellule",
    "files.spoiled.digits": "nombres écrits autrement",
    "files.spoiled.factor": "une colonne entière multipliée ou divisée par 1,4",
    "files.spoiled.part_of_the_rows": "une colonne de quelques lignes : un département, un dixième",
    "files.spoiled.precision": "décimales ou derniers chiffres arrondis",
    "files.spoiled.rows": "une ligne deux fois",
    "files.spoiled.rows_lost": "lignes perdues : une, un dixième, un département, toutes",
    "files.spoiled.shifted_by_a_row": "une colonne décalée d’une ligne",
    "files.spoiled.unit": "une autre unité : milliers, francs, fractions",
    "files.undated": "{publisher} : {title}",
    "files.usual": "{licence} (habituelle)",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-files": {
        "caption": "Chaque fichier source : ce qu’il est, sa licence, et où cette copie a été "
        "trouvée.",
        "source": "data/sources.csv",
        "labels": {
            "what": "Producteur, titre, période",
            "status": "Statut",
            "licence": "Licence",
            "obtained_from": "Copie trouvée à",
        },
    },
}
