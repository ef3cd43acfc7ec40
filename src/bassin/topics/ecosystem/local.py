"""The actors and relations a study names: their network, the way it leans, the prize, training.

A network told by a text is a sample the text chose. What is computed here describes the text first,
and the place only as far as the text is fair.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import comb

import networkx as nx
import numpy as np
import pandas as pd

from bassin.errors import TerritoryError
from bassin.files.trace import cached_property
from bassin.read import ign, insee, printed
from bassin.topics.base import Topic

LOCAL = "local"
#: Relations the text holds to exist, whatever it knows them by.
HELD = ("named", "asserted", "located")
#: Words for figures and tables.
SIDE_LABELS = {
    "local": "The basin",
    "east": "East",
    "west": "West",
    "south": "Nîmes",
    "Gard": "Rest of the Gard",
    "Occitanie": "Occitanie",
    "national": "France",
    "abroad": "Abroad",
}
EVIDENCE_LABELS = {
    "named": "two named parties",
    "asserted": "said of a place",
    "located": "inferred from a place",
    "hoped": "hoped for",
    "denied": "denied",
}
BASIS_LABELS = {
    "named": "Two named parties",
    "asserted": "Said or inferred",
    "located": "Said or inferred",
    "hoped": "Hoped for",
    "denied": "Denied",
}
TRAINING_LABELS = {
    "general_lycee": "General or technological lycée",
    "vocational_lycee": "Vocational lycée",
    "agricultural_lycee": "Agricultural lycée",
    "vocational_section": "Vocational section of a lycée",
    "technician_section": "Section of technicians, preparatory class",
    "apprentices": "Centre of apprentices",
    "engineers": "School of engineers",
    "health": "School of care",
    "other_higher": "Other higher education",
    "greta": "GRETA",
    "other_continuing": "Other training of adults",
}
#: Last line of the study's chapter 4; its conclusion comes after.
CHAPTER_END = 1436
EAST, WEST = "east", "west"
#: The school that the study gives the first section of its chapter 4, and the lines of it.
SCHOOL, SCHOOL_SECTION = "imt-mines-ales", (1038, 1122)

#: Distances from the centre within which inhabitants are counted, in km.
RADII = (50, 100, 150, 200, 250)


# -- The network -----------------------------------------------------------------------------------


def graph_of(relations: pd.DataFrame, bases: Collection[str] = HELD) -> nx.Graph:
    """Undirected network of the relations known in some ways; an actor without one is no node.

    Parameters
    ----------
    relations : DataFrame
        As :func:`bassin.read.printed.relations`.
    bases : collection of str
        Of :data:`bassin.read.printed.BASES`.
    """
    kept = relations[relations["basis"].isin(list(bases))]
    graph = nx.Graph()
    graph.add_edges_from(kept[["source", "target"]].itertuples(index=False))
    return graph


def centrality(graph: nx.Graph) -> pd.DataFrame:
    """Degree and betweenness of each node.

    Returns
    -------
    DataFrame
        Index ``id``, most linked first; ``degree`` (relations) and ``betweenness`` (share, 0 to
        1, of the shortest paths between two others that pass here).
    """
    table = pd.DataFrame(
        {"degree": dict(graph.degree), "betweenness": nx.betweenness_centrality(graph)}
    )
    return (
        table.rename_axis("id")
        .sort_index()
        .sort_values(["degree", "betweenness"], ascending=False, kind="stable")
    )


def permutation_p(
    values: pd.Series, chosen: pd.Series, draws: int = 20_000, seed: int = 0
) -> tuple[float, float]:
    """Whether some rows have a larger mean than the others, by dealing the labels anew.

    Parameters
    ----------
    values : Series of float
    chosen : Series of bool
        On the same index.
    draws, seed : int
        How many deals, and where the generator starts: the same result on every run.

    Returns
    -------
    gap, p : float
        Mean of the chosen less that of the others; share of the deals with a gap at least as large,
        the one observed included.

    Raises
    ------
    ValueError
        If none or all are chosen.
    """
    picked = chosen.loc[values.index].to_numpy(bool)
    if picked.all() or not picked.any():
        raise ValueError("both groups need a row")
    numbers = values.to_numpy(float)
    size, total = int(picked.sum()), numbers.sum()
    rest = len(numbers) - size
    gap = numbers[picked].mean() - numbers[~picked].mean()
    deal = np.random.default_rng(seed).permuted(np.tile(numbers, (draws, 1)), axis=1)
    sums = deal[:, :size].sum(axis=1)
    gaps = sums / size - (total - sums) / rest
    return float(gap), float((1 + (gaps >= gap - 1e-12).sum()) / (draws + 1))


# -- East and west ---------------------------------------------------------------------------------


def outside_links(relations: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Relations with one end in the basin and the other out of it.

    Returns
    -------
    DataFrame
        ``partner`` and ``local`` (identifiers), ``side``, ``code`` (of the partner), ``kind``,
        ``basis``, ``lines``, ``conclusion`` (bool: told after chapter 4 only).
    """
    sides = actors["side"]
    ends = pd.DataFrame({e: relations[e].map(sides) == LOCAL for e in ("source", "target")})
    crossing = relations[ends["source"] != ends["target"]]
    outward = ends.loc[crossing.index, "source"]
    partner = crossing["target"].where(outward, crossing["source"])
    first_line = crossing["lines"].str.extract(r"^(\d+)")[0].astype(int)
    return pd.DataFrame(
        {
            "partner": partner,
            "local": crossing["source"].where(outward, crossing["target"]),
            "side": partner.map(sides),
            "code": partner.map(actors["code"]),
            "kind": crossing["kind"],
            "basis": crossing["basis"],
            "lines": crossing["lines"],
            "conclusion": first_line > CHAPTER_END,
        }
    ).reset_index(drop=True)


