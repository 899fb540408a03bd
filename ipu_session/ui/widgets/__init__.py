"""Widgets and layouts that several panes use."""
