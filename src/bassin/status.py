"""What a value is in a table: published, masked by secrecy, or missing. The three stay apart."""

PUBLISHED, SECRET, MISSING = "published", "secret", "missing"
STATUSES = (PUBLISHED, SECRET, MISSING)
