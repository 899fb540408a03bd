"""The Debate workspace: the list, the floor, the notes."""
