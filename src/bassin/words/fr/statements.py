"""What the text itself says, in French, and what several subjects say alike."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "decade": "années {year:d}",
    # What a declared indicator says of a claim, or of its exhibit.
    "indicator.part": "connu pour {share:.1f%} des habitants",
    "pages.page": "{publisher}, {dated} : {found}",
    "pages.none": "Aucune page n’est répertoriée.",
    "pages.month": "{day:MMMM y}",
    "pages.besides": " D’autres, qui ne tranchent pas : {pages: ; }.",
    "pages.others": "Pages de tiers, dont aucune ne tranche : {pages: ; }.",
    "pages.say": "Ce que disent des pages de tiers : {pages: ; }.{more}",
    "pages.undated": "sans date",
    "pages.undated_page": "{publisher} : {found}",
    "pages.years": "{first}–{last}",
    "indicator.published": "tel que publié",
    "indicator.value": "{label} : {value} (millésime {vintage}, {reach}). {counts}",
    "indicator.whole": "connu pour tous les habitants",
    "row.beside": "{label} : {place} {value}, {against} {other} (millésime {vintage})",
    "row.change": "{label} : {place} {before} ({start}), {value} ({vintage})",
    "row.highest": "la valeur la plus élevée",
    "row.level": "{told}. L’écart ne dépasse pas la précision des nombres : aucun n’est au-dessus "
    "de l’autre",
    "row.lowest": "la valeur la plus faible",
    "row.rank": "{label} : {place} {value}, rang {rank} sur {of} intercommunalités ({group}), "
    "{end} d’abord (millésime {vintage})",
    "statements.number_on_line": "{number:.1f} à la ligne {line:d}",
    "statements.repeated": "Le texte dit {each}.",
    "statements.whole_on_line": "{number:d} à la ligne {line:d}",
}
