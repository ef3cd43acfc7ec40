"""Identities across the real files: what two publishers, or two files of one, say alike.

Each is a table of ``left`` and ``right`` by place, with what they may differ by and why they should
not differ more. How many rows matched is printed (``pytest -rP`` shows it), and may not fall.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

import pandas as pd
import pytest
from tests.fixtures.parsed import parsed_anew

from bassin.errors import DataError, SourceError
from bassin.files.sources import Sources
from bassin.indicators.stats import total, weighted_means
from bassin.places.departements import departement_of
from bassin.read import anct, ccr, cerema, editions, ign, insee, ptod, urssaf
from bassin.read._agreements import AGREEMENTS, Agreement, differing, excepted
from bassin.read._reused import Call, calls

COUNTS = "insee/population_municipale_communes_2013_2023.csv"
#: How to get one side of an identity from the files.
Side = Callable[[Sources], pd.Series]


@pytest.fixture(scope="module")
def readings(real: Sources) -> dict[str, Call]:
    """Every reader with its arguments, by name."""
    editions.every_reader()
    return {call.name: call for call in calls(real)}


def _told(agreement: Agreement) -> str:
    left, right = agreement.left, agreement.right
    return f"{left.call} {left.told} = {right.call} {right.told}"


#: Rows that each of the agreements that readers hold matches at least, in their order; none of a
#: year of the index that no workbook at hand has.
MATCHED = [
    *(34_900, 34_900, 34_900, 34_900, 34_900, 0, 0, 34_900),
    *(69_800, 69_800, 69_800, 34_900, 34_900),
    *(1_230, 1_230, 1_220, 96, 13),
    *(34_900, *[69_000] * 6, *[34_900] * 6, 34_900, 1_230),
    *(1_230, 1_230, 1_240, 1_240),
    *(361, 474, 577, 158),
    *(305, 305, 305, 305),
]


def _any_vintage(readings: dict[str, Call], call: str) -> Call:
    """The one call at hand that an agreement names, whatever the vintage it leaves open."""
    (found,) = (name for name in readings if fnmatchcase(name, call))
    return readings[found]


@pytest.mark.parametrize(
    ("agreement", "least"), [*zip(AGREEMENTS, MATCHED, strict=True)], ids=map(_told, AGREEMENTS)
)
def test_what_readers_hold(
    real: Sources, readings: dict[str, Call], agreement: Agreement, least: int
):
    """Two files at hand agree; each exception is one of both files, and is needed."""
    left, right = (
        side.of(_any_vintage(readings, side.call)(real))
        for side in (agreement.left, agreement.right)
    )
    if not least:
        assert left is None or left.empty
        return
    assert left is not None
    assert right is not None
    but = excepted(real).get(agreement.name, {})
    off = differing(left, right, agreement, but)
    known = left.dropna().index.intersection(right.dropna().index)
    print(f"{_told(agreement)}: {len(known) - len(off)} of {len(known)} rows; {agreement.why}")
    assert off.empty, off.head()
    assert len(known) >= least
    assert set(differing(left, right, agreement).index) == set(but)


# What takes a third table, or a range, to compare.


@dataclass(frozen=True)
class Identity:
    """One side beside the other, by place.

    Attributes
    ----------
    least : int
        Rows that match.
    but : mapping
        Rows known to differ, to the reason.
    bound : bool
        Whether the left is only to be no more than the right.
    """

    left: Side
    right: Side
    within: float
    why: str
    least: int
    but: Mapping[str, str] = field(default_factory=dict)
    bound: bool = False


def _departement(codes: pd.Index) -> pd.Index:
    return pd.Index([departement_of(code) for code in codes])


def _censuses(year: int) -> Side:
    """Inhabitants of each departement of a census: its communes added up."""

    def added(sources: Sources) -> pd.Series:
        people = insee.census_populations(sources)[year]
        return total(people.groupby(_departement(people.index)))

    return added


def _balance(level: str, year: int, column: str = "population_start") -> Side:
    return lambda sources: (
        anct.demographic_balance(sources).loc[level].xs(year, level="start")[column]
    )


_MOVED = "Freigné went from 49 to 44 in 2018, Pont-Farcy from 14 to 50: the balance has them there"
_LEFT = dict.fromkeys(("14", "44", "49", "50"), _MOVED)


def _untouched(values: pd.Series, sources: Sources) -> pd.Series:
    """Values of the communes that nothing has happened to since 2012."""
    events = insee.commune_events(sources)
    since = events[events["date"] >= "2012"]
    return values[~values.index.isin({*since["before"], *since["after"]})]


def _iris(departement: str, year: int) -> Side:
    """Inhabitants of each commune: its IRIS added up."""

    def added(sources: Sources) -> pd.Series:
        people = insee.iris_census(sources, departement).xs(year, level="year")
        return total(people.groupby("code")["population"])

    return added


def _counts(year: int) -> Side:
    """Inhabitants of each commune in the file that has the year."""
    table = insee.census_populations if year < 2013 else insee.municipal_populations
    return lambda sources: table(sources)[year]


def _elder(level: str) -> Side:
    """Share of people of 65 or over of each group: that of its communes, by inhabitants."""
    column = {"departement": "dep", "region": "reg", "epci": "epci"}[level]

    def mean(sources: Sources) -> pd.Series:
        table = insee.statistics_2018(sources, "commune")[["share_65_plus_pct"]]
        table = table.assign(people=insee.comparison_2018(sources)["population_2018"])
        group = insee.epci(sources)[column].reindex(table.index)
        return weighted_means(
            table[table["people"].notna()],
            group[table["people"].notna()],
            value="share_65_plus_pct",
            weight="people",
        )

    return mean


def _published_elder(level: str) -> Side:
    return lambda sources: insee.statistics_2018(sources, level)["share_65_plus_pct"]


def _whole_epci(values: pd.Series, sources: Sources, how: str) -> pd.Series:
    """The least, the greatest or the sum of communes, of the EPCI that have a value for each."""
    groups = values.groupby(insee.epci(sources)["epci"].reindex(values.index))
    size = insee.epci(sources).groupby("epci").size()
    return groups.agg(how)[groups.count() == size.reindex(groups.size().index)]


def _of_communes(read: Callable[[Sources], pd.Series], how: str) -> Side:
    return lambda sources: _whole_epci(read(sources), sources, how)


def _income_2021(sources: Sources) -> pd.Series:
    return insee.filosofi(sources, "commune", 2021)["median_income"]


def _income_2019(sources: Sources) -> pd.Series:
    return insee.filosofi_distribution(sources, "commune", 2019)["d5"]


def _neet(year: int) -> Callable[[Sources], pd.Series]:
    return lambda sources: insee.neither_in_work_nor_study(sources, "commune")[year]


def _ranges(
    name: str, communes: Callable[[Sources], pd.Series], epci: Side, least: int
) -> dict[str, Identity]:
    why = "the value of an EPCI is between the least and the greatest of its communes"
    return {
        f"{name}, least": Identity(
            _of_communes(communes, "min"), epci, 1e-9, why, least, bound=True
        ),
        f"{name}, greatest": Identity(
            epci, _of_communes(communes, "max"), 1e-9, why, least, bound=True
        ),
    }


def _growth(level: str) -> Side:
    """Growth from 2011 to 2016 in % a year, from the inhabitants of both."""

    def rate(sources: Sources) -> pd.Series:
        rows = anct.demographic_balance(sources).loc[level].xs(2011, level="start")
        return ((rows["population_end"] / rows["population_start"]) ** (1 / 5) - 1) * 100

    return rate


IDENTITIES: dict[str, Identity] = {
    **{
        f"people of departements {year}": Identity(
            _censuses(year), _balance("departement", year), 0.5, "the same census", 96, _LEFT
        )
        for year in (1968, 1975, 1982, 1990, 1999, 2006, 2011)
    },
    **{
        f"people of communes {year} by IRIS, {departement}": Identity(
            _iris(departement, year),
            _counts(year),
            3.0,
            "the same census; each IRIS is rounded",
            330 if departement != "48" else 135,
            dict.fromkeys(
                (
                    *("48009", "48017", "48027", "48050", "48061", "48087", "48094"),
                    *("48099", "48105", "48116", "48139", "48146", "48152", "48166"),
                ),
                "merged in 2016 or 2017; the IRIS of 2011 are those of one of its parts",
            )
            if (departement, year) == ("48", 2011)
            else {},
        )
        for departement in ("07", "30", "34", "48")
        for year in (2011, 2016, 2022)
    },
    "people of 65 or over, departements": Identity(
        _elder("departement"), _published_elder("departement"), 0.07, "communes are rounded", 100
    ),
    "people of 65 or over, regions": Identity(
        _elder("region"), _published_elder("region"), 0.07, "communes are rounded", 17
    ),
    **_ranges(
        "median income 2019",
        _income_2019,
        lambda sources: insee.filosofi_distribution(sources, "epci", 2019)["d5"],
        670,
    ),
    **_ranges(
        "median income 2021",
        _income_2021,
        lambda sources: insee.filosofi(sources, "epci", 2021)["median_income"],
        660,
    ),
    **{
        key: identity
        for year in (2008, 2013, 2018)
        for key, identity in _ranges(
            f"neither in work nor in study {year}",
            _neet(year),
            lambda sources, year=year: insee.neither_in_work_nor_study(sources, "epci")[year],
            1_130,
        ).items()
    },
    "growth of departements": Identity(
        _growth("departement"),
        lambda sources: ptod.areas(sources, "departement")["growth_2011_2016_pct"],
        0.006,
        "from the same two censuses, rounded to a hundredth",
        96,
    ),
    "growth of regions": Identity(
        _growth("region"),
        lambda sources: ptod.areas(sources, "region")["growth_2011_2016_pct"],
        0.006,
        "from the same two censuses, rounded to a hundredth",
        13,
    ),
    "ground of communes": Identity(
        lambda sources: cerema.land_take_by_use(sources)["commune"] / 1e6,
        insee.published_areas,
        0.5,
        "the land register of two years",
        72,
    ),
    "ground of communes 2012": Identity(
        lambda sources: _untouched(ign.town_halls_2012(sources)["area_km2"], sources),
        insee.published_areas,
        1.0,
        "one land register; communes that merged or were parted since are left aside",
        33_800,
        {
            "33051": "the two publishers give 77 and 53 km2",
            "37062": "two km2 passed to 37084",
            "37084": "two km2 came from 37062",
        },
    ),
    "people in work, of all inhabitants": Identity(
        lambda sources: insee.commuting_modes(sources, 2021)["workers"],
        _counts(2021),
        0.0,
        "who works lives there: none works who does not",
        34_000,
        bound=True,
        but=dict.fromkeys(
            ("97314", "97352"),
            "Ouanary and Saül: more workers than inhabitants, and no file says why",
        ),
    ),
    "active people 2017, of all inhabitants": Identity(
        lambda sources: insee.labour_force(sources, 2017)["active"],
        _counts(2017),
        0.5,
        "who is active lives there",
        34_900,
        bound=True,
    ),
    "all ages 2022": Identity(
        lambda sources: total(insee.age_bands_2022(sources), axis=1),
        _counts(2022),
        1.0,
        "the census of 2022: all ages are its inhabitants",
        70,
        {"30329": "Thoiras and Corbès merged in 2025, which one of the two files counts"},
    ),
    "active people 2022, of 15 or over": Identity(
        lambda sources: insee.labour_force(sources, 2022)["active"],
        lambda sources: total(insee.age_bands_2022(sources).drop(columns="age_0_14"), axis=1),
        0.5,
        "who is active is 15 or over",
        71,
        bound=True,
    ),
    "recipients' persons 2019, of all inhabitants": Identity(
        lambda sources: total(insee.caf_iris(sources, 2019).groupby("code")["persons"]),
        _counts(2019),
        0.0,
        "who is covered lives there",
        550,
        bound=True,
    ),
    "private employees of communes, of their zone": Identity(
        lambda sources: urssaf.totals(sources, "communes")[2023],
        lambda sources: insee.employment_zones(sources)["zone"].map(
            urssaf.totals(sources, "ze")[2023]
        ),
        0.0,
        "a commune is a part of its zone",
        20_000,
        bound=True,
    ),
}


@pytest.mark.parametrize("name", IDENTITIES)
def test_identities_across_files(real: Sources, name: str):
    """The two files say the same, or one is within the other, whatever was read of them."""
    identity = IDENTITIES[name]
    try:
        sides = {"left": identity.left(real), "right": identity.right(real)}
    except SourceError as missing:
        pytest.skip(str(missing))
    both = pd.concat(sides, axis=1, join="inner").astype(float).dropna()
    gap = both["left"] - both["right"]
    off = both[(gap if identity.bound else gap.abs()) > identity.within]
    print(f"{name}: {len(both) - len(off)} of {len(both)} rows; {identity.why}")
    assert len(both) >= identity.least
    assert set(off.index) == set(identity.but), off.drop(list(identity.but), errors="ignore").head()


def _years_exchanged(real: Sources, folder: Path) -> Path:
    """Write the municipal populations with those of 2020 and 2021 under each other's name."""
    head, *rows = real.read(COUNTS).decode("utf-8-sig").splitlines()
    names = head.split(";")
    first, second = names.index("p20_pop"), names.index("p21_pop")
    lines = [head]
    for row in rows:
        cells = row.split(";")
        cells[first], cells[second] = cells[second], cells[first]
        lines.append(";".join(cells))
    copy = folder / "exchanged.csv"
    copy.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return copy


