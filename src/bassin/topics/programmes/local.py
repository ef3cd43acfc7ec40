"""Instruments of reconversion, labels held by communes, sums of money in francs and euros."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import pandas as pd

from bassin.files.trace import cached_property, kept_by
from bassin.read import anct, dgcl, printed
from bassin.topics.base import Topic

#: Francs for one euro, fixed on 31 December 1998 (Council Regulation 2866/98).
FRANCS_PER_EURO = 6.55957

INDUSTRY_1, INDUSTRY_2 = "Territoires d'industrie 1", "Territoires d'industrie 2"
DISTRICT_2015, DISTRICT_2024 = "Priority district 2015", "Priority district 2024"
SERVICES = "France services"
#: Labels given to an intercommunality, which all its communes hold.
SHARED = (INDUSTRY_1, INDUSTRY_2)
#: Labels given to communes one by one, and how they are abridged on a map.
OWN = {
    **dict(zip(anct.TOWN_PROGRAMMES, ("ACV", "PVD"), strict=True)),
    DISTRICT_2015: "QPV",
    DISTRICT_2024: "QPV",
    SERVICES: "FS",
}
#: A map tells eight categories apart.
_MOST_SETS = 8


def holds(members: pd.Series, communes: pd.DataFrame) -> pd.Series:
    """How many labels each commune holds through its intercommunality, or by itself.

    Parameters
    ----------
    members : Series of str
        By label, the SIREN of its members, separated by spaces.
    communes : DataFrame
        Index ``code``; ``siren`` (of the commune) and ``epci``, as
        :func:`bassin.read.dgcl.epci_members_2023`.

    Returns
    -------
    Series of int
        Indexed by ``code``.
    """
    named = pd.Series(" ".join(members).split(), dtype=str).value_counts()
    own = communes["siren"].map(named).fillna(0)
    return (own + communes["epci"].map(named).fillna(0)).astype("int64")


def locate(points: gpd.GeoSeries, outlines: gpd.GeoDataFrame) -> pd.Series:
    """Commune each point lies in.

    Parameters
    ----------
    points : GeoSeries
        Points or sets of points, on an index without repeats; an empty one lies nowhere.
    outlines : GeoDataFrame
        Communes indexed by ``code``, in the same reference system.

    Returns
    -------
    Series of str
        Indexed by the points that are in one of the communes, once for each point of a set.
    """
    single = points[~points.is_empty].explode()
    found = outlines.sindex.query(single.to_numpy(), predicate="intersects")
    return pd.Series(
        outlines.index.to_numpy()[found[1]], index=single.index[found[0]], name="code", dtype=str
    )


def match(listed: Mapping[str, gpd.GeoDataFrame], outlines: gpd.GeoDataFrame) -> pd.DataFrame:
    """Hold the codes that lists of labels print against where they put their points.

    Parameters
    ----------
    listed : mapping
        Label to one row a holder: ``code`` (column or level of the index) and ``geometry``.
    outlines : GeoDataFrame
        Communes of the territory, indexed by ``code``.

    Returns
    -------
    DataFrame
        Index ``label``; ``listed`` (rows of the whole list), ``without_point`` (of them),
        ``by_code`` (rows with a code of the territory), ``by_point`` (rows with a point in the
        territory), ``both`` (rows of which a point lies in the very commune of the code).
    """
    rows = {}
    for label, table in listed.items():
        flat = table.reset_index()
        places = gpd.GeoSeries(flat["geometry"], crs=table.crs)
        inside = locate(places, outlines)
        agree = inside[inside.to_numpy() == flat["code"].loc[inside.index].to_numpy()]
        rows[label] = {
            "listed": len(flat),
            "without_point": int(places.is_empty.sum()),
            "by_code": int(flat["code"].isin(outlines.index).sum()),
            "by_point": inside.index.nunique(),
            "both": agree.index.nunique(),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("label")


def sets(held: pd.DataFrame, words: Mapping[str, str], none: str) -> pd.Series:
    """Name the set of labels each commune holds.

    Parameters
    ----------
    held : DataFrame
        Number of labels by commune, a column a label; NaN where not known.
    words : mapping
        Label to what it is called in the name of a set; labels called alike are named once.
    none : str
        Name of the empty set.

    Returns
    -------
    Series of str
        ``"PVD + FS"``. Where there are over eight sets, the number
        of labels instead.
    """
    has = held[list(words)].fillna(0) > 0
    named = [
        " + ".join(dict.fromkeys(words[label] for label in words if row[label])) or none
        for _, row in has.iterrows()
    ]
    found = pd.Series(named, index=held.index, name="labels", dtype=str)
    if found.nunique() <= _MOST_SETS:
        return found
    count = has.T.groupby(words).any().sum()
    return count.map(lambda n: f"{n} label{'s' * (n != 1)}" if n else none).rename("labels")


def carve(outlines: gpd.GeoDataFrame, districts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Cut districts out of the communes they lie in, so that both can be shown on one map.

    Parameters
    ----------
    outlines : GeoDataFrame
        Communes indexed by ``code``; ``name``.
    districts : GeoDataFrame
        Indexed by an identifier; ``name``.

    Returns
    -------
    GeoDataFrame
        Communes without their districts, then the districts; ``name``, ``district`` (bool).
    """
    rest = outlines.geometry
    pieces = districts.geometry
    if len(districts):
        taken = districts.union_all()
        touched = rest.intersects(taken)
        rest = rest.where(~touched, rest.difference(taken))
        pieces = pieces.intersection(outlines.union_all())
    names = pd.concat([outlines["name"], districts["name"]])
    shapes = pd.concat([rest, pieces])
    whole = gpd.GeoDataFrame({"name": names}, geometry=shapes, crs=outlines.crs)
    return whole.assign(district=[False] * len(outlines) + [True] * len(districts))


