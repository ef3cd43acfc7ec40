"""French, of which there are the names of places so far: it is not spoken yet."""

#: For Babel: how numbers are written.
LOCALE = "fr"
#: Format of a day.
DAY = "d MMMM y"
#: A percentage.
PERCENT = "{n}\N{NO-BREAK SPACE}%"