@pytest.mark.parametrize("spoiled_first", [True, False])
def test_two_years_exchanged_are_seen(real: Sources, tmp_path: Path, spoiled_first: bool):
    """Whichever file is read last, the error names both, the place, and how many there are."""
    sources = Sources(real.root)
    reads = [insee.municipal_populations, insee.legal_population]
    first, second = reads if spoiled_first else reads[::-1]
    with sources.replaced(COUNTS, _years_exchanged(real, tmp_path)), parsed_anew():
        first(sources)
        with pytest.raises(DataError, match=r"'75056'.* in 31901 row.*accept") as caught:
            second(sources)
    assert COUNTS in str(caught.value)
    assert "insee/populations_legales_2020_communes.csv" in str(caught.value)


def test_decrees_are_of_communes(real: Sources):
    """Every decree of the CCR is of a commune there is or was, or of an island apart."""
    events = insee.commune_events(real)
    listed = set(insee.communes(real).index) | set(events["before"]) | set(events["after"])
    decrees = ccr.disaster_decrees(real)
    elsewhere = sorted(set(decrees["code"]) - listed)
    print(f"decrees: {decrees['code'].isin(listed).sum()} of {len(decrees)}; elsewhere {elsewhere}")
    # Saint-Barthélemy and Saint-Martin before 2007, and the collectivities that are no departement.
    assert [code for code in elsewhere if not code.startswith(("975", "977", "978", "986"))] == [
        "97123",
        "97127",
    ]


def test_communes_with_a_plan_have_had_floods(real: Sources):
    """Where a plan for a natural risk is in force, floods are decreed more often."""
    plans = anct.prevention_plans(real, 2024)["plan"]
    decrees = ccr.disaster_decrees(real)
    flooded = decrees.loc[(decrees["peril"] == "ICB") & (decrees["decision"] == "recognised")]
    held = plans.index[plans.fillna(False).astype(bool)].isin(flooded["code"])
    other = plans.index[~plans.fillna(True).astype(bool)].isin(flooded["code"])
    print(f"with a plan {held.mean():.3f} of {held.size}, without {other.mean():.3f}")
    assert held.mean() > other.mean()
