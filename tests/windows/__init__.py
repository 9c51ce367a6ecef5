"""A rehearsal of Windows on other systems: what its users meet, as far as it can be played (README.md beside this)."""
