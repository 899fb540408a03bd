"""The running desktop application: start, settings, crash handling, shutdown."""
