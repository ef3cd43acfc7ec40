"""Private jobs by industry."""
