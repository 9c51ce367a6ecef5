"""The old file or the new one, never half of either."""

import errno
import os
import re
import stat
from pathlib import Path

import pytest

from sxresearch.files import NotWritable, publish, publish_text, sweep
from sxresearch.paths import PACKAGE


def test_text_arrives_whole_with_unix_line_ends_in_a_new_folder(tmp_path):
    path = publish_text(tmp_path / "new" / "a.txt", "一\n二\n")
    assert path.read_bytes() == "一\n二\n".encode()
    assert list(path.parent.iterdir()) == [path]


def test_a_writer_that_fails_leaves_the_old_file_and_no_rest(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")

    def fail(part: Path) -> None:
        part.write_text("half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(NotWritable, match="No space left on device"):
        publish(path, fail)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_bytes_are_on_the_disk_before_the_name_moves_and_the_folder_after(tmp_path, monkeypatch):
    """After a power cut the name leads to the whole old file or the whole new one."""
    done = []
    fsync, replace = os.fsync, Path.replace

    def noted_fsync(handle: int) -> None:
        mode = os.fstat(handle).st_mode
        done.append("folder" if stat.S_ISDIR(mode) else f"{os.fstat(handle).st_size} bytes")
        fsync(handle)

    def noted_replace(part: Path, path: Path) -> Path:
        done.append("moved")
        return replace(part, path)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    publish_text(tmp_path / "a.txt", "four")
    assert done == ["4 bytes", "moved", *(["folder"] if os.name != "nt" else [])]


def test_only_publishing_moves_a_file_into_place():
    """Whoever writes a result goes through ``publish``: nothing else renames or replaces."""
    moving = re.compile(r"\.(?:replace|rename)\((?:path|out|target|part)\)|os\.(?:replace|rename)|shutil\.move")
    found = {path.name for path in PACKAGE.rglob("*.py") if moving.search(path.read_text(encoding="utf-8"))}
    assert found == {"files.py"}


def test_the_temporary_name_keeps_the_ending(tmp_path):
    seen = []
    publish(tmp_path / "a.xlsx", lambda part: (seen.append(part), part.write_text("x")))
    assert seen[0].suffix == ".xlsx"


def test_sweeping_takes_only_half_written_files(tmp_path):
    for name in (".a.part.xlsx", ".b.html.part", "c.html", ".lock"):
        (tmp_path / name).write_text("")
    sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"c.html", ".lock"}
