"""One failure never stops the rest; nothing is half published; the same order gives the same bytes."""

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sxresearch.batch import one_brief
from sxresearch.batch.manifest import BriefOutcome, RegionResult, load_manifest
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.runner import Order, run_batch
from sxresearch.errors import BadParameter
from tests.batch.conftest import FIXTURES, REGIONS, Run

PUBLISHED = {f"{region}{ending}" for region in REGIONS[:3] for ending in (".html", ".ipynb")}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "manifest.json"}


def test_every_region_gets_a_page_a_notebook_and_a_place_in_the_index(run: Run, tmp_path):
    manifest = run()
    folder = tmp_path / "reports" / manifest.run
    assert names(folder) == PUBLISHED | {
        "index.html",
        "manifest.json",
        "overview.html",
        "quality.html",
        "verdicts.parquet",
    }
    assert names(tmp_path / "reports") == {manifest.run, "index.html", "runs.html", ".lock"}
    front = (tmp_path / "reports" / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{manifest.run}/{region}.html"' in front for region in REGIONS[:3])
    assert 'href="runs.html"' in front
    assert 'href="140100.html"' in (folder / "index.html").read_text(encoding="utf-8")


def test_the_same_order_gives_the_same_run_and_the_same_bytes(run: Run, tmp_path):
    first = run()
    before = contents(tmp_path / "reports" / first.run)
    second = run(jobs=1)
    assert second.run == first.run
    assert contents(tmp_path / "reports" / second.run) == before


def test_a_failing_region_leaves_its_cause_and_the_rest_goes_on(run: Run, tmp_path):
    manifest = run("raises_for_140200")
    folder = tmp_path / "reports" / manifest.run
    assert [result.region for result in manifest.done] == ["140000", "140100"]
    written = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert written["regions"]["140200"]["outcome"] == "failed"
    assert written["regions"]["140200"]["causes"][0]["en"] == "Cell 3 failed: ValueError: no figure for 140200"
    assert "no figure for 140200" in (folder / "index.html").read_text(encoding="utf-8")
    assert not {"140200.html", "140200.ipynb"} & names(folder)


def test_an_unexpected_error_is_recorded_with_its_trace(run: Run):
    manifest = run("no_headline", REGIONS[:1])
    (result,) = manifest.not_done
    assert result.causes[0].en.startswith("Unexpected error LookupError")
    assert "Traceback" in result.details


def test_a_fault_in_the_input_keeps_its_sentence(run: Run):
    (result,) = run("bad_input", REGIONS[:1]).not_done
    assert "BadParameter" in result.causes[0].zh
    assert "regions.csv" in result.causes[0].zh


def test_the_manifest_holds_what_the_run_was_made_from(run: Run, tmp_path):
    manifest = run(regions=REGIONS[:1])
    assert load_manifest(tmp_path / "reports" / manifest.run) == manifest
    assert set(manifest.identity.inputs) >= {"indicators.yaml", "regions.csv", "observations/small.csv"}
    assert manifest.identity.parameters == {"lang": "zh", "regions": ["140000"]}
    assert manifest.regions["140000"].headline["counts"]["expected_misses"] == 1.5
    in_cells = manifest.regions["140000"].cell_seconds
    assert len(in_cells) == 3  # two of its own, and the one in which papermill sets the parameters
    assert 0 < sum(in_cells) < manifest.regions["140000"].seconds
    assert manifest.synthetic


def test_resume_makes_only_what_is_missing_or_damaged(run: Run, tmp_path):
    first = run()
    folder = tmp_path / "reports" / first.run
    before = contents(folder)
    (folder / "140100.html").write_text("damaged", encoding="utf-8")
    (folder / "140200.ipynb").unlink()
    seen = []
    second = run(resume=True, watch=seen.append)
    again = {result.region for result in seen if result.seconds != first.regions[result.region].seconds}
    assert again == {"140100", "140200"}
    assert contents(folder) == before
    assert list(second.regions) == list(REGIONS[:3])


def test_left_overs_of_a_killed_run_are_swept_away(run: Run, tmp_path):
    folder = tmp_path / "reports" / run(regions=REGIONS[:1]).run
    (folder / ".140000.html.part").write_text("half", encoding="utf-8")
    run(regions=REGIONS[:1])
    assert ".140000.html.part" not in names(folder)


def test_a_notebook_that_hangs_fails_alone(run: Run):
    (result,) = run("hangs", REGIONS[:1], seconds=1.0).not_done
    assert "1 seconds" in result.causes[0].en


def test_a_full_disk_keeps_the_last_good_brief(run: Run, tmp_path, monkeypatch):
    folder = tmp_path / "reports" / run(regions=REGIONS[:1]).run
    good = (folder / "140000.html").read_bytes()

    def full(_notebook: object, out: Path) -> None:
        out.with_name(f".{out.name}.part").write_text("half", encoding="utf-8")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(one_brief, "export_html", full)
    (result,) = run(regions=REGIONS[:1]).not_done
    assert "No space left on device" in result.causes[0].en
    assert (folder / "140000.html").read_bytes() == good


def test_a_brief_without_one_of_its_sections_is_a_failed_brief(run: Run, tmp_path):
    """Named in the manifest with the section's heading; neither page nor notebook is published."""
    manifest = run("lacks_a_section", REGIONS[:1])
    (result,) = load_manifest(tmp_path / "reports" / manifest.run).not_done
    assert "预警清单" in result.causes[0].zh
    assert "lacks 1 of its sections" in result.causes[0].en
    assert not list((tmp_path / "reports" / manifest.run).glob("140000*"))


@pytest.mark.parametrize("parameters", [Parameters(as_of=20222), Parameters(target_year=2201), Parameters(plans="x")])
def test_what_can_not_be_used_is_refused_before_anything_is_written(parameters, inputs, tmp_path):
    out = tmp_path / "reports"
    with pytest.raises(BadParameter):
        run_batch(Order(inputs, parameters, REGIONS[:1], FIXTURES / "tiny.ipynb", out), jobs=1)
    assert not out.exists()


def test_ctrl_c_keeps_what_is_finished_and_resume_completes_it(run: Run, tmp_path):
    """The interrupt comes while the first finished brief is reported and the second is being made."""

    def interrupt(result: RegionResult) -> None:
        if result.region == "140000":
            raise KeyboardInterrupt

    left = run(jobs=1, watch=interrupt)
    assert left.interrupted
    assert [result.region for result in left.done] == ["140000"]
    assert {result.outcome for result in left.not_done} == {BriefOutcome.INTERRUPTED}
    assert names(tmp_path / "reports" / left.run) == {"140000.html", "140000.ipynb", "index.html", "manifest.json"}
    seen: list[RegionResult] = []
    completed = run(resume=True, watch=seen.append)
    assert completed.run == left.run
    assert len(completed.done) == 3
    assert seen[0] == left.regions["140000"]


_KILLED = """
import os, signal, sys
from pathlib import Path
from sxresearch.assessment.inputs import load_inputs
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.runner import Order, run_batch
data, notebook, out = sys.argv[1:]
regions = ("140000", "140100", "140200")
order = Order(load_inputs(observations=data), Parameters(), regions, Path(notebook), Path(out), forked=False)
run_batch(order, jobs=1, watch=lambda result: os.kill(os.getpid(), signal.SIGKILL))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_killed_run_leaves_no_lock_and_nothing_half_published(data_file, run: Run, tmp_path):
    """Killed right after the first brief: it is kept, and the parent goes on with the rest."""
    out = tmp_path / "reports"
    command = [sys.executable, "-c", _KILLED, str(data_file), str(FIXTURES / "tiny.ipynb"), str(out)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == -signal.SIGKILL
    (folder,) = [path for path in out.iterdir() if path.is_dir()]
    assert names(folder) == {"140000.html", "140000.ipynb", "manifest.json"}
    before = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["regions"]["140000"]
    completed = run(resume=True)
    assert completed.run == folder.name
    assert len(completed.done) == 3
    assert completed.regions["140000"].seconds == before["seconds"]
