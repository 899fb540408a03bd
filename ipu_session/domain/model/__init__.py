"""The state of a session: its entities and value objects. Commands, events and rules are in other packages."""
