"""Names in any spelling."""

from bassin.places.names import plain


def test_plain_names():
    """Both apostrophes, hyphens and ligatures come to the same."""
    assert plain("CA d'Alès-Œuvre") == plain("ca D’ALES oeuvre") == "ca d ales oeuvre"
    assert plain("Al\u200bès") == "ales"
