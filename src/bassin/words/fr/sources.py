"""What exhibits cite in words, in French: lines and figures of the study, the sources of others."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "source.chapter": "les lignes indiquées de l’étude ; les fichiers ci-dessous",
    "source.coal": "la liste des villes minières de ce livre (*coal-communes.csv*)",
    "source.each_named": ", chacun nommé ci-dessous et sur [la page des fichiers](16_files.ipynb)",
    "source.figure": "l’étude, figure {figure}",
    "source.figure_1_1": "l’étude, figure 1.1 (lignes 350–371), d’après l’Acoss et l’Urssaf",
    "source.figure_2_4": "l’étude, figure 2.4, lignes 643–659 (Insee, RP 2009 et RP 2020)",
    "source.figure_lines": "l’étude, figure {figure} (lignes {lines})",
    "source.files": {"one": " ({n} fichier)", "other": " ({n} fichiers)"},
    "source.lines": "l’étude, lignes {lines}",
    "source.lines_given": "les lignes indiquées de l’étude",
    "source.next_table": "l’étude, lignes dans le tableau suivant",
    "source.other_words": "l’étude, lignes indiquées ; transcrite en d’autres mots",
    "source.perimeters": "périmètres : ",
    "source.prize": "les lignes indiquées de l’étude, telles que transcrites (lignes 1336–1380 et "
    "1500)",
    "source.ratios": "l’étude, lignes {lines} ; rapports recalculés",
    "source.recruitment": "l’étude, lignes {lines} (enquête Besoins en main-d’œuvre, Pôle emploi)",
    "source.study_lines": "l’étude, lignes indiquées",
    "source.text": "le texte de l’étude, transcrit avec ses numéros de ligne",
    "source.text_at_lines": "le texte de l’étude, aux lignes indiquées",
    "source.transcribed": "les lignes indiquées de l’étude, telles que transcrites",
    "source.unobserved": "non observé : commencez par `%load_ext bassin.files.observing`",
    "source.waves_ledger": "le texte de l’étude ; le {{numref}}`tab-waves-jobs` dit ce qui est "
    "additionné",
}
