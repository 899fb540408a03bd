"""The report as a Word file: WordprocessingML, styles, bidi, deterministic packaging."""
