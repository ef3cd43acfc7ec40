"""What a figure, a map or a table rests on: chapters run here, and lists made by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from tests.fixtures import ROOT
from tests.fixtures.observed import (
    Undrawn,
    code_of,
    observed_shell,
    shown_by,
    taken_away,
    undrawn_by,
)

from bassin.claims.chapters import chapters, read_chapter, reads_chapters
from bassin.errors import BassinError
from bassin.files.sources import SHARE_ALIKE, Sources
from bassin.files.transcribed import is_transcription
from bassin.show.exhibit import Exhibit, cited

CHAPTERS = [name for name, path in chapters(ROOT).items() if not reads_chapters(read_chapter(path))]
#: Chapters that take seconds; the others are run with the thorough tests.
SHORT = ("01_territory", "04_population")
each_chapter = pytest.mark.parametrize(
    "chapter",
    [
        name if name in SHORT else pytest.param(name, marks=pytest.mark.thorough)
        for name in CHAPTERS
    ],
)

#: Longest source line, in characters of markup.
LONGEST = 600

#: The communes of the territory, its name, those of its departement and region.
MEMBERS = "insee/Intercommunalite_Metropole_au_01-01-2023.xlsx"
DEPARTEMENTS, REGIONS = "insee/v_departement_2023.csv", "insee/v_region_2023.csv"
#: What happened to communes: counts of old boundaries are carried to those of 2023 by it.
EVENTS = "insee/v_mvtcommune_2023.csv"
CENSUSES = "insee/base-pop-historiques-1876-2015.csv.gz"

BY_HAND: dict[str, set[str]] = {
    # Territories, the people of the one chosen, outlines that its own are cut from; and regions
    # behind them.
    "map-industry": {
        *("anct/territoires_industrie_149.geojson", "dgcl/epcicom2023.xlsx"),
        *("ign/communes_france_cog2024_simplifiees.parquet", "anct/fond_reg.geojson"),
    },
    # One table of two files, and what the three places beside France are called.
    "fig-balances": {
        *("anct/indics_FRTOT_histodemo.csv", "anct/indics_TERR_histodemo.csv"),
        *(MEMBERS, DEPARTEMENTS, REGIONS),
    },
    # Censuses and yearly counts on the boundaries of 2023, outlines, rivers; the largest communes,
    # whose names are on the map, are those of the list of EPCI.
    "map-growth-long": {
        *(CENSUSES, "insee/population_municipale_communes_2013_2023.csv", EVENTS, MEMBERS),
        *("ign/communes-30-gard.geojson", "ign/france_rivers.gpkg", "dgcl/epcicom2023.xlsx"),
    },
}


@cache
def shown(chapter: str, *, reverse: bool = False) -> dict[str, Exhibit]:
    """Exhibits of a chapter, its first cell run first and the others in order or in reverse."""
    first, *others = code_of(chapters(ROOT)[chapter])
    shell = observed_shell()
    assert shown_by(shell, [first]) == {}
    return shown_by(shell, others[::-1] if reverse else others)


@pytest.mark.parametrize("name", BY_HAND)
def test_an_exhibit_rests_on_the_files_listed_by_hand(name: str):
    """All of them, and no other."""
    found = {key: one for chapter in SHORT for key, one in shown(chapter).items()}
    assert set(found[name].files) == BY_HAND[name]


@each_chapter
def test_the_order_of_cells_changes_no_files(chapter: str):
    """In a new study, the last cell first."""
    forward, backward = shown(chapter), shown(chapter, reverse=True)
    assert {name: one.files for name, one in backward.items()} == {
        name: one.files for name, one in forward.items()
    }


@each_chapter
def test_a_source_line_names_what_was_read(chapter: str):
    """Every raw file, and none that was not; claims name their files one by one."""
    for name, one in shown(chapter).items():
        raw = {file for file in one.files if not is_transcription(file)}
        if one.claims is None:
            assert set(one.payload["cites"]) == raw, name
        else:
            assert set(one.payload["cites"]) <= raw, name


@each_chapter
def test_a_source_line_is_short(chapter: str):
    """However many files it names."""
    long = {name: len(cited(one.credited)) for name, one in shown(chapter).items()}
    assert {name: length for name, length in long.items() if length > LONGEST} == {}


@each_chapter
def test_what_is_shared_alike_is_credited(chapter: str, real: Sources):
    """Where a file of that licence was read the source line has its mark, and not elsewhere."""
    licences = real.manifest["licence"]
    alike = set(licences.index[licences.str.startswith(SHARE_ALIKE)])
    for name, one in shown(chapter).items():
        assert (f"[{SHARE_ALIKE}]" in one.legend) == bool(alike & set(one.files)), name


# -- Without a file --------------------------------------------------------------------------------

#: A chapter short enough to be run once for each of its files.
WITHOUT = "04_population"


def same(one: object, other: object) -> bool:
    """Whether two exhibits are given the same to draw."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (pd.DataFrame, pd.Series)):
        return one.equals(other)
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return repr(one) == repr(other)


@pytest.mark.thorough
def test_without_a_file_what_rests_on_it_fails_and_the_rest_is_drawn(copied: Path):
    """Each file in turn: the error names it, and no other exhibit of the chapter changes."""
    cells = code_of(chapters(ROOT)[WITHOUT])
    whole = undrawn_by(cells, copied)
    drawn = {name: one for name, one in whole.items() if isinstance(one, Undrawn)}
    assert drawn.keys() == whole.keys()
    assert len(drawn) > 5
    everything = frozenset.union(*(one.files for one in drawn.values()))
    of_all = frozenset.intersection(*(one.files for one in drawn.values()))
    assert everything > of_all
    for file in sorted(everything - of_all):
        with taken_away(copied, file):
            without = undrawn_by(cells, copied)
        for name, one in drawn.items():
            found = without[name]
            if file in one.files:
                assert isinstance(found, BassinError), f"{name} without {file}"
                assert file in str(found), f"{name} without {file}"
            else:
                assert isinstance(found, Undrawn), f"{name} without {file}: {found}"
                assert same(found.data, one.data), f"{name} without {file}"
                assert found.files == one.files, f"{name} without {file}"
