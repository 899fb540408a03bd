"""The state of a session: entities and value objects, without behaviour of commands or events."""
