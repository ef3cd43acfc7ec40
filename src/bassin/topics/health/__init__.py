"""Access to health professionals."""
