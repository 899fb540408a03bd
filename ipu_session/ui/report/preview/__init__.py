"""Preview of the report: page, list model and delegate."""
