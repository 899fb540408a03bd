"""Adapters behind the ports of the window and of the command line: files in, files out."""
