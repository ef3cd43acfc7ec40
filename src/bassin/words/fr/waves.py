"""The waves of reconversion and the jobs of industry, in French: sentences and names."""

from __future__ import annotations

from collections.abc import Mapping

#: Over several windows of years: begins two findings.
_WINDOWS = (
    "Entre deux des années {years:, |d} et {last:d}, quelles qu’elles soient, l’évolution de "
    "l’emploi salarié privé de l’industrie est comprise entre {zone_low:+.1f} et {zone_high:+.1f%} "
    "dans la zone d’emploi, entre {france_low:+.1f} et {france_high:+.1f%} en France ; la zone est "
    "devant dans {ahead} périodes sur {windows}."
)

SENTENCES: Mapping[str, str] = {
    "waves.said": "{parts: }",
    "waves.windows": "{windows}",
    # Dates of the events.
    "waves.year": "{year:d}",
    "waves.decade": "années {year:d}",
    "waves.about": "vers {year:d}",
    "waves.century": "{century:R}e siècle",
    "waves.period": "{year:d}–{end}",
    # Mines, silk.
    "waves-closing-years": "Une note compte encore {left:.0f} puits sur {before:.0f} au début des "
    "années 1970 : les autres ferment donc avant. Elle ferme le dernier en {last:d}. Aucun passage "
    "ne donne l’année de la première fermeture.",
    "waves-pits-last": "Une note du même chapitre ferme {later} puits sur {pits} après {after:d}, "
    "le dernier en {last:d}.",
    "waves-destroyed": "De {first:d} à {last:d}, les mineurs passent de {before:,.0f} à "
    "{after:,.0f}, d’après la note de la ligne 245 : {fewer:,.0f} de moins.",
    "waves-not-made-up": "{created} emplois créés pour {destroyed} détruits : {share:.0f%}.",
    "waves-pits-4": "La note nomme {pits} puits, fermés en {years:, |d}.",
    "waves.heights_told": "Les lignes {lines} mettent {told: et }.",
    "waves.height_of_trade": "{trade} {height}",
    "waves.heights_unopposed": "Aucun autre passage ne dit le contraire.",
    "waves.altitude": "{town} {metres:.0f} m",
    "waves.coal_above_silk": "Altitude moyenne de la commune : {towns}. Sur {pairs} paires formées "
    "d’une ville du charbon et d’une ville de la soie, celle du charbon est la plus haute dans "
    "{higher} ; à mi-hauteur entre le point le plus bas et le plus haut, dans {halfway}.",
    # The waves.
    "waves-count": "Les lignes {first:d} et {last:d} appellent troisième celle qui court depuis "
    "{since:d}.",
    "waves-wave-1": "Sur {firms} ouvertures d’entreprises industrielles que le chapitre date de "
    "{sixties:d} à {before:d}, {early} sont celles de grands groupes, {earlier} avant {start:d}. "
    "Sur les {second} de {second_start:d} à {second_end:d}, on en compte {late}. Aucun registre ne "
    "dit si les entreprises nommées représentent les autres.",
    "waves.none": "aucune",
    "waves.one_or_more": "une ou plusieurs",
    "waves-wave-2": "Sur {told} entreprises que ce passage date, {inside} ont ouvert en "
    "{start:d}-{end:d}.",
    "waves.older": "Plus tôt : {firms: et }.",
    "waves.firm_of_year": "{firm} ({year:d})",
    "waves-plants-decades": "La ligne {line:d} fait venir SNR à partir de {year:d} ; sur {groups} "
    "ouvertures par des groupes, aucune n’est datée d’avant.",
    "waves-plants-1960s": "Nulle part ailleurs une usine n’est datée d’avant {first:d} : les "
    "lignes 58 et 231 disent les années 1970 et 1980, la ligne 809 à partir de 1970, après un "
    "rapport de 1972 qui n’avait vu aucune entreprise nouvelle. La période donnée s’entend "
    "peut-être au sens large.",
    "waves-tamaris-sector": "Les lignes 390-391 font de Tamaris une fonderie ({sector}). Un mot "
    "s’est peut-être perdu : dans la chimie et la métallurgie.",
    # Jobs of industry.
    "waves.since_2019": _WINDOWS,
    "waves-contained": "{windows} D’après la figure 1.1, celui de l’agglomération évolue de "
    "{before:+.1f%} par an en 2008-2013 et de {after:+.1f%} en 2013-2022.",
    "waves-resists": "{windows} Depuis {first:d}, la première moitié de l’énoncé, qui le dit se "
    "maintenir ici, {here} ; la seconde, qui le dit baisser ailleurs, {elsewhere}. Aucun fichier "
    "disponible ne donne l’industrie de chaque lieu avant cette date.",
    "waves.stands": "tient",
    "waves.fails": "ne tient pas",
    "waves.own_file": "{value:,.0f} dans le fichier de l’Urssaf par commune et activité.",
    "waves.later_revision": "{jobs:,.0f} dans une révision ultérieure des totaux de l’Urssaf, soit "
    "{gap:+.1f%}.",
    "waves.share": "{industry} sur {total} font {share:.2f%}.",
    "waves.change": "De {start} à {end}, l’évolution est de {change:+.2f%}.",
    "waves.change_origin": "L’évolution donnée partirait de {base:,.0f} emplois ; la révision "
    "ultérieure en compte {near:,.0f} en {year:d}.",
    "waves.decimals_dropped": "Les décimales ont été tronquées, et non arrondies.",
    "waves-fall-2008": "D’après les nombres de l’étude, {change:.1f%}, et {total:.1f%} pour "
    "l’ensemble de l’emploi salarié privé.",
    "waves-slower-2013": "D’après les nombres de l’étude, {before:+.1f%} par an en 2008-2013, "
    "{after:+.1f%} en 2013-2022.",
    "waves.share_of_area": "{share:.2f%} en 2022 d’après une révision ultérieure : {area}.",
    "waves-share-same": "{own:.1f%} d’après l’étude. Écarts en points : {region:+.1f} avec la "
    "région, {france:+.1f} avec la France.",
    "waves-toulouse-lr": "L’industrie occupe {toulouse:.1f%} de l’emploi salarié privé dans la "
    "zone d’emploi de Toulouse en {year:d} et {pyrenees:.1f%} dans celles de l’ancienne région "
    "Midi-Pyrénées, {languedoc:.1f%} dans les {zones} de l’ancienne région Languedoc-Roussillon, "
    "{france:.1f%} en France.",
    "waves.rows_add_up": "Les {rows} lignes ont pour somme {total}.",
    "waves-jobs-twice": "{fabric} ici, {series} dans la figure 1.1.",
    "waves-diverse": "Ses emplois industriels sont répartis comme ils le seraient entre {own:.1f} "
    "industries de même taille, contre {median:.1f} dans la zone d’emploi médiane : rang {place} "
    "sur {zones}.",
}

