"""The example session, and its playback without a display."""
