"""The page: sections, templates, export."""
