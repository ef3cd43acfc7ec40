"""Sentences of the portrait of any intercommunality, in French.

A place is the subject by ``{place:court}``, without its legal form where it can do without, and
stands after *de* and *dans* by ``{place:de court}`` and ``{place:dans court}``. What it is compared
with is said with its preposition: *dans l’ensemble du Gard*, *en France*. No participle or
adjective agrees with the name of a place, whose gender is not known.
"""

from __future__ import annotations

from collections.abc import Mapping

#: What is measured, as the subject of a sentence: key of an indicator without its years.
_MEASURED: Mapping[str, str] = {
    "share_65_plus": "la part des habitants de 65 ans ou plus",
    "ageing_index": "le nombre de personnes de 65 ans ou plus pour 100 personnes de moins de 20 "
    "ans",
    "retired": "la part des retraités parmi les habitants de 15 ans ou plus",
    "one_person": "la part des ménages d’une personne",
    "lone_parent": "la part des ménages d’un seul parent avec enfants",
    "growth": "l’évolution du nombre d’habitants",
    "migratory_balance": "le solde migratoire apparent annuel",
    "jobs_per_worker": "le nombre d’emplois pour 100 actifs occupés résidents",
    "industry_jobs": "la part de l’industrie dans l’emploi total",
    "large_establishments_jobs": "la part des établissements de 100 salariés ou plus dans "
    "l’emploi salarié",
    "unemployed": "le taux de chômage des 15 à 64 ans, au sens du recensement,",
    "youth_unemployed": "le taux de chômage des 15 à 24 ans, au sens du recensement,",
    "median_income": "le niveau de vie médian annuel",
    "poverty_rate": "le taux de pauvreté",
    "d9_d1": "le rapport entre le niveau de vie plancher du dixième le plus aisé et le niveau de "
    "vie plafond du dixième le plus modeste (D9/D1)",
    "below_bac": "la part des non-bacheliers parmi les personnes non scolarisées de 15 ans ou plus",
    "higher_education": "la part des diplômés du supérieur parmi les personnes non scolarisées de "
    "15 ans ou plus",
    "neet": "la part des jeunes de 15 à 24 ans ni en emploi, ni en formation",
    "gp": "l’accessibilité aux médecins généralistes, en consultations par an et par habitant "
    "(APL),",
    "underserved": "la part des habitants qui vivent dans une commune peu dotée en médecins "
    "généralistes (moins de 2,5 consultations par an et par habitant)",
    "nurse": "le nombre d’infirmiers accessibles, en équivalents temps plein pour 100\u202f000 "
    "habitants,",
    "dentist": "le nombre de chirurgiens-dentistes accessibles, en équivalents temps plein pour "
    "100\u202f000 habitants,",
    "plan_people_pct": "la part des habitants qui vivent dans une commune couverte par un plan de "
    "prévention des risques naturels",
    "floods_per_commune": "le nombre moyen d’inondations reconnues catastrophes naturelles par "
    "commune",
    "fires_per_100_km2": "le nombre annuel de feux de forêt pour 100 km² de territoire",
    "land_taken_pct": "la part de la surface prélevée sur les espaces naturels, agricoles et "
    "forestiers",
    "vacant_census": "la part des logements vacants au recensement",
    "vacant_pct": "la part des logements vacants dans le parc privé",
    "vacant_2y_pct": "la part des logements vacants depuis plus de deux ans dans le parc privé",
    "house_price": "le prix moyen au mètre carré des logements vendus",
}
#: Those that are feminine: of what is measured, all that begin with an elided article are.
_FEMININE = {key for key, said in _MEASURED.items() if said.startswith(("la ", "l’"))}
#: Those of a period of several years, where others are of a year or of a census.
_OVER = {
    *("growth", "migratory_balance", "floods_per_commune", "fires_per_100_km2"),
    "land_taken_pct",
}
#: Whose change in percent is set beside those of other places.
_GROWN: Mapping[str, str] = {"private_jobs": "de l’emploi salarié privé"}
#: What has changed between two vintages.
_LEVELS = ("share_65_plus", "one_person", "below_bac", "gp", "vacant_census")
_CHANGED: Mapping[str, str] = {
    **{key: _MEASURED[key] for key in _LEVELS},
    "private_jobs": "l’emploi salarié privé",
}
#: By what intercommunalities are put in order.
_RANKED: Mapping[str, str] = {
    **{
        key: _MEASURED[key].rstrip(",")
        for key in (
            *("growth", "migratory_balance", "share_65_plus", "industry_jobs"),
            *("large_establishments_jobs", "jobs_per_worker", "unemployed", "median_income"),
            *("poverty_rate", "below_bac", "higher_education", "gp", "vacant_census"),
        )
    },
    "population": "le nombre d’habitants",
    "car_pct": "la part des actifs occupés qui vont travailler en voiture",
}
#: How a value stands beside those of two places, the near one and the country, which begins by a
#: vowel. What is higher, lower, level; of a change, which of two is the more favourable.
_BESIDE: Mapping[str, str] = {
    "alone": "",
    "near_higher": " ; {higher} que {near} ({near_value})",
    "near_lower": " ; {lower} que {near} ({near_value})",
    "near_level": " ; {level} que {near} ({near_value})",
    "far_higher": " ; {higher} qu’{far} ({far_value})",
    "far_lower": " ; {lower} qu’{far} ({far_value})",
    "far_level": " ; {level} qu’{far} ({far_value})",
    "higher_higher": " ; {higher} que {near} ({near_value}) et qu’{far} ({far_value})",
    "higher_lower": " ; {higher} que {near} ({near_value}), mais {less} qu’{far} ({far_value})",
    "higher_level": " ; {higher} que {near} ({near_value}), et {same} qu’{far} ({far_value})",
    "lower_higher": " ; {lower} que {near} ({near_value}), mais {more} qu’{far} ({far_value})",
    "lower_lower": " ; {lower} que {near} ({near_value}) et qu’{far} ({far_value})",
    "lower_level": " ; {lower} que {near} ({near_value}), et {same} qu’{far} ({far_value})",
    "level_higher": " ; {level} que {near} ({near_value}), et {more} qu’{far} ({far_value})",
    "level_lower": " ; {level} que {near} ({near_value}), et {less} qu’{far} ({far_value})",
    "level_level": " ; {level} que {near} ({near_value}) et qu’{far} ({far_value})",
}


