"""Announcements to assistive technology, and the tab order."""
