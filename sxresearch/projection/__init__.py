"""Where it is going: short annual series projected to the target year, with honest intervals."""
