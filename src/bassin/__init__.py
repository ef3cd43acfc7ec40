"""Re-derive, from raw public files, a study of a French industrial basin.

The package flows one way: ``sources -> read -> territory -> indicators -> show``. A notebook talks
to :class:`bassin.study.Study` and to :mod:`bassin.show`, and to nothing else.
"""

__version__ = "0.1.0"
