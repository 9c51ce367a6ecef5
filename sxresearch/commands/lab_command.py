"""Open JupyterLab on the notebooks."""

import os
import subprocess
import sys
from importlib.util import find_spec

import typer

from sxresearch.errors import EXIT_DONE, EXIT_DONE_WITH_FAILURES, SxError
from sxresearch.paths import NOTEBOOKS, ROOT


def lab() -> None:
    """Open JupyterLab on the notebooks."""
    if not NOTEBOOKS.is_dir():
        raise SxError.of("lab-without-notebooks", str(NOTEBOOKS))
    if find_spec("jupyterlab") is None:
        raise SxError.of("lab-missing")
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    ended = subprocess.run(
        [sys.executable, "-m", "jupyterlab", str(NOTEBOOKS)], env={**os.environ, "PYTHONPATH": path}, check=False
    )
    raise typer.Exit(EXIT_DONE if ended.returncode == 0 else EXIT_DONE_WITH_FAILURES)
