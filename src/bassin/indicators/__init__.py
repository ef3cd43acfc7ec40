"""Arithmetic that topics share: weighted means, directions, tables of small areas."""
