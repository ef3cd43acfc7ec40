"""Instruments of reconversion."""
