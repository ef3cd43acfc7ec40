"""The raw files: what they are, whether they are the ones listed, and what was read of them."""
