"""What places are called: by the parts of their names, and as people write them.

No form of a sentence is made here: that is for a language. Communes, departements and regions have
their article from INSEE's digit of each name; EPCI have their parts from a table of this book. What
tells two places of one name apart is computed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from types import MappingProxyType
from typing import TypeAlias

import pandas as pd

from bassin.errors import DataError, TerritoryError
from bassin.files.shared import shared
from bassin.files.sources import Sources
from bassin.files.trace import unnoticed
from bassin.phrase import Phrase
from bassin.places.passage import GEOGRAPHY
from bassin.read import insee
from bassin.read.insee.names import ARTICLES, ELIDED, named_places
from bassin.read.insee.places import NO_EPCI
from bassin.read.names import EPCI_NAMES, epci_names

COMMUNE, DEPARTEMENT, REGION, EPCI = "commune", "departement", "region", "epci"
#: How codes of places begin that are no communes.
_BEGIN = {"DEP": DEPARTEMENT, "REG": REGION, "EPCI": EPCI}
#: Article that a link of an EPCI holds.
_HELD = {"du": "le", "de la": "la", "de l'": "l'", "des": "les"}
_VOWELS = "aeiouy"
#: A link that follows another, and a name from which it can be left out: none is inside its first
#: part, to which it could belong as in *Vallées de la Braye et de l'Anille*.
_JOINT = re.compile(r"(,| et) (?:du |de la |des |de l'|de |d')")
_INNER = re.compile(r"\b(?:du|de|des) |\b[dl]'|\bde l'")


def plain(name: str) -> str:
    """A name without what people write in several ways: capitals, accents, hyphens, apostrophes.

    Examples
    --------
    >>> plain("CC de l’Étang-Vert")
    'cc de l etang vert'
    """
    # The two ligatures of French are no letters with an accent.
    # What cannot be seen, as a web page has it within words, is no space.
    seen = "".join(c for c in name if unicodedata.category(c) != "Cf")
    letters = seen.casefold().replace("œ", "oe").replace("æ", "ae")
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c)
    )
    return " ".join(re.sub(r"[^0-9a-z]+", " ", bare).split())


def nearest(name: str, known: Mapping[str, str]) -> list[str]:
    """Codes of the names nearest to one."""
    return [known[n] for n in get_close_matches(name, known, n=3, cutoff=0.3)]


def unknown_epci(code: str, everywhere: pd.DataFrame) -> TerritoryError:
    """Say that a code is unknown, and which EPCI come nearest by code or by name."""
    known = everywhere.drop_duplicates("epci").set_index("epci")["epci_name"]
    known = known[known.index.str.isdigit()]
    near = get_close_matches(code, known.index, n=3, cutoff=0.5)
    near += nearest(plain(code), {plain(name): siren for siren, name in known.items()})
    listed = "; ".join(f"{siren} {known[siren]}" for siren in dict.fromkeys(near)) or "none near"
    return TerritoryError(
        f"{code!r} is the SIREN of no EPCI on {GEOGRAPHY}. Nearest: {listed}. "
        "Territory.named('...') finds one by its name."
    )


@dataclass(frozen=True)
class PlaceName:
    """The parts of the name of a place.

    Attributes
    ----------
    code : str
        ``"30007"``, ``"DEP-30"``, ``"REG-76"``, ``"EPCI-200066918"``.
    kind : str
        :data:`COMMUNE`, :data:`DEPARTEMENT`, :data:`REGION` or :data:`EPCI`.
    bare : str
        The name without its article, and without its legal form.
    article : str
        ``"Le"``, ``"L'"`` where it is a part of the name, as of a town; ``"le"``, ``"l'"`` where a
        sentence has it and a list has not, as of a departement; ``""`` where there is none.
    elides : bool
        Of a name without an article: whether *de* is elided before it.
    form, qualifier, link, tied : str
        Of an EPCI: its legal form as INSEE writes it (``"CA"``), an adjective of that form, what
        ties the name to both (``"du"``), and what follows that: the name, with every other link it
        has (``"Romorantinais et du Monestois"``).
    alone : bool
        Whether the form is a part of the name, which stands without it: *Rennes Métropole*.
    apart : bool
        Whether it is to be told from a place inside it that has the same name: an EPCI from its
        town, a region overseas from its departement.
    within : str
        Of two EPCI of one name: name of the departement most of its communes are in.
    """

    code: str
    kind: str
    bare: str
    article: str = ""
    elides: bool = False
    form: str = ""
    qualifier: str = ""
    link: str = ""
    tied: str = ""
    alone: bool = False
    apart: bool = False
    within: str = ""

    @property
    def own(self) -> str:
        """The article, where it is a part of the name."""
        return self.article if self.article[:1].isupper() else ""

    @property
    def joined(self) -> bool:
        """Whether its form is tied to several names, so that none has its own article."""
        return bool(self.link and _JOINT.search(self.tied))

    @property
    def plural(self) -> bool:
        """Whether its article is plural."""
        return self.article in ("les", "Les")

    def __str__(self) -> str:
        """The name as a list has it, without its legal form: ``"La Rochelle"``, ``"Gard"``."""
        return before(self.own, self.bare)


#: What something may be called: as it is written, a phrase, or the name of a place.
Called: TypeAlias = str | Phrase | PlaceName


def before(word: str, name: str) -> str:
    """An article or a link before a name.

    Examples
    --------
    >>> before("La", "Rochelle"), before("L'", "Adret"), before("", "Gard")
    ('La Rochelle', "L'Adret", 'Gard')
    """
    return word + name if not word or word.endswith("'") else f"{word} {name}"


def place_name(sources: Sources, code: str) -> PlaceName:
    """What a place of 2023 is called.

    Parameters
    ----------
    sources : Sources
    code : str
        Of a commune, or that of a departement, a region or an EPCI behind ``DEP-``, ``REG-``,
        ``EPCI-``.

    Raises
    ------
    TerritoryError
        If there is no such place.
    DataError
        If the table of the names of EPCI lacks one, or INSEE writes another name.
    """
    begins, _, inside = code.partition("-")
    kind = _BEGIN.get(begins, COMMUNE)
    known = _epci_names(sources) if kind == EPCI else _listed_names(sources, kind)
    named = known.get(inside if kind != COMMUNE else code)
    if named is None:
        raise TerritoryError(
            f"{code!r} is the code of no place of 2023: write that of a commune, or DEP-, REG-, "
            "EPCI- and the code behind it."
        )
    return _apart_by_departement(named, sources)


def _apart_by_departement(named: PlaceName, sources: Sources) -> PlaceName:
    """An EPCI whose name another has too, with the name of its departement for the code."""
    if not named.within:
        return named
    departements = named_places(sources, DEPARTEMENT)["name"]
    return replace(named, within=str(departements[named.within]))


def _listed_names(sources: Sources, kind: str) -> Mapping[str, PlaceName]:
    """What every commune, departement or region is called, by its code."""
    return sources.kept.get(("names", kind), lambda: _of_level(sources, kind))


def _of_level(sources: Sources, kind: str) -> Mapping[str, PlaceName]:
    table = named_places(sources, kind)
    begin = next((f"{begin}-" for begin, level in _BEGIN.items() if level == kind), "")
    # Overseas, a region has the name of its departement.
    twins = set(named_places(sources, DEPARTEMENT)["name"]) if kind == REGION else set()
    rows = table[["name", "bare", "kind"]].itertuples(name=None)
    return {
        str(code): PlaceName(
            f"{begin}{code}",
            kind,
            *_parted(kind, bare, digit),
            elides=digit == ELIDED,
            apart=name in twins,
        )
        for code, name, bare, digit in rows
    }


def _parted(kind: str, bare: str, digit: str) -> tuple[str, str]:
    """A name and its article: INSEE's, or the first word where INSEE gives none and it is one."""
    article = ARTICLES.get(digit, "")
    if article:  # a list has Gard, and a sentence the Gard
        return bare, article if kind == COMMUNE else article.lower()
    own = next((one for one in ARTICLES.values() if bare.startswith(before(one, ""))), "")
    return bare.removeprefix(before(own, "")), own