def in_euros(sums: pd.DataFrame) -> pd.DataFrame:
    """Turn sums of francs into euros, at face value and, where a rate is printed, in later money.

    Parameters
    ----------
    sums : DataFrame
        As :func:`bassin.read.printed.sums`.

    Returns
    -------
    DataFrame
        On the same index; ``label``, ``currency``, ``money_of``, ``low`` and ``high`` (as printed;
        equal for one amount), ``euros_low`` and ``euros_high`` (at the fixed rate, no rise of
        prices counted), ``later_low`` and ``later_high`` (in the money of the rate printed beside
        the sum, NaN without one), ``index`` (whether a rate is printed, or an index needed) and
        ``lines``.
    """
    low, high = sums["amount"], sums["amount_high"].fillna(sums["amount"])
    francs = sums["currency"] == "FRF"
    rate = francs.map({True: FRANCS_PER_EURO, False: 1.0})
    table = sums[["label", "currency", "money_of"]].assign(
        low=low,
        high=high,
        euros_low=low / rate,
        euros_high=high / rate,
        later_low=low * sums["equivalent"],
        later_high=high * sums["equivalent"],
    )
    known = sums["equivalent"].notna().map({True: "rate printed", False: "needed, not at hand"})
    return table.assign(index=known, lines=sums["lines"])


def lives(instruments: pd.DataFrame) -> pd.DataFrame:
    """Dated instruments, as :func:`bassin.show.lineage.lives` draws them."""
    dated = instruments[instruments["founded"].notna()]
    return pd.DataFrame(
        {
            "name": dated["name"],
            "start": dated["founded"],
            "decade": dated["founded_precision"] == "decade",
            "end": dated["ended"],
            "last_seen": dated["last_seen"],
            "group": dated["payer"],
            "successor": dated["successor"],
        }
    )


def chain(instruments: pd.DataFrame, start: str) -> list[str]:
    """Identifiers from one instrument to its successor, to the last."""
    found = [start]
    while (after := instruments.at[found[-1], "successor"]) and after not in found:
        found.append(after)
    return found


