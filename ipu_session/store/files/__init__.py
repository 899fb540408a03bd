"""Session files on disk: storage location, locks, validation, migrations; private and temporary folders."""
