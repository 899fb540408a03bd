"""Text fields and labels: undo history, elided text, wrapped text, fitted text."""
