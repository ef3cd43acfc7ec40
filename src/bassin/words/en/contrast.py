"""Sentences and names of the two halves of a territory, hills and plain."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # What several findings share.
    "contrast.held": "{held} of {of}",
    "contrast.no_test": "No gap that way can be tested.",
    "contrast.not_counted": "What chance gives is not told: a file that the other tests of the "
    "chapter need is absent.",
    "contrast.beyond_chance": "At least one of them is wider than the lie of the land gives by "
    "chance, all tests of the chapter counted (least p = {p:.3f}).",
    "contrast.within_chance": "None of these gaps stands out from what the lie of the land gives "
    "by chance, all tests of the chapter counted (least p = {p:.2f}).",
    "contrast.pair_change": "{hills:+.0f%} in the hills, {plain:+.0f%} in the plain",
    "contrast.pair_share": "{hills:.0f%} in the hills, {plain:.0f%} in the plain",
    "contrast.pair_minutes": "{hills:.0f} minutes in the hills, {plain:.0f} minutes in the plain",
    "contrast.none": "no stations are",
    "contrast.one_station": "one station is",
    "contrast.stations": "{n} stations are",
    "contrast.none_open": "none open",
    "contrast.open": "{stations} open",
    # Findings.
    "rev-mines-high": "{said} Lines 197-199 have silk high and coal low.",
    "rev-decline": "The study names neither the towns nor the years. Of the communes north and "
    "west of the straight line those with {town} inhabitants or more are chosen three times, in "
    "{years}. By the middle one of the three choices most of them lost over {precision:.1f%} "
    "in {most} of {windows} windows of {least} years or more from {first:d} to {last:d}{when}. "
    "Losing, by choice: {told:; }. The side as a whole, suburbs of Alès included, up to {last:d}: "
    "{side:; }. The communes farther north are another count, in the chapter on population.",
    "rev-decline.year": "{year:d}",
    "rev-decline.when": ", which begin in {start:d} and end in {end:d} at the earliest",
    "rev-decline.of": "{lost} of {of}",
    "rev-decline.in": "{each} from {start:d} to {end:d}",
    "rev-decline.changes": "{change:+.0f%} from {start:d}",
    "rev-decline.level": "level from {start:d}",
    "rev-plain-grows": "The plain grows more in {count} comparisons; 1999-2020: {pair}. {chance} "
    "The last period ends in 2023, after the study.",
    "rev-plain-draws": "Moves in and out, {start:d}–{end:d}: by the straight line {hills:+.1f%} a "
    "year in the hills, {plain:+.1f%} in the plain; the plain is ahead by over a tenth of a "
    "percent along {held} of {of} lines.",
    "rev-reach": "The plain has better access in {count} comparisons. {chance} To a cinema in "
    "2017, {cinema}; but workers over 30 minutes from their job in 2014, {work}.",
    "rev-telephone": "In 2019 the plain was better covered in {count} comparisons. {chance} Area "
    "covered in 4G by the worst operator: {pair}.",
    "rev-line-closed": "In 2024 {stations} of the network listed in {first} or {last}: {served} "
    "to passengers.",
    "rev-freight": "In 2024 {stations} listed on that line beyond Alès: {freight} to freight, "
    "{served} to passengers. For which works, the list does not say.",
    # Cells of tables, and facts.
    "contrast.gap": "{indicator}; {line}: {gap:+.2f}",
    "contrast.in_hills": "All lines, {town} in the hills",
    "contrast.in_plain": "All lines, {town} in the plain",
    "contrast.level": "level",
    "contrast.nearest": "{indicator}, by {line}",
    "contrast.none_of": "none",
    "contrast.indicators": "{indicators:; }",
}

NAMES: Mapping[str, str] = {
    "hills": "hills",
    "plain": "plain",
    "no_side": "none",
    # Lines, at the head of a row, and inside a sentence.
    "line_azimuth": "Straight line",
    "line_massif": "Massif",
    "line_altitude": "Altitude",
    "line_mines": "Mines",
    "by_azimuth": "straight line",
    "by_massif": "massif",
    "by_altitude": "altitude",
    "by_mines": "mines",
    "all_lines": "All lines",
    "every_vintage": "All lines, every year measured",
    "no_mine_named": "the study names no mining commune here",
    "no_altitude_known": "no altitude is known",
    "side_empty": "one side is empty",
    "plain_passes": "the plain passes",
    # Stations.
    "open_both": "passengers and freight",
    "open_passengers": "passengers",
    "open_freight": "freight only",
    "open_neither": "neither",
    # Neighbours.
    "cluster_high_in_high": "high among high",
    "cluster_low_in_low": "low among low",
    "cluster_high_in_low": "high among low",
    "cluster_low_in_high": "low among high",
    "cluster_none": "no cluster",
    # Directions.
    "has_more": "more",
    "has_less": "less",
    "holds_bearing": "yes",
    "holds_not": "no",
    # Parts of the study's argument.
    "argument_population": "Population",
    "argument_births_and_deaths": "Births and deaths",
    "argument_ageing": "Ageing",
    "argument_telephone": "Telephone",
    "argument_internet": "Internet",
    "argument_reach": "Reach",
    "argument_rail": "Rail",
    "argument_car": "Car",
    "argument_doctors": "Doctors",
    "argument_nurses": "Nurses",
    "argument_incomes_and_work": "Incomes and work",
    "argument_education": "Education",
    "argument_attraction": "Attraction",
    "argument_housing": "Housing",
    "argument_risks": "Risks",
    # Indicators that are not those of France, and one that is a mean here.
    "indicator.care_2019": "GPs by car for 10,000 people, 2019",
    "indicator.centre_km": "Straight distance to the centre",
    "indicator.station_km": "Straight distance to a passenger station, 2024",
    "indicator.mean_of_median_income": "Mean of median incomes a consumption unit, 2020",
}
