"""The two printed pages of a place: paper, map, strips, the bytes of their files."""

from bassin.show.summary.files import to_pdf, to_pngs
from bassin.show.summary.pages import Pages, drawn

__all__ = ["Pages", "drawn", "to_pdf", "to_pngs"]
