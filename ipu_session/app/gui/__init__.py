"""The running desktop application: start-up, settings, crash handling, shutdown."""
