"""The ledger as linked data: a claim review of schema.org for each claim that something tests.

Each claim has an ``@id``, its address in the ledger. A review rates it on a scale that says which
end is the best, and names the verdict; what nothing tests is a claim without a review. Each
review says what it was made from: files with their hashes, and the version of the code.
"""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from bassin import __version__
from bassin.claims.record import inputs
from bassin.errors import BassinError
from bassin.files.sources import Sources
from bassin.files.transcribed import is_transcription
from bassin.phrase import Phrase
from bassin.read.printed import text_of
from bassin.verdict import RANK, UNTESTED, VERDICTS
from bassin.words import write

CONTEXT = "https://schema.org"
#: Where a claim stands: a relative address, since the book has none of its own.
ADDRESS = "notebooks/14_audit.html#claim-{}"
#: Verdicts that rate a claim, the worst first: each has a rating of its own.
RATED = sorted(set(VERDICTS) - set(UNTESTED), key=RANK.__getitem__, reverse=True)


def rating_of(verdict: str) -> int:
    """Rating of a verdict, from 1, the worst, to as many as there are, the best.

    Examples
    --------
    >>> rating_of("contradicted"), rating_of("confirmed by data")
    (1, 7)
    """
    return RATED.index(verdict) + 1


def verdict_of(rating: dict[str, Any]) -> str:
    """Verdict that a rating stands for.

    Raises
    ------
    BassinError
        If its scale is not this one, or its number and its word are of two verdicts.
    """
    scale = (rating["worstRating"], rating["bestRating"])
    if scale != (1, len(RATED)):
        raise BassinError(f"a rating from {scale[0]} to {scale[1]}: 1, the worst, to {len(RATED)}")
    word: str = RATED[rating["ratingValue"] - 1]
    if word != rating["alternateName"]:
        raise BassinError(f"a rating of {word!r} that says {rating['alternateName']!r}")
    return word


def linked(table: pd.DataFrame, sources: Sources, base: str = "") -> dict[str, Any]:
    """Write the ledger as a graph of JSON-LD.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    sources : Sources
        The files the verdicts were made from.
    base : str
        Where the book is, relative to the text that is written; empty where that is not known.

    Returns
    -------
    dict
        ``@context`` and ``@graph``: the files, then the claims in their order.

    References
    ----------
    ClaimReview, https://schema.org/ClaimReview.
    """
    files = inputs(sorted({file for listed in table["files"] for file in listed}), sources)
    graph = [_file(name, told) for name, told in files.items()]
    texts = {epci: _text(text_of(sources, epci)) for epci in table["epci"].unique()}
    graph += [_claim(str(name), row, files, texts[row["epci"]]) for name, row in table.iterrows()]
    return {"@context": [CONTEXT, {"@base": base}] if base else CONTEXT, "@graph": graph}


def written(table: pd.DataFrame, sources: Sources, base: str = "") -> str:
    """Write the ledger as text, the same bytes for the same ledger, and read its verdicts back.

    Parameters
    ----------
    table, sources, base
        As :func:`linked`.

    Raises
    ------
    BassinError
        If a verdict read back is another.
    """
    graph = linked(table, sources, base)
    text = json.dumps(graph, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    reviewed = table.loc[~table["verdict"].isin(UNTESTED), "verdict"]
    told = {ADDRESS.format(claim): verdict for claim, verdict in reviewed.items()}
    if verdicts_in(json.loads(text)) != told:
        raise BassinError("the verdicts read back from the linked data are not those written")
    return text


def verdicts_in(graph: dict[str, Any]) -> dict[str, str]:
    """Verdict of each claim that a graph reviews, by its ``@id``: what :func:`linked` was given."""
    return {
        node["itemReviewed"]["@id"]: verdict_of(node["reviewRating"])
        for node in graph["@graph"]
        if node["@type"] == "ClaimReview"
    }


def _file_id(file: str) -> str:
    return f"data/{file}" if is_transcription(file) else f"data/raw/{file}"


def _text(told: pd.Series) -> dict[str, Any]:
    """A text, as :func:`bassin.read.printed.text_of` tells it."""
    names = str(told["authors"]).split("; ")
    persons = [{"@type": "Person", "name": name} for name in names]
    text = {
        "@type": "Book" if told["isbn"] else "Article",
        "name": told["title"],
        "author": persons[0] if len(persons) == 1 else persons,
        "publisher": {"@type": "Organization", "name": told["publisher"]},
        "datePublished": told["dated"],
        "inLanguage": told["language"],
    }
    where = {"isbn": told["isbn"], "url": told["address"]}
    return text | {name: value for name, value in where.items() if value}


def _file(file: str, told: dict[str, Any]) -> dict[str, Any]:
    hash_of = {"@type": "PropertyValue", "propertyID": "sha256", "value": told["sha256"]}
    return {"@type": "DataDownload", "@id": _file_id(file), "name": file, "identifier": hash_of}


def _claim(
    identifier: str, row: pd.Series, files: dict[str, Any], text: dict[str, Any]
) -> dict[str, Any]:
    stands = {**text, "pagination": write(Phrase("linked.lines", lines=row["lines"]))}
    claim = {
        "@type": "Claim",
        "@id": ADDRESS.format(identifier),
        "name": identifier,
        "text": row["statement"],
        "appearance": stands,
    }
    if row["verdict"] in UNTESTED:
        return claim
    return {
        "@type": "ClaimReview",
        "@id": f"{ADDRESS.format(identifier)}-review",
        "claimReviewed": row["statement"],
        "itemReviewed": claim,
        "reviewRating": {
            "@type": "Rating",
            "worstRating": 1,
            "bestRating": len(RATED),
            "ratingValue": rating_of(row["verdict"]),
            "alternateName": row["verdict"],
        },
        "reviewAspect": write(Phrase("linked.aspect", grade=row["grade"])),
        "reviewBody": row["finding"],
        "author": {"@type": "Organization", "name": write(Phrase("linked.author"))},
        "isBasedOn": [{"@id": _file_id(file)} for file in row["files"] if file in files],
        "creditText": f"bassin {__version__}",
    }
