"""Parsing and comparing of what people type: names, durations, notes, searches."""
