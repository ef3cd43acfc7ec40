"""What the text itself says, in English, and what several subjects say alike."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "decade": "{year:d}s",
    # What a declared indicator says of a claim, or of its exhibit.
    "indicator.part": "known for {share:.1f%} of the inhabitants",
    "pages.page": "{publisher}, {dated}: {found}",
    "pages.none": "No page is listed.",
    "pages.month": "{day:MMMM y}",
    "pages.besides": " Others, which do not decide: {pages:; }.",
    "pages.others": "Pages of others, none of which decides: {pages:; }.",
    "pages.say": "Pages of others say: {pages:; }.{more}",
    "pages.undated": "no date",
    "pages.undated_page": "{publisher}: {found}",
    "pages.years": "{first}–{last}",
    "indicator.published": "as published",
    "indicator.value": "{label}: {value} (edition {vintage}, {reach}). {counts}",
    "indicator.whole": "known for all inhabitants",
    "row.beside": "{label}: {place} {value}, {against} {other} (edition {vintage})",
    "row.change": "{label}: {place} {before} ({start}), {value} ({vintage})",
    "row.highest": "the highest",
    "row.level": "{told}. No more apart than the numbers are good to: neither is above the other",
    "row.lowest": "the lowest",
    "row.rank": "{label}: {place} {value}, place {rank} of {of} intercommunalities of {group}, "
    "from {end} (edition {vintage})",
    "statements.number_on_line": "{number:.1f} on line {line:d}",
    "statements.repeated": "The text says {each}.",
    "statements.whole_on_line": "{number:d} on line {line:d}",
}
