"""Every action of the window: tables of name, text, key, condition and scope, and the function that makes QActions."""
