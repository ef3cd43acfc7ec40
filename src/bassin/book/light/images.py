"""Images of the pages: with a palette where nobody would see it, fetched when a reader is near."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PIL import Image

from bassin.files.atomic import write_bytes, write_text

#: Most that the red, green or blue of a pixel may move by, of 255.
UNSEEN = 8
COLORS = 256
_IMAGE = re.compile(
    r'<img (?=[^>]*\bsrc="(?P<address>[^":]+\.png)")(?P<about>[^>]*?)(?P<end>\s*/?)>'
)


def lighten(html: Path, pages: Iterable[Path]) -> None:
    """Reduce the images that pages show, tell the pages their sizes, and have them fetched late.

    Parameters
    ----------
    html : Path
        Folder of the written pages.
    pages : iterable of Path
        Those of the site.
    """
    sizes: dict[Path, tuple[int, int]] = {}
    for page in pages:

        def with_size(found: re.Match[str], folder: Path = page.parent) -> str:
            path = (folder / found["address"]).resolve()
            if not path.is_relative_to(html.resolve()) or not path.is_file():
                return found[0]
            if path not in sizes:
                sizes[path] = _reduce(path)
            width, height = sizes[path]
            late = f'width="{width}" height="{height}" loading="lazy" decoding="async"'
            return f"<img {found['about']} {late}{found['end']}>"

        text = page.read_text(encoding="utf-8")
        write_text(page, _IMAGE.sub(with_size, text))


def _reduce(path: Path) -> tuple[int, int]:
    """Reduce an image in place; its width and height."""
    content = path.read_bytes()
    reduced = with_palette(content)
    if reduced is not content:
        write_bytes(path, reduced)
    with Image.open(io.BytesIO(content)) as image:
        return image.size


def with_palette(png: bytes) -> bytes:
    """An image with 256 colours at most, where no pixel is seen to change and the file is smaller.

    Parameters
    ----------
    png : bytes
        A PNG file.

    Returns
    -------
    bytes
        Another, or the same object: where it lets through what is behind it, where a colour would
        move by more than :data:`UNSEEN`, and where it would be no smaller.
    """
    with Image.open(io.BytesIO(png)) as image:
        if image.convert("RGBA").getchannel("A").getextrema() != (255, 255):
            return png
        whole = image.convert("RGB")
    reduced = whole.quantize(COLORS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    moved = np.asarray(whole, np.int16) - np.asarray(reduced.convert("RGB"), np.int16)
    if np.abs(moved).max() > UNSEEN:
        return png
    out = io.BytesIO()
    reduced.save(out, "PNG", optimize=True)
    return out.getvalue() if len(out.getvalue()) < len(png) else png
