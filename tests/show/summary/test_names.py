"""Names on a map do not collide."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from bassin.show.summary.names import Box, Label, placed

INSIDE: Box = (0.0, 0.0, 100.0, 60.0)
LABELS = st.lists(
    st.builds(
        Label,
        text=st.text("abc", min_size=1, max_size=5),
        x=st.floats(0, 100),
        y=st.floats(0, 60),
        width=st.floats(2, 40),
        height=st.just(3.0),
    ),
    max_size=25,
)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(LABELS)
def test_no_two_names_overlap_and_none_is_cut(labels: list[Label]):
    """Nor is any over a dot that is named."""
    bar = (3.0, 3.0, 30.0, 8.0)
    found = placed(labels, INSIDE, 7, [bar], apart=10.0)
    assert len(found) <= 7
    boxes = [box for _, box in found]
    assert not any(overlap(one, other) for one, other in combinations([bar, *boxes], 2))
    assert not any(overlap(box, label.dot) for box, (label, _) in product(boxes, found))
    for left, bottom, right, top in boxes:
        assert left >= 0
        assert bottom >= 0
        assert right <= 100
        assert top <= 60


def test_the_first_comes_first_and_one_without_room_is_left_out():
    """A town beside another, then one further away."""
    town, suburb, village = (
        Label("Alès", 50, 30, 10, 3),
        Label("Saint-Privat", 51, 30.5, 20, 3),
        Label("Anduze", 20, 20, 12, 3),
    )
    assert [label.text for label, _ in placed([town, suburb, village], INSIDE, 2)] == [
        "Alès",
        "Anduze",
    ]


def test_a_name_by_the_edge_goes_to_the_other_side():
    """It is not cut."""
    ((_, box),) = placed([Label("Hendaye", 98, 30, 20, 3)], INSIDE, 5)
    assert box[2] < 98
