"""Ages of the inhabitants."""
