"""The main window, its two pages (start page and session view), menus and command palette."""
