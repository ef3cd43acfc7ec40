"""Re-derive, from raw public files, a study of a French industrial basin.

The package flows one way: ``files -> read -> places -> models, indicators -> topics -> study ->
show -> claims -> book``. A module imports only from its left. A notebook talks to
:class:`bassin.study.Study`, :mod:`bassin.show` and :mod:`bassin.claims`, and to nothing else.
"""

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """:class:`bassin.study.Study`, imported when it is first asked for."""
    if name == "Study":
        from bassin.study import Study

        return Study
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
