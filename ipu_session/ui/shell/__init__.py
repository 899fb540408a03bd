"""The main window around the pages: header, menus, actions, command palette, start page."""
