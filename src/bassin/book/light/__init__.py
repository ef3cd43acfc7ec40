"""Makes the written pages light: what no page uses is left out, the rest is written once.

The theme, its extensions and Jupyter Book each add scripts and styles of their own, some of them in
templates that no setting reaches, and none of them knows what a page will hold. So this is done to
the pages as they were written, from what they hold, before they are checked: it depends on no
version of a theme, and a file that a page lacks is a fault that
:func:`bassin.book.site.check_html` finds.
"""

from __future__ import annotations

from pathlib import Path

from bassin.book.light import excerpts, frames, icons, images, parts, unused


def lighten(html: Path) -> None:
    """Make a written site light, in place.

    Parameters
    ----------
    html : Path
        Folder of the written pages.

    Raises
    ------
    BuildError
        If the theme names a font that is not there, or that has none of the icons shown.
    """
    pages = [path for path in sorted(html.rglob("*.html")) if "_static" not in path.parts]
    frames.take_out(html, pages)
    images.lighten(html, pages)
    excerpts.write(html, pages)
    for path in pages:
        text = path.read_text(encoding="utf-8")
        path.write_text(parts.kept(text, path.name), encoding="utf-8")
    icons.cut_down(html, pages)
    unused.delete(html, pages)