def _epci_names(sources: Sources) -> Mapping[str, PlaceName]:
    """What every EPCI is called, by its SIREN; ``within`` is the code of a departement.

    Whoever asks rests on the list of EPCI. What parts their names is no evidence, and is noted by
    nobody.
    """
    insee.epci(sources)
    with unnoticed():
        return sources.kept.get(
            ("names", EPCI),
            lambda: MappingProxyType(shared(sources, "names-epci", lambda: _epci(sources))),
        )


def _epci(sources: Sources) -> dict[str, PlaceName]:
    members = insee.epci(sources)
    members = members[members["epci"] != NO_EPCI]
    parts = _listed(members, epci_names(sources))
    parts["name"] = parts["bare"].map(_without_links).where(parts["link"] != "", parts["bare"])
    label = (_own(parts) + " " + parts["name"]).map(plain)
    towns = set(zip(members["epci"], members["name"].map(plain), strict=True))
    middle = members.groupby("epci")["dep"].agg(lambda dep: dep.mode()[0])
    twice = label.duplicated(keep=False)
    return {
        str(siren): PlaceName(
            f"EPCI-{siren}",
            EPCI,
            bare=row.name,
            article=row.article or _HELD.get(row.link, ""),
            elides=plain(row.name)[0] in _VOWELS,
            form=row.form,
            qualifier=row.qualifier,
            link=row.link,
            tied=row.bare,
            alone=row.alone == "yes",
            apart=(siren, label[siren]) in towns,
            within=str(middle[siren]) if twice[siren] else "",
        )
        for siren, row in zip(parts.index, parts.itertuples(), strict=True)
    }


