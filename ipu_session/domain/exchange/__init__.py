"""Values that pass between the core and the readers and writers of files."""
