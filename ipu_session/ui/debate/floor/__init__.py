"""The floor pane and its clock."""