def _without_links(name: str) -> str:
    """A name without the links that follow the first of its legal form.

    Examples
    --------
    >>> _without_links("Cléry, du Betz et de l'Ouanne"), _without_links("Pays d'Oise et d'Halatte")
    ('Cléry, Betz et Ouanne', "Pays d'Oise et d'Halatte")
    """
    found = _JOINT.search(name)
    if found is None or _INNER.search(name[: found.start()]):
        return name
    return _JOINT.sub(r"\1 ", name)


def _own(parts: pd.DataFrame) -> pd.Series:
    return parts["article"].where(parts["article"].str[:1].str.isupper(), "")


def _listed(members: pd.DataFrame, typed: pd.DataFrame) -> pd.DataFrame:
    """Parts of the names of the EPCI that are listed, which are those that INSEE writes."""
    listed = members.groupby("epci")[["epci_name", "epci_kind"]].first()
    absent = listed.index.difference(typed.index)
    if len(absent):
        raise DataError(
            EPCI_NAMES,
            f"no row of {listed.at[absent[0], 'epci_name']}",
            column="siren",
            row=absent[0],
            cure="Add it: what ties the name to its legal form, its article, and what is left.",
        )
    parts = typed.loc[listed.index]
    for column, other in (("published", "epci_name"), ("form", "epci_kind")):
        wrong = parts[column] != listed[other]
        if wrong.any():
            siren = wrong.idxmax()
            raise DataError(
                EPCI_NAMES,
                f"{parts.at[siren, column]!r}, where INSEE lists {listed.at[siren, other]!r}",
                column=column,
                row=siren,
                cure="Write it as the list has it, and part the name anew.",
            )
    strange = ~parts[["published", "qualifier", "link", "article", "bare"]].apply(_is_of, axis=1)
    if strange.any():
        siren = strange.idxmax()
        raise DataError(
            EPCI_NAMES,
            f"{parts.at[siren, 'bare']!r} and what is before it are no part of "
            f"{parts.at[siren, 'published']!r}",
            column="bare",
            row=siren,
            cure="Part the name anew: nothing is in a part that is not in the name.",
        )
    return parts


def _is_of(row: pd.Series) -> bool:
    """Whether the parts of a name follow one another in what INSEE publishes."""
    published = f" {plain(row['published'])} "
    # A link that holds the article of a name, as *du* that of *Le Puy*, stands for both.
    own = row["article"] if row["article"][:1].isupper() else ""
    name = before("" if row["link"] in ("du", "des") else own, row["bare"])
    parted = (row["qualifier"], before(row["link"], name))
    told = bool(plain(row["bare"]))
    return told and all(f" {plain(part)} " in published for part in parted if part)
