"""What the text of a study is, and the folder that it is in."""

from __future__ import annotations

import pytest
from tests.fixtures.places import MINEVILLE
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.studied import ROUEN, write_text

from bassin.errors import MissingFileError, TerritoryError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.places.territory import Territory
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION, Study


def test_each_study_of_the_project_says_which_text_it_is_of(real: Sources):
    """Of the place of its folder; every folder has its list of claims."""
    places = printed.studied(real, printed.TEXT)
    assert {ALES_AGGLOMERATION, ROUEN} <= set(places)
    assert places == printed.studied(real, printed.CLAIMS)
    assert {path.name for path in (real.root / "study").iterdir()} == set(places)
    for place in places:
        text = printed.text_of(real, place)
        assert text["siren"] == Territory(place, real).code
    assert printed.month_of(real, ROUEN) == "2023-01"
    assert printed.text_of(real, ROUEN)["address"].startswith("https://www.insee.fr/")


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        ({"siren": "243000213"}, "siren", "in the folder of 200000018"),
        ({"address": ""}, "address", "neither ISBN nor address"),
        ({"dated": "2023"}, "dated", "fails"),
        ({"language": "French"}, "language", "fails"),
    ],
)
def test_a_text_that_is_not_told_is_refused(spoil: Spoiler, cells: dict, column: str, says: str):
    """Another place than that of the folder, or a text that nobody would find."""
    write_text(spoil.root, **cells)
    with refused(of_study(MINEVILLE, printed.TEXT), says, column=column, row=0):
        printed.text_of(Sources(spoil.root), MINEVILLE)


def test_a_place_without_a_folder_has_no_claims(toy: Sources):
    """The error names the place, and the folder that would have them."""
    study = Study("243000213", sources=toy)
    asked = (lambda: study.all_claims, lambda: study.pages, lambda: study.wages, lambda: study.text)
    for ask in (*asked, lambda: study.claims("population"), lambda: study.waves.events):
        with pytest.raises(TerritoryError, match=r"no text on CC des Garrigues .*data/"):
            ask()
    with pytest.raises(TerritoryError, match=r"no text on 243000213 .* data/study/243000213 "):
        printed.claims(toy, "243000213")


def test_a_folder_may_lack_what_is_not_asked_for(toy: Sources):
    """Mineville has no list of claims: what needs it is refused by its file, no more."""
    study = Study(MINEVILLE, sources=toy)
    assert len(study.land.offer) == 2
    with pytest.raises(MissingFileError, match=r"study/200000018/claims\.csv: no such file"):
        _ = study.all_claims
