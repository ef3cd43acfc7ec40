"""Industries and sectors of jobs, in French."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    # Broad sectors.
    "A5-AZ": "Agriculture",
    "A5-BE": "Industrie",
    "A5-FZ": "Construction",
    "A5-GU": "Services marchands",
    "A5-OQ": "Administration, santé, enseignement",
    "all_private_jobs": "Ensemble de l’emploi salarié privé",
    # Industries.
    "A38-AZ": "Agriculture",
    "A38-BZ": "Industries extractives",
    "A38-CA": "Agroalimentaire",
    "A38-CB": "Textile, habillement, cuir",
    "A38-CC": "Bois, papier, imprimerie",
    "A38-CD": "Cokéfaction et raffinage",
    "A38-CE": "Chimie",
    "A38-CF": "Pharmacie",
    "A38-CG": "Caoutchouc, plastique, minéraux",
    "A38-CH": "Métallurgie et produits métalliques",
    "A38-CI": "Informatique, électronique, optique",
    "A38-CJ": "Équipements électriques",
    "A38-CK": "Machines et équipements",
    "A38-CL": "Matériels de transport",
    "A38-CM": "Meubles, divers, réparation",
    "A38-DZ": "Électricité et gaz",
    "A38-EZ": "Eau et déchets",
    "A38-FZ": "Construction",
    "A38-GZ": "Commerce",
    "A38-HZ": "Transports et entreposage",
    "A38-IZ": "Hébergement et restauration",
    "A38-JA": "Édition et audiovisuel",
    "A38-JB": "Télécommunications",
    "A38-JC": "Services informatiques",
    "A38-KZ": "Finance et assurance",
    "A38-LZ": "Immobilier",
    "A38-MA": "Droit, comptabilité, ingénierie",
    "A38-MB": "Recherche",
    "A38-MC": "Autres activités spécialisées",
    "A38-NZ": "Services administratifs et de soutien",
    "A38-OZ": "Administration publique",
    "A38-PZ": "Enseignement",
    "A38-QA": "Santé",
    "A38-QB": "Hébergement médico-social et action sociale",
    "A38-RZ": "Arts et loisirs",
    "A38-SZ": "Autres services",
}

SENTENCES: Mapping[str, str] = {
    "employment.zone": "Zone d’emploi {zone}",
    "employment.zones_of": "{region} ({n} zones d’emploi)",
}
