"""What places are called: their parts, on the toy France and on every place of the real one."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler
from tests.fixtures.territory import BASIN

from bassin.errors import DataError, TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.files.vintages import file_of
from bassin.places.names import EPCI, REGION, PlaceName, before, place_name, plain
from bassin.places.territory import Territory
from bassin.read import insee
from bassin.read.insee.names import ARTICLES, ELIDED, named_places
from bassin.read.names import EPCI_NAMES, epci_names

#: What the names of EPCI have that no rule parts: each was decided by eye, with a word on it.
DECIDED = re.compile(
    r"[()\"]|\b(?:Agglo|Agglom\w+|Communauté|communauté|(?<=.)Métropole|Intercom|Interco|Intercommunale"
    r"|rurales|interrégionale|Territoriale)\b|^C[CAU] (?:Le|La|Les) |^C[CAU] l'"
)
#: A name of a commune in which INSEE sees no article, though it has one.
UNSEEN = {"63448": "Le Vernet-Chaméane"}


@pytest.fixture(scope="module")
def sirens(real: Sources) -> list[str]:
    epci = insee.epci(real)["epci"]
    return sorted(epci[epci.str.isdigit()].unique())


@pytest.fixture(scope="module")
def every(real: Sources, sirens: list[str]) -> dict[str, PlaceName]:
    """The name of every EPCI of France, by its SIREN."""
    return {siren: place_name(real, f"EPCI-{siren}") for siren in sirens}


def test_plain_names():
    """Both apostrophes, hyphens and ligatures come to the same."""
    assert plain("CA d'Alès-Œuvre") == plain("ca D’ALES oeuvre") == "ca d ales oeuvre"
    assert plain("Al\u200bès") == "ales"


# -- On the toy France ----------------------------------------------------------------------------


def test_the_parts_of_names(toy: Sources):
    """A town keeps its article, a departement has one in a sentence, an EPCI that of its link."""
    assert place_name(toy, "30017") == PlaceName("30017", "commune", "Étang", "L'")
    assert place_name(toy, "2A004").elides
    assert place_name(toy, "DEP-01") == PlaceName("DEP-01", "departement", "Adret", "l'")
    assert place_name(toy, "REG-76") == PlaceName("REG-76", REGION, "Midi", "le")
    assert Territory(BASIN, toy).called == PlaceName(
        *(f"EPCI-{BASIN}", EPCI, "Bassin de Mineville", "le"),
        form="CA",
        link="du",
        tied="Bassin de Mineville",
    )
    assert [str(place_name(toy, code)) for code in ("30017", "DEP-01")] == ["L'Étang", "Adret"]


@pytest.mark.parametrize(
    "code", ["99999", "DEP-99", "REG-99", "EPCI-1", "FRANCE", "EPCI-ZZZZZZZZZ"]
)
def test_what_is_no_place_has_no_name(toy: Sources, code: str):
    """The message tells how a code is written."""
    with pytest.raises(TerritoryError, match=rf"'{code}' is the code of no place .* or DEP-, REG-"):
        place_name(toy, code)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "243000213,CC des Garrigues,CC,,des,,Garrigues,,\n",
            "",
            r"column 'siren', row '243000213': no row of CC des Garrigues.*Add it",
        ),
        (
            "CC des Garrigues",
            "CC de Garrigue",
            r"column 'published', row '243000213': 'CC de Garrigue', where INSEE lists 'CC des Gar",
        ),
        (
            "CC des Garrigues,CC",
            "CC des Garrigues,CA",
            r"column 'form', row '243000213': 'CA', where INSEE lists 'CC'",
        ),
        (",des,,Garrigues", ",dez,,Garrigues", r"column 'link', row '243000213': 'dez' fails isin"),
        (",des,,Garrigues", ",des,,", r"column 'bare', row '243000213': '' fails matches"),
        (
            ",des,,Garrigues",
            ",des,,Garrigue",
            r"column 'bare', row '243000213': 'Garrigue' and what is before it are no part of",
        ),
        (",des,,Garrigues", ",des,,---", r"row '243000213': '---' and what is before it are no"),
        (",des,,Garrigues", ",,La,Garrigues", r"column 'bare', row '243000213': 'Garrigues' and"),
        (",des,,Garrigues", ",des,le,Garrigues", r"column 'article', row '243000213': 'le' fails"),
    ],
)
def test_a_table_that_is_not_that_of_the_list_is_refused(
    spoil: Spoiler, old: str, new: str, told: str
):
    """A row lost, a name or a form that INSEE has not, a part that is none."""
    path = spoil.root / EPCI_NAMES
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=told):
        place_name(Sources(spoil.root), "EPCI-243000213")


def test_names_are_no_evidence(toy: Sources):
    """Whoever asks rests on the list of EPCI, not on the table that parts their names."""
    sources = Sources(toy.root)
    for _ in range(2):
        with recording() as noted:
            assert place_name(sources, f"EPCI-{BASIN}").bare == "Bassin de Mineville"
        assert noted.files == {"insee/Intercommunalite_Metropole_au_01-01-2023.xlsx"}


def renamed(spoil: Spoiler, old: str, new: str) -> Sources:
    """The toy France where INSEE and the table of names call an EPCI otherwise."""
    path = spoil.root / EPCI_NAMES
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def rename(data: bytes) -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(data))
        for cell in (c for sheet in book for row in sheet.iter_rows() for c in row):
            if isinstance(cell.value, str):
                cell.value = cell.value.replace(old, new)
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()

    return spoil.data(file_of(Sources(spoil.root), insee.EPCI, insee.PIVOT), rename)


def test_two_of_one_name_are_told_apart(spoil: Spoiler):
    """By the departement most of their communes are in."""
    sources = renamed(spoil, "Haut-Causse", "Garrigues")
    names = [place_name(sources, f"EPCI-{siren}") for siren in ("243000213", "244800405")]
    assert [name.within for name in names] == ["Gravon", "Causse"]
    assert place_name(sources, f"EPCI-{BASIN}").within == ""


def test_an_epci_is_told_from_its_town(spoil: Spoiler):
    """The valleys have a commune Vallon, and the hills none."""
    sources = renamed(spoil, "Vallons", "Vallon")
    assert place_name(sources, "EPCI-243000346").apart
    assert not place_name(sources, "EPCI-244800405").apart


# -- On every place of the real one ---------------------------------------------------------------


def test_the_table_is_that_of_the_list(real: Sources, sirens: list[str]):
    """Each EPCI of 2023 has its row, under the name and the form that INSEE gives, and no other."""
    table = epci_names(real)
    assert list(table.index) == sirens
    assert len(sirens) == 1255
    listed = insee.epci(real).drop_duplicates("epci").set_index("epci").loc[table.index]
    assert table["published"].tolist() == listed["epci_name"].tolist()
    assert table["form"].tolist() == listed["epci_kind"].tolist()


def put_together(row: pd.Series) -> str:
    """The parts of a name, one after the other."""
    head = {"ME": "Métropole", "METLYON": "Métropole"}.get(row["form"], row["form"])
    own = "" if row["alone"] or row["link"] in ("du", "des") else row["article"]
    name = before(row["link"], before(own, row["bare"]))
    return name if row["alone"] else f"{head} {row['qualifier']} {name}"


def test_parts_make_up_the_name(real: Sources):
    """Nothing is added; what is left out is an acronym, or one of a few decided by eye."""
    table = epci_names(real)
    made = table.apply(put_together, axis=1).map(plain)
    published = table["published"].map(plain)
    other = table[made != published]
    assert (other["reviewed"] != "").all()
    for siren, row in other.iterrows():
        words = published[siren].split()
        assert set(made[siren].split()) <= set(words), row["published"]
    acronyms = other["published"].str.endswith(")")
    assert (len(other), int(acronyms.sum())) == (41, 32)


def test_what_no_rule_parts_was_decided_by_eye(real: Sources):
    """Words that say the form again, articles of the name, acronyms: a word on each."""
    table = epci_names(real)
    strange = table["published"].str.contains(DECIDED)
    strange |= ~table["published"].str.match(r"(CC|CA|CU|Métropole) ")
    strange |= table["published"].str.contains("  ", regex=False)
    assert int(strange.sum()) > 200
    assert table.index[strange & (table["reviewed"] == "")].tolist() == []
    # And the parts of the others are what the rule says.
    plainly = table[~strange & (table["reviewed"] == "")]
    link = plainly["published"].str.extract(r"^\S+ (de l'|de la(?= )|du(?= )|des(?= )|de(?= )|d')")[
        0
    ]
    assert link.fillna("").equals(plainly["link"].rename(0))
    assert (plainly[["article", "qualifier", "alone"]] == "").all(axis=None)


def test_no_label_is_that_of_another_place(real: Sources, every: dict[str, PlaceName]):
    """An EPCI is told from its town, and from the EPCI that has its name."""
    members = insee.epci(real).groupby("epci")["name"].agg(lambda names: {*map(plain, names)})
    apart = {siren for siren, name in every.items() if plain(str(name)) in members[siren]}
    assert apart == {siren for siren, name in every.items() if name.apart}
    assert len(apart) == 31
    labels = pd.Series({siren: plain(str(name)) for siren, name in every.items()})
    twice = labels[labels.duplicated(keep=False)]
    assert set(twice) == {"deux vallees", "quatre rivieres", "sud"}
    assert {siren for siren, name in every.items() if name.within} == set(twice.index)
    told = [(labels[siren], every[siren].within) for siren in twice.index]
    assert len(set(told)) == len(told) == 6


def test_no_epci_has_the_name_of_what_it_lies_in(real: Sources, every: dict[str, PlaceName]):
    """Of no departement, nor of a region."""
    around = {*insee.departements(real)["name"], *insee.regions(real)["name"]}
    assert {str(name) for name in every.values()} & around == set()


def test_names_tied_by_several_links(every: dict[str, PlaceName]):
    """The others are left out of the name, but where one may be inside its first part."""
    joined = {name.tied: name.bare for name in every.values() if name.joined}
    assert len(joined) == 43
    assert joined["Romorantinais et du Monestois"] == "Romorantinais et Monestois"
    assert joined["Cléry, du Betz et de l'Ouanne"] == "Cléry, Betz et Ouanne"
    kept = {tied for tied, bare in joined.items() if tied == bare}
    assert len(kept) == 21
    assert "Vallées de la Braye et de l'Anille" in kept
    assert all(name.tied == name.bare for name in every.values() if not name.joined)


def test_regions_of_the_name_of_their_departement(real: Sources):
    """The five overseas, and no other."""
    codes = insee.regions(real).index
    names = {code: place_name(real, f"REG-{code}") for code in codes}
    assert {code for code, name in names.items() if name.apart} == {"01", "02", "03", "04", "06"}


@pytest.mark.parametrize(
    ("siren", "parts"),
    [
        ("200066918", ("CA", "", "", "", "Alès Agglomération", False)),
        ("200067106", ("CA", "", "du", "le", "Pays Basque", False)),
        ("200034379", ("CC", "", "", "", "Pays d'Uzès", False)),
        ("200018166", ("CC", "", "", "Le", "Grésivaudan", False)),
        ("200054781", ("ME", "", "du", "le", "Grand Paris", False)),
        ("200054807", ("ME", "", "d'", "", "Aix-Marseille-Provence", False)),
        ("246700488", ("ME", "", "", "l'", "Eurométropole de Strasbourg", True)),
        ("200093201", ("ME", "", "", "la", "Métropole Européenne de Lille", True)),
        ("244900015", ("CU", "", "", "", "Angers Loire Métropole", False)),
        ("200046977", ("METLYON", "", "de", "", "Lyon", False)),
        ("241700434", ("CA", "", "de", "La", "Rochelle", False)),
        ("200073419", ("CA", "", "du", "Le", "Puy-en-Velay", False)),
        ("249740119", ("CA", "intercommunale", "du", "le", "Nord de la Réunion", False)),
    ],
)
def test_names_of_some_epci(every: dict[str, PlaceName], siren: str, parts: tuple[object, ...]):
    """Form, adjective, link, article, what is left, whether it stands alone."""
    name = every[siren]
    found = (name.form, name.qualifier, name.link, name.article, name.bare, name.alone)
    assert found == parts


def test_the_digit_decides_and_not_the_letter(real: Sources):
    """Before a vowel *de* is always elided, before H as INSEE says, before Y always.

    One name has an article that INSEE does not see.
    """
    table = named_places(real, "commune")
    none = table[~table["kind"].isin(list(ARTICLES))]
    letter = none["bare"].map(lambda name: unicodedata.normalize("NFKD", name.replace("Œ", "O"))[0])
    elided = none["kind"] == ELIDED
    assert set(letter[elided != letter.isin(list("AEIOU"))]) == {"H", "Y"}
    assert elided[letter == "Y"].all()
    assert elided[letter == "H"].value_counts().to_dict() == {True: 430, False: 233}
    begins = none["bare"].str.startswith(tuple(before(one, "") for one in ARTICLES.values()))
    assert none.loc[begins, "bare"].to_dict() == UNSEEN
    own = table.loc[table["kind"].isin(list(ARTICLES))]
    made = [
        before(ARTICLES[kind], bare) for kind, bare in zip(own["kind"], own["bare"], strict=True)
    ]
    assert made == own["name"].tolist()
    assert all(str(place_name(real, code)) == name for code, name in table["name"].items())


def test_names_are_what_they_are_made_of():
    """Two places of one name are two; a part changed is another name."""
    here = PlaceName("30007", "commune", "Alès", elides=True)
    assert replace(here, code="30008") != here
    assert len({here, replace(here)}) == 1
