"""JupyterLab as it is started for the evaluators: language, kernel, fonts, folder; no settings of a user are touched.

Everything reaches Jupyter by its search paths and options for this one session. A user's settings, which JupyterLab
keeps in the user's own folder, stand above the defaults given here.
"""

import json
import os
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sxresearch.brief.charts.fonts import font_path
from sxresearch.errors import BadParameter
from sxresearch.paths import ROOT
from sxresearch.terms import Language
from sxresearch.workbench.working_copies import FOLDER, START

LABCONFIG = Path(__file__).parent / "jupyter"
"""Settings that hold unless the user has others: ``common``, and one folder for each language."""
ROOT_VARIABLE = "SXRESEARCH_WORKBENCH"
"""Tells a kernel which folder is shown: there it puts what its user asks for."""


@dataclass(frozen=True)
class JupyterSession:
    """One session: the folder ``root`` is shown; ``room`` is a temporary folder of its own."""

    root: Path
    room: Path
    language: Language
    port: int | None = None
    browser: bool = True

    @property
    def command(self) -> list[str]:
        """What starts the server."""
        options = {
            "ServerApp.root_dir": str(self.root),
            "ServerApp.extra_static_paths": str([str(font_path().parent)]),
            "LabApp.default_url": f"/lab/tree/{FOLDER}/{START}",
        }
        if self.port is not None:
            options |= {"ServerApp.port": str(self.port), "ServerApp.port_retries": "0"}
        words = [f"--{name}={value}" for name, value in options.items()]
        return [sys.executable, "-m", "jupyterlab", *words, *([] if self.browser else ["--no-browser"])]

    @property
    def environment(self) -> dict[str, str]:
        """The server's environment: this package, our defaults first on Jupyter's paths, our kernel."""
        config = [LABCONFIG / self.language.value, LABCONFIG / "common"]
        return {
            **os.environ,
            "PYTHONPATH": _before([ROOT], os.environ, "PYTHONPATH"),
            "JUPYTER_CONFIG_PATH": _before(config, os.environ, "JUPYTER_CONFIG_PATH"),
            "JUPYTER_PATH": _before([self.room], os.environ, "JUPYTER_PATH"),
        }

    def prepare(self) -> None:
        """Put the kernel into ``room``: the running interpreter, whatever kernels the machine knows by that name.

        Raises
        ------
        BadParameter
            If the port is taken.
        """
        if self.port is not None and _taken(self.port):
            raise BadParameter.of("lab-port", "--port", port=str(self.port))
        folder = self.room / "kernels" / "python3"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kernel.json").write_text(json.dumps(self._kernel), encoding="utf-8", newline="\n")

    @property
    def _kernel(self) -> dict[str, object]:
        path = _before([ROOT], os.environ, "PYTHONPATH")
        surroundings = {"PYTHONPATH": path, "PYTHONUTF8": "1", ROOT_VARIABLE: str(self.root)}
        return {
            "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
            "display_name": f"Python {sys.version_info.major}.{sys.version_info.minor} (sxresearch)",
            "language": "python",
            "env": surroundings,
            "metadata": {"debugger": True},
        }


def _before(first: list[Path], environment: Mapping[str, str], name: str) -> str:
    """The folders, then those that the variable holds already."""
    return os.pathsep.join([*map(str, first), *filter(None, [environment.get(name)])])


def _taken(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as line:
        return line.connect_ex(("127.0.0.1", port)) == 0
