"""Other people's files in: concept notes and speakers lists."""
