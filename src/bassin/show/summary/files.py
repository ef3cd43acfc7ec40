"""The bytes of two pages: a PDF that knows its title and language, and an image a page."""

from __future__ import annotations

import io
import re

from matplotlib.backends.backend_pdf import PdfPages

from bassin.errors import BuildError
from bassin.show.summary.pages import Pages
from bassin.show.summary.paper import printed
from bassin.words.language import current

#: Dots an inch of the images.
DPI = 110


def to_pdf(pages: Pages) -> bytes:
    """Write pages to PDF bytes that depend on nothing but the pages.

    Parameters
    ----------
    pages : Pages

    Returns
    -------
    bytes
        Without dates; with its title, which a reader shows in the place of the name of the file,
        and its language.
    """
    out = io.BytesIO()
    about = {
        "Title": pages.title,
        "Subject": pages.subject,
        "Author": pages.author,
        "Creator": None,
        "Producer": None,
        "CreationDate": None,
    }
    with printed(), PdfPages(out, metadata=about) as pdf:
        for figure in pages.figures:
            pdf.savefig(figure)
    return with_language(out.getvalue(), current().locale)


def with_language(pdf: bytes, language: str) -> bytes:
    """Add to the root of a PDF what language it is in, and that its title is to be shown.

    The root is written anew behind the file, as ISO 32000-1 (7.5.6) has it of an update.

    Parameters
    ----------
    pdf : bytes
        As matplotlib writes it.
    language : str
        ``"en"``.

    Raises
    ------
    BuildError
        If it is written otherwise.
    """
    trailer = pdf[pdf.rindex(b"trailer") :]
    root, size, start = (
        int(_found(pattern, trailer))
        for pattern in (rb"/Root (\d+) 0 R", rb"/Size (\d+)", rb"startxref\s+(\d+)")
    )
    info = _found(rb"/Info (\d+ 0 R)", trailer)
    pages = _found(rb"/Pages (\d+ 0 R)", pdf)
    at = len(pdf)
    catalogue = b"%d 0 obj\n<< /Type /Catalog /Pages %b /Lang (%b) " % (
        *(root, pages),
        language.encode("ascii"),
    )
    catalogue += b"/ViewerPreferences << /DisplayDocTitle true >> >>\nendobj\n"
    table = b"xref\n%d 1\n%010d 00000 n \n" % (root, at)
    end = b"trailer\n<< /Size %d /Root %d 0 R /Info %b /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        *(size, root, info, start),
        at + len(catalogue),
    )
    return pdf + catalogue + table + end


def _found(pattern: bytes, text: bytes) -> bytes:
    found = re.search(pattern, text)
    if found is None:
        raise BuildError(
            f"the PDF has no {pattern.decode()}: matplotlib writes it otherwise by now. Install "
            "the version of requirements.lock."
        )
    return found[1]


def to_pngs(pages: Pages) -> list[bytes]:
    """Write each page to PNG bytes."""
    images = []
    for figure in pages.figures:
        out = io.BytesIO()
        with printed():
            figure.savefig(out, format="png", dpi=DPI, metadata={"Software": None})
        images.append(out.getvalue())
    return images
