"""Domain model of the debate: immutable values, commands, events, rules and calculations; no I/O."""
