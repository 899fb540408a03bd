"""Windows on other screens: the hall display, the chair's screen, and where they are placed."""
