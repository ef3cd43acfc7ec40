"""Anchors of sections: in another language, those that a page has in the first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

#: Setting of Sphinx: page to text of a heading to its anchor in the first language.
SETTING = "bassin_anchors"


class AnchorsOfTheFirst(SphinxTransform):
    """Gives a section the anchor that it has in the first language, where one is listed."""

    default_priority = 270  # after that which hands targets on to sections, which is at 260

    def apply(self, **_: Any) -> None:
        """Change the sections of a page."""
        listed: Mapping[str, str] = self.config[SETTING].get(self.env.docname, {})
        for section in self.document.findall(nodes.section):
            title = section.next_node(nodes.title)
            anchor = listed.get(title.astext()) if title is not None else None
            if anchor:
                # The first is made from the title; a label may be called as the other title is.
                others = (one for one in section["ids"][1:] if one != anchor)
                section["ids"] = [anchor, *others]
                self.document.ids[anchor] = section
