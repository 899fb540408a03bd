"""Export into a Word file that people have edited meanwhile: find blocks, update, keep edits."""
