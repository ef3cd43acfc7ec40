"""French. Its modules hold plain mappings and import none of the package but one another.

Plain spaces are typed before double punctuation and within guillemets; :data:`SPACES` makes them
narrow and unbroken.
"""

_NARROW = "\N{NARROW NO-BREAK SPACE}"
#: For Babel: how numbers are written.
LOCALE = "fr"
#: Format of a day.
DAY = "d MMMM y"
#: The first day of a month.
FIRST = "1er"
#: A percentage, as the CLDR has it.
PERCENT = f"{{n}}{_NARROW}%"
#: Words that a unit begins with and that take another ending than an *s*, or none.
_ENDED = {"écarts-types": "écart-type", "feux": "feu"}
#: Words that a unit begins with and that lose their *s*.
_WITH_S = (
    "ans communes consultations conventions créateurs degrés distributeurs dossiers emplois "
    "entités entreprises euros fichiers formations francs habitants hectares inondations liens "
    "lignes millions mineurs minutes opérations ouvertures ouvriers paires partenaires personnes "
    "piliers pistes points projets périmètres périodes pôles quartiers rangs relations reprises "
    "régions réglages salariés secteurs semaines sites territoires tonnes élèves énoncés "
    "établissements"
)
#: Units in which more than the first word agrees with the number.
_WHOLE = {
    "acteurs isolés de plus que pour l’acteur classé ensuite": "acteur isolé de plus que pour "
    "l’acteur classé ensuite",
    "autres communes": "autre commune",
    "énoncés contredits": "énoncé contredit",
    "évolutions qui ne s’en déduisent pas": "évolution qui ne s’en déduit pas",
}
#: Units, or the word they begin with, as they follow a number under two.
SINGULAR = {
    **{word: word.removesuffix("s") for word in _WITH_S.split()},
    **_ENDED,
    **_WHOLE,
}
#: Spaces as they are typed, to those that are printed.
SPACES = {
    **{f" {sign}": f"{_NARROW}{sign}" for sign in (*":;!?%‰", "»")},
    "« ": f"«{_NARROW}",
}
