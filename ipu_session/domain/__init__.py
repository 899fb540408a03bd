"""The debate itself: frozen values, commands, events, rules and arithmetic. Knows no machine."""
