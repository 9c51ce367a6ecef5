"""JupyterLab as it is started: our defaults first on Jupyter's paths, the user's own left alone."""

import json
import os
import socket
import sys
from pathlib import Path

import pytest

from sxresearch.errors import BadParameter
from sxresearch.paths import ROOT
from sxresearch.terms import Language
from sxresearch.workbench.jupyter_session import LABCONFIG, ROOT_VARIABLE, JupyterSession

LOCALES = {Language.ZH: "zh_CN", Language.EN: "en"}


@pytest.fixture
def session(tmp_path: Path) -> JupyterSession:
    return JupyterSession(tmp_path / "root", tmp_path / "room", Language.ZH, 9999, browser=False)


@pytest.mark.parametrize("language", Language)
def test_the_defaults_of_a_language(language: Language):
    text = (LABCONFIG / language.value / "labconfig" / "default_setting_overrides.json").read_text(encoding="utf-8")
    settings = json.loads(text)
    assert settings["@jupyterlab/translation-extension:plugin"]["locale"] == LOCALES[language]
    notification = settings["@jupyterlab/apputils-extension:notification"]
    assert notification == {"fetchNews": "false", "checkForUpdates": False}


def test_no_news_no_updates_and_no_extensions_to_install():
    options = json.loads((LABCONFIG / "common" / "jupyter_lab_config.json").read_text(encoding="utf-8"))["LabApp"]
    assert options["news_url"] is None
    assert options["check_for_updates_class"].endswith("NeverCheckForUpdate")
    assert options["extension_manager"] == "readonly"


def test_what_the_user_has_on_the_paths_stays_behind_ours(session: JupyterSession, monkeypatch: pytest.MonkeyPatch):
    for name in ("PYTHONPATH", "JUPYTER_CONFIG_PATH", "JUPYTER_PATH"):
        monkeypatch.setenv(name, "mine")
    found = session.environment
    assert found["JUPYTER_CONFIG_PATH"].split(os.pathsep) == [str(LABCONFIG / "zh"), str(LABCONFIG / "common"), "mine"]
    assert found["JUPYTER_PATH"].split(os.pathsep) == [str(session.room), "mine"]
    assert found["PYTHONPATH"].split(os.pathsep) == [str(ROOT), "mine"]
    assert "JUPYTER_CONFIG_DIR" not in found or found["JUPYTER_CONFIG_DIR"] == os.environ["JUPYTER_CONFIG_DIR"]


def test_the_kernel_is_this_interpreter_with_this_package(session: JupyterSession):
    session.prepare()
    kernel = json.loads((session.room / "kernels" / "python3" / "kernel.json").read_text(encoding="utf-8"))
    assert kernel["argv"][:3] == [sys.executable, "-m", "ipykernel_launcher"]
    assert kernel["env"]["PYTHONPATH"].split(os.pathsep)[0] == str(ROOT)
    assert kernel["env"][ROOT_VARIABLE] == str(session.root)


def test_the_command_opens_the_start_page_of_the_folder_asked_for(session: JupyterSession):
    words = session.command
    assert f"--ServerApp.root_dir={session.root}" in words
    assert "--LabApp.default_url=/lab/tree/notebooks/start.ipynb" in words
    assert {"--ServerApp.port=9999", "--ServerApp.port_retries=0", "--no-browser"} <= set(words)


def test_a_taken_port_is_a_sentence(tmp_path: Path):
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        line.listen()
        port = line.getsockname()[1]
        with pytest.raises(BadParameter, match=str(port)):
            JupyterSession(tmp_path, tmp_path, Language.ZH, port).prepare()
