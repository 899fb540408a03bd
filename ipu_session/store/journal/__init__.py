"""The append-only event journal: SQLite, buffering, emergency file, hash chain, event encoding."""
