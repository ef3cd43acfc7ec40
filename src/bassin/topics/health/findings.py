"""Checks of the sentences that the chapter on access to doctors draws from its files."""

from __future__ import annotations

from itertools import product

from bassin.indicators.stats import ROUNDING_OF_TENTHS
from bassin.places.lines import HILLS
from bassin.places.territory import AWAY, FACING, FRANCE
from bassin.topics.gathered import Topics
from bassin.topics.health.access import (
    ALL_DOCTORS,
    COMMON_FIELD,
    DOCTORS_UNDER_65,
    EDITIONS,
    GP,
)
from bassin.topics.health.care_facts import OFFICIAL
from bassin.topics.health.facts import BEFORE, COLUMNS, EARLY, LATEST
from bassin.topics.health.mines import by_mines
from bassin.topics.health.roads import IN_FIELD, KNOWN
from bassin.topics.health.settings import MAIN, NARROW
from bassin.topics.tried import COUNTED, NOT_GIVEN, Rule, Tried, above, below, trial, tried, within

#: Share, in %, by which a mean differs from that of the country in no way a reader would see.
SAME_PCT = 10.0


def _of_sides(study: Topics, side: str, editions: tuple[int, ...]) -> dict[tuple[str, int], float]:
    """Mean of a side less that of the country, by column of the index and edition."""
    means = study.health.both_sides(EDITIONS)
    return {
        (who, year): means.at[(who, year), side] - means.at[(who, year), "country"]
        for who, year in product(COLUMNS.values(), editions)
    }


@trial("doctors-hills-under")
def hills_under(study: Topics) -> Tried:
    """By the straight line the north and west are under the country, in each edition."""
    gaps = _of_sides(study, FACING, tuple(EDITIONS))
    return tried(gaps, ["doctors", "edition"], (ALL_DOCTORS, LATEST), below(0), COUNTED)


@trial("doctors-plain-over")
def plain_over(study: Topics) -> Tried:
    """The south and east were over it in the first two editions, of all doctors."""
    early = tuple(year for year in EDITIONS if year <= EARLY)
    gaps = {key: gap for key, gap in _of_sides(study, AWAY, early).items() if key[0] == ALL_DOCTORS}
    return tried(gaps, ["doctors", "edition"], (ALL_DOCTORS, EARLY), above(0), COUNTED)


@trial("doctors-plain-under")
def plain_under(study: Topics) -> Tried:
    """They are under it in the last two, of all doctors and of those under 65."""
    gaps = _of_sides(study, AWAY, (BEFORE, LATEST))
    return tried(gaps, ["doctors", "edition"], (ALL_DOCTORS, LATEST), below(0), COUNTED)


@trial("doctors-less")
def less(study: Topics) -> Tried:
    """The basin has less than the country, in the last two editions and by either column."""
    means = study.health.both_columns(EDITIONS)
    own = means[study.territory.here] - means[FRANCE]
    gaps = {
        (who, year): own[who, year] for who, year in product(COLUMNS.values(), (BEFORE, LATEST))
    }
    return tried(gaps, ["doctors", "edition"], (ALL_DOCTORS, LATEST), below(0), COUNTED)


@trial("doctors-mines")
def mines(study: Topics) -> Tried:
    """Near the mines there was about as much as in the country in the first two editions."""
    near, country = by_mines(study, GP, EDITIONS), study.health.by_area(GP, EDITIONS)
    gaps = {
        year: 100 * (near.at[year, HILLS] / country.at[year, COMMON_FIELD] - 1)
        for year in EDITIONS
        if year <= EARLY and near is not None
    }
    return tried(gaps, ["edition"], EARLY, within(-SAME_PCT, SAME_PCT), COUNTED)


@trial("doctors-people-under")
def people_under(study: Topics) -> Tried:
    """A smaller share of its people than of the country has little access."""
    low = study.health.shortage(EDITIONS)
    gaps = (low["inhabitants_pct"] - low["country_pct"]).dropna().to_dict()
    return tried(gaps, ["doctors", "edition"], (ALL_DOCTORS, LATEST), below(0), COUNTED)


