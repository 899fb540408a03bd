"""Key events: auto-repeat, physical keys, alternative keys, active shortcuts."""
