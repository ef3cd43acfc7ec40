"""Cerema: land consumed since 2009, brownfield sites, vacant dwellings."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pandera.pandas as pa

from bassin.availability import MISSING
from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of
from bassin.read._parse import masked_numbers, numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, availability, check, commune_index, count, text

#: Land consumed: rows of the 72 communes of Alès Agglomération, and the whole file as published.
LAND_TAKE = "cerema/conso_enaf_2009_2024_alesagglo.csv"
LAND_TAKE_FRANCE = "cerema/conso2009_2024_resultats_com.csv"
BROWNFIELDS = "cerema/cartofriches_sites_2024-03-10.csv.gz"
#: Dataset of the manifest, a file a year.
VACANT_DWELLINGS = "vacant-dwellings"

#: Years the file of land consumed goes from and to, on the first of January.
FIRST, LAST = 2009, 2024

#: Part of the column name of each use to its name here.
USES = {
    "hab": "housing",
    "act": "activity",
    "mix": "mixed",
    "rou": "roads",
    "fer": "railways",
    "inc": "unknown",
}

#: Square metres that totals may differ by: the file rounds the halves of 2009-2011.
_ROUNDING = 2.0


def land_take_file(sources: Sources) -> str:
    """The file of land consumed that is read: that of France where it is at hand."""
    return LAND_TAKE_FRANCE if LAND_TAKE_FRANCE in sources else LAND_TAKE


@reused
def land_take(sources: Sources) -> pd.DataFrame:
    """Natural, farm and forest land consumed by commune and year, after the land registers.

    The copy at hand has the 72 communes of Alès Agglomération and no use by year. The national
    file is read instead where it is listed.

    Returns
    -------
    DataFrame
        Index ``(code, year)``: a flow runs from the first of January of ``year`` to the next.
        ``total`` (m2), then a column each of :data:`USES` where the file gives them. The flows of
        2009 and 2010 are one flow of two years cut in half.

    Raises
    ------
    DataError
        Also if the flows of a commune do not add up to its total over the period, or the uses of
        a year to the flow of that year.
    """
    file = land_take_file(sources)
    national = file == LAND_TAKE_FRANCE
    table, total = _land_take_cells(sources, file, uses=national)
    flows = []
    for year in range(FIRST, LAST):
        span = (year % 100, (year + 1) % 100)
        columns = {"total": table["naf{:02d}art{:02d}".format(*span)]}
        if national:
            columns |= {
                name: table[f"art{span[0]:02d}{stem}{span[1]:02d}"] for stem, name in USES.items()
            }
        flows.append(pd.DataFrame(columns).assign(year=year))
    yearly = pd.concat(flows).set_index("year", append=True).sort_index()
    gap = (yearly["total"].groupby("code").sum(skipna=False) - total).abs()
    _refuse_gap(file, gap, "the yearly flows do not add up to the total of the period")
    if national:
        spread = (yearly[list(USES.values())].sum(axis=1) - yearly["total"]).abs()
        _refuse_gap(file, spread, "the uses do not add up to the flow of the year")
    index = pa.MultiIndex(
        [
            pa.Index(str, commune_index().checks, name="code"),
            pa.Index("int64", pa.Check.in_range(FIRST, LAST - 1), name="year"),
        ],
        unique=["code", "year"],
    )
    # What is left once the other uses are rounded is filed as unknown: it may be -1 m2.
    least = pa.Column(float, pa.Check.ge(-_ROUNDING))
    schema = {"total": count(), **{n: least for n in yearly.columns if n != "total"}}
    return check(yearly, file, sources, schema, index, rows=len(table))


@reused
def land_take_by_use(sources: Sources) -> pd.DataFrame:
    """Land consumed by commune from 2009 to 2024, by use, beside the area of the commune.

    Returns
    -------
    DataFrame
        Index ``code``; ``total``, ``housing``, ``activity``, ``other`` (mixed uses, roads,
        railways and what is unknown), ``commune`` (area): m2.

    Raises
    ------
    DataError
        Also if the uses exceed the total, or the total is not the printed share of the commune.
    """
    file = land_take_file(sources)
    first, last = FIRST % 100, LAST % 100
    names = {
        f"naf{first:02d}art{last:02d}": "total",
        f"art{first:02d}hab{last:02d}": "housing",
        f"art{first:02d}act{last:02d}": "activity",
        f"surfcom{LAST}": "commune",
        f"artcom{first:02d}{last:02d}": "share_pct",
    }
    cells = read_csv(sources, file, columns=["idcom", *names], sep=";")
    table = cells.rename(columns={"idcom": "code"}).set_index("code")
    table = table.apply(numbers, file=file, missing=()).rename(columns=names)
    table.insert(3, "other", table["total"] - table["housing"] - table["activity"])
    share = table.pop("share_pct")
    # The share is printed with two decimals.
    wrong = (100 * table["total"] / table["commune"] - share).abs() > 0.0051
    if wrong.any():
        raise DataError(
            file,
            "the land consumed is not the share of the commune printed beside it",
            column=f"artcom{first:02d}{last:02d}",
            row=wrong.idxmax(),
        )
    schema = {name: count() for name in table.columns}
    return check(table, file, sources, schema, commune_index())


def _land_take_cells(
    sources: Sources, file: str, *, uses: bool
) -> tuple[pd.DataFrame, pd.Series[float]]:
    spans = [(year % 100, (year + 1) % 100) for year in range(FIRST, LAST)]
    flows = [f"naf{a:02d}art{b:02d}" for a, b in spans]
    if uses:
        flows += [f"art{a:02d}{stem}{b:02d}" for a, b in spans for stem in USES]
    whole = f"naf{FIRST % 100:02d}art{LAST % 100:02d}"
    cells = read_csv(sources, file, columns=["idcom", *flows, whole], sep=";")
    table = cells.rename(columns={"idcom": "code"}).set_index("code")
    table = table.apply(numbers, file=file, missing=())
    return table, table.pop(whole)


def _refuse_gap(file: str, gap: pd.Series[float], what: str) -> None:
    if (gap > _ROUNDING).any():
        raise DataError(
            file,
            what,
            column="total",
            row=gap.idxmax(),
            cure="A cell was changed or a column misread: take the file as published.",
        )


#: Status of a site in the file to its code: only the first is unverified.
SITE_STATUSES = {
    "friche potentielle": "site_potential",
    "friche sans projet": "site_without_project",
    "friche avec projet": "site_with_project",
    "friche reconvertie": "site_reused",
}
POTENTIAL = SITE_STATUSES["friche potentielle"]

#: What is known of the soil: in the file, to its code.
POLLUTION = {
    "inconnu": "soil_unknown",
    "pollution peu probable": "soil_unlikely",
    "pollution inexistante": "soil_clean",
    "pollution supposée": "soil_presumed",
    "pollution avérée": "soil_polluted",
}
POLLUTED = POLLUTION["pollution avérée"]


@reused
def brownfields(sources: Sources) -> pd.DataFrame:
    """Brownfield sites listed by Cartofriches on 10 March 2024.

    Returns
    -------
    DataFrame
        Index ``site``; ``name``, ``code`` (commune), ``status`` (of :data:`SITE_STATUSES`;
        ``"site_potential"`` ones come from inventories of old activities and were not verified),
        ``pollution`` (of :data:`POLLUTION`), ``activity`` (as listed, may be empty), ``area`` (m2,
        NaN where not given), ``land`` (identifiers of the pieces of land, sorted, empty where not
        given: two records of one place share them), ``lon``, ``lat`` (degrees).
    """
    names = {
        "site_id": "site",
        "site_nom": "name",
        "comm_insee": "code",
        "site_statut": "status",
        "sol_pollution_existe": "pollution",
        "activite_libelle": "activity",
        "site_surface": "area",
        "l_idtup": "land",
        "lon": "lon",
        "lat": "lat",
    }
    table = read_csv(sources, BROWNFIELDS, columns=list(names))
    table = table.rename(columns=names).set_index("site")
    for column, known in (("status", SITE_STATUSES), ("pollution", POLLUTION)):
        strange = ~table[column].isin(list(known))
        if strange.any():
            row = strange.idxmax()
            raise DataError(
                BROWNFIELDS,
                f"{table.at[row, column]!r} is none of {', '.join(known)}",
                column=column,
                row=row,
            )
        table[column] = table[column].map(known)
    table["land"] = [" ".join(sorted(re.findall(r"\w+", units))) for units in table["land"]]
    table["area"] = numbers(table["area"], BROWNFIELDS, missing=("", "NA"))
    for column in ("lon", "lat"):
        table[column] = numbers(table[column], BROWNFIELDS, missing=())
    columns = {
        "name": pa.Column(str),
        "code": text(pattern=COMMUNE),
        "status": text(),
        "pollution": text(),
        "activity": pa.Column(str),
        "area": count(nullable=True),
        "land": pa.Column(str),
        "lon": pa.Column(float, pa.Check.in_range(-180, 180)),
        "lat": pa.Column(float, pa.Check.in_range(-90, 90)),
    }
    index = pa.Index(str, unique=True, name="site")
    return check(table, BROWNFIELDS, sources, columns, index)


@reused(year=each(VACANT_DWELLINGS))
def vacant_dwellings(sources: Sources, year: int) -> pd.DataFrame:
    """Vacant private dwellings by commune in a year (LOVAC).

    An empty cell is a count masked by secrecy: no count from 1 to 10 is printed. The names of
    regions and departements in the copy at hand have lost their accents to another encoding for
    good; they are not read. Paris, Lyon and Marseille are given by arrondissement.

    Returns
    -------
    DataFrame
        Index ``code``; ``dwellings`` (private), ``vacant``, ``vacant_2y`` (for over two years):
        NaN where secret, with ``dwellings_status``, ``vacant_status``, ``vacant_2y_status``. Where
        no dwelling but vacant ones are listed, ``dwellings`` is missing.

    Raises
    ------
    DataError
        Also if more dwellings are vacant than there are, or a printed rate does not follow.
    """
    file = file_of(sources, VACANT_DWELLINGS, year)
    counts = {"nb_log_prive": "dwellings", "nb_log_vacant": "vacant"}
    counts["nb_log_vacant_2ans"] = "vacant_2y"
    rates = {"taux_vacance": "vacant", "taux_vacance_2ans": "vacant_2y"}
    cells = read_csv(sources, file, columns=["code_insee", *counts, *rates])
    cells = cells.rename(columns={"code_insee": "code"}).set_index("code")
    table = pd.DataFrame(index=cells.index)
    for column, name in counts.items():
        values, status = masked_numbers(cells[column], file, secret=("",), missing=("nd",))
        table[name], table[f"{name}_status"] = values, status
    # A few communes have vacant dwellings and no dwelling: such a zero is no count.
    void = (table["dwellings"] == 0) & (table["vacant"] > 0)
    table.loc[void, ["dwellings", "dwellings_status"]] = [np.nan, MISSING]
    for column, name in rates.items():
        printed = numbers(cells[column], file)
        with np.errstate(invalid="ignore", divide="ignore"):
            found = 100 * table[name] / table["dwellings"]
        wrong = (found - printed).abs() > 0.011
        if wrong.any():
            raise DataError(
                file,
                f"{printed[wrong.idxmax()]}% printed, {found[wrong.idxmax()]:.2f}% found",
                column=column,
                row=wrong.idxmax(),
            )
    for part, of in (("vacant", "dwellings"), ("vacant_2y", "vacant")):
        over = table[part] > table[of]
        if over.any():
            raise DataError(file, f"more than {of}", column=part, row=over.idxmax())
    state = availability()
    columns = {
        name: schema
        for one in counts.values()
        for name, schema in (
            (one, pa.Column(float, pa.Check.ge(0), nullable=True)),
            (f"{one}_status", state),
        )
    }
    return check(table, file, sources, columns, commune_index())
