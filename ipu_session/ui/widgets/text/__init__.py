"""Text fields and labels: undo history, eliding, wrapping, fitted text."""
