"""Images are reduced where nobody would see it, and pages know their sizes."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

from bassin.book.light import images
from bassin.book.light.images import UNSEEN, with_palette
from bassin.show.style import to_png


def png_of(pixels: np.ndarray) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


def pixels_of(png: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGB"), np.int16)


@pytest.fixture(scope="module")
def drawing() -> bytes:
    """A figure, as the book draws it."""
    figure = Figure(figsize=(4, 3))
    ax = figure.subplots()
    for rank in range(8):
        ax.plot(range(10), [rank + n**0.5 for n in range(10)], label=f"Line {rank}")
    ax.set_title("Lines of eight colours")
    return to_png(figure)


def test_a_drawing_is_reduced_and_looks_the_same(drawing: bytes):
    """No colour of a pixel moves by more than is seen; white stays white; the size is the same."""
    reduced = with_palette(drawing)
    assert len(reduced) < 0.6 * len(drawing)
    before, after = pixels_of(drawing), pixels_of(reduced)
    assert before.shape == after.shape
    assert np.abs(before - after).max() <= UNSEEN
    white = (before == 255).all(axis=2)
    assert white.any()
    assert (after[white] == 255).all()


def test_the_bytes_are_the_same_each_time(drawing: bytes):
    """Reduced twice from the same bytes."""
    assert with_palette(drawing) == with_palette(bytes(drawing))


def test_an_image_of_many_colours_is_left_as_it_is():
    """A photograph would show the loss."""
    noise = np.random.default_rng(0).integers(0, 256, (60, 60, 3), dtype=np.uint8)
    png = png_of(noise)
    assert with_palette(png) is png


def test_an_image_that_lets_through_is_left_as_it_is():
    """A palette would paint what is behind it."""
    pixels = np.full((20, 20, 4), 255, np.uint8)
    pixels[:, :10, 3] = 100
    png = png_of(pixels)
    assert with_palette(png) is png


def test_one_that_would_be_no_smaller_is_left_as_it_is(drawing: bytes):
    """A second time there is nothing to gain."""
    reduced = with_palette(drawing)
    assert with_palette(reduced) is reduced


def test_pages_know_sizes_and_fetch_late(tmp_path: Path, drawing: bytes):
    """An image of the site has its size and is fetched late; all else in the page stays."""
    (tmp_path / "_images").mkdir()
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "_images" / "a.png").write_bytes(drawing)
    page = tmp_path / "notebooks" / "a.html"
    other = (
        '<img alt="" src="data:image/png;base64,AAAA"><img src="../_images/none.png" alt="">'
        '<img src="https://example.org/a.png"><p>src="../_images/a.png"</p>'
    )
    page.write_text(
        f'<img alt="a &gt; b &amp; c" src="../_images/a.png" />{other}', encoding="utf-8"
    )
    images.lighten(tmp_path, [page])
    width, height = 600, 450
    late = f'width="{width}" height="{height}" loading="lazy" decoding="async"'
    text = page.read_text("utf-8")
    assert text == f'<img alt="a &gt; b &amp; c" src="../_images/a.png" {late} />{other}'
    assert (tmp_path / "_images" / "a.png").read_bytes() == with_palette(drawing)