def told_within(lines: pd.Series, first: int, last: int) -> pd.Series:
    """Whether every passage of each row is within some lines of the text.

    Examples
    --------
    >>> told_within(pd.Series(["1047", "1095-1098; 1233"]), 1038, 1122).tolist()
    [True, False]
    """
    passages = lines.str.split("; ").explode().str.partition("-")
    start = passages[0].astype(int)
    end = passages[2].where(passages[2] != "", passages[0]).astype(int)
    inside = (start >= first) & (end <= last)
    return inside.groupby(level=0).all().reindex(lines.index)


def binomial_p(successes: int, trials: int, chance: float = 0.5) -> float:
    """Exact two-sided test that successes come with some chance.

    The probabilities of all outcomes no likelier than the one observed are added up.

    Examples
    --------
    >>> binomial_p(5, 5)
    0.0625
    """
    if not 0 <= successes <= trials:
        raise ValueError(f"{successes} successes in {trials} trials")
    each = np.array([_binomial(k, trials, chance) for k in range(trials + 1)])
    return float(min(1.0, each[each <= each[successes] * (1 + 1e-9)].sum()))


def _binomial(k: int, trials: int, chance: float) -> float:
    return comb(trials, k) * chance**k * (1 - chance) ** (trials - k)


def binomial_interval(successes: int, trials: int, level: float = 0.95) -> tuple[float, float]:
    """Exact (Clopper-Pearson) interval of a chance; from 0 to 1 without a trial.

    Examples
    --------
    >>> [round(limit, 3) for limit in binomial_interval(5, 5)]
    [0.478, 1.0]
    """
    tail = (1 - level) / 2

    def bound(reached: range) -> float:
        """Chance at which the outcomes reached have together the probability of the tail."""
        upward = reached.stop == trials + 1  # their probability grows with the chance
        low, high = 0.0, 1.0
        for _ in range(60):
            middle = (low + high) / 2
            probability = sum(_binomial(k, trials, middle) for k in reached)
            if (probability < tail) == upward:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    lower = bound(range(successes, trials + 1)) if successes else 0.0
    upper = bound(range(successes + 1)) if successes < trials else 1.0
    return lower, upper


def typeset(lines: pd.Series) -> pd.Series:
    """Give ranges of lines an en dash."""
    return lines.str.replace("-", "\N{EN DASH}")


@dataclass(frozen=True)
class Reading:
    """One way to count links to the east and to the west.

    Attributes
    ----------
    label : str
    bases : tuple of str
        The ways of knowing a relation that count.
    east, west : tuple of str
        Sides counted as each.
    conclusion : bool
        Whether links told only in the conclusion count.
    by : {"partner", "place"}
        What is counted once: a partner, or a commune with all its partners.
    """

    label: str
    bases: tuple[str, ...] = HELD
    east: tuple[str, ...] = (EAST,)
    west: tuple[str, ...] = (WEST,)
    conclusion: bool = True
    by: str = "partner"


