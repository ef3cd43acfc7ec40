"""Car minutes between communes."""
