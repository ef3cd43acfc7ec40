"""Names of places, sides and directions, and of what is common to several subjects."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "FRANCE": "France",
    "north_west": "north and west",
    "south_east": "south and east",
    # Eight directions, clockwise from north.
    "towards_0": "north",
    "towards_45": "north-east",
    "towards_90": "east",
    "towards_135": "south-east",
    "towards_180": "south",
    "towards_225": "south-west",
    "towards_270": "west",
    "towards_315": "north-west",
    # Lines of figures that several chapters and a portrait draw.
    "all_zones": "All zones together",
    "alike_zones": "Zones alike, median",
    "coal_zones": "Coal zones, median",
    "common_field": "France, common field",
    "fires_started": "Fires",
    "hectares_burnt": "Hectares burnt",
    # Legal forms of EPCI keep their name.
    "legal_form.CC": "communauté de communes",
    "legal_form.CA": "communauté d'agglomération",
    "legal_form.CU": "communauté urbaine",
    "legal_form.ME": "métropole",
    "legal_form.METLYON": "métropole",
}

SENTENCES: Mapping[str, str] = {
    "list.more": "{shown} and {n} more",
}

#: Form of the name of a place, as a pattern asks for it (``{place:the}``), to what it is for each
#: kind of place. As it stands in a table; within a sentence; at the start of one; with its legal
#: form; where a sentence says what kind of place it is.
FORMS: Mapping[str, Mapping[str, str]] = {
    "": {
        "any": "{own}{bare}",
        "region apart": "{own}{bare} (region)",
        "epci apart": "{own}{bare} intercommunality",
    },
    "the": {
        "any": "{own}{bare}",
        "region apart": "the region of {own}{bare}",
        "epci apart": "the {own}{bare} intercommunality",
    },
    "The": {
        "any": "{own}{bare}",
        "region apart": "The region of {own}{bare}",
        "epci apart": "The {own}{bare} intercommunality",
    },
    "name": {"any": "{own}{bare}"},
    "full": {"epci": "the {own}{bare} intercommunality ({form})"},
}
#: What tells two EPCI of one name apart.
WITHIN = "{name} ({within})"
#: How an apostrophe is written.
APOSTROPHE = "'"
#: Words before a name, by its article: English has none.
TIES: Mapping[str, Mapping[str, str]] = {}
#: Articles that the lists of INSEE do not give.
ARTICLES: Mapping[str, str] = {}
#: Preposition of where something is, by place: English has one for all.
IN: Mapping[str, str] = {}
