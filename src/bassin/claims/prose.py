"""What the prose says of the claims and of the files, by the key it says it under.

A fact is what :func:`bassin.show.text.say` takes, as in :mod:`bassin.topics.facts`.
"""

from __future__ import annotations

import pandas as pd

from bassin.claims import agreement
from bassin.claims.ledger import Ledger
from bassin.claims.planted import MOVED
from bassin.files.spoiled import ALL
from bassin.indicators.stats import how_many
from bassin.phrase import Phrase
from bassin.read import printed
from bassin.read.printed import ESSENTIAL, REVERSES, STANDS, WEAKENS
from bassin.show import panels
from bassin.study import Study
from bassin.topics.facts import Facts
from bassin.topics.pages import PAGES, deciding
from bassin.verdict import CONFIRMED

#: A claim that counts establishments: what it rests on is given as an example.
_EXAMPLE = "care-filieris"


def ledger(study: Study, audit: Ledger) -> Facts:
    """Facts of the chapter of every claim.

    Parameters
    ----------
    study : Study
        The one the ledger was made with.
    audit : Ledger
    """
    return {
        **{f"audit_{name}": number for name, number in audit.score().items()},
        **{f"audit_{name}": meaning for name, meaning in audit.meanings().items()},
        **_how_many_hold(audit),
        **panels.written(audit.failing, "audit"),
        **_what_rests_on_files(audit),
        **_second_reader(study),
        "audit_errata": len(audit.errata),
        "audit_errata_claims": int(audit.errata["claim"].nunique()),
        "audit_replies": len(audit.replies),
        "audit_filieris": len(study.health.named("filieris")),
        "audit_filieris_files": len(audit.verdicts.at[_EXAMPLE, "files"]),
    }


def planted(errors: pd.DataFrame, statements: pd.DataFrame) -> Facts:
    """Facts of the errors planted.

    Parameters
    ----------
    errors : DataFrame
        As :func:`bassin.claims.planted.planted`.
    statements : DataFrame
        As :func:`bassin.claims.challenge.statements`.
    """
    moved = errors[errors["error"].isin(MOVED)]
    return {
        "audit_planted": len(errors),
        "audit_planted_claims": int(errors["claim"].nunique()),
        "audit_planted_caught": how_many(errors["caught"]),
        "audit_moved": len(moved),
        "audit_moved_caught": how_many(moved["caught"]),
        "audit_negated": len(statements),
        "audit_negated_caught": how_many(statements["negated"]),
    }


def _second_reader(study: Study) -> Facts:
    read = printed.second_reading(study.sources, study.epci)
    beyond = agreement.kappa(read["first"], read["verdict"])
    tolerances = agreement.tolerances(study)
    found = agreement.recall(printed.second_extraction(study.sources, study.epci))
    return {
        "audit_second": len(read),
        "audit_second_same": how_many(read["first"] == read["verdict"]),
        "audit_second_numbers": tolerances["numbers"],
        "audit_second_same_tolerance": tolerances["same"],
        "audit_second_wider": tolerances["wider"],
        "audit_second_narrower": tolerances["narrower"],
        "audit_second_kappa": (beyond.value, ".2f"),
        "audit_second_low": (beyond.low, ".2f"),
        "audit_second_high": (beyond.high, ".2f"),
        "audit_pages_read": len(printed.PAGES_READ),
        **{
            f"audit_recall_{kind}_{what}": int(row[what])
            for kind, row in found.iterrows()
            for what in ("found", "listed")
        },
    }


def _weights(audit: Ledger) -> Facts:
    tested, failing = audit.tested, audit.failing
    effects = {STANDS: "standing", WEAKENS: "weakened", REVERSES: "turned"}
    return {
        "audit_later": how_many(tested["later"]),
        "audit_tolerance_changed": how_many(tested["tolerance_changed"] != ""),
        "audit_essential": how_many(audit.verdicts["importance"] == ESSENTIAL),
        "audit_essential_tested": how_many(tested["importance"] == ESSENTIAL),
        "audit_failing": len(failing),
        "audit_failing_essential": how_many(failing["importance"] == ESSENTIAL),
        **{f"audit_{name}": how_many(failing["effect"] == one) for one, name in effects.items()},
    }


def _how_many_hold(audit: Ledger) -> Facts:
    statements = audit.having(CONFIRMED)["kind"] == "statement"
    return {
        "audit_holding_pct": (audit.holding_pct, ".0f", "%"),
        "audit_bound_low": (audit.bounds_pct[0], ".0f", "%"),
        "audit_bound_high": (audit.bounds_pct[1], ".0f", "%"),
        **_weights(audit),
        "audit_confirmed_numbers": int((~statements).sum()),
        "audit_confirmed_statements": int(statements.sum()),
        "audit_mostly_tested": Phrase("claims.chapters", chapters=audit.mostly_tested()),
    }


def _what_rests_on_files(audit: Ledger) -> Facts:
    reach = audit.rests_on()
    widest = reach.index[0]
    return {
        "audit_files": len(reach),
        "audit_files_used": len(audit.resting()),
        "audit_widest": audit.files.at[widest, "title"],
        "audit_widest_claims": int(reach.at[widest, "claims"]),
    }


def files(study: Study) -> Facts:
    """Facts of the chapter of the raw files."""
    listing = study.listing
    counted = {**listing.statuses, **listing.hosts, **listing.counted}
    spoiled = study.spoiled
    every = {f"spoiled_{name}": n for name, n in spoiled.counts.loc[ALL].items()}
    found = study.pages
    tested = found[found["check"] == PAGES]
    again = found[found["again"] != ""]
    read = again[again["again"].isin(printed.AGREEMENTS)]
    return {
        **{f"files_{what}": int(count) for what, count in (counted | every).items()},
        "files_spoiled_calls": spoiled.calls,
        "files_spoiled_commit": spoiled.commit,
        "files_spoiled_day": spoiled.day,
        "files_pages": int(found.index.get_level_values("address").nunique()),
        "files_pages_readings": len(found),
        "files_pages_claims": int(found.index.get_level_values("claim").nunique()),
        "files_pages_deciding": len(deciding(tested)),
        "files_pages_given": len(again),
        "files_pages_again": len(read),
        "files_pages_same": how_many(read["again"] == read["first"]),
    }
