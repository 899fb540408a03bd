"""The one door: decides, records, then tells."""
