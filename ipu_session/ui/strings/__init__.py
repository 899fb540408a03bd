"""Texts of the screen that several views share: labels, error messages, dates."""
