"""After a change exactly the briefs whose computed content changed are made again, and all equal a fresh run's."""

from pathlib import Path

import pytest

from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.batch.manifest import Manifest, RegionResult
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.runner import Order, run_batch
from tests.batch.conftest import FIXTURES, observations_csv

CITIES, COUNTIES = ("140000", "140100", "140200"), ("140105", "140106")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """The cities' figures and the counties' figures."""
    paths = tmp_path / "cities.csv", tmp_path / "counties.csv"
    for path, regions in zip(paths, (CITIES, COUNTIES), strict=True):
        path.write_text(observations_csv(regions), encoding="utf-8")
    return paths


def briefs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("14*")}


def run(files: tuple[Path, Path], out: Path, *, resume: bool = False) -> tuple[Manifest, list[RegionResult]]:
    order = Order(
        load_inputs(observations=files),
        Parameters(observations=tuple(map(str, files))),
        CITIES + COUNTIES,
        FIXTURES / "judges_its_region.ipynb",
        out,
    )
    seen: list[RegionResult] = []
    return run_batch(order, jobs=2, resume=resume, watch=seen.append), seen


def test_pooling_lets_one_citys_figure_touch_other_cities_but_no_county(files: tuple[Path, Path], tmp_path: Path):
    first, _ = run(files, tmp_path / "reports")
    text = files[0].read_text(encoding="utf-8")
    changed = text.replace(
        "140100,maternal_mortality_ratio,total,2023,12.0", "140100,maternal_mortality_ratio,total,2023,9.0"
    )
    assert changed != text
    files[0].write_text(changed, encoding="utf-8")
    resumed, seen = run(files, tmp_path / "reports", resume=True)
    fresh, _ = run(files, tmp_path / "elsewhere")
    assert resumed.run == fresh.run != first.run
    assert {result.region for result in seen if result.taken_from} == set(COUNTIES)
    old, new = briefs(tmp_path / "reports" / first.run), briefs(tmp_path / "elsewhere" / fresh.run)
    assert {name[:6] for name in new if new[name] != old[name]} == set(CITIES)
    assert briefs(tmp_path / "reports" / resumed.run) == new
    assert {code: item.content for code, item in resumed.regions.items()} == {
        code: item.content for code, item in fresh.regions.items()
    }


def test_a_damaged_brief_of_an_earlier_run_is_not_taken_over(files: tuple[Path, Path], tmp_path: Path):
    first, _ = run(files, tmp_path / "reports")
    (tmp_path / "reports" / first.run / "140105.html").write_text("damaged", encoding="utf-8")
    text = files[0].read_text(encoding="utf-8")
    files[0].write_text(text.replace("20.0", "20.5"), encoding="utf-8")
    _, seen = run(files, tmp_path / "reports", resume=True)
    assert {result.region for result in seen if result.taken_from} == {"140106"}


def test_inputs_are_needed_only_for_what_is_missing(files: tuple[Path, Path], tmp_path: Path, monkeypatch):
    """Nothing changed: neither are panels judged nor kernels prepared."""
    run(files, tmp_path / "reports")

    def never(*_given: object, **_named: object) -> Inputs:
        raise AssertionError("asked again")

    monkeypatch.setattr("sxresearch.batch.runner.Kernels", never)
    _, seen = run(files, tmp_path / "reports", resume=True)
    assert len(seen) == len(CITIES + COUNTIES)