def _compared(said: str, beside: str, *, feminine: bool, change: bool = False) -> str:
    """A comparison whose pronoun and adjective agree with what is measured."""
    adjective = "favorable" if change else "élevée" if feminine else "élevé"
    more, less = f"plus {adjective}", f"moins {adjective}"
    same = "à peu près la même" if feminine else "à peu près le même"
    begins = "elle est" if feminine else "il est"
    told = {"more": more, "less": less, "same": same}
    told |= {
        "higher": f"{begins} {more}",
        "lower": f"{begins} {less}",
        "level": f"{begins} {same}",
    }
    for name, words in told.items():
        beside = beside.replace(f"{{{name}}}", words)
    return f"{said[:1].upper()}{said[1:]}{beside}."


#: Births against deaths, arrivals against departures.
_NATURAL: Mapping[str, str] = {
    "gain": "les naissances ont dépassé les décès de {natural:.1f}",
    "loss": "les décès ont dépassé les naissances de {natural:.1f}",
    "even": "les naissances et les décès se sont à peu près équilibrés",
}
_MOVES: Mapping[str, str] = {
    "gain": "les arrivées ont dépassé les départs de {moves:.1f}",
    "loss": "les départs ont dépassé les arrivées de {moves:.1f}",
    "even": "les arrivées et les départs se sont à peu près équilibrés",
}

