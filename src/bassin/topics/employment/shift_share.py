"""The change of jobs parted into what the country, the industries and the rest explain."""

from __future__ import annotations

import pandas as pd

from bassin.indicators.stats import total
from bassin.topics.employment.industries import ALL_JOBS, SECTORS
from bassin.topics.employment.industries import sector as sector_code
from bassin.topics.employment.specialisation import same_industries


def shift_share(
    local_start: pd.Series,
    local_end: pd.Series,
    everywhere_start: pd.Series,
    everywhere_end: pd.Series,
) -> pd.DataFrame:
    r"""Classical shift-share of the change in jobs, by industry.

    With :math:`e_i` and :math:`E_i` the jobs of industry :math:`i` here and everywhere at the
    start, :math:`r_i` and :math:`g_i` their rates of growth, and :math:`g` that of all jobs
    everywhere, the change :math:`e_i r_i` is the sum of

    - ``national`` :math:`e_i g`, had the industry grown as all jobs everywhere;
    - ``mix`` :math:`e_i (g_i - g)`, more or less because of the industry it is;
    - ``residual`` :math:`e_i (r_i - g_i)`, what neither of them explains. It is a difference of
      growth, not a proof that the place brought it about.

    Parameters
    ----------
    local_start, local_end, everywhere_start, everywhere_end : Series
        Jobs by industry, on the same index; all of them.

    Returns
    -------
    DataFrame
        Index as given; ``start``, ``end``, ``change``, ``national``, ``mix``, ``residual``. The
        three parts add up to the change of each industry. An industry without a job here at the
        start has its whole change in ``residual``.

    Raises
    ------
    ValueError
        If the indexes differ, or an industry has jobs here and none everywhere at the start.

    References
    ----------
    :cite:`dunn1960shiftshare`
    """
    for other in (local_end, everywhere_start, everywhere_end):
        same_industries(local_start, other)
    impossible = local_start.index[(local_start > 0) & (everywhere_start <= 0)]
    if len(impossible):
        raise ValueError(f"{impossible[0]!r} has jobs here and none everywhere: tables differ")
    overall = total(everywhere_end) / total(everywhere_start) - 1
    each = everywhere_end / everywhere_start.where(everywhere_start > 0) - 1
    national = local_start * overall
    mix = (local_start * (each - overall)).where(local_start > 0, 0.0)
    change = local_end - local_start
    return pd.DataFrame(
        {
            "start": local_start,
            "end": local_end,
            "change": change,
            "national": national,
            "mix": mix,
            "residual": change - national - mix,
        }
    )


def sums_by_sector(table: pd.DataFrame) -> pd.DataFrame:
    """Sums of a shift-share by broad sector, and of them all (:data:`ALL_JOBS`).

    Parameters
    ----------
    table : DataFrame
        As :meth:`bassin.topics.employment.local.Employment.shift_share`.

    Returns
    -------
    DataFrame
        Index ``sector`` (as :func:`bassin.topics.employment.industries.sector`), in the order of
        :data:`SECTORS`; the columns of :func:`shift_share`.
    """
    sums = total(table.groupby("sector"))
    sums = sums.reindex([code for code in SECTORS if code in sums.index]).rename(index=sector_code)
    sums.loc[ALL_JOBS] = total(sums)
    return sums.rename_axis("sector")


def window_label(start: int, end: int) -> str:
    """Two years as the name of a window.

    Examples
    --------
    >>> window_label(2019, 2022)
    '2019–2022'
    """
    return f"{start}\N{EN DASH}{end}"


def window(
    parts: pd.DataFrame, before: pd.Series, after: pd.Series, sector: str
) -> dict[str, float]:
    """Change of a sector and of all private jobs over one window, here and in France.

    Parameters
    ----------
    parts : DataFrame
        As :func:`sums_by_sector`, over the window.
    before, after : Series
        Private jobs of France by A5 sector, at both ends.
    sector : str
        A5 code of the sector.

    Returns
    -------
    dict of str to float
        Of the sector ``zone_pct`` and ``france_pct`` (change in %), ``residual`` (jobs, as
        :func:`shift_share`); ``all_zone_pct``, ``all_france_pct``, ``all_residual`` of all private
        jobs.
    """
    growth = {"": after[sector] / before[sector], "all_": total(after) / total(before)}
    row = {}
    for name, row_of in (("", sector_code(sector)), ("all_", ALL_JOBS)):
        part = parts.loc[row_of]
        row[f"{name}zone_pct"] = 100 * part["change"] / part["start"]
        row[f"{name}france_pct"] = 100 * (growth[name] - 1)
        row[f"{name}residual"] = part["residual"]
    return row
