"""Indicators: pure functions from tables to tables, one module a topic.

The functions open no file and draw nothing. A topic's class holds the tables of one territory and
calls the functions of its module; its ``of`` asks the readers for those tables.
"""
