"""Facts of spreadsheets that python-calamine does not report: hidden and struck-through rows, merged cells."""
