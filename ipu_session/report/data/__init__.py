"""The record as data: JSON, CSV tables, XLSX workbook."""
