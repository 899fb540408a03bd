"""Composition root: start-up of the window and the command line, paths, settings, example session."""
