"""Words of figures, maps and tables in French: descriptions, legends, what is beside them."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    # What is counted, by its code.
    "count.actor": {"one": "{n} acteur", "other": "{n} acteurs"},
    "count.area": {"one": "{n} zone", "other": "{n} zones"},
    "count.category": {"one": "{n} catégorie", "other": "{n} catégories"},
    "count.commune": {"one": "{n} commune", "other": "{n} communes"},
    "count.instrument": {"one": "{n} instrument", "other": "{n} instruments"},
    "count.period": {"one": "{n} période", "other": "{n} périodes"},
    "count.place": {"one": "{n} lieu", "other": "{n} lieux"},
    "count.relation": {"one": "{n} relation", "other": "{n} relations"},
    "count.row": {"one": "{n} ligne", "other": "{n} lignes"},
    "count.territory": {"one": "{n} territoire", "other": "{n} territoires"},
    # Around an exhibit.
    "exhibit.data": "Télécharger les données (CSV)",
    "exhibit.licence": "montré sous CC BY 4.0 ; données sous les licences de leurs sources",
    "exhibit.declared": "{label} ({measure}, édition {vintage}). {counts}",
    "exhibit.source": " Source : ",
    "exhibit.rests": {
        "one": "Repose sur {n} fichier brut",
        "other": "Repose sur {n} fichiers bruts",
    },
    "exhibit.rests_at_most": {
        "one": "Repose sur {n} fichier brut au plus",
        "other": "Repose sur {n} fichiers bruts au plus",
    },
    "exhibit.rests_typed": "Repose sur ce qui a été transcrit de l’étude",
    "exhibit.interactive": "Interactif",
    "exhibit.static": "Fixe",
    # Beside what an exhibit offers.
    "offered.about": "Unités et sources (JSON)",
    "offered.build": "Construction du livre",
    "offered.package": "Les données de chaque figure, carte et tableau du livre, telles que mo"
    "ntrées, avec l’unité de chaque colonne et ce qui a été lu pour les faire.",
    "offered.png": "PNG",
    "offered.svg": "SVG",
    "offered.typed": "Transcrit de textes : {file}",
    "offered.whole": "Chaque cellule de chaque tableau, une par ligne",
    # Descriptions.
    "describe.and": "{items} et {last}",
    "describe.bar": "{name} {value}",
    "describe.bars": "{name} : {bars}",
    "describe.category": "{name}, {places}",
    "describe.label": "{label} : {parts: ; }",
    "describe.line": "{name}, de {first} en {start} à {last} en {end}",
    "describe.masked": "{places} sous secret",
    "describe.more": "et {n} de plus, dans les données",
    "describe.none": "{label} : aucune valeur publiée",
    "describe.not_published": "{what} : non publié",
    "describe.panels": "{label}. {panels:. }",
    "describe.range": "{label}, de {low} à {high}, médiane {median}",
    "describe.same": "{label} {value}",
    "describe.table": "Tableau de {rows} : {columns}",
    "describe.value": "{value} pour {where}",
    # Charts.
    "chart.absent": "n. d.",
    "chart.absent_of": "n. d. : {series}",
    "chart.balances": "Barres des soldes naturel et migratoire par période. Total : {areas:. }",
    "chart.bars": "Diagramme en barres. {said}",
    "chart.lines": "Courbes. {said}",
    "chart.mean": "Moyenne pondérée",
    "chart.range": "{name} {value} (de {low} à {high})",
    "chart.ranges": "Points sur des intervalles. {label} : {said: ; }",
    "chart.scatter": "Nuage de points de {places}. {measures:. }.",
    "chart.slope": "Diagramme de pentes de {places}, de {first} à {last} : {up} en hausse, {down} "
    "en baisse. {said}",
    "chart.strip": "Bande de points. {label} : {zones:. }",
    "chart.strip_zone": "{zone} en {year}",
    "chart.with_unit": "{label} ({unit})",
    "balance.migratory": "Solde migratoire",
    "balance.natural": "Solde naturel",
    "balance.rate": "Taux annuel",
    "balance.total": "Total",
    # Compasses.
    "compass.circles": " Les cercles sont à {half} et {whole}.",
    "compass.east": "E",
    "compass.gap": "Écart, comme attendu",
    "compass.interval": "Le plus large, intervalle à 95 %",
    "compass.north": "N",
    "compass.other_way": "Écart, en sens inverse",
    "compass.peak": "{where} pour {n}",
    "compass.said": "{n} boussoles. {label} : le plus large vers {peaks} ; le plus large de tous "
    "est {most:.1f} pour {top}, vers {towards}",
    "compass.south": "S",
    "compass.west": "O",
    # Lives.
    "lives.after": "de {start} à après {seen:d}",
    "lives.alive": "depuis {start}",
    "lives.alive_decade": "depuis les {start}",
    "lives.at_work": "en activité en {year:d}",
    "lives.decade": "années {year:d}",
    "lives.end_unknown": "{start}, fin non donnée",
    "lives.ended": "terminé",
    "lives.grant": "une subvention",
    "lives.group": "{group} {n}",
    "lives.led": "{before} mène à {after}",
    "lives.named": "{name}, {years}",
    "lives.none_led": "Aucun ne mène à un autre",
    "lives.said": "Vies de {lives} de {start:d} à {until:d}, dont {alive} en activité en "
    "{until:d}. Par groupe : {groups: ; }. {led: ; }",
    "lives.span": "{name} ({years})",
    "lives.undated": "date non donnée",
    "lives.years": "{start}–{end:d}",
    # Networks.
    "network.actors.actor": "Acteurs",
    "network.count": "{name} {n}",
    "network.said": "Réseau de {actors} et {relations}. {head} : {groups}. Relations : {kinds}. "
    "Les plus liés : {top}",
    # Units of columns, by the ending of their names.
    "measure.ha": "ha",
    "measure.km": "km",
    "measure.km2": "km²",
    "measure.pct": "%",
    "measure.per_1000": "pour 1 000 habitants",
    "measure.per_10000": "pour 10 000 habitants",
    # Strips.
    "strips.place": "{rank} sur {of}, milieu {median}",
    "strips.said": "Bandes de points, un par territoire. {strips:. }",
    "strips.told": "{label} : {here}, numéro {rank} sur {of} à partir du plus élevé, celui du "
    "milieu {median}",
    "strips.value": "{value}",
    # Timelines.
    "timeline.all": "tous sont dessinés",
    "timeline.before": "{n} avant {year:d} ne sont pas dessinés",
    "timeline.count": "{name} {n}",
    "timeline.events": "{n} événements : {kinds}",
    "timeline.kind": "{name} ({n})",
    "timeline.said": "Frise. {events}. Par période : {periods} ; {drawn}",
    # Triangles of periods.
    "triangle.end": "Dernière année",
    "triangle.from": "De",
    "triangle.said": "{label}, sur chacune de {n} périodes : au-dessus de zéro dans {above} ; de "
    "{low} ({low_start:d}–{low_end:d}) à {high} ({high_start:d}–{high_end:d})",
    "triangle.same": "Choisissez deux années différentes.",
    "triangle.start": "Première année",
    "triangle.to": "à",
    # Maps.
    "legend.between": "de {low} à {high}",
    "legend.count": "{label} (n = {counts})",
    "legend.missing": "non publié",
    "legend.no_outline": "sans contour : {places}",
    "legend.over": "{limit} et plus",
    "legend.secret": "secret",
    "legend.secret_why": "masqué par le secret statistique",
    "legend.under": "moins de {limit}",
    "map.interactive": "Carte interactive : {label}",
    "map.layers": "Couche",
    "map.locator": "Carte de {places} en France, {others} en bleu clair et un en orange : {name}",
    "map.metropole": "France métropolitaine",
    "map.others.territory": "les autres territoires",
    "map.path": "Carte du chemin de {label}, de {first} à {last} : {n} points, le dernier à "
    "{moved:.1f km} du premier, direction {towards}",
    "map.said": "Carte de {places}. {said}",
}
