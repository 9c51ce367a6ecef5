"""The stage of a rehearsal: files that are guarded by what Linux tells about open handles."""

import sys
from pathlib import Path

import pytest

from tests.batch.conftest import data_file, inputs  # noqa: F401
from tests.windows.stage import Stage


@pytest.fixture
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    if sys.platform != "linux":
        pytest.skip("the rehearsal asks /proc who holds a file")
    return Stage(tmp_path_factory.mktemp("room"))


@pytest.fixture
def chinese(tmp_path: Path) -> Path:
    """A folder whose name a GBK console can't show."""
    folder = tmp_path / "妇儿规划 评估𠮷é"
    folder.mkdir()
    return folder
