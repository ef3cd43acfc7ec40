"""The declarations, by subject."""
