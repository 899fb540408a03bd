"""Message bars above and below the pages: questions, warnings, the latest act."""
