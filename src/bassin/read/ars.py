"""ARS: the zoning of general practitioners."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of
from bassin.read._parse import read_csv
from bassin.read._reused import reused
from bassin.read._schema import check, text

#: Dataset of the manifest, a file a year.
GP_ZONING = "zoning-of-practitioners"

#: Codes of the zones, from the most to the least in want of doctors.
PRIORITY, COMPLEMENTARY, REGIONAL = "zone_priority", "zone_complementary", "zone_regional"
OUTSIDE, UNAVAILABLE = "zone_outside", "zone_unavailable"
#: Zones of the file to their codes.
ZONES = {
    "1_ZIP": PRIORITY,
    "2_ZAC": COMPLEMENTARY,
    "4_ZAR": REGIONAL,
    "3_HZ": OUTSIDE,
    "N/A - résultat non disponible": UNAVAILABLE,
}


@reused(year=each(GP_ZONING))
def gp_zoning(sources: Sources, year: int) -> pd.DataFrame:
    """Zone of general practitioners by postcode and commune name, in a year.

    The file has no INSEE code. Postcodes of departements 01 to 09 have lost their leading zero and
    get it back here; a name listed under several post offices is one row.

    Returns
    -------
    DataFrame
        ``postcode`` (five digits), ``name``, ``zone`` (a value of :data:`ZONES`); unique rows.
    """
    file = file_of(sources, GP_ZONING, year)
    names = {"Code_postal": "postcode", "Nom_commune": "name", "Zonage": "zone"}
    table = read_csv(sources, file, columns=list(names)).rename(columns=names)
    listed = len(table)
    table["postcode"] = table["postcode"].str.zfill(5)
    table = table.drop_duplicates(ignore_index=True)
    columns = {
        "postcode": text(pattern=r"\d{5}"),
        "name": text(),
        "zone": pa.Column(str, pa.Check.isin(list(ZONES))),
    }
    check(table, file, sources, columns, rows=listed)
    return table.assign(zone=table["zone"].map(ZONES))
