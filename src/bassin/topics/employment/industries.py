"""Industries and sectors of the nomenclature, their words, and the years of their jobs."""

from __future__ import annotations

#: Years of private jobs by industry, and the first and last of them.
INDUSTRY_YEARS = (2019, 2022, 2023, 2024)
INDUSTRY_START, INDUSTRY_END = INDUSTRY_YEARS[0], INDUSTRY_YEARS[-1]
#: Year of all salaried jobs by industry (Flores).
FLORES_YEAR = 2023
#: Broad sectors (A5), in the order of tables.
SECTORS = {
    "AZ": "Farming",
    "BE": "Industry",
    "FZ": "Construction",
    "GU": "Market services",
    "OQ": "Public, health, education",
}
#: Their sum, in tables.
ALL_JOBS = "All private jobs"
#: Industries (A38).
INDUSTRIES = {
    "AZ": "Farming",
    "BZ": "Mining and quarrying",
    "CA": "Food",
    "CB": "Textiles, clothing, leather",
    "CC": "Wood, paper, printing",
    "CD": "Coke and refining",
    "CE": "Chemicals",
    "CF": "Pharmaceuticals",
    "CG": "Rubber, plastics, minerals",
    "CH": "Metals and metal products",
    "CI": "Computers, electronics, optics",
    "CJ": "Electrical equipment",
    "CK": "Machinery",
    "CL": "Transport equipment",
    "CM": "Furniture, other, repair",
    "DZ": "Electricity and gas",
    "EZ": "Water and waste",
    "FZ": "Construction",
    "GZ": "Trade",
    "HZ": "Transport and storage",
    "IZ": "Hotels and restaurants",
    "JA": "Publishing and broadcasting",
    "JB": "Telecommunications",
    "JC": "Computing services",
    "KZ": "Finance and insurance",
    "LZ": "Real estate",
    "MA": "Law, accounts, engineering",
    "MB": "Research",
    "MC": "Other expertise",
    "NZ": "Support services",
    "OZ": "Public administration",
    "PZ": "Education",
    "QA": "Health",
    "QB": "Care and social work",
    "RZ": "Arts and leisure",
    "SZ": "Other services",
}


def sector_of() -> dict[str, str]:
    """A5 sector of the A38 codes, which begin with the letter of their section."""
    letters = {"A": "AZ", "F": "FZ"} | dict.fromkeys("BCDE", "BE") | dict.fromkeys("OPQ", "OQ")
    return {code: letters.get(code[0], "GU") for code in INDUSTRIES}
