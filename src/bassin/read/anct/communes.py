"""What the ANCT says of each commune: density, massif, reach, plan of prevention."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of
from bassin.read._parse import integers, numbers, read_csv, read_sheet
from bassin.read._reused import reused
from bassin.read._schema import check, commune_index, text

DENSITY = "anct/densite.csv"
#: Dataset of the manifest, a file a year.
PREVENTION_PLANS = "prevention-plans"
MASSIFS = "anct/montagne.csv"
DEBATE, DEBATE_LABELS = "anct/gddebat_datacom.csv", "anct/gddebat_meta.xlsx"


@reused
def density_2025(sources: Sources) -> pd.DataFrame:
    """Density class of the communes of 2025: index ``code``; ``name``, ``density``."""
    names = {"insee_com": "code", "lib_com": "name", "niveau_densite": "density"}
    table = read_csv(sources, DENSITY, columns=list(names), encoding="utf-8-sig")
    table = table.rename(columns=names).set_index("code")
    return check(table, DENSITY, sources, {"name": text(), "density": text()}, commune_index())


@reused
def massifs_2025(sources: Sources) -> pd.DataFrame:
    """Communes of 2025 that belong to a massif: index ``code``; ``name``, ``massif``.

    A commune without a row belongs to none, if it is still one in 2025. Membership of a massif is
    wider than the legal list of mountain communes.
    """
    names = {"insee_com": "code", "lib_com": "name", "niveau_montagne": "massif"}
    table = read_csv(sources, MASSIFS, columns=list(names), encoding="utf-8-sig")
    table = table.rename(columns=names).set_index("code")
    columns = {"name": text(), "massif": text(pattern=r"\d{2} - Massif .+")}
    return check(table, MASSIFS, sources, columns, commune_index())


#: Indicator of the public debate to its name here and how its label begins in the workbook.
DEBATE_INDICATORS = {
    "ID_1": ("far_workers_pct", "Temps de transport pour aller au travail"),
    "ID_3": ("fast_internet_pct", "Accès à internet en Très Haut Débit"),
    "ID_5": ("cinema_minutes", "Temps d’accès à un cinéma ou un théâtre"),
}


@reused
def public_debate_indicators(sources: Sources) -> pd.DataFrame:
    """Three indicators of reach by commune, on the geography of 2018-01-01.

    They were put together for the public debate of 2019. What each number means is in a workbook
    of its own: its labels are compared with those expected here.

    Returns
    -------
    DataFrame
        Index ``code``; ``far_workers_pct`` (share of workers whose job is over 30 minutes away by
        road, census of 2014), ``fast_internet_pct`` (share of premises that may have 30 Mbit/s or
        more, 2017), ``cinema_minutes`` (to the nearest cinema or theatre by road, 2017). NaN where
        not published.

    Raises
    ------
    DataError
        Also if the workbook gives an indicator another label.
    """
    labels = read_sheet(sources, DEBATE_LABELS, "Feuil1", columns=["id", "lib"], header=1)
    said = labels.set_index("id")["lib"].str.replace("'", "’")
    for key, (_, label) in DEBATE_INDICATORS.items():
        if said.get(key) != label:
            raise DataError(
                DEBATE_LABELS, f"{said.get(key)!r} instead of {label!r}", column="lib", row=key
            )
    names = {key: name for key, (name, _) in DEBATE_INDICATORS.items()}
    table = read_csv(sources, DEBATE, columns=["CODGEO", *names], sep=";").set_index("CODGEO")
    table = table.apply(numbers, file=DEBATE, decimal=",", missing=("", "NA"))
    table = table.rename(columns=names).rename_axis("code")
    columns = {
        name: pa.Column(
            float, pa.Check.in_range(0, 100 if name.endswith("_pct") else 600), nullable=True
        )
        for name in names.values()
    }
    return check(table, DEBATE, sources, columns, commune_index())


@reused(year=each(PREVENTION_PLANS))
def prevention_plans(sources: Sources, year: int) -> pd.DataFrame:
    """Communes covered by a plan for the prevention of natural risks (PPRN) in a year.

    The register gives no peril, no date and no stage of the plans, and no boundary of their zones.

    Returns
    -------
    DataFrame
        Index ``code``, on the geography of its first of January; ``name``, ``plan`` (bool).
    """
    file = file_of(sources, PREVENTION_PLANS, year)
    names = {"codgeo": "code", "libgeo": "name", "nb_com_pprn": "plan"}
    table = read_sheet(sources, file, "Data", columns=list(names), header=5)
    table = table.rename(columns=names).set_index("code")
    flag = integers(table["plan"], file)
    if not flag.isin([0, 1]).all():
        row = flag.index[~flag.isin([0, 1])][0]
        raise DataError(file, f"{flag[row]} is neither 0 nor 1", column="nb_com_pprn", row=row)
    table["plan"] = flag == 1
    columns = {"name": text(), "plan": pa.Column(bool)}
    return check(table, file, sources, columns, commune_index())
