"""Actors the text names, and their relations."""
