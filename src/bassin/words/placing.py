"""The name of a place in the form that a sentence asks for, as the language has it.

A language has, in its module ``places``, the patterns of each form by kind of place (``FORMS``),
the words that go before a name by its article (``TIES``), and where these are not those of INSEE's
lists (``ARTICLES``, ``IN``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from bassin.places.names import EPCI, PlaceName, before
from bassin.words.language import Language, WordError, current


def placed(name: PlaceName, form: str = "", language: Language | None = None) -> str:
    """Write the name of a place.

    Parameters
    ----------
    name : PlaceName
    form : str
        Of those the language has, as a pattern asks for it: ``{place:the}``. The plain one stands
        in tables, legends and lists. One with a capital that the language has not is that of the
        start of a sentence: ``{place:Le}``.
    language : Language, optional
        The one spoken by default.

    Raises
    ------
    WordError
        If the language has no such form of this kind of place.

    Examples
    --------
    >>> lyon = PlaceName("EPCI-200046977", "epci", "Lyon", form="METLYON", apart=True)
    >>> placed(lyon), placed(lyon, "the")
    ('Lyon intercommunality', 'the Lyon intercommunality')
    """
    language = language or current()
    words = language.module("places")
    known = form if form in words.FORMS else form[:1].lower() + form[1:]
    written = _pattern(name, words.FORMS, known, language).format_map(_parts(name, words, language))
    if not form or form != known:
        written = _capital(written)
    return written.replace("'", words.APOSTROPHE)


def _pattern(
    name: PlaceName, forms: Mapping[str, Mapping[str, str]], form: str, language: Language
) -> str:
    """Pattern of a form: that of places told apart, of those without a form of law, of a kind."""
    kinds = [name.kind, "any"]
    for trait in ("plural", "joined", "alone", "apart"):
        if getattr(name, trait):
            kinds.insert(0, f"{name.kind} {trait}")
    known = forms.get(form, {})
    found = next((known[kind] for kind in kinds if kind in known), None)
    if found is None:
        raise WordError(
            f"bassin.words.{language.code}.places: no form {form!r} of {name.code}; add it to FORMS"
        )
    return found


def _parts(name: PlaceName, words: ModuleType, language: Language) -> dict[str, str]:
    """What patterns name: the parts of a name, and the words that go before it."""
    tie = name.article or ("elided" if name.elides else "")
    subject = words.ARTICLES.get(name.code, tie)
    ties = {part: ways[tie if part == "of" else subject] for part, ways in words.TIES.items()}
    own = before(name.own, "")
    bare, tied = (
        words.WITHIN.format(name=part, within=name.within) if name.within else part
        for part in (name.bare, name.tied)
    )
    # A link that holds the article of a name, as *du* that of *Le Puy*, stands for both.
    held = "" if name.link in ("du", "des") else own
    parts = {
        **ties,
        "own": own,
        "bare": _capital(bare),
        "tied": before(name.link, held + tied),
        "qualifier": f"{name.qualifier} " if name.qualifier else "",
        "form": language.name(f"legal_form.{name.form}") if name.kind == EPCI else "",
    }
    return parts | {"in": words.IN.get(name.code, "").format_map(parts)}


def _capital(text: str) -> str:
    """A text whose first letter is a capital, as in a list: *De l'Aire à l'Argonne*."""
    return text[:1].upper() + text[1:]
