"""Every declared indicator for every group of communes of France, as tables."""
