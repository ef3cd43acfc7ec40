"""Words of the build and of the pages: progress, faults of the site, switches."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    # For an address that leads nowhere.
    "absent.home": "To the first page",
    "absent.said": "The address leads to no page of this book. It may have moved: look for"
    " it by its words.",
    "absent.search": "Search",
    "absent.title": "No such page",
    # While the book is built.
    "book.building": "building the book",
    "book.built": "Built in {seconds:.0f} s: {page}",
    "book.deleting": "deleting what was built",
    "book.executing": "Executing {n} chapter(s) on {cores} core(s)",
    "book.failed": "  FAILED",
    "book.keeping": "Keeping {n} chapter(s) that nothing has changed for",
    "book.progress": "{done} of {all} chapters in {seconds:.0f} s",
    "book.title": "The industrial basin of Alès, re-derived",
    "book.verified": "{n} raw files verified",
    "book.writing": "Writing {n} pages",
    # The language of an edition, in itself.
    "edition.here": "This page in English",
    "edition.name": "English",
    "edition.none": "no catalogue of this book is in {language}"
    ": none of its pages is said in it. Add locale/{language}.",
    "edition.read": "Read in English",
    # What is wrong with the pages.
    "site.errors": "{page}: {n} cell output(s) are errors",
    "site.fault": "{page}: {fault}",
    "site.fetches": "<{tag}> fetches {address}",
    "site.not_built": "{page}.html: not built",
    "site.points": "<{tag}> points to {address}, which is not there",
    "site.style_fetches": "fetches {address}",
    # Citations.
    "cite.all": "All of them, for a reference manager:",
    "cite.book": "{authors}. ({year}). {title} (Version {version}) [Software and data].",
    "cite.chapter": "{authors}. ({year}). {title}. In {book} (Version {version}).",
    "cite.choose": "To cite:",
    "cite.copied": "Copied",
    "cite.copy": "Copy ({what})",
    "cite.exhibit": "{authors}. ({year}). {title} [{number}; {name}]. In {within}, {book} "
    "(Version {version}).",
    "cite.this": "Cite",
    # The list of what a book shows.
    "column.data": "Data",
    "column.number": "Number",
    "column.program": "Made by",
    "column.title": "Title",
    # The book as a PDF.
    "pdf.contents": "Contents",
    "pdf.printed": "{pdf}: {n} pages, {megabytes:.1f} MB, in {seconds:.0f} s",
    "pdf.printing": "printing the book",
    "pdf.version": "Version {version}, {day}",
    # In the pages.
    "page.code": "Show all the code",
    "page.contents": "Pages of the book",
    "page.under": "Pages under {title}",
    "page.figure": "Figure {number}",
    "page.hide_code": "Hide the code",
    "page.search": "Search this book",
    "page.show_code": "Show the code",
    "page.table": "Table {number}",
    "part.about": "About",
    "part.models_and_files": "Models and files",
    "part.numbers": "Numbers",
    "part.the_study_re_derived": "The study, re-derived",
    # Between the names of those who wrote a work; which edition of a book it is.
    "work.and": " and ",
    "work.last": ", and ",
    "work.edition": "edition {edition}",
    # Names of buttons and landmarks, in place of those of the theme.
    "theme.contents": "Show or hide the contents of the page",
    "theme.main": "Main",
    "theme.page": "On this page",
    "theme.pages": "Show or hide the list of pages",
    # What a catalogue of translations lacks.
    "translation.code": "{page}, {context}: code differs: {told}",
    "translation.directive": "{page}, {context}: directives differ: {told}",
    "translation.faults": {
        "one": "{n} fault of the catalogues of translations:",
        "other": "{n} faults of the catalogues of translations:",
    },
    "translation.fuzzy": "{page}, {context}: the paragraph changed, read its translation again: "
    "{told}",
    "translation.label": "{page}, {context}: labels differ: {told}",
    "translation.link": "{page}, {context}: links differ: {told}",
    "translation.number": "{page}, {context}: numbers differ: {told}",
    "translation.role": "{page}, {context}: values or references differ: {told}",
    "translation.term": "{page}, {context}: not as the list of terms says it: {told}",
    "translation.table": "{page}, {context}: rows of a table differ: {told}",
    "translation.untranslated": "{page}, {context}: not translated: {told}",
    "translation.unused": "{page}, {context}: no paragraph of the page any more: {told}",
    "translation.counted": {"one": "{n} fault", "other": "{n} faults"},
    "translation.written": {"one": "{n} catalogue written", "other": "{n} catalogues written"},
}
