"""What the spreadsheet library does not tell: hidden and struck-through rows, merged cells."""
