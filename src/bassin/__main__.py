"""``python -m bassin`` is the command ``bassin``."""

import sys

from bassin.cli import main

sys.exit(main())
