"""Working copies: templates are out of reach, changes of a user stand, unchanged copies follow their templates."""

from pathlib import Path

import pytest

from sxresearch.errors import SxError
from sxresearch.paths import NOTEBOOKS
from sxresearch.workbench.working_copies import CopyState, changed, working_copies


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.ipynb").write_text(name, encoding="utf-8")
    return folder


def states(root: Path, templates: Path) -> dict[str, CopyState]:
    return {item.path.stem: item.state for item in working_copies(root, templates)}


def test_copies_are_made_once(tmp_path: Path, templates: Path):
    assert states(tmp_path, templates) == {"a": CopyState.COPIED, "b": CopyState.COPIED}
    assert states(tmp_path, templates) == {"a": CopyState.KEPT, "b": CopyState.KEPT}
    assert (tmp_path / "notebooks" / "a.ipynb").read_text(encoding="utf-8") == "a"


def test_a_copy_that_nobody_changed_follows_its_template(tmp_path: Path, templates: Path):
    working_copies(tmp_path, templates)
    (templates / "a.ipynb").write_text("newer", encoding="utf-8")
    assert states(tmp_path, templates)["a"] is CopyState.COPIED
    assert (tmp_path / "notebooks" / "a.ipynb").read_text(encoding="utf-8") == "newer"


def test_a_users_own_changes_stand_and_are_told_when_the_template_is_newer(tmp_path: Path, templates: Path):
    working_copies(tmp_path, templates)
    mine = tmp_path / "notebooks" / "a.ipynb"
    mine.write_text("mine", encoding="utf-8")
    assert states(tmp_path, templates)["a"] is CopyState.KEPT
    (templates / "a.ipynb").write_text("newer", encoding="utf-8")
    for _ in range(2):  # told until it is gone
        copies = working_copies(tmp_path, templates)
        assert changed(copies) == ["a.ipynb"]
    assert mine.read_text(encoding="utf-8") == "mine"
    mine.unlink()
    assert states(tmp_path, templates)["a"] is CopyState.COPIED


def test_a_broken_list_of_copies_costs_no_change(tmp_path: Path, templates: Path):
    working_copies(tmp_path, templates)
    (tmp_path / "notebooks" / "a.ipynb").write_text("mine", encoding="utf-8")
    (tmp_path / "notebooks" / ".given.json").write_text("[", encoding="utf-8")
    assert states(tmp_path, templates)["a"] is CopyState.CHANGED


def test_the_templates_are_no_folder_to_work_in():
    for root in (NOTEBOOKS.parent, NOTEBOOKS):
        with pytest.raises(SxError, match="--root"):
            working_copies(root)
    assert not (NOTEBOOKS / "notebooks").exists()


def test_a_checkout_without_notebooks_is_said(tmp_path: Path):
    with pytest.raises(SxError):
        working_copies(tmp_path, tmp_path / "none")
