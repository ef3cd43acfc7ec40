"""Words of the chapter on natural risks."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "risk-floods": "Recognised floods a commune from 1982 to 2024: {here:.1f}, against "
    "{around:.1f} in the {departement} and {country:.1f} in {whole}; in the commune of the average "
    "inhabitant, {lived:.1f} against {lived_around:.1f} in the {departement} and "
    "{lived_country:.1f} in {whole}. These are decisions made on request, not hazard.",
    "risk-plans": "The register of July 2024 lists {n} of the {of} communes of 2023, a year after "
    "the study; on the perimeter of other years, {others:; }. The number of communes printed "
    "beside it is judged as a claim of its own.",
    "risk.covered": "{n} of {of} in {year:d}",
}
