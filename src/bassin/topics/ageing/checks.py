"""Checks of the claims on ageing and the presential economy."""

from __future__ import annotations

from bassin.indicators.stats import ROUNDING_OF_TENTHS, direction
from bassin.read import insee, printed
from bassin.topics.ageing.places import PUBLISHED_CENSUS
from bassin.topics.ageing.shares import care_weight
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics

#: Years of the index of access to care that count people by age, the latest first.
CARE_YEARS = (2023, 2022)


@check("age-tertiary")
def _age_tertiary(study: Topics) -> Finding:
    here = study.ageing.tertiary()
    france = study.ageing.tertiary("00FR")
    rising, of = study.ageing.more_tertiary(ROUNDING_OF_TENTHS)
    first, last = here.index[0], here.index[-1]
    return Finding(
        bool((here.diff().dropna() > ROUNDING_OF_TENTHS).all()),
        "B",
        f"Services and administration go from {here[first]:.1f}% of jobs in {first} to "
        f"{here[last]:.1f}% in {last}; in France from {france[first]:.1f}% to {france[last]:.1f}%. "
        f"They rise between both censuses in {rising} of {of} intercommunalities.",
    )


@check("age-presential-2019")
def _age_presential(study: Topics) -> Finding:
    share = study.ageing.sphere()["presential_2023_pct"]
    france = study.ageing.sphere("00FR")["presential_2023_pct"]
    return Finding(
        float(share),
        "B",
        f"{share:.1f}% of salaried jobs at the end of 2023, four years later and without the "
        f"self-employed; {france:.1f}% in France.",
    )


@check("age-rising")
def _age_rising(study: Topics) -> Finding:
    # The share published for 2018 is of other years' surveys in part, and of another file.
    share = study.ageing.elderly_by_place().loc[[*insee.IRIS_YEARS], study.territory.short_name]
    series = ", ".join(f"{value:.1f}% in {year}" for year, value in share.items())
    rising, of = study.ageing.rising_around
    return Finding(
        bool((share.diff().dropna() > ROUNDING_OF_TENTHS).all()),
        "B",
        f"People of 65 and over: {series}. The share rises between both censuses in {rising} of "
        f"{of} communes of the departements at hand.",
    )


@check("age-above")
def _age_above(study: Topics) -> Finding:
    published = dict(study.ageing.published)
    here = published.pop(study.territory.short_name)
    around = ", ".join(f"{value:.1f}% in {place}" for place, value in published.items())
    return Finding(
        all(direction(here, value, ROUNDING_OF_TENTHS) > 0 for value in published.values()),
        "B",
        f"People of 65 and over in {PUBLISHED_CENSUS}: {here:.1f}%; {around}.",
    )


@check("age-65")
def _age_65(study: Topics) -> Finding:
    share = study.ageing.elderly_by_place()[study.territory.short_name].dropna()
    around = share.loc[PUBLISHED_CENSUS:]
    series = ", ".join(f"{value:.1f}% in {year}" for year, value in around.items())
    return Finding(
        bool((around > 25).all()), "B", f"The nearest censuses have it on both sides: {series}."
    )


@check("age-15-29")
def _age_15_29(study: Topics) -> Finding:
    young, town = study.ageing.young, study.territory.centre
    own = study.ageing.by_band().at[town, "15–29"]
    rest = study.ageing.young_without(town)
    return Finding(
        bool(young < 15),
        "B",
        f"{young:.1f}% in 2022: {own:.1f}% in {study.territory.communes.at[town, 'name']} and "
        f"{rest:.1f}% in the other communes.",
    )


@check("age-small-towns")
def _age_small_towns(study: Topics) -> Finding:
    table = study.ageing.elderly().drop(index=study.territory.centre)
    steps = table[[str(year) for year in insee.IRIS_YEARS]].dropna().diff(axis=1).iloc[:, 1:]
    rising = (steps > 0).mean()
    change = table["change"].dropna()
    around = study.ageing.changes_around()
    return Finding(
        bool((rising > 0.5).all()),
        "B",
        f"From 2011 to 2022 it rises in {int((change > 0).sum())} of {len(change)} communes, by "
        f"{change.median():.1f} points in the middle one; in {100 * rising.iloc[0]:.0f}% of them "
        f"from 2011 to 2016, in {100 * rising.iloc[1]:.0f}% from 2016 to 2022. Elsewhere in the "
        f"departement it rises in {int((around > 0).sum())} of {len(around)}, by "
        f"{around.median():.1f} points.",
    )


@check("age-care")
def _age_care(study: Topics) -> Finding:
    apl = study.health.latest("general_practitioner")
    more = {
        year: 100
        * (care_weight(apl, study.territory.codes, year) / care_weight(apl, None, year) - 1)
        for year in CARE_YEARS
    }
    said = " and ".join(f"{pct:.1f}% more (index of {year})" for year, pct in more.items())
    return Finding(
        all(pct > 0 for pct in more.values()),
        "B",
        f"By their ages its people are expected to use {said} of a general practitioner than those "
        "of the country.",
    )


@check("age-source-2020")
def _age_source(study: Topics) -> Finding:
    years = printed.figure_2_2(study.sources).index
    return Finding(
        int(years.max()),
        "D",
        f"The years written under the figure go from {years[0]} to {years[-1]}. The note may be "
        "that of figure 2.1, which ends in 2020.",
    )
