"""Models of the field that stand on their own: catchments, car minutes."""
