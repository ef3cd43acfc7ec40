"""What the text claims, held against the raw files: verdicts, the record of them, the ledger."""

from bassin.claims import prose
from bassin.claims.agreement import read_again
from bassin.claims.counted import counted
from bassin.claims.findings import Findings
from bassin.claims.held import audit, verdicts
from bassin.claims.ledger import Ledger

__all__ = ["Findings", "Ledger", "audit", "counted", "prose", "read_again", "verdicts"]
