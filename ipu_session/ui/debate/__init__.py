"""The Debate workspace: speakers list, floor and notes."""
