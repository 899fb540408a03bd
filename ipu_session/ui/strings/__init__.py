"""Texts on the screen that several views share: labels, error messages, event messages, dates."""
