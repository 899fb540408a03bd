"""House templates: validation, sanitizing, and the styles that they lack."""
