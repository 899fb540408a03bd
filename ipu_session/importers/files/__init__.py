"""Text extraction from files of other programs: decoding, limits, paragraphs, tables, dates."""
