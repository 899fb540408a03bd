"""Files of other programs as text: decoding, limits, paragraphs, tables, dates."""
