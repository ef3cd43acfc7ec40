"""The order of names in a list: that of a French dictionary, in every language of the book.

The names are French, of communes, works, people; so they have one order, wherever they are listed.
It is that of ISO 14651 as browsers have it for French, by letters first:

1. letters and digits alone, one after the other: a space, a hyphen, an apostrophe is passed over,
   an accent and a capital count for nothing, and a ligature is two letters;
2. where these are the same, accents: none before one, from the first letter on;
3. where these are too, capitals: a small letter comes first;
4. at last the text itself, so that no two names are level.
"""

from __future__ import annotations

import unicodedata

import pandas as pd

#: The ligatures of French: to Unicode they are letters of their own, not two.
LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
#: What ends a level of a key: it comes before any letter and any accent.
_END = "\0"


def collation_key(name: object) -> str:
    """What a name is sorted by.

    Parameters
    ----------
    name : object
        A name, or what is one as a text.

    Returns
    -------
    str
        To be compared to other keys, and shown to nobody.

    Examples
    --------
    >>> sorted(["Eyguières", "Éguilles", "Egat", "Œuilly", "Offoy"], key=collation_key)
    ['Egat', 'Éguilles', 'Eyguières', 'Œuilly', 'Offoy']
    >>> sorted(["Saint-Jean", "Sainte-Croix", "Saint-André", "L’Ain", "Laon"], key=collation_key)
    ['L’Ain', 'Laon', 'Saint-André', 'Sainte-Croix', 'Saint-Jean']
    """
    text = str(name)
    letters: list[str] = []
    accents: list[str] = []
    for letter in text:
        whole = letter.translate(LIGATURES)
        mark = letter.lower() if whole != letter else ""
        for part in unicodedata.normalize("NFKD", whole):
            if part.isalnum():
                letters.append(part)
                accents.append(mark)
            elif letters and unicodedata.combining(part):
                accents[-1] += part
    return _END.join(
        [
            "".join(letters).lower(),
            "".join(f"{mark}{_END}" for mark in accents),
            "".join("1" if letter.isupper() else "0" for letter in letters),
            text,
        ]
    )


def by_name(table: pd.DataFrame, column: str = "name") -> pd.DataFrame:
    """Rows of a table in the order of their names; those of one name stay in theirs.

    Parameters
    ----------
    table : DataFrame
    column : str
        That of the names.

    Examples
    --------
    >>> by_name(pd.DataFrame({"name": ["Ys", "Évry", "Eu"]}))["name"].tolist()
    ['Eu', 'Évry', 'Ys']
    """
    return table.sort_values(column, key=lambda names: names.map(collation_key), kind="stable")
