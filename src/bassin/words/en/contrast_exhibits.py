"""Exhibits of the chapter on hills and plain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LINES = {
    "azimuth": "Straight line",
    "massif": "Massif",
    "altitude": "Altitude",
    "mines": "Mines",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-reversal-claims": {
        "caption": "What the study prints on the two halves of the basin, and what the files say.",
    },
    "map-reversal-lines": {
        "caption": "Four ways to cut the basin in two. Corbès has merged with Thoiras since, is "
        "not in the list of massifs, and has no side on the second map.",
        "label": "Side",
        "titles": list(_LINES.values()),
    },
    "fig-reversal-people": {
        "caption": "Inhabitants of the hills, the plain and Alès, cut by the straight line, 1876 "
        "to 2023.",
        "ylabel": "Inhabitants",
    },
    "tab-reversal-shares": {
        "caption": "Share of the inhabitants in each zone, in %, and first year the plain is ahead "
        "of the hills for good.",
        "labels": {"line": "Line", "side": "Zone", "crossing": "Plain ahead from"},
    },
    "fig-reversal-path": {
        "caption": "Path of the middle of the population, 1876 (ring) to 2023 (square): where it "
        "lies, and enlarged.",
        "label": "the mean position of the inhabitants",
    },
    "tab-reversal-means": {
        "caption": "Weighted means by side of the straight line. In brackets, the number of "
        "communes with a value where a few have none.",
        "labels": {"label": "Indicator", "expected": "More expected in"},
    },
    "map-reversal-networks": {
        "caption": "Area covered in 4G by the operator that covers least of it, third quarter of "
        "2019; premises that may have 30 Mbit/s, 2017.",
        "titles": ["4G, worst operator", "Fast internet"],
        "label": "Share",
    },
    "tab-reversal-stations": {
        "folded": "Stations by side",
        "caption": "Stations of the network inside the agglomeration in 2024, by side of the "
        "straight line.",
        "labels": {
            "station": "Station",
            "commune": "Commune",
            "zone": "Side",
            "open_to": "Open to",
        },
    },
    "tab-reversal-tests": {
        "folded": "The tests of the straight line, one by one",
        "caption": "Gaps between hills and plain along the straight line, in standard deviations "
        "of the communes, and p-values of three tests; the last one also adjusted by Holm's rule "
        "over all indicators and lines.",
        "labels": {
            "label": "Indicator",
            "communes": "Communes",
            "effect": "Gap",
            "p_naive": "Naive",
            "p_rotation": "Rotation",
            "p_moran": "Moran",
            "p_holm": "Adjusted",
        },
    },
    "tab-reversal-adjusted": {
        "folded": "The tests by line, adjusted for all",
        "caption": "p-values of the Moran test by line, adjusted by Holm's rule over all tests of "
        "the table.",
        "labels": {"label": "Indicator", **_LINES},
    },
    "tab-reversal-moran": {
        "folded": "How alike neighbours are, by indicator",
        "caption": "Moran's I of each indicator over the communes with a value, Alès included.",
        "labels": {"label": "Indicator", "communes": "Communes", "i": "Moran's I"},
    },
    "map-reversal-clusters": {
        "caption": "Local clusters: population change 2013–2023, median income 2020, unemployed "
        "2018, access to general practitioners 2023. Each commune is tested at 5%, two-sided.",
        "titles": ["Population", "Income", "Unemployment", "Doctors"],
        "label": "Cluster",
    },
    "fig-reversal-compasses": {
        "caption": "Gap between the side faced and the other, in standard deviations, by the "
        "direction faced. In grey, indicators of which no direction is expected.",
        "label": "Gap by direction of the line",
        "bearing_label": "North-west",
    },
    "tab-reversal-directions": {
        "folded": "The direction of the widest gap, by indicator",
        "caption": "Direction in which the side faced has most, or least, of each indicator, in "
        "degrees from north: north-west is 315. The 95% interval runs clockwise. Agreement is 1 "
        "where all draws give one direction.",
        "labels": {
            "label": "Indicator",
            "side": "It has",
            "angle": "Widest",
            "low": "From",
            "high": "To",
            "concentration": "Agreement",
            "covers": "Holds NW",
        },
    },
    "tab-reversal-evidence": {
        "folded": "Each part of the argument",
        "caption": "How often each part of the argument has the direction expected, Alès apart; "
        "its widest and narrowest gap, in standard deviations, positive in that direction; and the "
        "least p-value of the Moran test among the gaps of that direction, adjusted over all tests "
        "of the page. Doctors are judged in their own chapter. Internet, of 2017, rail, the "
        "distance to a station, incomes and work, and prices test no claim.",
        "labels": {
            "claim": "Claim",
            "held": "Found in",
            "strongest": "Widest",
            "weakest": "Narrowest",
        },
    },
    "tab-reversal-choices": {
        "folded": "One choice changed at a time",
        "caption": "Comparisons in which the direction is the one expected: by line and over all "
        "lines with Alès apart, then with one choice changed.",
        "labels": {"choice": "Choice", "held": "Expected", "of": "Of", "share_pct": "Share"},
    },
    "tab-reversal-held": {
        "caption": "Gap of each indicator by each line, Alès apart, in standard deviations of the "
        "communes; positive where it has the direction the book expects.",
        "labels": {"indicator": "Indicator", **_LINES},
    },
}
