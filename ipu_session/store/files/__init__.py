"""Session files on disk: paths, locks, format validation, migrations."""
