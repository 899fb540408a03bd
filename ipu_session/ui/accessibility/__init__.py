"""What assistive technology is told, and the order of the Tab key."""
