"""The place of a territory among all intercommunalities of France, and among those like it."""
