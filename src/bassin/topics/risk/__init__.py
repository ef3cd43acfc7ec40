"""Floods, fires, prevention plans."""
