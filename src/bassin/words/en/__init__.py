"""English. Its modules hold plain mappings and import none of the package but one another."""

#: For Babel: how numbers are written.
LOCALE = "en"
#: Format of a day.
DAY = "d MMMM y"
#: The first day of a month: a number, as the others.
FIRST = ""
#: A percentage.
PERCENT = "{n}%"
#: Units that are written otherwise after a number that takes no plural: none.
SINGULAR: dict[str, str] = {}
#: Spaces that are not printed as they are typed: none.
SPACES: dict[str, str] = {}
