"""Adapters behind the ports of the window and of the command line: import and export of files."""
