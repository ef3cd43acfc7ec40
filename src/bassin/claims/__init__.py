"""What the text claims, held against the raw files: verdicts, the record of them, the ledger."""

from bassin.claims import prose
from bassin.claims.agreement import read_again
from bassin.claims.challenge import statements
from bassin.claims.corrected import moves
from bassin.claims.counted import counted
from bassin.claims.curves import Curves
from bassin.claims.findings import Findings
from bassin.claims.held import audit, verdicts
from bassin.claims.ledger import Ledger
from bassin.claims.offered import offered
from bassin.claims.planted import counted_errors, planted, seen

__all__ = [
    "Curves",
    "Findings",
    "Ledger",
    "audit",
    "counted",
    "counted_errors",
    "moves",
    "offered",
    "planted",
    "prose",
    "read_again",
    "seen",
    "statements",
    "verdicts",
]
