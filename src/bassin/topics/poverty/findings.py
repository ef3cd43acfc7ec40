"""Checks of the sentences that the chapter on poverty and unemployment draws from its files."""

from __future__ import annotations

from itertools import product

from bassin.indicators.stats import ROUNDING_OF_TENTHS
from bassin.topics.gathered import Topics
from bassin.topics.named import ALES, LA_GRAND_COMBE
from bassin.topics.poverty.standing import LOWEST
from bassin.topics.poverty.unemployment_checks import FIRST_YEARS, LAST_YEARS
from bassin.topics.tried import (
    ARITHMETIC,
    COUNTED,
    NOT_GIVEN,
    ORDER,
    Rule,
    Tried,
    above,
    below,
    trial,
    tried,
    within,
)

#: Gap, in points, within which two rates of poverty are the same to who reads them.
SAME = 0.5
#: Rounding of a rate printed to a tenth.
TENTH = 0.05
#: Share of the EPCI, in %, that is a few of them.
FEW = 5.0
#: Share of its first width, in %, that a gap must lose to be said to close.
CLOSING = 10.0
#: How many years are put together at each end of the series of unemployment.
WIDTHS = (1, 2, 3, 4, 5)
_TENTH = 100 * LOWEST


@trial("poverty-printed")
def printed(study: Topics) -> Tried:
    """The rates printed of communes are those of the file, to half a point."""
    claims, rates = study.published("poverty"), study.income.rate(2020)["rate_2020"]
    gaps = {
        code: claims[claim] - rates[code]
        for code, claim in ((ALES, "pov-ales"), (LA_GRAND_COMBE, "pov-grand-combe"))
    }
    return tried(gaps, ["commune"], ALES, within(-SAME, SAME), COUNTED)


@trial("poverty-carried")
def carried(study: Topics) -> Tried:
    """The rates printed of the agglomeration and the Gard are near those carried to 2020."""
    income = study.income
    gaps = {place: rate - income.rate_2020(place) for place, rate in income.printed_rates.items()}
    return tried(gaps, ["place"], income.here, within(-SAME, SAME), NOT_GIVEN)


@trial("poverty-of-2019")
def of_2019(study: Topics) -> Tried:
    """The rate printed of the Gard for 2020 is the one published for 2019."""
    gard = study.territory.in_departement
    gap = study.income.printed_rates[gard] - study.income.published.at[gard, 2019]
    return tried({2019: gap}, ["year"], 2019, within(-TENTH, TENTH), ARITHMETIC)


@trial("poverty-gard-none")
def gard_none(study: Topics) -> Tried:
    """No file at hand has a rate of the Gard for 2020."""
    rates = study.income.published.loc[study.territory.in_departement]
    return tried({2020: int(rates.notna()[2020])}, ["year"], 2020, within(0, 0), COUNTED)


@trial("poverty-masked")
def masked(study: Topics) -> Tried:
    """The rate is masked in most communes, in each year."""
    table, communes = study.income.secrecy(), len(study.territory.codes)
    shares = {int(year): 100 * secret / communes for year, secret in table["secret"].items()}
    return tried(shares, ["year"], 2020, above(50), COUNTED)


@trial("poverty-hidden")
def hidden(study: Topics) -> Tried:
    """The mean rate of the masked communes is under that of the agglomeration."""
    income = study.income
    rate, _ = income.hidden()
    whole = income.rate_of(income.here, 2019)
    ends = {"least": rate.low - whole, "middle": rate.value - whole, "most": rate.high - whole}
    return tried(ends, ["rounding"], "middle", below(0), (ends["least"], ends["most"]))


@trial("standing-low")
def standing(study: Topics) -> Tried:
    """The agglomeration is in the lowest tenth of the EPCI, in each year and by poverty too."""
    shares = {
        ("median", int(year)): share
        for year, share in study.income.place_among_epci(study.territory.code).dropna().items()
    }
    poverty = study.peers.standing(["poverty_rate_2021"]).loc["poverty_rate_2021"]
    shares["poverty", 2021] = 100 * float(poverty["last"]) / float(poverty["of"])
    last = max(key for key in shares if key[0] == "median")
    return tried(shares, ["measure", "year"], last, Rule(most=_TENTH), ORDER)


