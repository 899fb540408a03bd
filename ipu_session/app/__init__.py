"""The composition root: window, command line, paths, settings."""
