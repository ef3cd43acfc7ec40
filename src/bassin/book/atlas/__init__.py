"""The atlas: its data, written as a data package, and its pages, a book of their own."""

from __future__ import annotations


def write(*, pages: bool) -> None:
    """Write the data of the atlas, or build its pages.

    Parameters
    ----------
    pages : bool
        Whether the pages are built, and not the data written.
    """
    # Jupyter Book takes two seconds to import: the data do without.
    if pages:
        from bassin.book.atlas.project import build_atlas

        build_atlas()
    else:
        from bassin.book.atlas.data import write_data

        write_data()
