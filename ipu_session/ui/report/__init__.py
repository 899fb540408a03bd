"""The Report workspace: synthesis, preview, export and final versions."""
