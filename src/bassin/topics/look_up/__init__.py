"""Numbers to look up: every indicator at its latest, and short answers to plain questions."""
