"""Actions of the window: tables with name, text, key and condition of each action, and the making of QActions."""