NAMES: Mapping[str, str] = {
    "field.france": "la France",
    "field.without_mayotte": "la France hors Mayotte",
    "field.without_guiana": "la France hors Guyane et Mayotte",
    "field.metropole": "la France métropolitaine",
    "field.metropole_without_cities": "la France métropolitaine hors Paris, Lyon et Marseille",
    "field.filosofi": "la France hors Guadeloupe, Guyane et Mayotte",
    "field.land_register": "la France métropolitaine hors Alsace et Moselle",
    "field.without_corsica": "la France hors Corse et Mayotte",
    "field.territory_at_hand": "les communes dont les lignes sont disponibles",
    "field.groups": "des groupes de communes seulement",
    "france_of.france": "en France",
    "france_of.without_mayotte": "en France hors Mayotte",
    "france_of.without_guiana": "en France hors Guyane et Mayotte",
    "france_of.metropole": "en France métropolitaine",
    "france_of.metropole_without_cities": "en France métropolitaine hors Paris, Lyon et Marseille",
    "france_of.filosofi": "en France métropolitaine",
    "france_of.land_register": "en France métropolitaine hors Alsace et Moselle",
    "france_of.without_corsica": "en France hors Corse et Mayotte",
    "france_of.territory_at_hand": "en France",
    "france_of.groups": "en France métropolitaine",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    **{
        f"portrait.{key}.{beside}": _compared(
            f"{said} est de {{here}} {'sur la période' if key in _OVER else 'en'} {{period}} "
            "{place:dans court}",
            end,
            feminine=key in _FEMININE,
            change=key == "growth",
        )
        for key, said in _MEASURED.items()
        for beside, end in _BESIDE.items()
    },
    **{
        f"portrait.{key}.{became}": f"{said[:1].upper()}{said[1:]} {end}."
        for key, said in _CHANGED.items()
        for became, end in {
            "rose": "a augmenté {place:dans court}, passant de {before} en {start} à {after} en "
            "{end}",
            "fell": "a diminué {place:dans court}, passant de {before} en {start} à {after} en "
            "{end}",
            "held": "est à peu près stable {place:dans court} : {after} en {end}, après {before} "
            "en "
            "{start}",
        }.items()
    },
    **{
        f"portrait.{key}.grown_{beside}": _compared(
            f"l’évolution {said} de {{start:d}} à {{end:d}} est de {{here:+.1f%}} "
            f"{{place:dans court}}",
            end.replace("_value}", "_value:+.1f%}"),
            feminine=True,
            change=True,
        )
        for key, said in _GROWN.items()
        for beside, end in _BESIDE.items()
    },
    **{
        f"portrait.{key}.rank": f"Pour {said} ({{period}}), {{place:court}} se classe au rang "
        "{first} sur {of} EPCI, du plus élevé au plus faible ({here})."
        for key, said in _RANKED.items()
    },
    **{
        f"portrait.{key}.ranks": f"Pour {said} ({{period}}), {{place:court}} se classe entre les "
        "rangs {first} et {last} sur {of} EPCI, du plus élevé au plus faible ({here}) : les écarts "
        "entre ces rangs ne sont pas significatifs."
        for key, said in _RANKED.items()
    },
    **{
        f"portrait.balance.{natural}_{moves}": "De {start:d} à {end:d}, {place:dans court}, par "
        "an et "
        f"pour 1\u202f000 habitants, {said}, et {moved}."
        for natural, said in _NATURAL.items()
        for moves, moved in _MOVES.items()
    },
    "portrait.year": "{year:d}",
    "portrait.span": "{start:d}–{end:d}",
    "portrait.its_departement": "dans l’ensemble {name:de}",
    "portrait.most_departement": "dans le département de la plupart des communes, {name:le}",
    "portrait.first_departement": "dans le département qui compte le plus de communes du "
    "territoire, {name:le}",
    "portrait.its_zone": "dans la zone d’emploi « {name} »",
    "portrait.largest_zone": "dans la principale zone d’emploi du territoire, « {name} »",
    # Around the text.
    "portrait.caption": {
        "one": "{n} phrase ; chacun de ses nombres est dans les données.",
        "other": "{n} phrases ; chacun de leurs nombres est dans les données.",
    },
    "portrait.unsaid": "Ce qui n’a pas pu être dit ({n})",
    "portrait.nothing": "Rien n’est dit.",
    # Perimeters.
    "portrait.size": {
        "one": "{place:Le} compte {n} commune et {people} habitants en {year:d}.",
        "other": "{place:Le} compte {n} communes et {people} habitants en {year:d}.",
    },
    "portrait.largest": "La commune la plus peuplée {place:de court}, {name}, compte {people} "
    "habitants, "
    "soit {share:.0f%} de l’ensemble.",
    "portrait.two_largest": "Les deux communes les plus peuplées {place:de court}, {name} et "
    "{other}, "
    "ont à peu près autant d’habitants ({people} et {other_people}).",
    "portrait.departement": {
        "one": "La commune {place:de court} est dans le département {name:de}, en région "
        "{region:nom}.",
        "other": "Toutes les communes {place:de court} sont dans le département {name:de}, en "
        "région "
        "{region:nom}.",
    },
    "portrait.straddles": "{place:Court} s’étend sur {departements} départements ({names}), en "
    "région "
    "{region:nom} ; la comparaison se fait avec {name:le}, où se trouvent {count} des {of} "
    "communes.",
    "portrait.straddles_regions": "{place:Court} s’étend sur {departements} départements "
    "({names}) et "
    "sur plusieurs régions ({regions:, |nom}) ; la comparaison se fait avec {name:le}, où se "
    "trouvent "
    "{count} des {of} communes.",
    "portrait.one_zone": {
        "one": "La commune {place:de court} est dans la zone d’emploi « {zone} ».",
        "other": "Les {n} communes {place:de court} sont toutes dans la zone d’emploi « {zone} ».",
    },
    "portrait.zones": "Les communes {place:de court} se répartissent entre {zones} zones d’emploi "
    "; la "
    "plus grande partie des habitants vit dans celle de « {zone} », avec {count} des {of} "
    "communes.",
    "portrait.labelled": "{place:Court} figure parmi les membres d’un Territoire d’industrie en "
    "2018 "
    "({names: et }) et en 2023 ({later: et }).",
    "portrait.labelled_2018": "{place:Court} figure parmi les membres d’un Territoire d’industrie "
    "en "
    "2018 ({names: et }), mais plus en 2023.",
    "portrait.labelled_2023": "{place:Court} figure parmi les membres d’un Territoire d’industrie "
    "en "
    "2023 ({names: et }), mais pas encore en 2018.",
    "portrait.unlabelled": "{place:Court} ne figure parmi les membres d’aucun Territoire "
    "d’industrie, "
    "ni en 2018 ni en 2023.",
    # Population.
    "portrait.people": "En {year:d}, {place:court} compte {people} habitants.",
    "portrait.people.rose": "Sur ses communes de 2023, {place:court} comptait {before} habitants "
    "en "
    "{start:d}, et en compte davantage en {end:d} : {after}.",
    "portrait.people.fell": "Sur ses communes de 2023, {place:court} comptait {before} habitants "
    "en "
    "{start:d}, et en compte moins en {end:d} : {after}.",
    "portrait.people.held": "Sur ses communes de 2023, {place:court} comptait {before} habitants "
    "en "
    "{start:d}, et en compte à peu près autant en {end:d} : {after}.",
    "portrait.grown.rose": "De {start:d} à {end:d}, la population {place:de court} a augmenté de "
    "{pct:.1f%}.",
    "portrait.grown.fell": "De {start:d} à {end:d}, la population {place:de court} a diminué de "
    "{pct:.1f%}.",
    "portrait.grown.held": "De {start:d} à {end:d}, la population {place:de court} est restée à "
    "peu près "
    "stable.",
    # Communes that are counted.
    **{
        f"portrait.masked.{key}": f"En {{period}}, {_MEASURED[key]} est masqué, au titre du "
        "secret statistique, dans {n} des {of} communes {place:de court}."
        for key in ("median_income", "poverty_rate")
    },
    "portrait.underserved_communes": "En {period}, l’accessibilité aux médecins généralistes est "
    "inférieure à {threshold:.1f} consultations par an et par habitant dans {n} des {of} communes "
    "{place:de court}.",
    "portrait.planned": {
        "one": "En {period}, {n} des {of} communes {place:de court} est couverte par un plan de "
        "prévention des risques naturels.",
        "other": "En {period}, {n} des {of} communes {place:de court} sont couvertes par un plan "
        "de "
        "prévention des risques naturels.",
    },
    "portrait.underserved_communes.none": "En {period}, dans aucune commune {place:de court} "
    "l’accessibilité aux médecins généralistes n’est inférieure à {threshold:.1f} consultations "
    "par an et par habitant.",
    "portrait.underserved_communes.all": "En {period}, l’accessibilité aux médecins généralistes "
    "est inférieure à {threshold:.1f} consultations par an et par habitant dans chacune des {of} "
    "communes {place:de court}.",
    "portrait.planned.none": "En {period}, aucune commune {place:de court} n’est couverte par un "
    "plan de "
    "prévention des risques naturels.",
    "portrait.planned.all": "En {period}, chacune des {of} communes {place:de court} est couverte "
    "par un "
    "plan de prévention des risques naturels.",
    # Sources.
    "portrait.rests": "Les phrases sur {place:court} reposent sur {facts} nombres, tirés de "
    "{files} "
    "fichiers sources de {publishers} producteurs, pour des années allant de {first:d} à {last:d}.",
    "portrait.refusals": {
        "one": "{said} phrases ont été écrites sur {place:court}, et {n} n’a pas pu l’être.",
        "other": "{said} phrases ont été écrites sur {place:court}, et {n} n’ont pas pu l’être.",
    },
    # What is not said.
    "portrait.refused.secret": "{what} : la somme est impossible, car la valeur est masquée dans "
    "{count} des {of} communes ({file}).",
    "portrait.refused.elsewhere": "{what} : le fichier disponible n’a aucune commune de ce "
    "territoire ({file}).",
    "portrait.refused.missing": "{what} : pas de valeur, car il en manque pour {count} des {of} "
    "communes ({file}).",
    "portrait.refused.secret_in": "{what} : valeur masquée dans {count} des {of} communes ; celle "
    "qui est donnée porte sur les autres.",
    "portrait.refused.missing_in": "{what} : valeur manquante dans {count} des {of} communes ; "
    "celle qui est donnée porte sur les autres.",
    "portrait.refused.nothing": "{what} : le total dont ce serait une part est nul ({file}).",
    "portrait.refused.field": "{what} : les fichiers couvrent {field}, et pas ce territoire.",
    "portrait.refused.unlisted": "{what} : pas de valeur, car le fichier n’est pas disponible "
    "({file}).",
    "portrait.refused.unpublished": "{what} : le fichier disponible n’a pas de valeur de cet EPCI "
    "({file}).",
    "portrait.refused.uncompared": "{what} : pas de comparaison, faute de valeur {other}.",
    "portrait.refused.unsure": "{what} : pas de comparaison à un autre nombre, car l’erreur de "
    "l’échantillon n’est pas connue.",
    "portrait.refused.size": "Le nombre de personnes par ménage : pas de valeur, car son fichier "
    "n’est pas disponible (INSEE, Couples, familles, ménages).",
    "portrait.refused.few": "{what} : pas de rang parmi les EPCI, car moins de {floor} sont "
    "comptés.",
    "portrait.refused.uncounted": "Habitants, {year:d} : pas de valeur, car il en manque pour "
    "{count} des {of} communes.",
    "portrait.refused.side": "{what} : les habitants d’un des deux côtés ne sont pas connus.",
}
