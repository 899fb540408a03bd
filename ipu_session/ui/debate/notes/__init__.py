"""The notes pane: note line, theme chips and list of notes."""
