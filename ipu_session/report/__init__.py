"""The record out: Word, spreadsheets, JSON."""
