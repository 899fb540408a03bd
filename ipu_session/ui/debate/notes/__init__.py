"""What is said, by theme."""
