"""The figures of docs/scale.md are those that were measured, in both languages."""

from pathlib import Path

import pytest

from benchmarks.cost import Cost
from benchmarks.run_parts import RunParts
from benchmarks.scale_figures import BEGIN, END, HOME, Command, Files, Measure, record, record_parts, with_figures

GIB = 2**30


@pytest.fixture
def files(tmp_path: Path) -> Files:
    page = tmp_path / "scale.md"
    page.write_text(f"甲\n{BEGIN}\n旧\n{END}\n乙\n{BEGIN}\nold\n{END}\n丙\n", encoding="utf-8")
    return Files(tmp_path / "scale.csv", tmp_path / "scale_parts.csv", page)


def test_the_page_holds_what_was_measured():
    text = HOME.page.read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 2
    assert with_figures(text, HOME.figures_now, HOME.parts_now) == text


def test_a_new_figure_takes_the_place_of_the_old_one(files: Files):
    record([Measure(Command.ASSESS, 12, 0, Cost(15.0, 10.0, GIB))], "2026-01-01", files)
    record([Measure(Command.BATCH, 12, 12, Cost(60.0, 40.0, GIB // 2))], "2026-01-01", files)
    record([Measure(Command.ASSESS, 12, 0, Cost(12.04, 8.0, GIB))], "2026-02-01", files)
    text = files.page.read_text(encoding="utf-8")
    assert text.startswith("甲\n") and "乙" in text and text.endswith("丙\n")
    assert "旧" not in text and "old" not in text
    assert text.count("| `assess` | 12 | – | 8.0 | 12.0 | 1.00 | 2026-02-01 |") == 2  # Chinese and English
    assert text.count("| `batch` | 12 | 12 | 40.0 | 60.0 | 0.50 | 2026-01-01 |") == 2
    assert "2026-01-01" not in text.split("`batch`")[0]


def test_what_follows_from_the_figures_is_computed(files: Files):
    measures = [
        Measure(Command.BATCH, 12, 12, Cost(60.0, 40.0)),
        Measure(Command.BATCH, 112, 112, Cost(260.0, 140.0)),  # 100 briefs more: 2 CPU seconds and 1 second each
        Measure(Command.ONE_BY_ONE, 12, 6, Cost(150.0, 150.0)),  # 25 CPU seconds each against 5
    ]
    record(measures, "2026-01-01", files)
    text = files.page.read_text(encoding="utf-8")
    assert "每多一份简报 2.0 CPU 秒" in text and "each further brief takes 2.0 CPU seconds" in text
    assert "3,000 briefs on two cores take about 50 minutes" in text  # 140 s + 2,888 s = 3,028 s
    assert "With 12 regions in the data, papermill + nbconvert one by one takes 5.0 times" in text


def test_what_was_measured_is_not_computed(files: Files):
    sizes = [(12, 40.0), (112, 140.0), (3000, 3600.0)]  # by the line through the first two 3,028 s: 50 minutes
    record([Measure(Command.BATCH, n, n, Cost(2 * wall, wall)) for n, wall in sizes], "2026-01-01", files)
    text = files.page.read_text(encoding="utf-8")
    assert "3,000 份实测用时 60 分钟；由 12 份和 112 份的用时线性推算为 50 分钟。" in text
    assert "3,000 briefs took 60 minutes as measured; by a line through 12 and 112 briefs they would take 50." in text
    assert "Computed from that" not in text


@pytest.mark.parametrize(("regions", "briefs"), [(0, 0), (12, 13), (12, -1)])
def test_a_measure_makes_no_more_briefs_than_there_are_regions(regions: int, briefs: int):
    with pytest.raises(ValueError, match="briefs of"):
        Measure(Command.BATCH, regions, briefs, Cost(1.0, 1.0))


def test_two_workers_are_compared_with_one_of_the_same_day(files: Files):
    one = Measure(Command.ONE_WORKER, 129, 129, Cost(300.0, 340.0))
    two = Measure(Command.TWO_WORKERS, 129, 129, Cost(310.0, 200.0))
    record([one, two], "2026-01-01", files)
    text = files.page.read_text(encoding="utf-8")
    assert "两个 worker（各一个进程、一次做一份）比一个快到 1.70 倍" in text and "are 1.70 times as fast as one" in text
    record([two], "2026-01-02", files)
    assert "times as fast" not in files.page.read_text(encoding="utf-8")


PARTS = RunParts(
    briefs=100, before=80.0, judging=60.0, longest_part=9.0, cutting=0.05, brief=2.0, slice_bytes=6e6, closing=10.0
)


@pytest.mark.parametrize(
    ("workers", "seconds"),
    [
        (1, 20 + 60 + 200 + 10),
        (2, 20 + 30 + 100 + 10),
        (10, 20 + 9 + 20 + 10),  # no faster than the longest part
        (50, 20 + 9 + 9.8 + 10),  # no faster than .05 s of cutting and .048 s of sending for each of 100 slices
    ],
)
def test_what_more_workers_take_is_added_up_from_the_parts_of_a_run(workers: int, seconds: float):
    assert PARTS.on(workers) == pytest.approx(seconds)


def test_what_is_computed_is_called_so_in_both_languages(files: Files):
    record_parts(PARTS, 129, "2026-01-01", files)
    chinese, english = files.page.read_text(encoding="utf-8").split("乙")
    assert "推算（不是实测）：10 台机器各一个核时，100 份简报约 1.0 分钟，一台则约 4.8 分钟。" in chinese
    assert "Computed, not measured: 10 machines of one core take about 1.0 minutes for 100 briefs" in english
    assert files.parts_now.loc[0, "regions"] == 129
