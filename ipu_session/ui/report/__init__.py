"""The Report workspace: synthesis, elements for the resolution, preview, export and final versions."""
