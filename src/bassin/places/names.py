"""Names of territories as people write them, and the nearest to one that is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

import pandas as pd

from bassin.errors import TerritoryError
from bassin.places.passage import GEOGRAPHY


def plain(name: str) -> str:
    """A name without what people write in several ways: capitals, accents, hyphens, apostrophes.

    Examples
    --------
    >>> plain("CC de l’Étang-Vert")
    'cc de l etang vert'
    """
    # The two ligatures of French are no letters with an accent.
    # What cannot be seen, as a web page has it within words, is no space.
    seen = "".join(c for c in name if unicodedata.category(c) != "Cf")
    letters = seen.casefold().replace("œ", "oe").replace("æ", "ae")
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c)
    )
    return " ".join(re.sub(r"[^0-9a-z]+", " ", bare).split())


def nearest(name: str, known: Mapping[str, str]) -> list[str]:
    """Codes of the names nearest to one."""
    return [known[n] for n in get_close_matches(name, known, n=3, cutoff=0.3)]


def unknown_epci(code: str, everywhere: pd.DataFrame) -> TerritoryError:
    """Say that a code is unknown, and which EPCI come nearest by code or by name."""
    known = everywhere.drop_duplicates("epci").set_index("epci")["epci_name"]
    known = known[known.index.str.isdigit()]
    near = get_close_matches(code, known.index, n=3, cutoff=0.5)
    near += nearest(plain(code), {plain(name): siren for siren, name in known.items()})
    listed = "; ".join(f"{siren} {known[siren]}" for siren in dict.fromkeys(near)) or "none near"
    return TerritoryError(
        f"{code!r} is the SIREN of no EPCI on {GEOGRAPHY}. Nearest: {listed}. "
        "Territory.named('...') finds one by its name."
    )
