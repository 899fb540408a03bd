"""What every view builds on: session bridge, ports, background tasks, preferences, theme."""
