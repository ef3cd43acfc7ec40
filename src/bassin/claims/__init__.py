"""What the text claims, held against the raw files: verdicts, the record of them, the ledger."""

from bassin.claims.counted import facts, reasons
from bassin.claims.held import audit, verdicts
from bassin.claims.ledger import Ledger
from bassin.claims.waiting import untested

__all__ = ["Ledger", "audit", "facts", "reasons", "untested", "verdicts"]
