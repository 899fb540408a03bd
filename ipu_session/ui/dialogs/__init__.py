"""The few dialogs; none stands between the secretary and the floor."""
