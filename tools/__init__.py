"""What is run before the toolkit is there: setting up a laptop, folders of wheels for those without a network."""