@trial("doctors-communes-under")
def communes_under(study: Topics) -> Tried:
    """A larger share of its communes has, in the last edition, by either column."""
    low = study.health.shortage(EDITIONS)
    every = low["communes_pct"] - low["country_communes_pct"]
    gaps = {key: gap for key, gap in every.dropna().items() if key[1] == LATEST}
    return tried(gaps, ["doctors", "edition"], (ALL_DOCTORS, LATEST), above(0), COUNTED)


@trial("care-hills")
def care_hills(study: Topics) -> Tried:
    """Rebuilt by car, the north and west are under the country in most settings."""
    return _settings(study, "short", above(0))


@trial("care-plain")
def care_plain(study: Topics) -> Tried:
    """Rebuilt by car, the south and east are not over it in the setting shown, nor in most."""
    return _settings(study, "ample", below(1))


def _settings(study: Topics, part: str, rule: Rule) -> Tried:
    """Whether a part of the claim holds, by setting: 1 or 0."""
    held = study.care.holds()[part].astype(float)
    return tried(held.to_dict(), ["measure", "decay", "width"], MAIN, rule, COUNTED)


def _basin(study: Topics, editions: tuple[int, ...]) -> dict[tuple[str, int], float]:
    """Mean of the territory less that of the country on the common field."""
    means = study.health.both_columns(EDITIONS)
    gaps = means[study.territory.here] - means[COMMON_FIELD]
    return {(who, year): gaps[who, year] for who, year in product(COLUMNS.values(), editions)}


@trial("doctors-basin-over")
def basin_over(study: Topics) -> Tried:
    """The basin had more than the country in the first two editions."""
    gaps = _basin(study, tuple(year for year in EDITIONS if year <= EARLY))
    return tried(gaps, ["doctors", "edition"], (ALL_DOCTORS, EARLY), above(0), COUNTED)


@trial("doctors-basin-under")
def basin_under(study: Topics) -> Tried:
    """It has had less in the last two."""
    gaps = _basin(study, (BEFORE, LATEST))
    return tried(gaps, ["doctors", "edition"], (ALL_DOCTORS, LATEST), below(0), COUNTED)


def _between_sides(study: Topics, who: str) -> dict[int, float]:
    """Mean of the south and east less that of the north and west, in the last two editions."""
    means = study.health.both_sides(EDITIONS)
    return {
        year: means.at[(who, year), AWAY] - means.at[(who, year), FACING]
        for year in (BEFORE, LATEST)
    }


@trial("doctors-sides-level")
def sides_level(study: Topics) -> Tried:
    """By the straight line both sides had as much of all doctors, in the last two editions."""
    gaps, same = _between_sides(study, ALL_DOCTORS), ROUNDING_OF_TENTHS
    return tried(gaps, ["edition"], LATEST, within(-same, same), COUNTED)


@trial("doctors-young-less")
def young_less(study: Topics) -> Tried:
    """The south and east had less of the doctors under 65."""
    return tried(_between_sides(study, DOCTORS_UNDER_65), ["edition"], LATEST, below(0), COUNTED)


@trial("care-known-roads")
def known_roads(study: Topics) -> Tried:
    """On the roads known of it, the plain is over the country in the setting shown."""
    table = study.care.by_roads()
    gaps = {roads: table.at[roads, AWAY] - study.care.national for roads in (KNOWN, IN_FIELD)}
    return tried(gaps, ["source"], KNOWN, above(0), NOT_GIVEN)


@trial("care-near-mines")
def near_mines(study: Topics) -> Tried:
    """Near the miners' health centres the official index ranks communes higher than the rebuilt."""
    centres = list(study.health.health_centres["code"])
    ranks = {
        setting: -study.care.gap_near(OFFICIAL, centres, setting=setting)["near"]
        for setting in (MAIN, NARROW)
    }
    return tried(ranks, ["measure", "decay", "width"], MAIN, above(0), NOT_GIVEN)
