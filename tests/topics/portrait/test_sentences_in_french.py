"""Sentences of a portrait in French, at their edges: agreement, elision, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.words.test_placing import NAMES

from bassin.phrase import Amount, Name, Phrase
from bassin.places.names import PlaceName
from bassin.words import speaking, write

HAVRE = PlaceName(
    "EPCI-2", "epci", "Havre Seine Métropole", "Le", form="CU", tied="Havre Seine Métropole"
)
RIVERS = PlaceName(
    "EPCI-3", "epci", "Quatre Rivières", "les", form="CC", link="des", tied="Quatre Rivières"
)
HAUTEVILLE = PlaceName("1", "commune", "Hauteville", elides=True)
HAUTOT = PlaceName("2", "commune", "Hautot")
YEAR, SPAN = Phrase("portrait.year", year=2023), Phrase("portrait.span", start=2018, end=2022)
GARD = Phrase("portrait.its_departement", name=NAMES["Gard"])
FRANCE = Name("france_of.metropole")


@pytest.fixture(autouse=True)
def _in_french() -> Iterator[None]:
    with speaking("fr"):
        yield


def said(key: str, **told: Any) -> str:
    """A sentence with spaces that are plain."""
    text = write(Phrase(f"portrait.{key}", **told))
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")


def compared(key: str, shape: str, indicator: str, *values: float, **told: Any) -> str:
    """A comparison of a value with those of a departement and of the country."""
    near, far = (*values[1:], 1.0, 1.0)[:2]
    given = {"place": NAMES["Pays Basque"], "period": SPAN, "near": GARD, "far": FRANCE, **told}
    amounts = {
        "here": Amount(indicator, values[0]),
        "near_value": Amount(indicator, near),
        "far_value": Amount(indicator, far),
    }
    return said(f"{key}.{shape}", **given, **amounts)


@pytest.mark.parametrize(
    ("shape", "end"),
    [
        ("alone", "."),
        ("near_higher", " ; elle est plus élevée que dans l’ensemble du Gard (23,0 %)."),
        ("far_lower", " ; elle est moins élevée qu’en France métropolitaine (20,5 %)."),
        ("far_level", " ; elle est à peu près la même qu’en France métropolitaine (20,5 %)."),
        (
            "higher_higher",
            " ; elle est plus élevée que dans l’ensemble du Gard (23,0 %) et qu’en France "
            "métropolitaine (20,5 %).",
        ),
        (
            "lower_higher",
            " ; elle est moins élevée que dans l’ensemble du Gard (23,0 %), mais plus élevée qu’en "
            "France métropolitaine (20,5 %).",
        ),
        (
            "higher_level",
            " ; elle est plus élevée que dans l’ensemble du Gard (23,0 %), et à peu près la même "
            "qu’en France métropolitaine (20,5 %).",
        ),
        (
            "level_level",
            " ; elle est à peu près la même que dans l’ensemble du Gard (23,0 %) et qu’en France "
            "métropolitaine (20,5 %).",
        ),
    ],
)
def test_a_comparison_agrees_with_its_subject(shape: str, end: str):
    """A share is feminine; equal is said, and what is missing leaves no hole."""
    begin = "La part des habitants de 65 ans ou plus est de 25,8 % en 2018–2022 dans le Pays Basque"
    values = (25.8, 23.0, 20.5)
    assert compared("share_65_plus", shape, "share_65_plus_2020", *values) == begin + end


def test_what_is_measured_may_be_masculine_or_a_change():
    """A rate is higher; a change is more favourable, its sign said once."""
    assert compared("poverty_rate", "lower_lower", "poverty_rate_2021", 12.0, 14.0, 15.0) == (
        "Le taux de pauvreté est de 12,0 % en 2018–2022 dans le Pays Basque ; il est moins élevé "
        "que dans l’ensemble du Gard (14,0 %) et qu’en France métropolitaine (15,0 %)."
    )
    assert compared("growth", "lower_lower", "growth_2013_2023", -5.7, 1.0, 4.0) == (
        "L’évolution du nombre d’habitants est de −6 % sur la période 2018–2022 dans le Pays "
        "Basque ; elle est moins favorable que dans l’ensemble du Gard (+1 %) et qu’en France "
        "métropolitaine (+4 %)."
    )
    told = {"start": 2014, "end": 2024, "near_value": 0.04, "far_value": -2.0, "here": -0.04}
    zone = Phrase("portrait.largest_zone", name="L'Aigle")
    text = said(
        "private_jobs.grown_level_higher",
        place=HAVRE,
        near=zone,
        far=Name("france_of.france"),
        **told,
    )
    assert text == (
        "L’évolution de l’emploi salarié privé de 2014 à 2024 est de 0,0 % dans Le Havre Seine "
        "Métropole ; elle est à peu près la même que dans la principale zone d’emploi du "
        "territoire, « L'Aigle » (0,0 %), et plus favorable qu’en France (−2,0 %)."
    )


@pytest.mark.parametrize(
    ("place", "n", "text"),
    [
        ("Pays Basque", 158, "La communauté d’agglomération du Pays Basque compte 158 communes et"),
        ("Arras", 1, "La communauté urbaine d’Arras compte 1 commune et"),
        ("Le Puy", 72, "La communauté d’agglomération du Puy-en-Velay compte 72 communes et"),
        ("Orléans", 22, "Orléans Métropole compte 22 communes et"),
        ("Sud", 4, "La communauté de communes du Sud (Mayotte) compte 4 communes et"),
    ],
)
def test_communes_are_counted(place: str, n: int, text: str):
    """One, and 158."""
    told = said("size", place=NAMES[place], n=n, people=318709, year=2020)
    assert told == f"{text} 318 709 habitants en 2020."


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (HAVRE, "De 1968 à 2023, la population du Havre Seine Métropole a diminué de 5,7 %."),
        (RIVERS, "De 1968 à 2023, la population des Quatre Rivières a diminué de 5,7 %."),
        (
            NAMES["Arras"],
            "De 1968 à 2023, la population de la communauté urbaine d’Arras a diminué de 5,7 %.",
        ),
        (
            NAMES["Orléans"],
            "De 1968 à 2023, la population d’Orléans Métropole a diminué de 5,7 %.",
        ),
    ],
)
def test_a_name_is_contracted_or_elided(place: PlaceName, text: str):
    """After *de*; the sign is in the verb alone."""
    assert said("grown.fell", place=place, start=1968, end=2023, pct=5.7) == text


def test_a_plural_name_is_no_subject_of_a_singular():
    """Its legal form is."""
    assert said("people", place=RIVERS, people=6800, year=2023) == (
        "En 2023, la communauté de communes des Quatre Rivières compte 6 800 habitants."
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Gard", "dans le département du Gard"),
        ("Ain", "dans le département de l’Ain"),
        ("Landes", "dans le département des Landes"),
        ("Mayotte", "dans le département de Mayotte"),
        ("Maine-et-Loire", "dans le département de Maine-et-Loire"),
    ],
)
def test_a_departement_stands_after_de(name: str, text: str):
    """With its article; a region overseas is not said to be one twice."""
    told = {"place": NAMES["Orléans"], "name": NAMES[name], "region": NAMES["La Réunion"]}
    assert said("departement", n=22, **told) == (
        f"Toutes les communes d’Orléans Métropole sont {text}, en région La Réunion."
    )
    assert said("departement", n=1, **told).startswith("La commune d’Orléans Métropole est dans")


def test_a_place_may_straddle():
    """Departements and regions are listed by their plain names."""
    told = {
        "place": NAMES["Orléans"],
        "departements": 3,
        "names": [NAMES["Ain"], NAMES["Gard"], NAMES["Landes"]],
        "name": NAMES["Landes"],
        "count": 2,
        "of": 5,
    }
    assert said("straddles", region=NAMES["Occitanie"], **told) == (
        "Orléans Métropole s’étend sur 3 départements (Ain, Gard, Landes), en région Occitanie ; "
        "la comparaison se fait avec les Landes, où se trouvent 2 des 5 communes."
    )
    text = said("straddles_regions", regions=[NAMES["Occitanie"], NAMES["La Réunion"]], **told)
    assert "(Ain, Gard, Landes) et sur plusieurs régions (Occitanie, La Réunion) ;" in text


@pytest.mark.parametrize(
    ("centre", "text"),
    [
        (NAMES["Alès"], "à l’ouest d’Alès"),
        (NAMES["Le Havre"], "à l’ouest du Havre"),
        (NAMES["La Rochelle"], "à l’ouest de La Rochelle"),
        (NAMES["L'Haÿ"], "à l’ouest de L’Haÿ-les-Roses"),
        (NAMES["Les Ulis"], "à l’ouest des Ulis"),
        (HAUTEVILLE, "à l’ouest d’Hauteville"),
        (HAUTOT, "à l’ouest de Hautot"),
    ],
)
def test_a_side_is_of_its_town(centre: PlaceName, text: str):
    """With Le, La, L', Les, a vowel, and an h that is aspirate or not."""
    told = said(
        "sides.level",
        place=NAMES["Pays Basque"],
        centre=centre,
        year=2020,
        facing=133249,
        away=133454,
        here=Phrase("portrait.side.straight.first", faced=Name("faced_270"), centre=centre),
        there=Phrase("portrait.side.straight.second", faced=Name("faced_90")),
        facing_communes=Phrase("count.commune", n=10),
        away_communes=Phrase("count.commune", n=147),
    )
    assert f"{text}, à peu près autant" in told
    assert "(133 454)" in told


