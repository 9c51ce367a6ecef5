"""``python -m sxresearch``: the same commands as the console script."""

from sxresearch.cli import main

main()
