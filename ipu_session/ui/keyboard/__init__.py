"""Key events: auto-repeat, physical keys, alternative keys, the shortcuts in force."""
