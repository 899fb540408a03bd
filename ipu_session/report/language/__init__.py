"""Texts of the report in its four languages, with plural rules."""