@pytest.mark.parametrize("n", [1, 2])
def test_communes_that_are_masked_or_covered_are_counted(n: int):
    """A verb agrees with one and with several."""
    told = {"place": NAMES["Orléans"], "of": 72, "period": YEAR}
    assert said("masked.poverty_rate", n=n, **told) == (
        f"En 2023, le taux de pauvreté est masqué, au titre du secret statistique, dans {n} des 72 "
        "communes d’Orléans Métropole."
    )
    covered = "est couverte" if n == 1 else "sont couvertes"
    assert f"{n} des 72 communes d’Orléans Métropole {covered} par" in said("planned", n=n, **told)


@pytest.mark.parametrize(("n", "text"), [(0, "0 n’a pas pu"), (1, "1 n’a pas"), (2, "2 n’ont pas")])
def test_refusals_are_counted(n: int, text: str):
    """None is singular in French."""
    assert text in said("refusals", said=80, n=n, place=NAMES["Pays Basque"])


def test_what_is_missing_is_said():
    """With its label, and with where there is none."""
    what = Name("indicator.poverty_rate_2021")
    assert said("refused.uncompared", what=what, other=FRANCE) == (
        "Taux de pauvreté, 2021 : pas de comparaison, faute de valeur en France métropolitaine."
    )
    assert said("refused.field", what=what, field=Name("field.filosofi")) == (
        "Taux de pauvreté, 2021 : les fichiers couvrent la France hors Guadeloupe, Guyane et "
        "Mayotte, et pas ce territoire."
    )
    assert said("refused.missing", what=what, count=1, of=12, file="a.csv") == (
        "Taux de pauvreté, 2021 : pas de valeur, car il en manque pour 1 des 12 communes (a.csv)."
    )


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("most_departement", "dans le département de la plupart des communes, le Gard"),
        (
            "first_departement",
            "dans le département qui compte le plus de communes du territoire, le Gard",
        ),
    ],
)
def test_a_departement_of_some_communes_says_so(key: str, text: str):
    """Before its name, so that the value that follows is its own."""
    assert said(key, name=NAMES["Gard"]) == text