NAMES: Mapping[str, str] = {
    "wave_before": "Avant les vagues",
    "wave_first": "Première vague",
    "wave_second": "Deuxième vague",
    "wave_third": "Troisième vague",
    "all_waves": "Total",
    "trade_silk": "la soie",
    "trade_coal": "le charbon",
    "height_low": "en bas",
    "height_high": "en haut",
    # What became of jobs, and whether they are added.
    "jobs_created": "créés",
    "jobs_destroyed": "détruits",
    "jobs_present": "présents",
    "added_yes": "oui",
    "added_no": "non",
    # Jobs of figure 1.1, and how a change compares with its row.
    "jobs_industry": "Industrie",
    "jobs_total": "Ensemble de l’emploi salarié privé",
    "jobs_revised": "Urssaf, révision ultérieure",
    "jobs_printed": "Donnés par l’étude",
    "change_follows": "en découle",
    "change_cut": "tronquée, non arrondie",
    "change_wrong": "n’en découle pas",
    # What an event is about.
    "sector_building_materials": "matériaux de construction",
    "sector_chemicals": "chimie",
    "sector_culture": "culture",
    "sector_electrical_equipment": "équipements électriques",
    "sector_energy": "énergie",
    "sector_food": "agroalimentaire",
    "sector_health_equipment": "équipements de santé",
    "sector_mechanics_vehicles": "mécanique et véhicules",
    "sector_metals_machinery": "métallurgie et machines",
    "sector_mining": "mines",
    "sector_public_action": "action publique",
    "sector_services": "services",
    "sector_several": "plusieurs secteurs",
    "sector_textile_leather": "textile et cuir",
    "sector_training": "formation",
    # Industries of figure 1.2.
    "fabric_food": "Agroalimentaire",
    "fabric_chemicals": "Chimie",
    "fabric_machinery": "Machines et équipements",
    "fabric_metals": "Métallurgie et produits métalliques",
    "fabric_furniture_repair": "Meubles et industries diverses, réparation et installation",
    "fabric_electrical": "Équipements électriques",
    "fabric_mining": "Industries extractives",
    "fabric_other": "Autres industries",
    "fabric_total": "Total",
}
