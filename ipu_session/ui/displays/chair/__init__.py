"""The chair's screen."""
