"""The figures of docs/scale.md are those that were measured, in both languages."""

from pathlib import Path

import pandas as pd
import pytest

from benchmarks.cost import Cost
from benchmarks.scale_figures import BEGIN, END, FIGURES, PAGE, Command, Measure, record, with_figures

GIB = 2**30


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "scale.md"
    file.write_text(f"甲\n{BEGIN}\n旧\n{END}\n乙\n{BEGIN}\nold\n{END}\n丙\n", encoding="utf-8")
    return file


def test_the_page_holds_what_was_measured():
    text = PAGE.read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 2
    assert with_figures(text, pd.read_csv(FIGURES)) == text


def test_a_new_figure_takes_the_place_of_the_old_one(page: Path, tmp_path: Path):
    figures = tmp_path / "scale.csv"
    record([Measure(Command.ASSESS, 12, 0, Cost(15.0, 10.0, GIB))], "2026-01-01", figures, page)
    record([Measure(Command.BATCH, 12, 12, Cost(60.0, 40.0, GIB // 2))], "2026-01-01", figures, page)
    record([Measure(Command.ASSESS, 12, 0, Cost(12.04, 8.0, GIB))], "2026-02-01", figures, page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("甲\n") and "乙" in text and text.endswith("丙\n")
    assert "旧" not in text and "old" not in text
    assert text.count("| `assess` | 12 | – | 8.0 | 12.0 | 1.00 | 2026-02-01 |") == 2  # Chinese and English
    assert text.count("| `batch` | 12 | 12 | 40.0 | 60.0 | 0.50 | 2026-01-01 |") == 2
    assert "2026-01-01" not in text.split("`batch`")[0]


def test_what_follows_from_the_figures_is_computed(page: Path, tmp_path: Path):
    measures = [
        Measure(Command.BATCH, 12, 12, Cost(60.0, 40.0)),
        Measure(Command.BATCH, 112, 112, Cost(260.0, 140.0)),  # 100 briefs more: 2 CPU seconds and 1 second each
        Measure(Command.ONE_BY_ONE, 12, 6, Cost(150.0, 150.0)),  # 25 CPU seconds each against 5
    ]
    record(measures, "2026-01-01", tmp_path / "scale.csv", page)
    text = page.read_text(encoding="utf-8")
    assert "每多一份简报 2.0 CPU 秒" in text and "each further brief takes 2.0 CPU seconds" in text
    assert "3,000 briefs on two cores take about 50 minutes" in text  # 140 s + 2,888 s = 3,028 s
    assert "With 12 regions in the data, papermill + nbconvert one by one takes 5.0 times" in text


@pytest.mark.parametrize(("regions", "briefs"), [(0, 0), (12, 13), (12, -1)])
def test_a_measure_makes_no_more_briefs_than_there_are_regions(regions: int, briefs: int):
    with pytest.raises(ValueError, match="briefs of"):
        Measure(Command.BATCH, regions, briefs, Cost(1.0, 1.0))
