"""The example session, and its playback where there is no display."""
