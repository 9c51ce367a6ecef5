"""What is run before, or beside, the toolkit: setting up a laptop, and folders of wheels for those without a network."""
