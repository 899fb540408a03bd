"""Session files on disk: paths, locks, atomic rename, format validation, migrations."""
