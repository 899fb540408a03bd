"""The append-only event journal: SQLite file, write buffer, emergency file, hash chain, encoding of events."""
