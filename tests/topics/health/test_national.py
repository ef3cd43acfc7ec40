"""Doctors and inhabitants of all communes, on the geography of the book."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.places.national import Ground
from bassin.read import insee
from bassin.topics.health.national import professionals
from bassin.topics.health.professionals import DOCTORS
from bassin.topics.national import TABLES, parts_of

GP = "general_practitioner"


def counted(
    toy: Sources,
    monkeypatch: pytest.MonkeyPatch,
    doctors: dict[str, int],
    people: dict[int, list[float]],
    events: list[tuple[str, str, str]],
    *towns: str,
) -> pd.DataFrame:
    """Doctors and people of some towns, from tables made by hand of three communes."""
    codes = pd.Index(["01001", "01002", "01003"], name="code")
    happened = pd.DataFrame(events, columns=["date", "before", "after"], dtype=object)
    facilities = pd.DataFrame({GP: pd.Series(doctors, dtype=float)})
    monkeypatch.setattr(insee, "facilities", lambda *_: facilities)
    monkeypatch.setattr(insee, "municipal_populations", lambda _: pd.DataFrame(people, codes))
    monkeypatch.setattr(insee, "commune_events", lambda _: happened)
    return professionals(Sources(toy.root), GP, 2019, Ground.of(towns))


def test_counts_are_carried_to_one_geography(toy: Sources, monkeypatch: pytest.MonkeyPatch):
    """A merged commune has the doctors and the inhabitants of its parts, one without any zero."""
    people = {2018: [100.0, 20, 3], 2019: [110.0, 20, 3]}
    merger = [("2022-01-01", "01002", "01001"), ("2022-01-01", "01001", "01001")]
    doctors = {"01001": 2, "01002": 1}
    table = counted(toy, monkeypatch, doctors, people, merger, "01001", "01003")
    assert table["count"].tolist() == [3, 0]
    assert table["people"].tolist() == [130, 3]


def test_a_part_without_a_doctor_that_has_merged_by_the_census_has_none(
    toy: Sources, monkeypatch: pytest.MonkeyPatch
):
    """It is in the list of the day of the facilities, if not in that of the inhabitants."""
    people = {2018: [100.0, 20, 3], 2019: [130.0, float("nan"), 3]}
    merger = [("2021-01-01", "01002", "01001"), ("2021-01-01", "01001", "01001")]
    table = counted(toy, monkeypatch, {"01001": 2}, people, merger, "01001")
    assert table.loc["01001"].tolist() == [2, 130]


def test_a_town_the_files_do_not_know_has_no_count(toy: Sources, monkeypatch: pytest.MonkeyPatch):
    """It is missing, not a place without doctors or inhabitants."""
    people = {2018: [100.0, 20, 3], 2019: [110.0, 20, 3]}
    table = counted(toy, monkeypatch, {"01001": 2}, people, [], "01001", "09999")
    assert table.loc["01001"].tolist() == [2, 110]
    assert table.loc["09999"].isna().all()


def test_a_departement_that_the_file_leaves_out_is_missing(
    toy: Sources, monkeypatch: pytest.MonkeyPatch
):
    """Its communes have inhabitants, and nobody says that they have no doctor."""
    people = {2018: [100.0, 20, 3], 2019: [110.0, 20, 3]}
    table = counted(toy, monkeypatch, {"02001": 2}, people, [], "01001", "01003")
    assert table["count"].isna().all()
    assert table["people"].tolist() == [110, 3]


def test_two_files_of_two_days_are_on_no_one_ground(toy: Sources):
    """It is refused: a commune that merged between the two would be left out."""
    assert TABLES["health.professionals"] is professionals
    with pytest.raises(ValueError, match="of the communes of two days"):
        parts_of(toy, DOCTORS, Ground.as_filed())
