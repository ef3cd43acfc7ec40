"""What the chapter on access to care says."""

from __future__ import annotations

from bassin.indicators.stats import ROUNDING_OF_TENTHS, direction
from bassin.places.lines import HILLS, PLAIN
from bassin.places.territory import AWAY, FACING, FRANCE, parted
from bassin.read.ars import COMPLEMENTARY, PRIORITY
from bassin.topics.facts import Facts, at_hand, of_those_there
from bassin.topics.gathered import Topics
from bassin.topics.health import care_facts
from bassin.topics.health.access import (
    ALL_DOCTORS,
    COMMON_FIELD,
    DOCTORS_UNDER_65,
    EDITIONS,
    GP,
    GP_UNDER_65,
    OTHERS,
    RECENT_EDITIONS,
)
from bassin.topics.health.mines import by_mines
from bassin.topics.named import ALES, LA_GRAND_COMBE

#: The latest edition of the index, the one before, and the last the study could read.
LATEST, BEFORE, EARLY = 2023, 2022, 2018
#: How the keys of a column of the index begin.
COLUMNS = {"": ALL_DOCTORS, "young_": DOCTORS_UNDER_65}
#: Directions that "north and west" may face, from due west to due north, in degrees.
BEARINGS = range(270, 361, 15)
#: First count of professionals, and those it is compared with.
FIRST_COUNT, LATE_COUNTS = 2009, (2018, 2019)


def facts(study: Topics) -> Facts:
    """Facts of the chapter; those of communes, lines and roads that a place lacks are left out."""
    return at_hand(
        study,
        _of_communes,
        _under_the_threshold,
        _communes_under,
        _against_the_country,
        _of_the_sides,
        _that_hang_on_the_line,
        _near_the_mines,
        _professionals,
        _other_professions,
        _physiotherapists,
        _what_relieves,
        care_facts.facts,
    )


def _of_communes(study: Topics) -> Facts:
    """The index in two communes, and where it is lowest."""
    table = study.health.by_commune(GP, EDITIONS)
    named = {"ales_apl": ALES, "grand_combe_apl": LA_GRAND_COMBE}
    before = {f"{key}_{BEFORE}": code for key, code in named.items()}
    return {
        **of_those_there(table[str(LATEST)], ".2f", **named),
        **of_those_there(table[str(BEFORE)], ".2f", **before),
        "lowest": str(table.sort_values(str(LATEST))["name"].iloc[0]),
    }


def _under_the_threshold(study: Topics) -> Facts:
    """Inhabitants of underserved communes, here, in the country and in the region."""
    low, region = study.health.shortage(EDITIONS), study.territory.in_region
    every, young = low.loc[ALL_DOCTORS], low.loc[(DOCTORS_UNDER_65, LATEST)]
    now = every.loc[LATEST]
    in_region = {
        key: study.health.share_under(column, [LATEST]).at[LATEST, region]
        for key, column in (("under", GP), ("young", GP_UNDER_65))
    }
    return {
        "under_2023": int(now["communes"]),
        "people_2023": int(now["inhabitants"]),
        "people_2023_pct": (now["inhabitants_pct"], ".1f", "%"),
        "people_2022_pct": (every.at[BEFORE, "inhabitants_pct"], ".1f", "%"),
        "under_country_pct": (now["country_pct"], ".1f", "%"),
        "under_france_pct": (study.health.share_under(GP, [LATEST]).at[LATEST, FRANCE], ".1f", "%"),
        "young_2023_pct": (young["inhabitants_pct"], ".1f", "%"),
        "young_country_pct": (young["country_pct"], ".1f", "%"),
        "under_less": int((low["inhabitants_pct"] < low["country_pct"]).sum()),
        "under_of": len(low),
        **{f"{key}_region_pct": (share, ".1f", "%") for key, share in in_region.items()},
    }


def _communes_under(study: Topics) -> Facts:
    """Share of the communes that are underserved; a comparison counts from one commune on."""
    low = study.health.shortage(EDITIONS)
    own, their = low["communes_pct"], low["country_communes_pct"]
    one = 100 / len(study.territory.codes)
    return {
        "communes_2023_pct": (own[ALL_DOCTORS, LATEST], ".0f", "%"),
        "country_communes_2023_pct": (their[ALL_DOCTORS, LATEST], ".0f", "%"),
        "france_communes_2023_pct": (
            study.health.communes_under(GP, [LATEST]).at[LATEST, FRANCE],
            ".0f",
            "%",
        ),
        "young_communes_2023_pct": (own[DOCTORS_UNDER_65, LATEST], ".0f", "%"),
        "young_country_communes_2023_pct": (their[DOCTORS_UNDER_65, LATEST], ".0f", "%"),
        "communes_more": int((own - their > one).sum()),
    }


