"""Output of the record: Word report, spreadsheets, JSON."""
