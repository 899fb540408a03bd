"""Reader of speakers lists: columns, rows, names, and what is doubtful in them."""