def _against_the_country(study: Topics) -> Facts:
    """Means of the territory, and how far they are from those of the country."""
    means = study.health.both_columns(EDITIONS)
    own = means[study.territory.here]
    field, whole = ((own / means[place] - 1) * 100 for place in (COMMON_FIELD, FRANCE))
    found: dict[str, object] = {}
    for start, who in COLUMNS.items():
        for year in EDITIONS:
            found[f"{start}apl_{year}"] = (own[who, year], ".2f")
            found[f"{start}gap_{year}"] = (field[who, year], "+.0f", "%")
        for year in RECENT_EDITIONS:
            found[f"{start}france_{year}"] = (means.at[(who, year), FRANCE], ".2f")
            found[f"{start}whole_{year}"] = (whole[who, year], "+.0f", "%")
    return found


def _of_the_sides(study: Topics) -> Facts:
    """Means of the sides, and what the places left out would have needed."""
    health = study.health
    means = health.both_sides(EDITIONS)
    columns = {"north": FACING, "south": AWAY, "field": "country"}
    if not parted(health.zones):
        return {}
    south = means.at[(ALL_DOCTORS, EARLY), AWAY]
    return {
        **{
            f"{start}{key}_{year}": (means.at[(who, year), column], ".2f")
            for start, who in COLUMNS.items()
            for key, column in columns.items()
            for year in EDITIONS
        },
        "needed_2018": (health.break_even(south, EARLY), ".1f"),
        "left_out_2022": (health.left_out(BEFORE), ".1f"),
    }


def _that_hang_on_the_line(study: Topics) -> Facts:
    """Straight lines by which the other side is above the country, or level with it."""
    sides = {float(bearing): study.territory.sides(bearing) for bearing in BEARINGS}
    table = study.health.by_bearing(GP, EDITIONS, sides)
    away = table.set_index(["year", "bearing"])["away"].unstack("year")
    country = study.health.by_area(GP, EDITIONS)[COMMON_FIELD]
    ways = {
        year: [
            direction(gap, 0, ROUNDING_OF_TENTHS) for gap in (away[year] - country[year]).dropna()
        ]
        for year in EDITIONS
    }
    return {
        **{f"south_above_{year}": ways[year].count(1) for year in EDITIONS},
        **{f"south_level_{year}": ways[year].count(0) for year in EDITIONS},
        "lines_drawn": len(away),
    }


def _near_the_mines(study: Topics) -> Facts:
    """Means near the mines and far from them, where the territory has any."""
    doctors = by_mines(study, GP, EDITIONS)
    dentists = by_mines(study, "dentist", [LATEST])
    if doctors is None or dentists is None:
        return {}
    return {
        **{f"near_{year}": (doctors.at[year, HILLS], ".2f") for year in EDITIONS},
        **{f"far_{year}": (doctors.at[year, PLAIN], ".2f") for year in EDITIONS},
        "dentist_hills": (dentists.at[LATEST, HILLS], ".0f"),
        "dentist_plain": (dentists.at[LATEST, PLAIN], ".0f"),
    }


def _professionals(study: Topics) -> Facts:
    """Doctors and nurses with a practice, by year, and how their number changed."""
    health = study.health
    counts = health.counts()
    doctors, nurses = counts[GP], counts["nurse"]
    return {
        **{f"gp_{year}": int(n) for year, n in doctors.items()},
        **{f"nurse_{year}": int(n) for year, n in nurses.items()},
        **{
            f"gp_change_{year}": ((doctors[year] / doctors[FIRST_COUNT] - 1) * 100, "+.0f", "%")
            for year in LATE_COUNTS
        },
        **{
            f"gp_france_{year}": (health.national_change(GP, FIRST_COUNT, year), "+.0f", "%")
            for year in LATE_COUNTS
        },
        "n_communes": len(study.territory.codes),
    }


def _physiotherapists(study: Topics) -> Facts:
    """Access to physiotherapists where that of the communes of the file is 100: no Corsica."""
    told: dict[str, tuple[float, str]] = {}
    for year in (2022, 2023):
        key, selected = f"physiotherapist_{year}", study.health.selected
        access = selected.by_place(key)["value"].astype(float)
        index = 100 * access / float(selected.filed(key)["value"])
        told |= {
            f"physio_{year}": (index[study.territory.here], ".0f"),
            f"physio_gard_{year}": (index[study.territory.in_departement], ".0f"),
        }
    return told


def _other_professions(study: Topics) -> Facts:
    """The other indices, France being 100, and that of dentists on each side."""
    health, here = study.health, study.territory.here
    found: dict[str, tuple[float, str]] = {}
    for year in RECENT_EDITIONS:
        relative = health.beside_france(year)[here]
        dentists = health.by_zone("dentist", [year]).loc[year]
        found |= {f"{name}_{year}": (relative[name], ".0f") for name in OTHERS}
        for key, side in (("north", FACING), ("south", AWAY)):
            if side in dentists:
                found[f"dentist_{key}_{year}"] = (dentists[side], ".0f")
    return found


def _what_relieves(study: Topics) -> Facts:
    """Establishments of the miners' network, and the communes in each zone of aid."""
    health = study.health
    zones = health.zoning
    return {
        "filieris": len(health.filieris),
        "filieris_centres": len(health.health_centres),
        "filieris_communes": int(health.filieris["code"].nunique()),
        "zip": int((zones == PRIORITY).sum()),
        "zac": int((zones == COMPLEMENTARY).sum()),
        "unlisted": int(zones.isna().sum()),
    }
