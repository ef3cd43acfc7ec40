"""Income, poverty and unemployment."""
