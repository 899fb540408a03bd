"""The window: workspaces, displays, dialogs and their widgets; everything that imports Qt."""
