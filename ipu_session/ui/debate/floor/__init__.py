"""The floor and its clock."""
