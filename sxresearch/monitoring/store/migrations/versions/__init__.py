"""One module per schema version; none is ever changed after it was given out."""
