"""Editor of the synthesis: passages of a theme, their notes and supporters."""
