"""English. Its modules hold plain mappings and import none of the package but one another."""

#: For Babel: how numbers are written.
LOCALE = "en"
#: Format of a day.
DAY = "d MMMM y"
#: A percentage.
PERCENT = "{n}%"
