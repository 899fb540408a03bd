"""Reader of speakers lists: columns, rows, names, and the doubts about them."""
