"""``python -m sxresearch``: the same commands as the console script."""

from sxresearch.commands.cli import main

main()
