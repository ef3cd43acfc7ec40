"""Dated events and jobs that the text prints."""
