"""How good and how fast, measured in one run: ``python -m benchmarks [--bench DIR]``."""
