"""After a change exactly the briefs whose computed content changed are made again, and all equal a fresh run's."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from sxresearch.assessment.inputs import load_inputs
from sxresearch.batch.manifest import Manifest, RegionResult
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.reuse.unchanged_run import unchanged
from sxresearch.batch.runner import Order, run_batch
from sxresearch.brief.page.page_links import linked
from tests.batch.conftest import FIXTURES, observations_csv

CITIES, COUNTIES = ("140000", "140100", "140200"), ("140105", "140212", "140213")
pytestmark = pytest.mark.long
BELOW = "140105"
"""A county whose brief shows the figure of its city that changes."""
DAMAGED = "140213"
ASKED = ("all",)
NOTEBOOK = FIXTURES / "judges_its_region.ipynb"
FIGURE = "140100,maternal_mortality_ratio,total,2023,{}"


@dataclass(frozen=True)
class History:
    """A run; one city's figure changes; the run is resumed, and made afresh elsewhere."""

    files: tuple[Path, Path]
    folder: Path
    first: Manifest
    resumed: Manifest
    fresh: Manifest
    seen: tuple[RegionResult, ...]

    def briefs(self, place: str, run: Manifest) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.folder / place / run.run).glob("14*")}

    def unchanged(self, out: Path, asked: tuple[str, ...] = ASKED) -> Manifest | None:
        parameters = Parameters(observations=tuple(map(str, self.files)))
        return unchanged(parameters, asked, NOTEBOOK, out)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    folder = tmp_path_factory.mktemp("history")
    files = folder / "cities.csv", folder / "counties.csv"
    for path, regions in zip(files, (CITIES, COUNTIES), strict=True):
        path.write_text(observations_csv(regions), encoding="utf-8")
    first, _ = run(files, folder / "reports")
    (folder / "reports" / first.run / f"{DAMAGED}.html").write_text("damaged", encoding="utf-8")
    before = files[0].read_text(encoding="utf-8")
    files[0].write_text(before.replace(FIGURE.format("12.0"), FIGURE.format("9.0")), encoding="utf-8")
    resumed, seen = run(files, folder / "reports", resume=True)
    fresh, _ = run(files, folder / "elsewhere")
    return History(files, folder, first, resumed, fresh, tuple(seen))


def run(files: tuple[Path, Path], out: Path, *, resume: bool = False) -> tuple[Manifest, list[RegionResult]]:
    order = Order(
        load_inputs(observations=files),
        Parameters(observations=tuple(map(str, files))),
        CITIES + COUNTIES,
        NOTEBOOK,
        out,
        asked=ASKED,
    )
    seen: list[RegionResult] = []
    return run_batch(order, jobs=2, resume=resume, watch=seen.append), seen


def test_pooling_lets_one_citys_figure_touch_the_other_cities_but_no_county(history: History):
    assert len(history.resumed.done) == len(CITIES + COUNTIES)
    assert history.resumed.run == history.fresh.run != history.first.run
    old, new = history.briefs("reports", history.first), history.briefs("elsewhere", history.fresh)
    changed = {name[:6] for name in new if new[name] != old[name]}
    assert changed - {DAMAGED} == set(CITIES)
    assert history.briefs("elsewhere", history.fresh)[f"{DAMAGED}.ipynb"] == old[f"{DAMAGED}.ipynb"]


def test_exactly_what_changed_or_was_damaged_is_made_again(history: History):
    taken = {result.region for result in history.seen if result.taken_from == history.first.run}
    assert taken == set(COUNTIES) - {DAMAGED, BELOW}
    assert {result.region for result in history.seen if not result.taken_from} == {*CITIES, DAMAGED, BELOW}


def test_the_resumed_run_equals_a_fresh_one_byte_for_byte(history: History):
    assert history.briefs("reports", history.resumed) == history.briefs("elsewhere", history.fresh)
    contents = [{code: item.content for code, item in run.regions.items()} for run in (history.resumed, history.fresh)]
    assert contents[0] == contents[1]


def test_when_nothing_changed_neither_panels_are_judged_nor_kernels_prepared(history: History, monkeypatch):
    def never(*_given: object, **_named: object) -> None:
        raise AssertionError("asked again")

    for name in ("Kernels", "write_run_overview", "answers_of"):
        monkeypatch.setattr(f"sxresearch.batch.runner.{name}", never)
    again, seen = run(history.files, history.folder / "elsewhere", resume=True)
    assert again == history.fresh
    assert [result.region for result in seen] == list(CITIES + COUNTIES)


def test_an_unchanged_run_is_known_without_reading_a_figure(history: History, monkeypatch):
    for name in ("plain_table", "read_sheets"):
        monkeypatch.setattr(f"sxresearch.monitoring.intake.figures.{name}", None)
    out = history.folder / "elsewhere"
    assert history.unchanged(out) == history.fresh
    assert history.unchanged(out, asked=("cities",)) is None
    assert history.unchanged(history.folder / "nowhere") is None


def test_a_run_that_lost_a_brief_or_its_place_in_front_is_not_unchanged(history: History, tmp_path: Path):
    out = shutil.copytree(history.folder / "elsewhere", tmp_path / "reports")
    assert history.unchanged(out) == history.fresh
    for page in (out / "index.html", out / history.fresh.run / f"{BELOW}.html"):
        before = page.read_bytes()
        page.write_text("another run's")
        assert history.unchanged(out) is None
        page.write_bytes(before)
    assert history.unchanged(out) == history.fresh


def test_figures_that_changed_are_noticed(history: History, tmp_path: Path):
    out = history.folder / "elsewhere"
    moved = tuple(Path(shutil.copy(path, tmp_path)) for path in history.files)
    assert replace(history, files=moved).unchanged(out) == history.fresh
    moved[1].write_text(moved[1].read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert replace(history, files=moved).unchanged(out) is None


def test_a_region_alone_says_what_it_says_among_the_others(history: History):
    """Its kernel is fresh and shares nothing: same figures, same bytes, but for the links to the others."""
    order = Order(
        load_inputs(observations=history.files),
        Parameters(observations=tuple(map(str, history.files))),
        ("140100",),
        FIXTURES / "judges_its_region.ipynb",
        history.folder / "alone",
        forked=False,
    )
    alone = run_batch(order, jobs=1)
    together = history.briefs("elsewhere", history.fresh)
    mine = {name: text for name, text in together.items() if name[:6] == "140100"}
    assert _unlinked(history.briefs("alone", alone)) == _unlinked(mine)


def _unlinked(briefs: dict[str, bytes]) -> dict[str, str]:
    return {name: linked(text.decode("utf-8"), {}) for name, text in briefs.items()}