#: The first is the one the verdict rests on.
READINGS = (
    Reading("All links the text holds to exist"),
    Reading("Chapter 4 alone", conclusion=False),
    Reading("Between two named parties only", bases=("named",)),
    Reading("A commune counted once", by="place"),
    Reading("Nîmes counted as east", east=(EAST, "south")),
    Reading("Bodies of the region counted as west", west=(WEST, "Occitanie")),
    Reading("Links hoped for counted too", bases=(*HELD, "hoped")),
    Reading(
        "Both hoped-for links and bodies of the region",
        bases=(*HELD, "hoped"),
        west=(WEST, "Occitanie"),
    ),
)


def directions(
    links: pd.DataFrame, people_east: float, readings: Sequence[Reading] = READINGS
) -> pd.DataFrame:
    """Count partners to the east and to the west in several readings, and test the odds.

    Parameters
    ----------
    links : DataFrame
        As :func:`outside_links`.
    people_east : float
        Share of the inhabitants around who live to the east, from 0 to 1: what partners would be
        if they were spread as people are.
    readings : sequence of Reading

    Returns
    -------
    DataFrame
        Index ``reading``; ``east``, ``west`` (partners), ``east_pct``, ``low_pct`` and ``high_pct``
        (exact 95% interval), ``p_even`` (exact test against one half), ``p_people`` (against
        ``people_east``).
    """
    rows = {}
    for reading in readings:
        kept = links[links["basis"].isin(reading.bases)]
        if not reading.conclusion:
            kept = kept[~kept["conclusion"]]
        key = kept["partner"]
        if reading.by == "place":
            key = kept["code"].where(kept["code"] != "", key)
        east, west = (
            int(key[kept["side"].isin(sides)].nunique()) for sides in (reading.east, reading.west)
        )
        low, high = binomial_interval(east, east + west)
        rows[reading.label] = {
            "east": east,
            "west": west,
            "east_pct": 100 * east / (east + west) if east + west else np.nan,
            "low_pct": 100 * low,
            "high_pct": 100 * high,
            "p_even": binomial_p(east, east + west),
            "p_people": binomial_p(east, east + west, people_east),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("reading")


def fewest_decisive(level: float = 0.05) -> int:
    """Fewest links that, all on one side, part from an even chance in a two-sided exact test.

    Examples
    --------
    >>> fewest_decisive()
    6
    """
    return next(n for n in range(1, 100) if binomial_p(n, n) < level)


def people_around(positions: pd.DataFrame, radii: Sequence[float] = RADII) -> pd.DataFrame:
    """Inhabitants within some distances, and the share of them to the east.

    Parameters
    ----------
    positions : DataFrame
        ``east_km``, ``north_km`` from the centre, ``population``; the places that count.

    Returns
    -------
    DataFrame
        Index ``radius_km``; ``population``, ``east_pct``.
    """
    distance = np.hypot(positions["east_km"], positions["north_km"])
    rows = {}
    for radius in radii:
        near = positions[distance <= radius]
        people = near["population"].sum()
        there = near.loc[near["east_km"] > 0, "population"].sum()
        rows[radius] = {"population": people, "east_pct": 100 * there / people}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("radius_km")


# -- The prize -------------------------------------------------------------------------------------


def year_of_edition(founded: int, number: int, without: Collection[int] = ()) -> int:
    """Year of the n-th edition of a yearly event that skipped some years.

    Examples
    --------
    >>> year_of_edition(2012, 10, without=[2020])
    2022
    """
    year = founded
    held = int(year not in without)
    while held < number:
        year += 1
        held += year not in without
    return year


def prize_ratios(figures: pd.DataFrame) -> pd.DataFrame:
    """What follows from the figures printed on the prize.

    Parameters
    ----------
    figures : DataFrame
        As :func:`bassin.read.printed.prize`.

    Returns
    -------
    DataFrame
        Index ``measure``; ``value``, ``unit``.
    """
    one = figures.drop_duplicates("item").set_index("item")["value"]
    active = round(one["laureates"] * one["active share"] / 100)
    applications = one["editions"] * np.array(
        [one["applications at most"], one["applications at least"]]
    )
    chance = 100 * one["laureates"] / applications
    rows = [
        ("Euros a laureate", one["endowment"] / one["laureates"], "euros"),
        ("Euros an edition", one["endowment"] / one["editions"], "euros"),
        ("Euros a job", one["endowment"] / one["jobs"], "euros"),
        ("Jobs a laureate", one["jobs"] / one["laureates"], "jobs"),
        ("Projects still active", active, "projects"),
        ("Jobs a project still active", one["jobs"] / active, "jobs"),
        ("Industrial laureates", one["laureates"] * one["industrial share"] / 100, "projects"),
        ("Laureates an edition", one["laureates"] / one["editions"], "projects"),
        ("Laureates for 100 applications, at least", chance[0], "projects"),
        ("Laureates for 100 applications, at most", chance[1], "projects"),
        ("Laureates for 10 projects heard", 10 * _won(one), "projects"),
    ]
    return pd.DataFrame(rows, columns=["measure", "value", "unit"]).set_index("measure")


def _won(one: pd.Series) -> float:
    """Laureates for one project heard, from 0 to 1."""
    return float(one["laureates"] / one["editions"] / one["oral examinations"])


# -- The topic -------------------------------------------------------------------------------------


class Ecosystem(Topic):
    """The actors of one territory, as the study tells them."""

    side_labels = SIDE_LABELS
    kind_labels = TRAINING_LABELS
    fewest_decisive = staticmethod(fewest_decisive)

    @cached_property
    def actors(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.actors`.

        Raises
        ------
        TerritoryError
            If the actors transcribed as local are not in the territory: they are those of one
            study, and no register lists such relations for another place.
        """
        actors = printed.actors(self.sources)
        here = actors[(actors["side"] == LOCAL) & (actors["code"] != "")]
        stray = here[~here["code"].isin(self.territory.codes)]
        if len(stray):
            raise TerritoryError(
                f"{stray['name'].iloc[0]} is in {stray['place'].iloc[0]}, not in "
                f"{self.territory.name}: {printed.ACTORS} holds the actors of one study. "
                "Transcribe those of a text on this territory."
            )
        return actors

    @cached_property
    def relations(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.relations`; refused where :attr:`actors` are."""
        _ = self.actors
        return printed.relations(self.sources)

    @cached_property
    def prize(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.prize`."""
        return printed.prize(self.sources)

    @cached_property
    def training(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.training_places`; refused where :attr:`actors` are."""
        _ = self.actors
        return printed.training_places(self.sources)

    @cached_property
    def communes(self) -> pd.DataFrame:
        """``name`` of the communes of the territory."""
        return self.territory.communes[["name"]]

    @cached_property
    def positions(self) -> pd.DataFrame:
        """Where every commune of the mainland lies.

        Returns
        -------
        DataFrame
            Index ``code``; ``east_km``, ``north_km`` from the centre of the territory,
            ``population``.
        """
        people = insee.legal_population_2020(self.sources)["municipal"]
        return _positions(ign.communes_france_2024(self.sources), people, self.territory.centre)

    @cached_property
    def facilities(self) -> pd.DataFrame:
        """Places of training by commune of the territory, zero where there is none."""
        return insee.training_2013(self.sources).reindex(self.territory.codes, fill_value=0)

    def names(self, identifiers: pd.Series | pd.Index) -> list[str]:
        """Names of actors."""
        return [str(self.actors.at[identifier, "name"]) for identifier in identifiers]

    def types(self) -> pd.DataFrame:
        """Actors by type, in the basin and out of it, and those of each with a relation held."""
        linked = set(graph_of(self.relations))
        local = self.actors["side"] == LOCAL
        table = pd.DataFrame(
            {
                "in_basin": local,
                "outside": ~local,
                "linked": self.actors.index.isin(list(linked)),
            }
        )
        return table.groupby(self.actors["type"]).sum().astype(int)

    def ranking(self) -> pd.DataFrame:
        """Centrality of the actors with a relation between two named parties.

        Returns
        -------
        DataFrame
            Index ``name``; ``type``, ``degree``, ``betweenness``, ``rank_betweenness``.
        """
        table = centrality(graph_of(self.relations, ["named"]))
        about = self.actors.loc[table.index]
        table.insert(0, "type", about["type"])
        table["rank_betweenness"] = table["betweenness"].rank(ascending=False, method="min")
        return table.set_axis(pd.Index(about["name"], name="name"))

    def local_degrees(self) -> pd.DataFrame:
        """Actors of the basin but collectives: ``type`` and ``degree``, named parties only.

        An actor without a relation has a degree of zero: the text names it all the same.
        """
        degree = pd.Series(dict(graph_of(self.relations, ["named"]).degree), dtype=float)
        local = (self.actors["side"] == LOCAL) & (self.actors["type"] != "collective")
        about = self.actors.loc[local, ["type"]]
        return about.assign(degree=degree.reindex(about.index, fill_value=0))

    def training_gap(self) -> pd.Series:
        """Relations of the training bodies of the basin against those of its other actors.

        Returns
        -------
        Series of float
            ``gap`` (mean of theirs less that of the others), ``p`` (as :func:`permutation_p`) and
            ``gap_without`` (the same without :data:`SCHOOL`).
        """
        actors = self.local_degrees()
        rest = actors.drop(SCHOOL)
        gap, p = permutation_p(actors["degree"], actors["type"] == "training")
        without, _ = permutation_p(rest["degree"], rest["type"] == "training")
        return pd.Series({"gap": gap, "p": p, "gap_without": without})

    def beside_its_section(self) -> pd.Series:
        """Relations of each actor once those told in the section on the school alone are left out.

        Returns
        -------
        Series of int
            Index ``name``, most linked first; named parties only.
        """
        named = self.relations[self.relations["basis"] == "named"]
        outside = named[~told_within(named["lines"], *SCHOOL_SECTION)]
        degree = centrality(graph_of(outside))["degree"]
        return degree.set_axis(pd.Index(self.names(degree.index), name="name"))

    def eastern_departements(self) -> pd.Series:
        """Eastern partners of chapter 4 by departement; ``""`` for those without a place."""
        links = self.links()
        told = links[~links["conclusion"] & (links["side"] == EAST)].drop_duplicates("partner")
        return told["code"].str[:2].value_counts().rename_axis("departement")

    def largest_component(self) -> int:
        """Actors in the largest set linked together, by relations between named parties."""
        return len(max(nx.connected_components(graph_of(self.relations, ["named"])), key=len))

    def without(self, actor: str) -> int:
        """As :meth:`largest_component`, once an actor is taken away."""
        graph = graph_of(self.relations, ["named"])
        graph.remove_node(actor)
        return len(max(nx.connected_components(graph), key=len))

    def drawn(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Nodes and edges of the network figure: every relation, those hoped for or denied too.

        Returns
        -------
        nodes : DataFrame
            Index ``id``; ``label``, ``group`` (the side), ``size`` (relations held to exist).
        edges : DataFrame
            ``source``, ``target``, ``kind`` (how the relation is known).
        """
        held = dict(graph_of(self.relations).degree)
        ends = pd.unique(self.relations[["source", "target"]].to_numpy().ravel())
        about = self.actors.loc[self.actors.index.isin(ends)]
        nodes = pd.DataFrame({"label": about["name"], "group": about["side"]})
        nodes["size"] = [held.get(identifier, 0) for identifier in nodes.index]
        edges = self.relations[["source", "target"]].assign(
            kind=self.relations["basis"].map(BASIS_LABELS)
        )
        nodes["group"] = nodes["group"].map(SIDE_LABELS)
        return nodes, edges

    def links(self) -> pd.DataFrame:
        """As :func:`outside_links`."""
        return outside_links(self.relations, self.actors)

    def by_side(self) -> pd.DataFrame:
        """Partners out of the basin by side, a column for each way a relation is known.

        A partner known in two ways counts under the stronger.
        """
        links = self.links()
        order = pd.CategoricalDtype(list(printed.BASES), ordered=True)
        best = (
            links.assign(basis=links["basis"].astype(order))
            .groupby("partner")
            .agg(side=("side", "first"), basis=("basis", "min"))
        )
        table = pd.crosstab(best["side"], best["basis"])
        sides = [s for s in printed.SIDES if s in table.index]
        return table.reindex(index=sides, columns=list(printed.BASES), fill_value=0)

    def partners(self) -> pd.DataFrame:
        """Partners east, west and south, with where they are.

        Returns
        -------
        DataFrame
            Index ``name``; ``side``, ``place``, ``distance_km`` (as the crow flies, NaN without a
            place), ``bearing`` (degrees from north), ``basis``, ``kind``, ``lines``.
        """
        links = self.links()
        links = links[links["side"].isin([EAST, WEST, "south"])]
        about = self.actors.loc[links["partner"]]
        at = self.positions.reindex(about["code"])
        east, north = at["east_km"].to_numpy(), at["north_km"].to_numpy()
        table = pd.DataFrame(
            {
                "side": about["side"].to_numpy(),
                "place": about["place"].replace("", None).to_numpy(),
                "distance_km": np.hypot(east, north),
                "bearing": np.degrees(np.arctan2(east, north)) % 360,
                "basis": links["basis"].map(EVIDENCE_LABELS).to_numpy(),
                "kind": links["kind"].to_numpy(),
                "lines": typeset(links["lines"]).to_numpy(),
            },
            index=pd.Index(about["name"], name="name"),
        )
        table = table.sort_values(["side", "bearing"], kind="stable")
        return table.assign(side=table["side"].map(SIDE_LABELS))

    def people_around(self) -> pd.DataFrame:
        """As :func:`people_around`, out of the territory."""
        return people_around(self.positions.drop(self.communes.index, errors="ignore"))

    def directions(self) -> pd.DataFrame:
        """As :func:`directions`; people are counted as far as the farthest partner."""
        farthest = self.partners()["distance_km"].max()
        radius = next((r for r in RADII if r >= farthest), RADII[-1])
        return directions(self.links(), self.people_around().at[radius, "east_pct"] / 100)

    def editions(self) -> pd.DataFrame:
        """Year in which the last edition counted falls, by founding year printed.

        Returns
        -------
        DataFrame
            Index ``founded``; ``lines``, ``editions``, ``last`` (year).
        """
        by_item = self.prize.set_index("item")
        number = int(by_item.at["editions", "value"])
        without = [int(by_item.at["edition without a contest", "value"])]
        founded = self.prize[self.prize["item"] == "founded"]
        years = founded["value"].astype(int)
        return pd.DataFrame(
            {
                "lines": typeset(founded["lines"]).to_numpy(),
                "editions": number,
                "last": [year_of_edition(year, number, without) for year in years],
            },
            index=pd.Index(years, name="founded"),
        )

    def prize_ratios(self) -> pd.DataFrame:
        """As :func:`prize_ratios`."""
        return prize_ratios(self.prize)

    def printed(self, item: str) -> float:
        """First value printed of an item on the prize."""
        return float(self.prize.set_index("item")["value"].loc[[item]].iloc[0])

    def share_of_one(self) -> float:
        """Employees of ErgoSanté, a laureate, for 100 jobs printed of all of them."""
        return 100 * self.printed("jobs of ErgoSanté") / self.printed("jobs")

    def training_table(self) -> pd.DataFrame:
        """Places of training the study names, with where they are: ``where``, ``side``."""
        about = self.actors.loc[self.training["actor"]]
        where = about["place"].replace("", None).to_numpy()
        sides = about["side"].map(SIDE_LABELS).to_numpy()
        lines = typeset(self.training["lines"])
        table = self.training.assign(where=where, side=sides, lines=lines)
        return table[["where", "side", "trains_in", "since", "lines"]]

    def training_map(self) -> pd.DataFrame:
        """Places of training by commune: ``name``, ``listed`` (by the register), ``named``.

        ``named`` counts those the study names and that can be placed in a commune.
        """
        codes = self.actors.loc[self.training["actor"], "code"]
        named = codes.value_counts().reindex(self.communes.index, fill_value=0)
        return self.communes.assign(listed=self.facilities.sum(axis=1), named=named)

    def training_by_kind(self) -> pd.DataFrame:
        """Places of training of the register by kind: ``places``, ``communes``, ``centre``.

        ``centre`` counts those in the commune with most of them.
        """
        town = self.facilities.sum(axis=1).idxmax()
        return pd.DataFrame(
            {
                "places": self.facilities.sum(),
                "communes": (self.facilities > 0).sum(),
                "centre": self.facilities.loc[town],
            }
        ).rename_axis("kind")


def _positions(outlines: pd.DataFrame, people: pd.Series, centre: str) -> pd.DataFrame:
    # Overseas departements are drawn beside the mainland: they are nowhere near.
    mainland = outlines[~outlines.index.str.startswith("97")]
    middle = mainland.geometry.representative_point()
    origin = middle[centre]
    return pd.DataFrame(
        {
            "east_km": (middle.x - origin.x) / 1000,
            "north_km": (middle.y - origin.y) / 1000,
            "population": people.reindex(mainland.index, fill_value=0),
        }
    )
