"""Storage of session files: event journal, locks, validation, backups, repair, full-text index."""
