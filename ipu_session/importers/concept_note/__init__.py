"""Reader of concept notes: title, dates, venue, co-Rapporteurs and themes."""
