"""Words of the command line: its help, and what its commands print."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "cli.accept": "take in another edition of a raw file, or a year more of a series: what "
    "departs, what becomes longer, what moves, then its row of the manifest and its anchors",
    "cli.accept.accept": "why a column may depart (rows for the rows); once for each. Of a year "
    "more, places for places that it lacks or has besides, * for every column",
    "cli.accept.copy": "the other edition",
    "cli.accept.file": "path of the raw file, relative to data/raw; of a year more, where it "
    "will lie",
    "cli.accept.no_claims": "do not run the checks again with the copy",
    "cli.accept.set": "another cell of its row that changes, as period; once for each. Of a year "
    "more: dataset, vintage and obtained_from, and day (of the communes or EPCI it is of) if it "
    "is another",
    "cli.accepted": "{file} is replaced; its row of data/sources.csv and its anchors are written. "
    "Read the differences, then run make test and make audit.",
    "cli.added": "{file} is in its place; its row of data/sources.csv, that of "
    "data/geographies.csv and its anchors are written. Read the differences, then run make test "
    "and make audit.",
    "cli.anchor": "write the anchors of raw files that have none yet",
    "cli.anchor.files": "paths relative to data/raw; all files without anchors by default",
    "cli.anchored": "{file}: {n} table(s)",
    "cli.column.code": "code",
    "cli.column.commune": "commune",
    "cli.column.communes": "communes",
    "cli.column.departement": "departement",
    "cli.column.departements": "departement(s)",
    "cli.column.france": "France",
    "cli.column.indicator": "indicator",
    "cli.column.indicators": "how many",
    "cli.column.inhabitants": "inhabitants",
    "cli.column.keys": "indicators",
    "cli.column.label": "what it is",
    "cli.column.name": "name",
    "cli.column.place": "place",
    "cli.column.rank": "rank",
    "cli.column.region": "region",
    "cli.column.since": "since",
    "cli.column.siren": "SIREN",
    "cli.column.topic": "topic",
    "cli.column.until": "until",
    "cli.column.vintage": "vintage",
    "cli.completion": "print what a shell completes the command line with",
    "cli.completion.shell": "bash or zsh",
    "cli.csv": "print CSV, with numbers in full",
    "cli.json": "print JSON, with numbers in full",
    "cli.list": "list intercommunalities",
    "cli.list.communes": "list their communes too",
    "cli.list.none": "No intercommunality, commune or departement of 2023 has {part} in its name.",
    "cli.list.part": "a part of the name of the place, of a commune or of a departement, its "
    "code, or a SIREN; all by default",
    "cli.drawn": "Old against new, row by row: {path}",
    "cli.about": "Build and check the book.",
    "cli.audit": "hold every claim of the study against the files",
    "cli.audit.json": "where to write the record of this audit; _build/reproduction.json by "
    "default",
    "cli.audit.linked": "where to write the ledger as linked data, a review of schema.org for "
    "each claim that something tests",
    "cli.audit.record": "also keep it in version control, as the record that verdicts are frozen "
    "with",
    "cli.atlas": "write every indicator for every EPCI, departement, region, zone d'emploi and "
    "Territoire d'industrie into _build/atlas/data",
    "cli.atlas.pages": "build its pages into _build/atlas/pages instead",
    "cli.book": "build the portrait of an intercommunality",
    "cli.book.line": "what cuts it in two halves: altitude, distance (to its largest commune), "
    "massif, or the direction that a straight line faces, in degrees from north (315 by default)",
    "cli.book.place": "its SIREN, or its name or a part of it that only it has",
    "cli.build": "build the book from the raw files",
    "cli.build.fast": "keep the outputs of the chapters for which nothing has changed",
    "cli.clean": "delete what was built",
    "cli.faults": "{n} fault(s) in {folder}",
    "cli.fetch": "take raw files that are absent or changed from their publishers",
    "cli.fetch.fetched": "{file}: fetched from {address}",
    "cli.fetch.files": "paths relative to data/raw; all that data/addresses.csv has by default",
    "cli.fetch.there": "{file}: there, as it is listed",
    "cli.impact": "list what depends on a raw file",
    "cli.impact.changed": "a changed copy of it: list the verdicts that move with it in the "
    "file's place",
    "cli.impact.file": "path of the raw file, relative to data/raw",
    "cli.list_file": "print the start of a new row of the manifest",
    "cli.list_file.file": "path of the new raw file, relative to data/raw",
    "cli.no_record": "no {record}",
    "cli.outdated": "Every verdict is the frozen one. {record} is not up to date with:",
    "cli.record_anew": "Write it anew with `bassin audit --record`.",
    "cli.pdf": "print the built book, or a portrait, as one PDF, with an installed Chromium",
    "cli.pdf.place": "SIREN or name of the intercommunality whose portrait is meant",
    "cli.show": "show what there is of a place",
    "cli.show.head": "{siren} {name}: {n} communes, {departement}, {region}",
    "cli.show.indicator": "one of its indicators",
    "cli.show.none": "-",
    "cli.show.rank": "{rank} of {of}",
    "cli.show.ranks": "Ranks are among all with a value, the highest first; from one to "
    "another within the margin.",
    "cli.show.topic": "a topic, to see its indicators",
    "cli.stopped": "stopped by {signal}",
    "cli.summary": "write the two printed pages of intercommunalities",
    "cli.summary.all": "of all intercommunalities",
    "cli.summary.failed": "{place} failed: {why}",
    "cli.summary.failures": "{n} of {of} failed",
    "cli.summary.into": "folder to write into; _build/summaries by default",
    "cli.summary.places": "SIREN of each, or its name or a part of it that only it has",
    "cli.summary.prepare": "first make the national tables that all places share",
    "cli.verified": "{n} raw files, each the one listed",
    "cli.verify": "compare the raw files with data/sources.csv",
    "cli.words": "list what is to be translated, and what a translation lost",
    "cli.words.of": "language of the translations",
    "cli.words.update": "first bring the catalogues up to the pages",
}
