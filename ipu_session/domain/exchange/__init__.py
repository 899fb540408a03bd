"""Data transfer objects between the domain and the readers and writers of files."""
