"""Message bars above and below the pages: questions, warnings, and the message line."""
