"""Import of files made by other programs: concept notes, speakers lists, contributions, delegations."""
