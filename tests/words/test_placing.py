"""Names of places in sentences: the forms of each language, and of every place what none may be."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.places.names import PlaceName, place_name
from bassin.read import insee
from bassin.words import WordError, write
from bassin.words.en import places as english
from bassin.words.fr import places as french
from bassin.words.language import Language, load
from bassin.words.placing import placed

FRENCH = load("fr")
#: What no form of a name may hold, in French and in any language.
WRONG_FRENCH = re.compile(
    r"(?i)\b(?:de|à) les?\b"  # de le, à les: not contracted
    r"|\bd[eu] [aeiouyâàéèêîôœæ]|\bl[ea] [aeiouâàéèêîôœæ]"  # de Alès, la Ariège: not elided
    r"|\b[dl]’[^aeiouhyâàéèêîôœæ]"  # d’Lens: elided before a consonant
    r"|'"  # the true apostrophe alone
)
WRONG = re.compile(r"  |^ | $|^$|\b(?:nan|None)\b|[{}]")
#: A name that INSEE writes without an elision, against its digit of the town: *CC de Yenne*.
UNELIDED = {"la communauté de communes de Yenne"}


def epci(bare: str, article: str = "", tied: str = "", **parts: Any) -> PlaceName:
    """The name of an EPCI."""
    return PlaceName("EPCI-1", "epci", bare, article, tied=tied or bare, **parts)


NAMES = {
    "Lens": PlaceName("62498", "commune", "Lens"),
    "Alès": PlaceName("30007", "commune", "Alès", elides=True),
    "Le Havre": PlaceName("76351", "commune", "Havre", "Le"),
    "La Rochelle": PlaceName("17300", "commune", "Rochelle", "La"),
    "L'Haÿ": PlaceName("94038", "commune", "Haÿ-les-Roses", "L'"),
    "Les Ulis": PlaceName("91692", "commune", "Ulis", "Les"),
    "Aux Marais": PlaceName("60703", "commune", "Marais", "Aux"),
    "Los Masos": PlaceName("66104", "commune", "Masos", "Los"),
    "Gard": PlaceName("DEP-30", "departement", "Gard", "le"),
    "Ain": PlaceName("DEP-01", "departement", "Ain", "l'"),
    "Landes": PlaceName("DEP-40", "departement", "Landes", "les"),
    "Maine-et-Loire": PlaceName("DEP-49", "departement", "Maine-et-Loire"),
    "Mayotte": PlaceName("DEP-976", "departement", "Mayotte"),
    "La Réunion": PlaceName("REG-04", "region", "Réunion", "La", apart=True),
    "Occitanie": PlaceName("REG-76", "region", "Occitanie", elides=True),
    "Pays Basque": epci("Pays Basque", "le", form="CA", link="du"),
    "Arras": epci("Arras", form="CU", link="d'", apart=True),
    "Le Puy": epci("Puy-en-Velay", "Le", form="CA", link="du", apart=True),
    "Orléans": epci("Orléans Métropole", elides=True, form="ME", alone=True),
    "Sud": epci("Sud", "le", form="CC", link="du", within="Mayotte"),
    "Réunion Est": epci("Réunion Est", "la", form="CA", qualifier="intercommunale", link="de la"),
    "De l'Aire": epci("de l'Aire à l'Argonne", form="CC"),
    "Cordais": epci("Cordais et Causse", "le", form="CC", link="du", tied="Cordais et du Causse"),
}


@pytest.mark.parametrize(
    ("name", "plain", "le", "de", "à", "dans"),
    [
        ("Lens", "Lens", "Lens", "de Lens", "à Lens", "dans Lens"),
        ("Alès", "Alès", "Alès", "d’Alès", "à Alès", "dans Alès"),
        ("Le Havre", "Le Havre", "Le Havre", "du Havre", "au Havre", "dans Le Havre"),
        (
            *("La Rochelle", "La Rochelle", "La Rochelle"),
            *("de La Rochelle", "à La Rochelle", "dans La Rochelle"),
        ),
        (
            *("L'Haÿ", "L’Haÿ-les-Roses", "L’Haÿ-les-Roses"),
            *("de L’Haÿ-les-Roses", "à L’Haÿ-les-Roses", "dans L’Haÿ-les-Roses"),
        ),
        ("Les Ulis", "Les Ulis", "Les Ulis", "des Ulis", "aux Ulis", "dans Les Ulis"),
        ("Aux Marais", "Aux Marais", "Aux Marais", "des Marais", "aux Marais", "dans Aux Marais"),
        ("Los Masos", "Los Masos", "Los Masos", "de Los Masos", "à Los Masos", "dans Los Masos"),
        ("Gard", "Gard", "le Gard", "du Gard", "au Gard", "dans le Gard"),
        ("Ain", "Ain", "l’Ain", "de l’Ain", "à l’Ain", "dans l’Ain"),
        ("Landes", "Landes", "les Landes", "des Landes", "aux Landes", "dans les Landes"),
        (
            *("Maine-et-Loire", "Maine-et-Loire", "le Maine-et-Loire"),
            *("de Maine-et-Loire", "au Maine-et-Loire", "en Maine-et-Loire"),
        ),
        ("Mayotte", "Mayotte", "Mayotte", "de Mayotte", "à Mayotte", "à Mayotte"),
        (
            *("La Réunion", "La Réunion (région)", "la région La Réunion"),
            *("de la région La Réunion", "à la région La Réunion", "dans la région La Réunion"),
        ),
        ("Occitanie", "Occitanie", "l’Occitanie", "d’Occitanie", "à l’Occitanie", "en Occitanie"),
        (
            *("Orléans", "Orléans Métropole", "Orléans Métropole"),
            *("d’Orléans Métropole", "à Orléans Métropole", "dans Orléans Métropole"),
        ),
    ],
)
def test_french_forms(name: str, plain: str, le: str, de: str, à: str, dans: str):
    """In a table, as a subject, after *de*, *à*, *dans*."""
    forms = ("", "le", "de", "à", "dans")
    assert [placed(NAMES[name], form, FRENCH) for form in forms] == [plain, le, de, à, dans]


@pytest.mark.parametrize(
    ("name", "plain", "full", "short"),
    [
        (
            "Pays Basque",
            "Pays Basque",
            "communauté d’agglomération du Pays Basque",
            "le Pays Basque",
        ),
        (
            *("Arras", "Communauté urbaine d’Arras", "communauté urbaine d’Arras"),
            "la communauté urbaine d’Arras",
        ),
        (
            *("Le Puy", "Communauté d’agglomération du Puy-en-Velay"),
            "communauté d’agglomération du Puy-en-Velay",
            "la communauté d’agglomération du Puy-en-Velay",
        ),
        ("Sud", "Sud (Mayotte)", "communauté de communes du Sud (Mayotte)", "le Sud (Mayotte)"),
        (
            *("Réunion Est", "Réunion Est"),
            "communauté d’agglomération intercommunale de la Réunion Est",
            "la Réunion Est",
        ),
        (
            *("Cordais", "Cordais et Causse", "communauté de communes du Cordais et du Causse"),
            "la communauté de communes du Cordais et du Causse",
        ),
        (
            *("De l'Aire", "De l’Aire à l’Argonne"),
            *("communauté de communes de l’Aire à l’Argonne", "De l’Aire à l’Argonne"),
        ),
    ],
)
def test_french_forms_of_an_epci(name: str, plain: str, full: str, short: str):
    """Its legal form is the subject, a feminine; alone, it has an article where one is known."""
    parts = NAMES[name]
    assert [placed(parts, form, FRENCH) for form in ("", "court")] == [plain, short]
    said = [placed(parts, form, FRENCH) for form in ("le", "de", "à", "dans")]
    assert said == [f"{before} {full}" for before in ("la", "de la", "à la", "dans la")]


@pytest.mark.parametrize(
    ("name", "plain", "the"),
    [
        ("Gard", "Gard", "Gard"),
        ("La Rochelle", "La Rochelle", "La Rochelle"),
        ("La Réunion", "La Réunion (region)", "the region of La Réunion"),
        ("Pays Basque", "Pays Basque", "Pays Basque"),
        ("Arras", "Arras intercommunality", "the Arras intercommunality"),
        ("Sud", "Sud (Mayotte)", "Sud (Mayotte)"),
        ("De l'Aire", "De l'Aire à l'Argonne", "De l'Aire à l'Argonne"),
    ],
)
def test_english_forms(name: str, plain: str, the: str):
    """In a table, and as a subject."""
    assert [placed(NAMES[name]), placed(NAMES[name], "the")] == [plain, the]


def test_an_epci_in_full():
    """Its form of law keeps its French name."""
    assert placed(NAMES["Pays Basque"], "full") == (
        "the Pays Basque intercommunality (communauté d'agglomération)"
    )
    with pytest.raises(WordError, match=r"words\.en\.places: no form 'full' of DEP-30; add it"):
        placed(NAMES["Gard"], "full")


def test_a_pattern_asks_for_a_form(monkeypatch: pytest.MonkeyPatch):
    """As ``{place:de}`` does, in the language of the edition."""
    toy = Language("fr", "fr", "", "", {"of": "Les communes {place:de} : {places:, |dans}"}, {}, {})
    monkeypatch.setattr("bassin.words.writing.current", lambda: toy)
    monkeypatch.setattr("bassin.words.placing.current", lambda: toy)
    said = Phrase("of", place=NAMES["Gard"], places=[NAMES["Ain"], NAMES["Occitanie"]])
    assert write(said) == "Les communes du Gard : dans l’Ain, en Occitanie"


def test_each_departement_and_region_has_its_preposition(real: Sources):
    """All 101 and 18, once each; an article of this book only where INSEE gives none."""
    codes = [*(f"DEP-{code}" for code in insee.departements(real).index)]
    codes += [f"REG-{code}" for code in insee.regions(real).index]
    assert sorted(french.IN) == sorted(codes)
    assert len(codes) == 119
    without = {code for code in codes if not place_name(real, code).article}
    assert without >= set(french.ARTICLES)
    # Paris, Mayotte twice, and the two that are lists of provinces, have none in a sentence either.
    assert without - set(french.ARTICLES) == {"DEP-75", "DEP-976", "REG-06", "REG-84", "REG-93"}
    said = {code: placed(place_name(real, code), "dans", FRENCH) for code in codes}
    assert [said[f"DEP-{code}"] for code in ("2A", "13", "974", "75", "971")] == [
        *("en Corse-du-Sud", "dans les Bouches-du-Rhône", "à La Réunion", "à Paris"),
        "en Guadeloupe",
    ]
    assert not [text for text in said.values() if WRONG_FRENCH.search(text) or WRONG.search(text)]


def every(real: Sources) -> list[PlaceName]:
    """Every EPCI, departement and region; of the communes one of each name."""
    epci = insee.epci(real)["epci"]
    codes = [f"EPCI-{siren}" for siren in epci[epci.str.isdigit()].unique()]
    codes += french.IN
    names = [place_name(real, code) for code in codes]
    communes = [place_name(real, code) for code in insee.communes(real).index]
    one = {(name.bare, name.article, name.elides): name for name in communes}
    return [*names, *one.values()]


def test_no_name_breaks_the_grammar(real: Sources):
    """No *de le*, *à les*, *de Alès*, *l’Lozère*; nothing empty, doubled or missing; no slip."""
    names = every(real)
    assert len(names) > 33_000
    epci_alone = [form for form, kinds in french.FORMS.items() if not {"any", "commune"} & {*kinds}]
    assert epci_alone == ["court", "de court", "dans court"]
    forms = [form for form in french.FORMS if form not in ("dans", *epci_alone)]
    for name in names:
        kind = "epci" if name.form else name.kind
        said = [placed(name, form, FRENCH) for form in (*french.FORMS,) if kind == "epci"]
        said = said or [placed(name, form, FRENCH) for form in forms]
        wrong = [text for text in said if WRONG_FRENCH.search(text)]
        assert not wrong or placed(name, "le", FRENCH) in UNELIDED, wrong
        told = [placed(name, form) for form in english.FORMS if kind == "epci" or form == ""]
        assert not [text for text in (*said, *told) if WRONG.search(text)], name