@trial("work-few")
def work_few(study: Topics) -> Tried:
    """Few EPCI have a smaller share of people at work: of all, and of those of industry."""
    row = study.peers.standing(["employed_2022"]).loc["employed_2022"]
    shares = {
        among: 100 * (1 - float(row[f"rank{end}"]) / float(row[f"of{end}"]))
        for among, end in (("every_epci", ""), ("peer_industry", "_industry"))
    }
    return tried(shares, ["among"], "every_epci", Rule(most=FEW), ORDER)


@trial("work-less")
def work_less(study: Topics) -> Tried:
    """A smaller share is at work than in the Gard, in Occitanie and in mainland France."""
    row = study.unemployment.work.loc["indicator.employed_2022"]
    here, *others = study.territory.levels
    gaps = {place: row[here] - row[place] for place in others}
    return tried(gaps, ["beside"], others[-1], below(0), NOT_GIVEN)


@trial("une-fell")
def fell(study: Topics) -> Tried:
    """Every year after the peak the rate is under it, over one year or several."""
    rate = study.unemployment.years()["zone"]
    peak = int(rate.idxmax())
    changes = {
        (year, width): float(rate.loc[year - width + 1 : year].mean() - rate[peak])
        for year in range(peak + 1, int(rate.index[-1]) + 1)
        for width in WIDTHS
        if year - width >= peak
    }
    return tried(changes, ["year", "averaged"], (int(rate.index[-1]), 1), below(0), NOT_GIVEN)


@trial("une-not-below")
def not_below(study: Topics) -> Tried:
    """The rate is not under that of its lowest year, over the last year or several."""
    rate = study.unemployment.years()["zone"]
    more = {width: float(rate.iloc[-width:].mean() - rate.min()) for width in WIDTHS}
    return tried(more, ["averaged"], 1, above(0), NOT_GIVEN)


@trial("une-less")
def less(study: Topics) -> Tried:
    """The rate of the zone, and that of the mainland, fell from the first years to the last."""
    table = study.unemployment.years()
    change = {
        (place, width): float(table[place].iloc[:width].mean() - table[place].iloc[-width:].mean())
        for place, width in product(("zone", "mainland"), WIDTHS)
    }
    width = FIRST_YEARS[1] - FIRST_YEARS[0] + 1
    assert width == LAST_YEARS[1] - LAST_YEARS[0] + 1
    return tried(
        change, ["place", "averaged"], ("zone", width), above(ROUNDING_OF_TENTHS), NOT_GIVEN
    )


@trial("une-gap")
def gap(study: Topics) -> Tried:
    """The gap to the mainland, in points or as a ratio, has not closed by a tenth."""
    table = study.unemployment.years()
    wide = {"points": table["gap"], "ratio": table["ratio"] - 1}
    changes = {
        (measure, width): 100 * float(column.iloc[-width:].mean() / column.iloc[:width].mean() - 1)
        for (measure, column), width in product(wide.items(), WIDTHS)
    }
    return tried(changes, ["measure", "averaged"], ("points", 3), above(-CLOSING), NOT_GIVEN)


@trial("une-town")
def town(study: Topics) -> Tried:
    """Alès has a higher rate than the agglomeration and the zone, at each census."""
    census, centre = study.unemployment.census, study.territory.centre
    gaps = {
        (int(year), place): float(row[centre] - row[place])
        for year, row in census.iterrows()
        for place in (study.territory.here, study.unemployment.in_zone)
        if row[[centre, place]].notna().all()
    }
    chosen = (max(year for year, _ in gaps), study.territory.here)
    return tried(gaps, ["census", "beside"], chosen, above(0), NOT_GIVEN)


@trial("une-region-2021")
def region_2021(study: Topics) -> Tried:
    """The rate printed of the region is the mean of 2021, as far as tenths tell."""
    return _region(study, 2021, within(-ROUNDING_OF_TENTHS, ROUNDING_OF_TENTHS))


@trial("une-region-2022")
def region_2022(study: Topics) -> Tried:
    """That of 2022 is another."""
    return _region(study, 2022, below(-ROUNDING_OF_TENTHS))


def _region(study: Topics, year: int, rule: Rule) -> Tried:
    """Mean of a year of the region, less what is printed."""
    mean = study.unemployment.mean(year, year, study.territory.in_region)
    gap = mean - study.published("poverty")["une-region"]
    return tried({"revised": gap}, ["vintage"], "revised", rule, NOT_GIVEN)
