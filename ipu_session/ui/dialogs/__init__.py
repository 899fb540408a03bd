"""Dialogs; all are non-modal, so that none blocks the debate."""
