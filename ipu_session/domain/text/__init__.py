"""Parsing, comparison and search of what people type: names, durations, notes, queries."""
