"""Car minutes between communes, as one territory sees them."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from bassin.errors import AccessError
from bassin.files.shared import worked_out
from bassin.files.trace import cached_property
from bassin.models.arrays import Floats
from bassin.models.inputs import listed, positive
from bassin.models.travel import (
    CHOSEN,
    DETOUR,
    DISTANCE_BANDS,
    FIELD,
    PAIRS_GEOGRAPHY,
    PLACES,
    RELIEF_CLASSES,
    SPEED,
    Field,
    TravelModel,
    against_bound,
    error_parts,
    errors,
    errors_by_class,
    features,
    fit,
    fitted_field,
    folds,
    neighbours,
    predict_unseen,
    share_of_range,
    sort_out,
    towns_2023,
    unseen_by_place,
)
from bassin.models.travel.forms import applied
from bassin.places.departements import departements_of
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import ign, insee, osrm, toulouse_dataviz
from bassin.topics.base import Topic
from bassin.topics.travel.catchment import of_catchments
from bassin.topics.travel.sides import gaps_by_side

#: What is near a town hall, in metres.
NEAR_HALL = 700.0
#: Code of the chosen model beside the rules of thumb.
MODEL = "chosen_model"
#: Codes of what times are held against what they have not seen: the known ones, the model without
#: a departement, without an EPCI, and between neighbours of the whole country.
BY_ROAD, NO_DEPARTEMENT, NO_EPCI, NEIGHBOURS = (
    "times_by_road",
    "times_no_departement",
    "times_no_epci",
    "times_neighbours",
)


class Travel(Topic):
    """The travel-time model, what it was fitted on, and how far it can be trusted.

    It is the same for every territory of the mainland. The map of errors shows the region of the
    territory.
    """

    @property
    def passage(self) -> Passage:
        """Passage between geographies."""
        return self.territory.passage

    @cached_property
    def towns(self) -> pd.DataFrame:
        """As :func:`towns_2023`."""
        halls = ign.town_halls_2012(self.sources)
        population = insee.legal_population(self.sources)["municipal"]
        return towns_2023(
            halls,
            insee.communes(self.sources),
            self.passage.carry(population, insee.LEGAL_GEOGRAPHY, GEOGRAPHY),
            self.passage,
            ign.communes_france_2024(self.sources),
            share_of_range(toulouse_dataviz.altitudes_2019(self.sources), halls),
        )

    @cached_property
    def _sorted_out(self) -> tuple[pd.DataFrame, pd.Series]:
        return sort_out(toulouse_dataviz.commutes_2014(self.sources))

    @property
    def pairs(self) -> pd.DataFrame:
        """Pairs kept, as :func:`sort_out`."""
        return self._sorted_out[0]

    @property
    def dropped(self) -> pd.Series:
        """Number of pairs left out by reason."""
        return self._sorted_out[1]

    @cached_property
    def model(self) -> TravelModel:
        """As :func:`fit`, on these pairs."""
        return worked_out(fit, self.pairs, self.towns)

    @cached_property
    def known(self) -> pd.DataFrame:
        """As :func:`features`."""
        return features(self.pairs, self.model.terrain)

    @cached_property
    def predicted(self) -> pd.DataFrame:
        """As :func:`predict_unseen`."""
        return worked_out(predict_unseen, self.pairs, self.known)

    @cached_property
    def outlines(self) -> gpd.GeoDataFrame:
        """Communes of the departements of the region, for the map of errors."""
        outlines = ign.communes_france_2024(self.sources)
        return outlines[
            departements_of(outlines.index).isin(self.territory.departements_of_region())
        ]

    @cached_property
    def placed(self) -> pd.Series:
        """Number of communes by how their place is known."""
        return self.towns["placed"].value_counts().rename("communes")

    @cached_property
    def validation(self) -> pd.DataFrame:
        """Errors of all models on departements they have not seen, as :func:`errors`."""
        return errors(self.pairs["minutes"], self.predicted)

    @cached_property
    def ends(self) -> tuple[list[str], list[str]]:
        """Communes of 2023 at both ends of each pair."""
        return self.now(self.pairs["origin"]), self.now(self.pairs["destination"])

    @cached_property
    def epci(self) -> tuple[list[str], list[str]]:
        """EPCI at both ends of each pair; the commune itself where it is in none."""
        home = insee.epci(self.sources)["epci"]
        start, end = (list(home.loc[codes]) for codes in self.ends)
        return start, end

    @cached_property
    def to_paris(self) -> pd.Series:
        """Minutes from each town to Paris; missing where the file has no such commune."""
        return osrm.minutes_to_paris(self.sources)["minutes"].reindex(self.towns.index)

    @cached_property
    def held_out(self) -> pd.DataFrame:
        """The model on what it has not seen, three ways: departements, EPCI, times to Paris.

        Returns
        -------
        DataFrame
            Index ``times`` (:data:`BY_ROAD`, the minutes of the file themselves;
            :data:`NO_DEPARTEMENT`; :data:`NO_EPCI`; :data:`NEIGHBOURS`, every two communes within
            :data:`~bassin.models.travel.NEIGHBOURS_KM`); ``pairs``, ``mean_abs``, ``bias``
            (minutes; NaN where the minutes are not known, or are the known ones), ``bounded``,
            ``broken_pct``, ``far_broken_pct``, ``broken_by``: as :func:`against_bound`, by the
            times to Paris.
        """
        known = self.pairs["minutes"]
        said = {
            BY_ROAD: known,
            NO_DEPARTEMENT: self.predicted[CHOSEN],
            NO_EPCI: self._without_epci[CHOSEN],
        }
        start, end = (self.to_paris.reindex(codes) for codes in self.ends)
        table = pd.DataFrame.from_dict(
            {name: against_bound(times.to_numpy(), start, end) for name, times in said.items()},
            orient="index",
        )
        wrong = errors(known, pd.DataFrame(said).drop(columns=BY_ROAD))
        near = self._neighbours_bounded(np.zeros(len(self.towns)))
        table.loc[NEIGHBOURS] = pd.Series(near)[table.columns]
        table.insert(0, "pairs", [len(known)] * len(said) + [near["pairs"]])
        table[["mean_abs", "bias"]] = wrong[["mean_abs", "bias"]].reindex(table.index)
        bound = ["bounded", "broken_pct", "far_broken_pct", "broken_by"]
        columns = ["pairs", "mean_abs", "bias", *bound]
        return table[columns].astype({"bounded": int}).rename_axis("times")

    def _neighbours_bounded(self, parts: Floats) -> dict[str, float]:
        """As :func:`against_bound`, of neighbours, with parts of towns; ``pairs`` in all."""
        one, other = neighbours(self.towns)
        times = self.model.minutes(self.towns, one, other) * np.exp(parts[one] + parts[other])
        near = against_bound(times, self.to_paris.iloc[one], self.to_paris.iloc[other])
        return {"pairs": len(times), **near}

    @cached_property
    def _seen_errors(self) -> pd.Series:
        """Error of the logarithm of the minutes of each pair, by the model fitted on all."""
        model = self.model
        slopes = [model.constant, model.exponent, model.per_metre, model.per_log_density]
        return np.log(self.pairs["minutes"] / applied(self.known, CHOSEN, slopes))

    @cached_property
    def field(self) -> Field:
        """What places near known ways bring to the errors of the model."""
        return worked_out(fitted_field, self.pairs, self._seen_errors)

    @cached_property
    def _fields(self) -> dict[str, Field]:
        """The field, and parts of places that share nothing."""
        alone = worked_out(fitted_field, self.pairs, self._seen_errors, sharing=False)
        return {PLACES: alone, FIELD: self.field}

    @cached_property
    def _without_epci(self) -> pd.DataFrame:
        """Minutes by each form that has seen no pair of the EPCI the pair starts in."""
        every = folds(self.pairs, self.epci)
        return unseen_by_place(self.pairs, self.known, self._fields, every)

    @cached_property
    def by_field(self) -> pd.DataFrame:
        """The model alone, with parts of places that share nothing, and with those in a field.

        Returns
        -------
        DataFrame
            Index ``form`` (:data:`CHOSEN`, :data:`PLACES`, :data:`FIELD`); ``no_departement``,
            ``no_epci`` (mean absolute error on pairs of what is left out, minutes),
            ``broken_pct`` (neighbours under the bound of the times to Paris, %; NaN for parts that
            tell nothing of other places).
        """
        known = self.pairs["minutes"]
        far = unseen_by_place(self.pairs, self.known, self._fields, folds(self.pairs))
        table = pd.DataFrame(
            {
                "no_departement": errors(known, far)["mean_abs"],
                "no_epci": errors(known, self._without_epci)["mean_abs"],
            }
        )
        parts = self.field.at(self.towns)
        bent = self._neighbours_bounded(parts)["broken_pct"]
        plain = self.held_out.at[NEIGHBOURS, "broken_pct"]
        table["broken_pct"] = pd.Series({CHOSEN: plain, FIELD: bent})
        return table.rename_axis("form")

    def by_side(self, sides: pd.Series) -> pd.DataFrame:
        """As :func:`gaps_by_side`, of the sides of a territory.

        Parameters
        ----------
        sides : Series
            Side of each commune of the territory.
        """
        start, end = (pd.Series(codes, self.pairs.index).map(sides) for codes in self.ends)
        here = (start.notna() | end.notna()).to_numpy()
        unseen = unseen_by_place(self.pairs, self.known, {FIELD: self.field}, [(here, ~here)])
        bent = self._seen_errors - self.field.of_pairs()
        return gaps_by_side(self.pairs["minutes"], self._seen_errors, bent, unseen, (start, end))

    @cached_property
    def by_distance(self) -> pd.DataFrame:
        """Errors by straight distance, ``km``, as :func:`errors_by_class`."""
        return errors_by_class(
            self.pairs["minutes"], self.predicted, self.known["km"], DISTANCE_BANDS
        ).rename_axis("km")

    @cached_property
    def by_relief(self) -> pd.DataFrame:
        """Errors by relief on the way, ``metres``, as :func:`errors_by_class`."""
        return errors_by_class(
            self.pairs["minutes"], self.predicted, self.known["relief"], RELIEF_CLASSES
        ).rename_axis("metres")

    @property
    def mean_errors_by_relief(self) -> pd.DataFrame:
        """Mean errors of the chosen model and of the two rules of thumb, by relief on the way."""
        table = self.by_relief[["mean_abs", "speed", "detour"]]
        return table.set_axis([MODEL, SPEED, DETOUR], axis=1)

    @cached_property
    def crossing(self) -> pd.Series:
        """Mean absolute error (minutes) of pairs inside a departement and of those that cross."""
        gap = (self.predicted[CHOSEN] - self.pairs["minutes"]).abs()
        ends = departements_of(self.pairs["origin"]), departements_of(self.pairs["destination"])
        names = (ends[0] == ends[1]).map({True: "inside", False: "crossing"})
        return gap.groupby(names).mean().rename("mean_abs")

    @cached_property
    def parts(self) -> dict[str, float]:
        """Variance of the errors, as :func:`error_parts`."""
        return error_parts(self.residuals, self.pairs["origin"], self.pairs["destination"])

    @cached_property
    def effects(self) -> pd.Series:
        """What the slopes of the model mean, in % of the minutes.

        Returns
        -------
        Series
            ``doubling`` (twice the distance), ``relief`` (100 m more on the way), ``density`` (ten
            times more), ``spread`` (one standard deviation of the error).
        """
        model = self.model
        logs = {
            "doubling": model.exponent * np.log(2),
            "relief": 100 * model.per_metre,
            "density": model.per_log_density * np.log(10),
            "spread": model.spread,
        }
        return 100 * np.expm1(pd.Series(logs))

    def near_halls(self, metres: float = NEAR_HALL) -> pd.Series:
        """Error where both points of a pair are close to the town halls.

        The minutes the model is fitted on run between points of the communes; those it gives,
        between town halls, which lie on better roads.

        Parameters
        ----------
        metres : float
            How close.

        Returns
        -------
        Series
            ``pairs`` (number), ``gap_pct`` (how much longer the way takes by road than by the
            model, geometric mean, %), ``median_m`` (distance of all points to their town hall).
        """
        apart = []
        for code, x, y in (("origin", "x", "y"), ("destination", "x_to", "y_to")):
            halls = self.towns[["x", "y"]].reindex(self.pairs[code]).to_numpy()
            apart.append(np.hypot(*(self.pairs[[x, y]].to_numpy() - halls).T))
        near = np.maximum(*apart) <= positive(metres, "the distance to a town hall")
        return pd.Series(
            {
                "pairs": near.sum(),
                "gap_pct": 100 * np.expm1(self.residuals[near].mean()),
                "median_m": np.nanmedian(np.concatenate(apart)),
            }
        )

    def catchment(self, limits: Sequence[float] = (15, 30, 45)) -> pd.DataFrame:
        """As :func:`of_catchments`, on pairs the model has not seen."""
        return of_catchments(
            self.pairs["minutes"], self.predicted[CHOSEN], self.model.spread, limits
        )

    def between(self, codes: Sequence[str]) -> pd.DataFrame:
        """Minutes between some towns.

        Returns
        -------
        DataFrame
            A row and a column a town, by name.

        Raises
        ------
        AccessError
            If a code is none of the towns.
        """
        unknown = pd.Index(codes).difference(self.towns.index)
        if len(unknown):
            raise AccessError(f"{listed(unknown)}: no such town on the mainland or in Corsica")
        at = self.towns.index.get_indexer(list(codes))
        names = self.towns["name"].iloc[at].to_list()
        start, end = np.repeat(at, len(at)), np.tile(at, len(at))
        found = self.model.minutes(self.towns, start, end).reshape(len(at), -1)
        return pd.DataFrame(found, pd.Index(names, name="from"), names)

    @cached_property
    def located(self) -> gpd.GeoDataFrame:
        """Outlines with the mean error of the pairs that start in each commune.

        Returns
        -------
        GeoDataFrame
            Index ``code``; ``name``, ``gap_pct`` (how much longer the way takes by road than by the
            model, geometric mean, %; NaN without a pair), ``pairs`` (number), ``geometry``. Pairs
            of a commune merged since count in the one that took it in.
        """
        start = pd.Series(self.ends[0], self.pairs.index)
        grouped = self.residuals.groupby(start)
        table = self.outlines[["name", "geometry"]].copy()
        table.insert(1, "gap_pct", 100 * np.expm1(grouped.mean().reindex(table.index)))
        table.insert(2, "pairs", grouped.size().reindex(table.index, fill_value=0))
        return table

    def now(self, codes: pd.Series) -> list[str]:
        """Communes of 2023 that communes of 2014 have become."""
        moved = self.passage.transition(set(codes), PAIRS_GEOGRAPHY, GEOGRAPHY)
        into = {part: code for code, parts in moved.parts.items() for part in parts}
        return [into[code] for code in codes]

    @cached_property
    def residuals(self) -> pd.Series:
        """Error of the logarithm of the minutes of each pair: above zero where roads are slower."""
        return np.log(self.pairs["minutes"] / self.predicted[CHOSEN]).rename("residual")
