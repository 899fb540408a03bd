"""Domain model of the debate: frozen values, commands, events, rules and calculations; no I/O."""
