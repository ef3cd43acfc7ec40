"""Industries and sectors of jobs, in English."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    # Broad sectors.
    "A5-AZ": "Farming",
    "A5-BE": "Industry",
    "A5-FZ": "Construction",
    "A5-GU": "Market services",
    "A5-OQ": "Public, health, education",
    "all_private_jobs": "All private jobs",
    # Industries.
    "A38-AZ": "Farming",
    "A38-BZ": "Mining and quarrying",
    "A38-CA": "Food",
    "A38-CB": "Textiles, clothing, leather",
    "A38-CC": "Wood, paper, printing",
    "A38-CD": "Coke and refining",
    "A38-CE": "Chemicals",
    "A38-CF": "Pharmaceuticals",
    "A38-CG": "Rubber, plastics, minerals",
    "A38-CH": "Metals and metal products",
    "A38-CI": "Computers, electronics, optics",
    "A38-CJ": "Electrical equipment",
    "A38-CK": "Machinery",
    "A38-CL": "Transport equipment",
    "A38-CM": "Furniture, other, repair",
    "A38-DZ": "Electricity and gas",
    "A38-EZ": "Water and waste",
    "A38-FZ": "Construction",
    "A38-GZ": "Trade",
    "A38-HZ": "Transport and storage",
    "A38-IZ": "Hotels and restaurants",
    "A38-JA": "Publishing and broadcasting",
    "A38-JB": "Telecommunications",
    "A38-JC": "Computing services",
    "A38-KZ": "Finance and insurance",
    "A38-LZ": "Real estate",
    "A38-MA": "Law, accounts, engineering",
    "A38-MB": "Research",
    "A38-MC": "Other expertise",
    "A38-NZ": "Support services",
    "A38-OZ": "Public administration",
    "A38-PZ": "Education",
    "A38-QA": "Health",
    "A38-QB": "Care and social work",
    "A38-RZ": "Arts and leisure",
    "A38-SZ": "Other services",
}

SENTENCES: Mapping[str, str] = {
    "employment.zone": "Zone d'emploi {zone}",
    "employment.zones_of": "{region} ({n} zones d'emploi)",
}
