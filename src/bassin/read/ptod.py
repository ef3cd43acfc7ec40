"""Observatoire PTOD: indicators of EPCI, zones, departements and regions, by a third party.

The author (V. Roué) adds up INSEE's files by area and publishes the result with a web site. What is
read here is in no file of INSEE at hand. It is held against those files where both have a number.
"""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._reused import reused
from bassin.read._schema import DEPARTEMENT, check, count, matches, text
from bassin.read._typed import read_records

AREAS = {
    "departement": "ptod/agg_dep.json",
    "region": "ptod/agg_reg.json",
    "epci": "ptod/agg_epci.json.gz",
    "zone_emploi": "ptod/agg_ze.json",
}
#: Code of the row of France, which is the mainland for incomes.
FRANCE = "00FR"
#: Periods of the demographic balance, and censuses of the ageing index.
PERIODS = ((2011, 2016), (2016, 2022))
CENSUSES = (2011, 2016, 2022)

_CODES = {
    "departement": rf"(?:{DEPARTEMENT}|00FR)",
    "region": r"(?:\d{2}|00FR)",
    "epci": r"(?:\d{9}|75056|00FR)",
    "zone_emploi": r"(?:\d{4}|00FR)",
}
_NAMES = {
    "rev_med_19": "median_2019",
    "rev_med_21": "median_2021",
    "rev_txpauv_19": "poverty_2019_pct",
    "rev_txpauv_21": "poverty_2021_pct",
    "P22_POP": "population_2022",
    "eco_txemp_1564_16": "employed_2016_pct",
    "eco_txemp_1564_22": "employed_2022_pct",
    "soc_txchom_1564_22": "unemployed_2022_pct",
    "dsp_csp_cadres_pct_22": "managers_2022_pct",
    "dsp_csp_ouvriers_pct_22": "workers_2022_pct",
    "dsp_csp_retraites_pct_22": "retired_2022_pct",
    "dsp_dipl_infbac_pct_22": "below_bac_2022_pct",
    "dsp_dipl_supbac2_pct_22": "above_bac2_2022_pct",
    "eco_sectindus_pct_22": "industry_2022_pct",
    "log_vac_pct_22": "vacant_2022_pct",
    **{f"dmv_iv_ind_{year % 100}": f"ageing_index_{year}" for year in CENSUSES},
    **{
        f"dm_{stem}_vtcam_{start % 100}{end % 100}": f"{name}_{start}_{end}_pct"
        for start, end in PERIODS
        for stem, name in (("sn", "natural"), ("sma", "migratory"), ("pop", "growth"))
    },
}
#: Columns of :func:`areas` but the name.
COLUMNS = tuple(_NAMES.values())
#: How the names of rates of growth begin, which may be below zero.
_RATES = ("natural", "migratory", "growth")
#: Rates are rounded to a hundredth: two of them and their sum may be 0.015 apart.
_ROUNDING = 0.016


@reused(level=AREAS)
def areas(sources: Sources, level: str) -> pd.DataFrame:
    """Incomes, ages, balance, work and dwellings of places of the metropole.

    Parameters
    ----------
    sources : Sources
    level : {"departement", "region", "epci", "zone_emploi"}
        EPCI and their communes are those of 2025.

    Returns
    -------
    DataFrame
        Index ``code`` (``"00FR"`` is France); ``name``; ``median_2019``, ``median_2021`` (euros a
        consumption unit a year), ``poverty_2019_pct``, ``poverty_2021_pct`` (at 60 % of the median
        of the mainland), ``ageing_index_<year>`` (people of 65 and over for 100 under 20),
        ``natural_<start>_<end>_pct``, ``migratory_...`` and ``growth_...`` (% a year);
        ``population_2022`` (NaN for France, which the file has wrong); of the census of 2022
        ``employed_2022_pct`` (and 2016; of people of 15 to 64), ``unemployed_2022_pct`` (of the
        active of that age), ``managers_2022_pct``, ``workers_2022_pct``, ``retired_2022_pct`` (of
        people of 15 and over), ``below_bac_2022_pct``, ``above_bac2_2022_pct`` (of those out of
        school), ``industry_2022_pct`` (of jobs), ``vacant_2022_pct`` (of dwellings).

    Raises
    ------
    ChoiceError
        If there is no such level.
    DataError
        Also if natural and migratory rates do not add up to the growth.

    Examples
    --------
    >>> areas(Sources(), "departement").at["30", "poverty_2019_pct"]  # doctest: +SKIP
    19.6
    """
    file = AREAS[level]
    cells = read_records(sources, file, texts=["code", "libelle"], amounts=[*_NAMES])
    table = cells.set_index("code").rename(columns={"libelle": "name", **_NAMES})
    # Of France the file gives the mean of its places, or so.
    table["population_2022"] = table["population_2022"].mask(table.index == FRANCE)
    for start, end in PERIODS:
        natural, migratory, growth = (
            table[f"{name}_{start}_{end}_pct"] for name in ("natural", "migratory", "growth")
        )
        gap = (natural + migratory - growth).abs()
        if (gap > _ROUNDING).any():
            raise DataError(
                file,
                "natural and migratory rates do not add up to the growth",
                column=f"dm_pop_vtcam_{start % 100}{end % 100}",
                row=gap.idxmax(),
                cure="Use the file as it was listed.",
            )
    percent = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
    rate = pa.Column(float, pa.Check.in_range(-10, 10), nullable=True)
    columns = {"name": text()}
    for name in _NAMES.values():
        if name.startswith(_RATES):
            columns[name] = rate
        else:
            columns[name] = percent if name.endswith("_pct") else count(nullable=True)
    index = pa.Index(str, matches(_CODES[level]), unique=True, name="code")
    return check(table, file, sources, columns, index)
