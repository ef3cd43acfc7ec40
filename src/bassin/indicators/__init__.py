"""Indicators: pure functions from tables to tables, one module a topic.

No file is read here and nothing is drawn. A topic's class holds the tables of one territory and
calls the functions of its module.
"""
