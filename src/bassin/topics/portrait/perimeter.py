"""Sentences on the perimeter: communes, people, the places it lies in, its label."""

from __future__ import annotations

from collections.abc import Iterator

from bassin.collation import collation_key
from bassin.files.sources import Sources
from bassin.indicators.stats import direction, how_many, total
from bassin.phrase import Phrase
from bassin.places.territory import Territory
from bassin.read import anct, insee
from bassin.topics.perimeters.local import holders
from bassin.topics.population.history import CENSUS_PRECISION_PCT
from bassin.topics.portrait.sentences import COMPARISON, LEVEL, Fact, Sentence
from bassin.topics.portrait.writer import Writer

#: Inhabitants that the perimeter is told with.
PEOPLE = "population_2020"
#: Lists of Territoires d'industrie: year, and reader.
LABELS = {2018: anct.industry_territories_2018, 2023: anct.industry_territories_2023}
#: Day of the list of members.
DAY = str(insee.PIVOT)


def sentences(writer: Writer) -> Iterator[Sentence]:
    """All of them."""
    yield from _size(writer)
    yield from _largest(writer)
    yield _departements(writer)
    yield _zones(writer)
    yield _label(writer.territory, writer.sources, writer)


def _communes(writer: Writer) -> Fact:
    return writer.count("communes", writer.around.size, DAY)


def _size(writer: Writer) -> Iterator[Sentence]:
    here, communes = writer.fact(PEOPLE), _communes(writer)
    if here is None:
        yield writer.refused(PEOPLE)
        return
    phrase = Phrase(
        "portrait.size",
        place=writer.around.name,
        n=writer.around.size,
        people=int(here.value),
        year=int(here.period),
    )
    yield Sentence(LEVEL, phrase, (communes, here))


def _largest(writer: Writer) -> Iterator[Sentence]:
    """The most populated commune, and its share; two where they are level."""
    if writer.around.size == 1 or writer.fact(PEOPLE) is None:
        return
    people = writer.parts(PEOPLE)["value"].sort_values(ascending=False, kind="stable")
    files = writer.measured(PEOPLE).files
    names = [writer.around.commune_name(str(code)) for code in people.index[:2]]
    first, second = (float(people.iloc[rank]) for rank in (0, 1))
    whole = float(total(people))
    facts = [
        Fact(PEOPLE, str(code), "2020", float(value), "inhabitants", files)
        for code, value in people.head(2).items()
    ]
    if direction(first, second, first * CENSUS_PRECISION_PCT / 100) == 0:
        phrase = Phrase(
            "portrait.two_largest",
            place=writer.around.name,
            name=names[0],
            other=names[1],
            people=int(first),
            other_people=int(second),
        )
        yield Sentence(COMPARISON, phrase, tuple(facts))
        return
    share = 100 * first / whole
    phrase = Phrase(
        "portrait.largest",
        place=writer.around.name,
        name=names[0],
        people=int(first),
        share=share,
    )
    told = writer.count("largest_share", share, "2020", *files)
    yield Sentence(LEVEL, phrase, (facts[0], told))


def _departements(writer: Writer) -> Sentence:
    around, communes = writer.around, _communes(writer)
    names = [around.departement_name(str(code)) for code in around.departements.index]
    regions = [around.region_name(str(code)) for code in around.regions.index]
    if len(names) == 1:
        phrase = Phrase(
            "portrait.departement",
            n=around.size,
            place=around.name,
            name=names[0],
            region=regions[0],
        )
        return Sentence(LEVEL, phrase, (communes,))
    most = int(around.departements.iloc[0])
    told = {
        "place": around.name,
        "name": names[0],
        "names": sorted(names, key=collation_key),
        "count": most,
        "of": around.size,
        "departements": len(names),
    }
    facts = (
        writer.count("communes_in_departement", most, DAY),
        writer.count("departements", len(names), DAY),
        communes,
    )
    if len(regions) > 1:
        return Sentence(
            LEVEL,
            Phrase(
                "portrait.straddles_regions", **told, regions=sorted(regions, key=collation_key)
            ),
            facts,
        )
    return Sentence(LEVEL, Phrase("portrait.straddles", **told, region=regions[0]), facts)


def _zones(writer: Writer) -> Sentence:
    around, communes = writer.around, _communes(writer)
    inside = how_many(around.zones == around.zone)
    facts = (writer.count("communes_in_zone", inside, DAY), communes)
    told = {"place": around.name, "zone": around.zone_name}
    if inside == around.size:
        return Sentence(LEVEL, Phrase("portrait.one_zone", n=around.size, **told), facts)
    phrase = Phrase(
        "portrait.zones", **told, count=inside, of=around.size, zones=int(around.zones.nunique())
    )
    zones = writer.count("zones", around.zones.nunique(), DAY)
    return Sentence(LEVEL, phrase, (*facts, zones))


def _label(territory: Territory, sources: Sources, writer: Writer) -> Sentence:
    """The Territoires d'industrie whose lists of members name it."""
    place = writer.around.name
    found = {}
    for year, read in LABELS.items():
        table = read(sources)
        names = table["name"].loc[holders(table, territory.code)]
        found[year] = sorted(map(str, names), key=collation_key)
    facts = tuple(
        writer.count("territoires_industrie", len(names), str(year))
        for year, names in found.items()
    )
    years = [year for year, names in found.items() if names]
    if len(years) == len(found):
        first, last = found.values()
        phrase = Phrase("portrait.labelled", place=place, names=first, later=last)
    elif years:
        phrase = Phrase(f"portrait.labelled_{years[0]}", place=place, names=found[years[0]])
    else:
        phrase = Phrase("portrait.unlabelled", place=place)
    return Sentence(LEVEL, phrase, facts)
