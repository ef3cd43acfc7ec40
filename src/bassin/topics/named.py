"""The places the study names, by code, and the year it is of."""

from __future__ import annotations

#: Communes.
ALES, LA_GRAND_COMBE = "30007", "30132"
GENOLHAC, SAINT_JEAN = "30130", "30269"
BAGNOLS, LAUDUN, TOULOUSE = "30028", "30141", "31555"
#: Departements.
GARD, HAUTE_GARONNE, HERAULT = "30", "31", "34"
#: Regions.
OCCITANIE, CORSICA, HAUTS_DE_FRANCE = "76", "94", "32"
#: Communes a practice more is tried in.
CANDIDATES = (LA_GRAND_COMBE, SAINT_JEAN, GENOLHAC)
#: Year of the study: what it shows at work then is taken to go on.
STUDY_YEAR = 2023
