"""What the text claims, held against the raw files: verdicts, the record of them, the ledger."""

from bassin.claims import prose
from bassin.claims.agreement import read_again
from bassin.claims.challenge import statements
from bassin.claims.corrected import moves
from bassin.claims.counted import counted
from bassin.claims.curves import Curves
from bassin.claims.findings import Findings
from bassin.claims.headline import brief, slips
from bassin.claims.held import audit, failing, verdicts
from bassin.claims.ledger import Ledger
from bassin.claims.offered import offered
from bassin.claims.planted import counted_errors, planted, seen

__all__ = [
    "Curves",
    "Findings",
    "Ledger",
    "audit",
    "brief",
    "counted",
    "counted_errors",
    "failing",
    "moves",
    "offered",
    "planted",
    "prose",
    "read_again",
    "seen",
    "slips",
    "statements",
    "verdicts",
]
