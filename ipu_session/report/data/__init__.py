"""The report as data: JSON record, CSV tables, XLSX workbook."""
