"""Communes and their groups: codes, boundaries, what becomes of them from one year to the next."""
