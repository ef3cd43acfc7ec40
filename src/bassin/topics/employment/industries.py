"""Industries and sectors of the nomenclature, and the years of their jobs."""

from __future__ import annotations

from bassin.read import urssaf

#: Years of private jobs by industry, and the first and last of them.
INDUSTRY_YEARS = tuple(urssaf.INDUSTRY_YEARS.values())
INDUSTRY_START, INDUSTRY_END = INDUSTRY_YEARS[0], INDUSTRY_YEARS[-1]
#: Year of all salaried jobs by industry (Flores).
FLORES_YEAR = 2023
#: Broad sectors (A5), in the order of tables.
SECTORS = ("AZ", "BE", "FZ", "GU", "OQ")
#: Industry among them.
INDUSTRY = "BE"
#: Their sum, in tables.
ALL_JOBS = "all_private_jobs"
#: Industries (A38).
INDUSTRIES = (
    *("AZ", "BZ", "CA", "CB", "CC", "CD", "CE", "CF", "CG", "CH", "CI", "CJ", "CK", "CL", "CM"),
    *("DZ", "EZ", "FZ", "GZ", "HZ", "IZ", "JA", "JB", "JC", "KZ", "LZ", "MA", "MB", "MC", "NZ"),
    *("OZ", "PZ", "QA", "QB", "RZ", "SZ"),
)


def industry(code: str) -> str:
    """Code of an industry among all that has a name in the book.

    Examples
    --------
    >>> industry("CE")
    'A38-CE'
    """
    return f"A38-{code}"


def sector(code: str) -> str:
    """Code of a broad sector among all that has a name in the book.

    Examples
    --------
    >>> sector("BE")
    'A5-BE'
    """
    return f"A5-{code}"


def sector_of() -> dict[str, str]:
    """A5 sector of the A38 codes, which begin with the letter of their section."""
    letters = {"A": "AZ", "F": "FZ"} | dict.fromkeys("BCDE", "BE") | dict.fromkeys("OPQ", "OQ")
    return {code: letters.get(code[0], "GU") for code in INDUSTRIES}
