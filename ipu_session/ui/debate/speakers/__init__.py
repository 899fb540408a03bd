"""The speakers list."""
