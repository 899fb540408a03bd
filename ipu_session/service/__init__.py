"""Application service: decides on commands, appends the events to the journal, then notifies listeners."""
