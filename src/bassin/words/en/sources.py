"""What exhibits cite in words: lines and figures of the study, the sources of others."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "source.chapter": "the lines given of the study; the files below",
    "source.coal": "the list of mining towns of this book (*coal-communes.csv*)",
    "source.each_named": ", each named below and on [the page of the files](16_files.ipynb)",
    "source.figure": "the study, figure {figure}",
    "source.figure_1_1": "the study, figure 1.1 (lines 350–371), after Acoss and URSSAF",
    "source.figure_2_4": "the study, figure 2.4, lines 643–659 (INSEE, RP 2009 and RP 2020)",
    "source.figure_lines": "the study, figure {figure} (lines {lines})",
    "source.files": {"one": " ({n} file)", "other": " ({n} files)"},
    "source.lines": "the study, lines {lines}",
    "source.lines_given": "the lines given of the study",
    "source.next_table": "the study, lines in the next table",
    "source.other_words": "the study, lines given; transcribed in other words",
    "source.perimeters": "perimeters: ",
    "source.prize": "the lines given of the study, as transcribed (lines 1336–1380 and 1500)",
    "source.ratios": "the study, lines {lines}; ratios recomputed",
    "source.recruitment": "the study, lines {lines} (survey of recruitment, Pôle emploi)",
    "source.study_lines": "the study, lines given",
    "source.text": "the text of the study, transcribed with its line numbers",
    "source.text_at_lines": "the text of the study, at the lines given",
    "source.transcribed": "the lines given of the study, as transcribed",
    "source.unobserved": "not observed: begin with `%load_ext bassin.files.observing`",
    "source.waves_ledger": "the text of the study; {{numref}}`tab-waves-jobs` lists what is added",
}
