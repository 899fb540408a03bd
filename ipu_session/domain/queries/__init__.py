"""Read-only calculations over a session: statistics, forecasts, what a display shows."""
