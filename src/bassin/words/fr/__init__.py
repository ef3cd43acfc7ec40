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
#: Units, as they follow a number under two.
SINGULAR = {
    "consultations": "consultation",
    "emplois": "emploi",
    "habitants": "habitant",
    "points": "point",
    "sites": "site",
}
#: Spaces as they are typed, to those that are printed.
SPACES = {
    **{f" {sign}": f"{_NARROW}{sign}" for sign in (*":;!?%‰", "»")},
    "« ": f"«{_NARROW}",
}
