"""Item models and views of lists and tables."""
