"""The quality of the data at a glance, as a page: beside the overview, and in a notebook."""
