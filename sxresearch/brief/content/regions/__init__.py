"""What is said over many regions at once: overview, matrix, peers, and what has changed since an earlier run."""
