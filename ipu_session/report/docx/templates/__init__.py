"""House templates: validation, sanitizing, and import of missing styles."""
