"""Words of a later year of a series: those of the last year that has some, of the other year."""

from __future__ import annotations

import re
from collections.abc import Mapping

_KEY = re.compile(r"(?P<name>.+)_(?P<year>[0-9]{4})")


def of_key(words: Mapping[str, str], key: str) -> str:
    """Words of a key, or of its like of the last year that has words.

    Parameters
    ----------
    words : mapping
    key : str

    Raises
    ------
    KeyError
        If no year of it has words.

    Examples
    --------
    >>> of_key({"gp_2022": "Visits, 2022", "gp_2023": "Visits, 2023"}, "gp_2041")
    'Visits, 2041'
    """
    asked = _KEY.fullmatch(key)
    if key in words or asked is None:
        return words[key]
    found = [known for one in words if (known := _KEY.fullmatch(one))]
    years = [known["year"] for known in found if known["name"] == asked["name"]]
    if not years:
        return words[key]
    last = max(years)
    return words[f"{asked['name']}_{last}"].replace(last, asked["year"])
