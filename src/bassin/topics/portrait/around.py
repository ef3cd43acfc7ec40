"""The places a portrait compares an intercommunality with, and what sentences call them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bassin.files.trace import cached_property
from bassin.phrase import Name, Phrase
from bassin.places.membership import FRANCE as COUNTRY
from bassin.places.names import PlaceName, place_name
from bassin.places.territory import FRANCE, Territory
from bassin.read import insee
from bassin.topics.base import Topic
from bassin.topics.perimeters.local import main_group


def called(territory: Territory) -> PlaceName:
    """What the sentences of a portrait call the intercommunality."""
    return territory.called


class Around(Topic):
    """An intercommunality, the departement and the zone d'emploi of most of it, and France."""

    @cached_property
    def name(self) -> PlaceName:
        """As :func:`called`."""
        return called(self.territory)

    @property
    def size(self) -> int:
        """How many communes it has."""
        return len(self.territory.codes)

    @cached_property
    def departements(self) -> pd.Series:
        """Communes by departement, most first; of as many, the first code first."""
        counts = self.territory.communes["dep"].value_counts()
        return counts.sort_index().sort_values(ascending=False, kind="stable")

    @cached_property
    def regions(self) -> pd.Series:
        """The same by region."""
        counts = self.territory.communes["reg"].value_counts()
        return counts.sort_index().sort_values(ascending=False, kind="stable")

    @cached_property
    def zones(self) -> pd.Series:
        """Zone d'emploi of each commune."""
        return insee.employment_zones(self.sources)["zone"].reindex(self.territory.codes)

    @cached_property
    def zone(self) -> str:
        """Code of the zone d'emploi of most of its inhabitants."""
        return main_group(self.zones, self.territory.codes, self.territory.population_2020)

    @cached_property
    def zone_name(self) -> str:
        """Name of that zone."""
        zones = insee.employment_zones(self.sources)
        return str(zones.loc[zones["zone"] == self.zone, "zone_name"].iloc[0])

    def departement_name(self, code: str) -> PlaceName:
        """Name of a departement."""
        return place_name(self.sources, f"DEP-{code}")

    def region_name(self, code: str) -> PlaceName:
        """Name of a region."""
        return place_name(self.sources, f"REG-{code}")

    def commune_name(self, code: str) -> PlaceName:
        """Name of a commune."""
        return place_name(self.sources, code)

    @cached_property
    def groups(self) -> Mapping[str, str]:
        """Kind of group to the code of the one it is, or is compared with."""
        found = {
            "epci": self.territory.code,
            "departement": str(self.departements.index[0]),
            "zone_emploi": self.zone,
            "france": COUNTRY,
        }
        return {kind: code for kind, code in found.items() if code}

    def place(self, kind: str) -> str:
        """Code of a place in a fact."""
        if kind == "france":
            return FRANCE
        begins = {"epci": "EPCI", "departement": "DEP", "zone_emploi": "ZE"}[kind]
        return f"{begins}-{self.groups[kind]}"

    def other(self, kind: str, field: str) -> str | Phrase | Name:
        """What a sentence calls a place that the intercommunality is compared with.

        Parameters
        ----------
        kind : str
            ``"departement"``, ``"zone_emploi"`` or ``"france"``.
        field : str
            Where the indicator exists: the country is named as far as that.
        """
        if kind == "france":
            return Name(f"france_of.{field}")
        if kind == "zone_emploi":
            return self._zone()
        name = self.departement_name(self.groups[kind])
        if len(self.departements) == 1:
            return Phrase("portrait.its_departement", name=name)
        if 2 * self.departements.iloc[0] > self.size:
            return Phrase("portrait.most_departement", name=name)
        return Phrase("portrait.first_departement", name=name)

    def _zone(self) -> Phrase:
        whole = bool((self.zones == self.zone).all())
        if whole:
            return Phrase("portrait.its_zone", name=self.zone_name)
        return Phrase("portrait.largest_zone", name=self.zone_name)
