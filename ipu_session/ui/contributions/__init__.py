"""The page of written contributions: register, files received, texts and quotations."""
