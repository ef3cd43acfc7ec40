"""CCR: recognitions of natural disasters, by commune and peril."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, check, text
from bassin.read._typed import read_parquet

DECREES = "ccr/catnat_decrees_1982_2024.parquet"

#: Code of the peril of floods and mudflows.
FLOOD = "ICB"

RECOGNISED, REFUSED = "recognised", "refused"
_DECISIONS = {
    "Reconnue": RECOGNISED,
    "Reconnue(sans impact sur la modulation)": RECOGNISED,
    "Non reconnue": REFUSED,
}
#: Cities that the file gives by arrondissement: start of the code, number of arrondissements, city.
_CITIES = (("751", 20, "75056"), ("6938", 9, "69123"), ("132", 16, "13055"))


@reused
def disaster_decrees(sources: Sources) -> pd.DataFrame:
    """Decisions on natural disasters, 1982 to 2024: one row a commune, peril, event and decree.

    Returns
    -------
    DataFrame
        ``code`` (the commune as it was: a former commune keeps its own; Paris, Lyon and Marseille
        stand for their arrondissements), ``peril`` (three letters; :data:`FLOOD`), ``start``,
        ``end`` (of the event), ``decree`` (when it was signed): dates; ``decision``
        (``"recognised"`` or ``"refused"``). An event may come in several decrees.

    Raises
    ------
    DataError
        Also if a decision is unknown, an event ends before it starts, or a decree comes before the
        event it is on.
    """
    names = {
        "insee": "code",
        "code_peril": "peril",
        "debut_evenement": "start",
        "fin_evenement": "end",
        "date_arrete": "decree",
        "decision": "decision",
    }
    table = read_parquet(
        sources,
        DECREES,
        texts=["insee", "code_peril", "decision"],
        days=["debut_evenement", "fin_evenement", "date_arrete"],
    ).rename(columns=names)
    unknown = ~table["decision"].isin(list(_DECISIONS))
    if unknown.any():
        row = unknown.idxmax()
        raise DataError(DECREES, repr(table.at[row, "decision"]), column="decision", row=row)
    table["decision"] = table["decision"].map(_DECISIONS)
    # Departements 01 to 09 have lost their zero in some decrees and kept it in others.
    table["code"] = table["code"].str.zfill(5).replace(_arrondissements())
    for early, late, column in (
        ("start", "end", "fin_evenement"),
        ("start", "decree", "date_arrete"),
    ):
        wrong = table[early] > table[late]
        if wrong.any():
            row = wrong.idxmax()
            raise DataError(
                DECREES,
                f"{late} on {table.at[row, late]:%Y-%m-%d}, before the event of "
                f"{table.at[row, early]:%Y-%m-%d}",
                column=column,
                row=row,
            )
    date = pa.Column("datetime64[ns]", pa.Check.ge(pd.Timestamp("1982-01-01")))
    columns = {
        "code": text(pattern=COMMUNE),
        "peril": text(pattern=r"[A-Z]{3}"),
        "start": date,
        "end": date,
        "decree": date,
        "decision": pa.Column(str, pa.Check.isin([RECOGNISED, REFUSED])),
    }
    return check(table, DECREES, sources, columns)


def _arrondissements() -> dict[str, str]:
    return {
        f"{stem}{number:0{5 - len(stem)}d}": city
        for stem, last, city in _CITIES
        for number in range(1, last + 1)
    }
