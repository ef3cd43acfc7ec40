"""Land, brownfields, and whom firms look for."""
