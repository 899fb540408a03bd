"""Composition root: start-up of window and command line, paths, settings."""
