"""Storage of session files: event journal, locks, validation, migrations, backups, repair; full-text index."""
