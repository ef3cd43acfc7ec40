"""What stands on the two pages of a toy place."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure

from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.show.summary import Pages, drawn
from bassin.show.summary.paper import MARGIN, WIDTH, printed
from bassin.topics.summary.local import Summary
from bassin.words import LANGUAGES, speaking, write

A, B = "200000018", "243000213"


@pytest.fixture(scope="module")
def summary(toy: Sources) -> Summary:
    return Summary(Territory(A, toy), toy)


@pytest.fixture(scope="module")
def pages(summary: Summary) -> Pages:
    return drawn(summary)


def texts(figure: Figure) -> str:
    """All words of a page, lines joined."""
    return " ".join(text.get_text() for text in figure.texts).replace("\n", " ")


def test_there_are_two_pages_with_name_number_date_and_licence(pages: Pages):
    """On each of them."""
    assert len(pages.figures) == 2
    for number, figure in enumerate(pages.figures, start=1):
        said = texts(figure)
        assert f"Bassin de Mineville, page {number} of 2" in said
        assert "Data of 1982 to 2024, on the communes of 1 January 2023" in said
        assert "CC BY 4.0" in said


def test_the_first_page_says_what_the_place_is(summary: Summary, pages: Pages):
    """And its sentences, word for word."""
    said = texts(pages.figures[0])
    assert (
        "A communauté d'agglomération of 12 communes and 6,800 inhabitants in 2023; departement "
        "Gravon, region Midi; SIREN" in said
    )
    for one in summary.sentences:
        assert write(one.phrase) in said


def test_the_map_names_communes_of_the_place(pages: Pages):
    """Five to seven, the town first; none twice."""
    (ax,) = pages.figures[0].axes
    named = [text.get_text() for text in ax.texts if text.get_fontweight() == "bold"]
    assert 5 <= len(named) <= 7
    assert named[0] == "Mineville"
    assert len(named) == len(set(named))


def test_the_second_page_lists_every_source_with_its_period(summary: Summary, pages: Pages):
    """By the numbers that stand beside the labels."""
    said = texts(pages.figures[1])
    for rank, file in enumerate(summary.files, start=1):
        row = summary.sources.describe(file)
        assert f"[{rank}] {row['publisher']}: {row['title']}" in said
        assert row["period"] in said


@pytest.fixture(scope="module", params=LANGUAGES)
def printed_pages(summary: Summary, request: pytest.FixtureRequest) -> Pages:
    """The pages in each language."""
    with speaking(request.param):
        return drawn(summary)


def test_no_word_leaves_the_page(printed_pages: Pages):
    """Nor reaches into its margins."""
    for figure in printed_pages.figures:
        margin = MARGIN / WIDTH * figure.bbox.width
        for text in figure.texts:
            with printed():
                box = text.get_window_extent()
            assert box.x0 >= margin - 2, text.get_text()
            assert box.x1 <= figure.bbox.width - margin + 2, text.get_text()
            assert box.y0 >= 0, text.get_text()


def test_no_two_texts_overlap(printed_pages: Pages):
    """On either page."""
    for figure in printed_pages.figures:
        with printed():
            boxes = [(text.get_text(), text.get_window_extent()) for text in figure.texts]
        over = [
            (one, other)
            for rank, (one, box) in enumerate(boxes)
            for other, second in boxes[rank + 1 :]
            if min(box.x1, second.x1) - max(box.x0, second.x0) > 1
            and min(box.y1, second.y1) - max(box.y0, second.y0) > 1
        ]
        assert over == []


def test_a_place_of_which_little_is_known_has_another_heading(toy: Sources):
    """It does not claim to stand apart."""
    said = texts(drawn(Summary(Territory(B, toy), toy)).figures[0])
    assert "What can be told" in said
    assert "Where it stands apart" not in said


def test_the_pages_are_in_french_too(summary: Summary):
    """What the place is, its sentences, the foot."""
    with speaking("fr"):
        one, other = (texts(figure) for figure in drawn(summary).figures)
        said = [write(sentence.phrase) for sentence in summary.sentences]
    plain = one.replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "Une communauté d’agglomération de 12 communes et 6 800 habitants en 2023 ;" in plain
    assert "Données de 1982 à 2024, sur les communes du 1er janvier 2023" in one
    assert "Parmi les intercommunalités de France" in other
    assert all(sentence in one for sentence in said)
