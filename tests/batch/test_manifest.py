"""What a manifest says survives writing and reading; what can't be read counts as nothing done."""

import pytest

from sxresearch.batch.manifest import MANIFEST_NAME, BriefOutcome, Manifest, RegionResult, load_manifest
from sxresearch.batch.run_id import Identity, file_hash
from sxresearch.errors import Fault


@pytest.fixture
def manifest() -> Manifest:
    identity = Identity({"regions.csv": "aa"}, {"sxresearch/cli.py": "bb"}, {"python": "3.11"}, {"lang": "zh"})
    done = RegionResult(
        "140100", BriefOutcome.DONE, 1.5, {"140100.html": "cc"}, {"synthetic": True, "counts": {"met": 3}}
    )
    failed = RegionResult("140200", BriefOutcome.FAILED, 0.5, causes=(Fault("here", "坏", "bad"),), details="Traceback")
    manifest = Manifest("abc", identity, "region_brief.ipynb", "zh", "2026-01-01T00:00:00+00:00")
    manifest.regions = {"140100": done, "140200": failed}
    return manifest


def test_written_and_read_it_is_the_same(manifest: Manifest, tmp_path):
    manifest.save(tmp_path)
    assert load_manifest(tmp_path) == manifest


def test_done_and_not_done_are_told_apart(manifest: Manifest):
    assert [result.region for result in manifest.done] == ["140100"]
    assert [result.region for result in manifest.not_done] == ["140200"]
    assert manifest.synthetic


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"run": "abc"}', '{"regions": 3, "synthetic": true}'])
def test_a_damaged_manifest_counts_as_none(content: str, tmp_path):
    (tmp_path / MANIFEST_NAME).write_text(content)
    assert load_manifest(tmp_path) is None


def test_a_brief_is_still_published_only_while_its_bytes_are(tmp_path):
    page = tmp_path / "140100.html"
    page.write_text("page")
    result = RegionResult("140100", BriefOutcome.DONE, 1.0, {page.name: file_hash(page)})
    assert result.still_published(tmp_path)
    page.write_text("another")
    assert not result.still_published(tmp_path)
    page.unlink()
    assert not result.still_published(tmp_path)


def test_a_brief_whose_files_are_gone_counts_as_done_no_more(tmp_path):
    for name in ("140100.html", "140100.ipynb"):
        (tmp_path / name).touch()
    done = RegionResult("140100", BriefOutcome.DONE, 1.0, files={"140100.html": "x", "140100.ipynb": "y"})
    assert done.as_found_in(tmp_path) is done
    (tmp_path / "140100.html").unlink()
    found = done.as_found_in(tmp_path)
    assert found.outcome is BriefOutcome.FAILED
    assert "140100.html" in found.causes[0].en
    assert "140100.ipynb" not in found.causes[0].en
