"""The Report workspace: after the debate."""
