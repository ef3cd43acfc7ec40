"""What the chapter on instruments says."""

from __future__ import annotations

from bassin.indicators.stats import significant, total
from bassin.phrase import Phrase
from bassin.read import anct, printed
from bassin.topics.facts import Facts, joined
from bassin.topics.gathered import Topics
from bassin.topics.programmes.instruments import coal_output
from bassin.topics.programmes.labels import DISTRICT_2015, DISTRICT_2024, SERVICES
from bassin.topics.statements import number_printed

#: Commune of the Pôle mécanique: Saint-Martin-de-Valgalgues.
POLE = "30284"
#: Codes of who pays.
PAYERS = tuple(printed.PAYERS.values())
#: The instruments the chapter names, and the sums.
COAL_COMPANY, AGENCY, SEED_FUND = "charbonnages", "myriapolis", "seed-fund"
GRANT, FUND, WAGE, BEARINGS = "fiat-ales", "fiat-france", "wage-mines", "ntn"


def facts(study: Topics) -> Facts:
    """Facts of the chapter."""
    return joined(
        study,
        _instruments,
        _labels,
        _points,
        _francs,
        _shares,
        _coal,
        _pole,
    )


def _instruments(study: Topics) -> Facts:
    instruments = study.programmes.instruments
    paid = instruments["payer"].value_counts()
    return {
        "instr_number": len(instruments),
        "instr_undated": int(instruments["founded"].isna().sum()),
        **{f"instr_{code.removeprefix('payer_')}": int(paid.get(code, 0)) for code in PAYERS},
        "instr_chain": Phrase("programmes.chain", names=study.programmes.chain(COAL_COMPANY)),
        "instr_agency": (instruments.at[AGENCY, "founded"], "d"),
        "instr_fund": (instruments.at[SEED_FUND, "founded"], "d"),
    }


def _labels(study: Topics) -> Facts:
    programmes, people = study.programmes, study.territory.population_2020
    _, small_towns = anct.TOWN_PROGRAMMES
    own, totals = programmes.own, programmes.totals
    before, after = totals.loc[DISTRICT_2015], totals.loc[DISTRICT_2024]
    return {
        "instr_communes": len(study.territory.codes),
        "instr_own": len(own),
        "instr_own_people": (100 * total(own["population"]) / total(people), ".0f", "%"),
        "instr_towns": totals.at[small_towns, "labels"],
        "instr_signed": Phrase("programmes.years", years=sorted(map(int, set(programmes.signed)))),
        "instr_services": totals.at[SERVICES, "labels"],
        "instr_qpv_2015": before["labels"],
        "instr_qpv_2015_in": before["communes"],
        "instr_qpv_2024": after["labels"],
        "instr_qpv_2024_in": after["communes"],
    }


def _points(study: Topics) -> Facts:
    found = study.programmes.matched[["by_code", "both", "without_point"]].sum()
    return {
        "instr_by_code": int(found["by_code"]),
        "instr_both": int(found["both"]),
        "instr_no_point": int(found["without_point"]),
    }


def _francs(study: Topics) -> Facts:
    """Sums of 1968 at face value, and at the rate printed beside that of the grant."""
    money, rate = study.programmes.money, study.programmes.rates[GRANT]
    face, later = money.loc[GRANT, ["euros_low", "later_low"]]
    return {
        "instr_face": (face / 1e6, ".1f"),
        "instr_2022": (later / 1e6, ".1f"),
        "instr_times": (later / face, ".1f"),
        "instr_rate": (rate, ".2f"),
        "instr_prices": (study.programmes.chained_rate, ".2f"),
        "instr_prices_less": (100 * (1 - study.programmes.chained_rate / rate), ".1f", "%"),
        "instr_prices_2022": (money.at[GRANT, "low"] * study.programmes.chained_rate / 1e6, ".1f"),
        "instr_wage_face": (money.at[WAGE, "euros_low"], ".2f"),
        "instr_wage_2022": (money.at[WAGE, "low"] * rate, ".2f"),
    }


def _shares(study: Topics) -> Facts:
    """Sums of one year beside each other, for which no index is needed."""
    money = study.programmes.money
    projects = number_printed(study, "instr-fiat-projects")
    lines = number_printed(study, "instr-ntn-lines")
    return {
        "instr_share": (100 * money.at[GRANT, "low"] / money.at[FUND, "low"], ".1f", "%"),
        "instr_projects": projects,
        "instr_mean": (significant(money.at[FUND, "euros_low"] / projects, 1), ",.0f"),
        "instr_lines": lines,
        "instr_line": (money.at[BEARINGS, "low"] / lines / 1e6, ".1f"),
    }


def _coal(study: Topics) -> Facts:
    study.published("instruments")  # refused to another territory
    tonnes = number_printed(study, "waves-output-1957")
    return {
        "instr_coal": number_printed(study, "instr-coal-output"),
        "instr_coal_most": coal_output(printed.events(study.sources, study.epci), tonnes).ceiling,
    }


def _pole(study: Topics) -> Facts:
    jobs = study.employment.communes
    if POLE not in jobs.index:  # another territory
        return {}
    around = jobs.loc[POLE].dropna()
    return {
        "instr_pole": number_printed(study, "instr-pole-jobs"),
        "instr_pole_commune": around[2022],
        "instr_pole_most": around.max(),
        "instr_pole_since": (around.index.min(), "d"),
    }
