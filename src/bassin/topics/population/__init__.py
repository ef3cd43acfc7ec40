"""Inhabitants since 1876."""
