"""The versions of the store's schema, each a step forwards from the one before."""
