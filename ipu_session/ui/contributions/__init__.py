"""The register of written contributions: what came, what it says, what of it is quoted."""
