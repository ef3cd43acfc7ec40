"""The pages of the atlas: maps, a table and comparisons of all EPCI, with no network."""
