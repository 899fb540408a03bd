"""Right-to-left text: direction and scripts of elements, and of text before it is XML."""
