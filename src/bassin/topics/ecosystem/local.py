"""The actors and relations a study names: their network, the way it leans, the prize, training.

A network told by a text is a sample the text chose. What is computed here describes the text first,
and the place only as far as the text is fair.
"""

from __future__ import annotations

import pandas as pd

from bassin.choices import choosing
from bassin.errors import TerritoryError
from bassin.files.trace import cached_property
from bassin.indicators.chance import fewest_decisive
from bassin.read import ign, insee, printed
from bassin.topics.base import Topic
from bassin.topics.ecosystem.directions import (
    RADII,
    directions,
    eastern_departements,
    outside_links,
    partners,
    partners_by_side,
    people_around,
    positions_around,
)
from bassin.topics.ecosystem.labels import LINES
from bassin.topics.ecosystem.network import (
    LOCAL,
    actors_by_type,
    beside_its_section,
    drawn,
    graph_of,
    largest_component,
    local_degrees,
    ranking,
    training_gap,
)
from bassin.topics.ecosystem.prize import editions, prize_ratios
from bassin.topics.ecosystem.training import training_by_kind, training_map, training_table


class Ecosystem(Topic):
    """The actors of one territory, as the study tells them."""

    #: How a relation is known, in the order of the legend of the figure.
    edge_kinds = tuple(dict.fromkeys(LINES.values()))
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
        actors = self._printed(printed.ACTORS, printed.actors)
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
        return self._printed(printed.RELATIONS, printed.relations)

    @cached_property
    def prize(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.prize`."""
        return self._printed(printed.PRIZE, printed.prize)

    @cached_property
    def training(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.training_places`; refused where :attr:`actors` are."""
        _ = self.actors
        return self._printed(printed.TRAINING, printed.training_places)

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
        people = insee.legal_population(self.sources)["municipal"]
        return positions_around(
            ign.communes_france_2024(self.sources), people, self.territory.centre
        )

    @cached_property
    def facilities(self) -> pd.DataFrame:
        """Places of training by commune of the territory, zero where there is none."""
        return insee.training_2013(self.sources).reindex(self.territory.codes, fill_value=0)

    def types(self) -> pd.DataFrame:
        """As :func:`actors_by_type`."""
        return actors_by_type(self.relations, self.actors)

    def ranking(self) -> pd.DataFrame:
        """As :func:`ranking`."""
        return ranking(self.relations, self.actors)

    def most_linked(self, n: int) -> pd.DataFrame:
        """First rows of :meth:`ranking`: ``type``, ``degree``, ``betweenness``."""
        return self.ranking().head(n)[["type", "degree", "betweenness"]]

    def local_degrees(self) -> pd.DataFrame:
        """As :func:`local_degrees`."""
        return local_degrees(self.relations, self.actors)

    def training_gap(self) -> pd.Series:
        """As :func:`training_gap`."""
        return training_gap(self.local_degrees())

    def beside_its_section(self) -> pd.Series:
        """As :func:`beside_its_section`."""
        return beside_its_section(self.relations, self.actors)

    def eastern_departements(self) -> pd.Series:
        """As :func:`eastern_departements`."""
        return eastern_departements(self.links())

    def largest_component(self) -> int:
        """Actors in the largest set linked together, by relations between named parties."""
        return largest_component(graph_of(self.relations, ["named"]))

    @choosing(actor=lambda self: sorted(graph_of(self.relations, ["named"])))
    def without(self, actor: str) -> int:
        """As :meth:`largest_component`, once an actor is taken away."""
        graph = graph_of(self.relations, ["named"])
        graph.remove_node(actor)
        return largest_component(graph)

    def drawn(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """As :func:`drawn`."""
        return drawn(self.relations, self.actors)

    def links(self) -> pd.DataFrame:
        """As :func:`outside_links`."""
        return outside_links(self.relations, self.actors)

    def by_side(self) -> pd.DataFrame:
        """As :func:`partners_by_side`."""
        return partners_by_side(self.links())

    def partners(self) -> pd.DataFrame:
        """As :func:`partners`."""
        return partners(self.links(), self.actors, self.positions)

    def partner_table(self) -> pd.DataFrame:
        """As :func:`partners`, in the order of their bearings, which are left out."""
        return self.partners().drop(columns="bearing")

    def people_around(self) -> pd.DataFrame:
        """As :func:`people_around`, out of the territory."""
        return people_around(self.positions.drop(self.communes.index, errors="ignore"))

    def directions(self) -> pd.DataFrame:
        """As :func:`directions`; people are counted as far as the farthest partner."""
        farthest = self.partners()["distance_km"].max()
        radius = next((r for r in RADII if r >= farthest), RADII[-1])
        return directions(self.links(), self.people_around().at[radius, "east_pct"] / 100)

    def editions(self) -> pd.DataFrame:
        """As :func:`editions`."""
        return editions(self.prize)

    def prize_ratios(self) -> pd.DataFrame:
        """As :func:`prize_ratios`."""
        return prize_ratios(self.prize)

    @choosing(item=lambda self: self.prize["item"].unique())
    def printed(self, item: str) -> float:
        """First value printed of an item on the prize."""
        return float(self.prize.set_index("item")["value"].loc[[item]].iloc[0])

    def share_of_one(self) -> float:
        """Employees of ErgoSanté, a laureate, for 100 jobs printed of all of them."""
        return 100 * self.printed("jobs_of_ergosanté") / self.printed("jobs")

    def training_table(self) -> pd.DataFrame:
        """As :func:`training_table`."""
        return training_table(self.training, self.actors)

    def training_map(self) -> pd.DataFrame:
        """As :func:`training_map`."""
        return training_map(self.training, self.actors, self.facilities, self.communes)

    @choosing(source=("listed", "named"))
    def training_communes(self, source: str) -> list[str]:
        """Codes of the communes with a place of training.

        Parameters
        ----------
        source : {"listed", "named"}
            By the register, or by the study.
        """
        found = self.training_map()[source]
        return list(found.index[found > 0])

    def training_by_kind(self) -> pd.DataFrame:
        """As :func:`training_by_kind`."""
        return training_by_kind(self.facilities)
