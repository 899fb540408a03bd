"""Export into a Word file edited since the last export: locate blocks, update them, keep edits."""
