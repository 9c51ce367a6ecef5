"""Folders of reports: what is read, and what is passed over and named."""

import pytest

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.folders import table_files


@pytest.fixture
def folder(tmp_path):
    for name in ("b.xlsx", "a.csv", "~$b.xlsx", "._a.csv", ".~lock.b.xlsx#", "README.md", "说明.docx", "下级/c.ODS"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_tables_of_a_folder_and_those_below_it(folder):
    found = table_files(folder)
    assert [path.name for path in found.tables] == ["a.csv", "b.xlsx", "c.ODS"]


def test_what_is_passed_over_is_named(folder):
    skipped = table_files(folder).skipped
    assert {item.path.name for item in skipped if item.lock} == {"~$b.xlsx", "._a.csv", ".~lock.b.xlsx#"}
    assert {item.path.name for item in skipped if not item.lock} == {"README.md", "说明.docx"}
    assert all(item.path.name in item.words.zh and item.path.name in item.words.en for item in skipped)


def test_a_file_named_twice_is_read_once_and_a_named_lock_file_never(folder):
    found = table_files([folder / "a.csv", folder, folder / "README.md", folder / "~$b.xlsx"])
    assert [path.name for path in found.tables] == ["a.csv", "b.xlsx", "c.ODS", "README.md"]
    assert "README.md" not in [item.path.name for item in found.skipped]


def test_folders_without_a_table_are_all_told(tmp_path):
    for name in ("一", "二"):
        (tmp_path / name).mkdir()
    (tmp_path / "二" / "说明.docx").write_text("x")
    with pytest.raises(BadObservations) as refused:
        table_files([tmp_path / "一", tmp_path / "二"])
    assert [fault.where for fault in refused.value.faults] == [str(tmp_path / "一"), str(tmp_path / "二")]
    assert "说明.docx" in refused.value.faults[1].zh


def test_a_missing_path_is_left_to_the_reader(tmp_path):
    assert table_files(tmp_path / "没有.xlsx").tables == (tmp_path / "没有.xlsx",)
