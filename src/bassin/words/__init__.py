"""Words: labels, units and what is counted, by key, apart from data and code. A module a language.

A module of a language holds plain mappings and imports nothing of the package.
"""
