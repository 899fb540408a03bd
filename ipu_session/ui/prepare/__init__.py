"""The Prepare workspace, and the page that makes a new session from a concept note."""
