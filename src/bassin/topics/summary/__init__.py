"""What a place is told in two pages: fifteen indicators, three sentences, a map, their sources."""
