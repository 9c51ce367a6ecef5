"""Open JupyterLab on working copies of the notebooks."""

import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.console import tell
from sxresearch.commands.shared import Lang, help_text
from sxresearch.errors import EXIT_DONE, EXIT_DONE_WITH_FAILURES, SxError
from sxresearch.paths import NOTEBOOKS, REPORTS
from sxresearch.terms import Language

Port = Annotated[int | None, typer.Option("--port", metavar="PORT", min=1, max=65535, help=help_text("lab-port"))]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help=help_text("lab-no-browser"))]
Root = Annotated[Path, typer.Option("--root", metavar="DIR", show_default=False, help=help_text("lab-root"))]


def lab(port: Port = None, no_browser: NoBrowser = False, root: Root = REPORTS, lang: Lang = Language.ZH) -> None:
    """Open JupyterLab on working copies of the notebooks."""
    if find_spec("jupyterlab") is None:
        raise SxError.of("lab-missing")
    from sxresearch.workbench.jupyter_session import JupyterSession
    from sxresearch.workbench.working_copies import changed, working_copies

    copies = working_copies(root, NOTEBOOKS)
    if names := changed(copies):
        tell("cli-lab-kept", names=", ".join(names), folder=str(root))
    with tempfile.TemporaryDirectory(prefix="sx-lab-") as room:
        session = JupyterSession(root.resolve(), Path(room), lang, port, not no_browser)
        session.prepare()
        ended = subprocess.run(session.command, env=session.environment, check=False)
    raise typer.Exit(EXIT_DONE if ended.returncode == 0 else EXIT_DONE_WITH_FAILURES)