class Programmes(Topic):
    """Instruments, labels and sums of one territory."""

    # -- What is read -----------------------------------------------------------------------------

    @cached_property
    def outlines(self) -> gpd.GeoDataFrame:
        """Communes of the territory."""
        return self.territory.outlines

    @cached_property
    def _members(self) -> pd.DataFrame:
        """The communes, as :func:`bassin.read.dgcl.epci_members_2023`."""
        return dgcl.epci_members_2023(self.sources).loc[self.territory.codes]

    def _industry(self, label: str) -> pd.DataFrame:
        read = {
            INDUSTRY_1: anct.industry_territories_2018,
            INDUSTRY_2: anct.industry_territories_2023,
        }
        return read[label](self.sources)

    def industry(self, label: str) -> list[str]:
        """Names of the Territoires d'industrie of the territory, of one of :data:`SHARED`."""
        sirens = {*self._members["siren"], *self._members["epci"]}
        return [
            row["name"]
            for _, row in self._industry(label).iterrows()
            if not sirens.isdisjoint(row["members"].split())
        ]

    @cached_property
    def towns(self) -> pd.DataFrame:
        """Holders of a town programme.

        Returns
        -------
        DataFrame
            Index ``(programme, label, code)``; ``name``, ``signed``.
        """
        lists = {
            name: pd.DataFrame(anct.town_programme(self.sources, name).drop(columns="geometry"))
            for name in anct.TOWN_PROGRAMMES
        }
        table = pd.concat(lists, names=["programme"])
        return table[table.index.isin(self.territory.codes, level="code")]

    @cached_property
    def districts_2015(self) -> gpd.GeoDataFrame:
        """Priority districts of 2015 of the communes: ``name``, ``code``."""
        listed = anct.priority_districts_2015(self.sources)
        return listed[listed["code"].isin(self.territory.codes)]

    @cached_property
    def districts_2024(self) -> pd.DataFrame:
        """Districts of 2024, a row for each commune they reach into: index ``(id, code)``."""
        reach = _reach(anct.priority_districts_2024(self.sources))
        here = reach[reach.index.isin(self.territory.codes)]
        return here.rename("id").reset_index().set_index(["id", "code"])

    @cached_property
    def instruments(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.instruments`."""
        return printed.instruments(self.sources)

    @cached_property
    def money(self) -> pd.DataFrame:
        """As :func:`in_euros`."""
        return in_euros(printed.sums(self.sources))

    @cached_property
    def rates(self) -> pd.Series:
        """Rates printed beside the sums, by sum."""
        return printed.sums(self.sources)["equivalent"].dropna()

    # -- Labels -----------------------------------------------------------------------------------

    def holding(self, label: str) -> pd.Series:
        """Number of labels of one kind by commune.

        Parameters
        ----------
        label : str
            Of :data:`SHARED` or :data:`OWN`.

        Returns
        -------
        Series
            Index ``code``; NaN where the list does not cover the departement.
        """
        return kept_by(self).get(("holding", label), lambda: self._holding(label))

    def _holding(self, label: str) -> pd.Series:
        codes = self.territory.communes.index
        if label in SHARED:
            return holds(self._industry(label)["members"], self._members)
        if label in anct.TOWN_PROGRAMMES:
            holders = anct.town_programme(self.sources, label)
            return _count(holders.index.get_level_values("code"), codes)
        if label == DISTRICT_2015:
            listed = anct.priority_districts_2015(self.sources)["code"]
            return _count(listed, codes).where(codes.str[:2].isin(listed.str[:2].unique()))
        if label == DISTRICT_2024:
            return _count(_reach(anct.priority_districts_2024(self.sources)).index, codes)
        if label == SERVICES:
            return _count(anct.france_services(self.sources)["code"], codes)
        raise KeyError(f"{label!r} is none of {', '.join((*SHARED, *OWN))}")

    @cached_property
    def held(self) -> pd.DataFrame:
        """Labels of all kinds: index ``code``; ``name``, ``population``, then :meth:`holding`."""
        counts = {label: self.holding(label) for label in (*SHARED, *OWN)}
        names, people = self.territory.communes["name"], self.territory.population_2020
        return pd.DataFrame({"name": names, "population": people, **counts})

    @cached_property
    def matched(self) -> pd.DataFrame:
        """As :func:`match`, of the lists that give points."""
        sources = self.sources
        towns = {name: anct.town_programme(sources, name) for name in anct.TOWN_PROGRAMMES}
        others = {
            DISTRICT_2024: anct.priority_districts_2024(sources),
            SERVICES: anct.france_services(sources),
        }
        return match({**towns, **others}, self.outlines)

    @property
    def own(self) -> pd.DataFrame:
        """Communes with a label of their own: as :attr:`held`, most labels first."""
        labels = self.held[list(OWN)]
        order = (labels.fillna(0) > 0).sum(axis=1).sort_values(ascending=False, kind="stable")
        return self.held.loc[order.index[order > 0]]

    @property
    def labelled(self) -> pd.DataFrame:
        """Name of the set of labels each commune holds: ``name``, ``labels``."""
        named = sets(self.held, OWN, "None of its own")
        return pd.DataFrame({"name": self.held["name"], "labels": named})

    def total(self, label: str) -> pd.Series:
        """Communes and inhabitants under one label, and their share of the territory's.

        Returns
        -------
        Series of float
            ``labels`` (number given: districts, houses ...), ``communes``, ``inhabitants`` (of
            these communes, labelled or not), ``inhabitants_pct``. NaN where the list does not
            cover the territory.
        """
        people, count = self.territory.population_2020, self.holding(label)
        given = count.fillna(0) > 0
        found = {
            "labels": self._given(label),
            "communes": given.sum(),
            "inhabitants": people[given].sum(),
            "inhabitants_pct": 100 * people[given].sum() / people.sum(),
        }
        known = bool(count.notna().any())
        return pd.Series(found if known else dict.fromkeys(found, float("nan")), dtype=float)

    @property
    def totals(self) -> pd.DataFrame:
        """As :meth:`total`: index ``label``, all of them."""
        rows = {label: self.total(label) for label in (*SHARED, *OWN)}
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("label")

    def _given(self, label: str) -> float:
        """Number of labels given; one that spans several communes counts once."""
        if label in SHARED:
            return len(self.industry(label))
        if label in anct.TOWN_PROGRAMMES:
            programme = self.towns.index.get_level_values("programme") == label
            return float(self.towns[programme].index.unique("label").size)
        if label == DISTRICT_2024:
            return float(self.districts_2024.index.unique("id").size)
        return float(self.holding(label).sum())

    @property
    def districts(self) -> gpd.GeoDataFrame:
        """Communes and districts of 2015 side by side, with ``kind``: what the map colours.

        A commune is told by the lists its districts are on.
        """
        before, after = self.holding(DISTRICT_2015), self.holding(DISTRICT_2024) > 0
        kind = pd.Series("None", index=self.outlines.index)
        kind[after] = "List of 2024 only"
        kind[before.fillna(0) > 0] = "List of 2015 only"
        kind[(before.fillna(0) > 0) & after] = "Both lists"
        pieces = carve(self.outlines, self.districts_2015)
        of_district = pd.Series("District of 2015", index=self.districts_2015.index)
        return pieces.drop(columns="district").assign(kind=pd.concat([kind, of_district]))

    @property
    def district_areas(self) -> pd.DataFrame:
        """Districts of 2015: ``name``, ``commune``, ``area_ha``, ``in_commune_pct``.

        The last is the share of the outline that lies in the commune it is listed under.
        """
        table = self.districts_2015
        home = gpd.GeoSeries(
            self.outlines.geometry.loc[table["code"]].to_numpy(), table.index, crs=table.crs
        )
        inside = table.geometry.intersection(home, align=False).area
        return pd.DataFrame(
            {
                "name": table["name"],
                "commune": table["code"].map(self.outlines["name"]),
                "area_ha": table.area / 1e4,
                "in_commune_pct": 100 * inside / table.area,
            }
        )

    @property
    def signed(self) -> pd.Series:
        """Years of the agreements of the town programmes of the territory, where published."""
        return self.towns["signed"].dropna().dt.year

    @property
    def described(self) -> pd.DataFrame:
        """Instruments in words, indexed by name.

        Returns
        -------
        DataFrame
            ``start`` (``"1960s"`` where only the decade is printed) and ``end`` (years, NaN where
            none is given), ``pays``, ``does``, ``successor`` (its name, NaN without one) and
            ``lines``.
        """
        table = self.instruments
        start, end = (table[column].map("{:.0f}".format) for column in ("founded", "ended"))
        decade = (table["founded_precision"] == "decade").map({True: "s", False: ""})
        return pd.DataFrame(
            {
                "start": (start + decade).where(table["founded"].notna()),
                "end": end.where(table["ended"].notna()),
                "pays": table["pays"],
                "does": table["does"],
                "successor": table["successor"].map(table["name"]),
                "lines": table["lines"],
            }
        ).set_axis(pd.Index(table["name"], name="name"))

    @property
    def lives(self) -> pd.DataFrame:
        """As :func:`lives`."""
        return lives(self.instruments)

    def chain(self, start: str) -> list[str]:
        """Names from one instrument to the last of its successors."""
        return list(self.instruments.loc[chain(self.instruments, start), "name"])


def _reach(districts: pd.DataFrame) -> pd.Series:
    """Identifiers of the districts that reach into each commune."""
    return districts["ids"].str.split(", ").explode()


def _count(found: Sequence[str] | pd.Index | pd.Series, codes: pd.Index) -> pd.Series:
    """How many times each commune is found."""
    return pd.Series(list(found), dtype=str).value_counts().reindex(codes, fill_value=0)
