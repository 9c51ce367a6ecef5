"""JupyterLab as the evaluators meet it: started by the command, in Chinese, run in a real browser."""

import hashlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page

from sxresearch.paths import NOTEBOOKS, ROOT
from tests.end_to_end.opened import Opened

pytestmark = [pytest.mark.long, pytest.mark.filterwarnings("default::ResourceWarning")]

CHINESE = ["文件", "编辑", "查看", "运行", "内核", "标签页", "设置", "帮助"]
ENGLISH = ["File", "Edit", "View", "Run", "Kernel", "Tabs", "Settings", "Help"]
START_SECONDS, RUN_SECONDS = 120, 400
STATUS = ".jp-Notebook-ExecutionIndicator"
_LINK = re.compile(r"http://127\.0\.0\.1:\d+/lab/\S+")


@contextmanager
def lab(folder: Path, *words: str) -> Iterator[str]:
    """``sxresearch lab`` with a home of its own, started from another folder; gives the address to open."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]
    own = folder / "home"
    own.mkdir(parents=True)
    (own / "jupyter_server_config.json").write_text(json.dumps({"ServerApp": {"allow_root": True}}), encoding="utf-8")
    command = [sys.executable, "-m", "sxresearch", "lab", "--no-browser", "--port", str(port), "--root", "work", *words]
    surroundings = {"PYTHONPATH": str(ROOT), "JUPYTER_CONFIG_DIR": str(own), "JUPYTER_DATA_DIR": str(own / "data")}
    said = folder / "said"
    with said.open("wb") as stream:
        server = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **surroundings},
            stdout=stream,
            stderr=stream,
            start_new_session=True,
        )
        try:
            yield address(server, said)
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(timeout=60)


def address(server: subprocess.Popen, said: Path) -> str:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        if found := _LINK.search(said.read_text(encoding="utf-8", errors="replace")):
            return found[0]
        time.sleep(0.5)
    raise AssertionError(said.read_text(encoding="utf-8", errors="replace"))


def menus(page: Page) -> list[str]:
    page.wait_for_selector(".jp-Notebook", timeout=START_SECONDS * 1000)
    page.wait_for_selector(".lm-MenuBar-itemLabel")
    return [text.strip() for text in page.locator(".lm-MenuBar-itemLabel").all_inner_texts()]


def run_all(page: Page) -> None:
    """Run the notebook in front, once its kernel is there: before, JupyterLab would ask which one to take."""
    in_front(page, ".jp-Toolbar-kernelName", has_text="sxresearch").wait_for(timeout=START_SECONDS * 1000)
    in_front(page, f"{STATUS}[data-status=idle]").wait_for(timeout=START_SECONDS * 1000)
    page.locator(".lm-MenuBar-itemLabel", has_text="运行").click()
    page.locator(".lm-Menu-itemLabel", has_text=re.compile("^运行所有单元格$")).click()


def in_front(page: Page, selector: str, **held: str) -> Locator:
    return page.locator(f".jp-NotebookPanel:not(.lm-mod-hidden) {selector}", **held)


def templates() -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in NOTEBOOKS.rglob("*") if path.is_file()}


@dataclass(frozen=True)
class LabPage:
    """JupyterLab with the start page run once, the folder that it shows, and the templates as they were before."""

    opened: Opened
    folder: Path
    before: dict[str, str]

    @property
    def page(self) -> Page:
        return self.opened.page

    def to_tab(self, name: str) -> None:
        self.page.locator(".lm-TabBar-tabLabel", has_text=re.compile(f"^{re.escape(name)}$")).click()


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[LabPage]:
    before, folder = templates(), tmp_path_factory.mktemp("lab")
    with lab(folder) as link, browser.new_context(viewport={"width": 1366, "height": 768}) as context:
        opened = Opened(context.new_page())
        opened.page.goto(link)
        assert menus(opened.page) == CHINESE
        run_all(opened.page)
        in_front(opened.page, ".jupyter-button").nth(1).wait_for(timeout=RUN_SECONDS * 1000)
        yield LabPage(opened, folder, before)


def test_the_start_form_has_its_two_buttons_in_chinese(started: LabPage):
    assert in_front(started.page, ".jupyter-button").all_inner_texts() == ["打开", "运行"]
    assert in_front(started.page, "a", has_text="一个指标").count() == 1


def test_an_indicator_s_notebook_runs_to_its_end_with_its_charts(started: LabPage):
    page = started.page
    in_front(page, "a", has_text="一个指标").first.click()
    page.locator(".lm-TabBar-tabLabel", has_text="indicator.ipynb").wait_for()
    run_all(page)
    in_front(page, ".jupyter-button").first.wait_for(timeout=RUN_SECONDS * 1000)  # the form is the last cell
    assert in_front(page, ".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    charts = in_front(page, "svg[role=img]")
    assert charts.count() >= 5  # models, residuals, fan, other paces, peers
    for place in range(charts.count()):
        charts.nth(place).scroll_into_view_if_needed()
        box = charts.nth(place).bounding_box()
        assert box is not None
        assert 200 < box["width"] < 720  # as printed, not as wide as the page
    for title in ("各模型的预测与综合预测", "假设情形"):
        heading = in_front(page, "h3", has_text=title)
        heading.scroll_into_view_if_needed()
        assert heading.is_visible()
    paper = in_front(page, ".jp-RenderedHTML table").first.evaluate("table => getComputedStyle(table).fontFamily")
    assert "Noto Sans SC" in paper


def test_what_is_saved_is_the_user_s_copy_with_its_outputs(started: LabPage):
    """After the test above: its notebook is in front."""
    started.page.keyboard.press("Control+s")
    saved = started.folder / "work" / "notebooks" / "indicator.ipynb"
    until = time.monotonic() + START_SECONDS
    while not whole(saved) and time.monotonic() < until:
        started.page.wait_for_timeout(200)
    assert whole(saved)
    assert templates() == started.before


def whole(notebook: Path) -> bool:
    """Whether every cell that shows something has its output."""
    try:
        cells = nbformat.read(notebook, as_version=4).cells
    except ValueError:  # half written
        return False
    shown = [cell for cell in cells if cell.cell_type == "code" and "sx." in cell.source]
    return all(cell.outputs for cell in shown)


def test_the_form_opens_a_copy_and_runs_another(started: LabPage):
    page = started.page
    started.to_tab("start.ipynb")
    in_front(page, ".widget-dropdown select").first.select_option(label="一个指标")
    button = in_front(page, ".jupyter-button")
    button.nth(0).click()
    page.locator("a", has_text="indicator-140100.ipynb").wait_for(timeout=START_SECONDS * 1000)
    button.nth(1).click()
    executed = page.locator("a", has_text="indicator-140100-2.ipynb")
    executed.wait_for(timeout=RUN_SECONDS * 1000)
    executed.click()
    page.locator(".lm-TabBar-tabLabel", has_text="indicator-140100-2.ipynb").wait_for()
    in_front(page, "svg[role=img]").first.wait_for(timeout=START_SECONDS * 1000)  # trusted: drawings are shown
    folder = started.folder / "work" / "notebooks"
    assert whole(folder / "indicator-140100-2.ipynb")
    assert not any(cell.get("outputs") for cell in nbformat.read(folder / "indicator-140100.ipynb", as_version=4).cells)


def test_templates_settings_and_network_are_left_alone(started: LabPage):
    assert templates() == started.before
    assert not (started.folder / "home" / "lab" / "user-settings").exists()
    asked = {urlparse(url).hostname for url in started.opened.requests if url.startswith("http")}
    assert asked == {"127.0.0.1"}


def test_in_english(tmp_path: Path, browser: Browser):
    with lab(tmp_path, "--lang", "en") as link, browser.new_context() as context:
        page = context.new_page()
        page.goto(link)
        assert menus(page) == ENGLISH
