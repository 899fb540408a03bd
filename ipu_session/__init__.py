"""IPU Session: keep the list, keep the time, keep the record of a preparatory debate."""

__version__ = "0.1.0"
