"""The speakers pane."""
