"""What every view builds on: session bridge, services, background tasks, preferences, appearance, timers."""
