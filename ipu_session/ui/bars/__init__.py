"""Bars above and below the page: questions, warnings, recovery options, display messages, the message line."""
