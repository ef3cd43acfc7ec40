"""The command line: ``bassin build``, ``book``, ``audit`` and the others, a module each.

What takes long to import is imported by the commands, so that Ctrl-C is heeded from the start.
"""

from __future__ import annotations

from bassin.cli.run import main

__all__ = ["main"]
