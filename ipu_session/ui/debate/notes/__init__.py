"""The notes pane: what was said, by theme."""
