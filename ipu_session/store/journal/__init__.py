"""The append-only event journal: SQLite, buffering, emergency copy, hash chain, event encoding."""
