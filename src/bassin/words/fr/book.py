"""Words of the build and of the pages, in French: progress, faults of the site, switches."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    # For an address that leads nowhere.
    "absent.home": "Vers la première page",
    "absent.said": "L’adresse ne mène à aucune page de ce livre. Elle a pu être déplacée :"
    " cherchez-la par ses mots.",
    "absent.search": "Rechercher",
    "absent.title": "Page absente",
    # While the book is built.
    "book.building": "construction du livre",
    "book.built": "Construit en {seconds:.0f} s : {page}",
    "book.deleting": "suppression de ce qui a été construit",
    "book.executing": {
        "one": "Exécution de {n} chapitre, cœurs : {cores}",
        "other": "Exécution de {n} chapitres, cœurs : {cores}",
    },
    "book.failed": "  ÉCHEC",
    "book.keeping": {
        "one": "{n} chapitre gardé, pour lequel rien n’a changé",
        "other": "{n} chapitres gardés, pour lesquels rien n’a changé",
    },
    "book.progress": "{done} chapitres sur {all} en {seconds:.0f} s",
    "book.title": "Le bassin industriel d’Alès, recalculé",
    "book.verified": {
        "one": "{n} fichier source vérifié",
        "other": "{n} fichiers sources vérifiés",
    },
    "book.writing": {"one": "Écriture de {n} page", "other": "Écriture de {n} pages"},
    # The language of an edition, in itself.
    "edition.here": "Cette page en français",
    "edition.name": "Français",
    "edition.none": "aucun catalogue de ce livre n’est en {language}"
    " : aucune page n’y est dite. Ajoutez locale/{language}.",
    "edition.read": "Lire en français",
    # What is wrong with the pages.
    "site.errors": {
        "one": "{page} : {n} sortie de cellule est une erreur",
        "other": "{page} : {n} sorties de cellules sont des erreurs",
    },
    "site.fault": "{page} : {fault}",
    "site.fetches": "<{tag}> va chercher {address}",
    "site.not_built": "{page}.html : non construite",
    "site.points": "<{tag}> mène à {address}, qui n’existe pas",
    "site.style_fetches": "va chercher {address}",
    # Citations.
    "cite.all": "Toutes, pour un logiciel de bibliographie :",
    "cite.book": "{authors}. ({year}). {title} (Version {version}) [Logiciel et données].",
    "cite.chapter": "{authors}. ({year}). {title}. Dans {book} (Version {version}).",
    "cite.choose": "À citer :",
    "cite.copied": "Copié",
    "cite.copy": "Copier ({what})",
    "cite.exhibit": "{authors}. ({year}). {title} [{number} ; {name}]. Dans {within}, {book} "
    "(Version {version}).",
    "cite.this": "Citer",
    # The list of what a book shows.
    "column.data": "Données",
    "column.number": "Numéro",
    "column.program": "Fait par",
    "column.title": "Titre",
    # The book as a PDF.
    "pdf.contents": "Sommaire",
    "pdf.printed": "{pdf} : {n} pages, {megabytes:.1f} Mo, en {seconds:.0f} s",
    "pdf.printing": "impression du livre",
    "pdf.version": "Version {version}, {day}",
    # In the pages.
    "page.code": "Afficher tout le code",
    "page.contents": "Pages du livre",
    "page.under": "Pages sous {title}",
    "page.figure": "Figure {number}",
    "page.hide_code": "Masquer le code",
    "page.search": "Chercher dans ce livre",
    "page.show_code": "Afficher le code",
    "page.table": "Tableau {number}",
    "part.about": "À propos",
    "part.models_and_files": "Modèles et fichiers",
    "part.numbers": "Chiffres",
    "part.the_study_re_derived": "L’étude, recalculée",
    # Between the names of those who wrote a work; which edition of a book it is.
    "work.and": " et ",
    "work.last": " et ",
    "work.edition": "édition {edition}",
    # Names of buttons and landmarks, in place of those of the theme.
    "theme.contents": "Afficher ou masquer le sommaire de la page",
    "theme.main": "Navigation principale",
    "theme.page": "Sur cette page",
    "theme.pages": "Afficher ou masquer la liste des pages",
    # What a catalogue of translations lacks.
    "translation.code": "{page}, {context} : code différent : {told}",
    "translation.directive": "{page}, {context} : directives différentes : {told}",
    "translation.faults": {
        "one": "{n} défaut des catalogues de traductions :",
        "other": "{n} défauts des catalogues de traductions :",
    },
    "translation.fuzzy": "{page}, {context} : le paragraphe a changé, traduction à relire : {told}",
    "translation.label": "{page}, {context} : étiquettes différentes : {told}",
    "translation.link": "{page}, {context} : liens différents : {told}",
    "translation.number": "{page}, {context} : nombres différents : {told}",
    "translation.role": "{page}, {context} : valeurs ou renvois différents : {told}",
    "translation.term": "{page}, {context} : pas comme le dit la liste des termes : {told}",
    "translation.table": "{page}, {context} : lignes de tableau différentes : {told}",
    "translation.untranslated": "{page}, {context} : non traduit : {told}",
    "translation.unused": "{page}, {context} : ce paragraphe n’est plus dans la page : {told}",
    "translation.counted": {"one": "{n} défaut", "other": "{n} défauts"},
    "translation.written": {"one": "{n} catalogue écrit", "other": "{n} catalogues écrits"},
}
