"""Backups, snapshots, integrity check and repair of session files."""
