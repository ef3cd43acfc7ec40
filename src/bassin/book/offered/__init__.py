"""What a reader takes away from a built book: data, figures, citations, notebooks, metadata.

It is made from what the executed chapters show and from the pages as they were written, before
these are checked.
"""

from __future__ import annotations

from pathlib import Path

from bassin.book.offered import citing, data, metadata, notebooks, shown


def offer(root: Path, html: Path) -> None:
    """Write beside the pages of a book what they offer, and lead the pages to it.

    Parameters
    ----------
    root : Path
        Folder of the project, with its executed chapters.
    html : Path
        Folder of its written pages, which are changed.
    """
    every = shown.shown(root, html)
    notebooks.write(root, html, every)
    resources = data.write(root, html, every)
    if (root / citing.CITATION).is_file():
        citing.write(html, citing.every(root, html, every))
        shown.list_outputs(html, "book/replication", every)
        metadata.write(root, html, resources)
