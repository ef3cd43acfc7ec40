"""Diplomas, and the young neither in work nor in study."""
