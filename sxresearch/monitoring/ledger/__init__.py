"""What people decide beside the figures: judgements on targets, and actions agreed on."""
