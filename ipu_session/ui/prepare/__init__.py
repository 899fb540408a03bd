"""The Prepare workspace: before the debate."""
