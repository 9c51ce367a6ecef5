"""The figures of docs/scale.md: kept in docs/scale.csv, and put into the page, Chinese and English, between marks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pandas as pd

from benchmarks.cost import Cost
from sxresearch.paths import ROOT

FIGURES, PAGE = ROOT / "docs" / "scale.csv", ROOT / "docs" / "scale.md"
BEGIN, END = "<!-- figures: written by python -m benchmarks.scale --write -->", "<!-- end of figures -->"
_KEY = ["command", "regions", "briefs"]
_COLUMNS = [*_KEY, "seconds", "cpu_seconds", "peak_gib", "day"]
_GIB = 2**30
_MANY, _MINUTE = 3_000, 60
"""Briefs for which the time is computed, and seconds."""


class Command(StrEnum):
    """What is measured."""

    ASSESS = "assess"
    BATCH = "batch"
    RESUMED = "batch --resume"
    ONE_BY_ONE = "papermill + nbconvert"


@dataclass(frozen=True)
class Measure:
    """The cost of one command on the data of so many ``regions``; ``briefs`` is how many it made (0 for ``assess``)."""

    command: Command
    regions: int
    briefs: int
    cost: Cost

    def __post_init__(self) -> None:
        if self.regions < 1 or not 0 <= self.briefs <= self.regions:
            raise ValueError(f"{self.briefs} briefs of {self.regions} regions")


def record(measures: Iterable[Measure], day: str, figures: Path = FIGURES, page: Path = PAGE) -> None:
    """Put new figures in the place of those of the same command and size, and renew the page."""
    costs = [(m, m.cost) for m in measures]
    rows = [(m.command, m.regions, m.briefs, cost.wall, cost.cpu, cost.peak / _GIB, day) for m, cost in costs]
    new = pd.DataFrame(rows, columns=_COLUMNS).round({"seconds": 1, "cpu_seconds": 1, "peak_gib": 2})
    both = pd.concat([pd.read_csv(figures), new]) if figures.exists() else new
    both = both.drop_duplicates(_KEY, keep="last")
    order = both["command"].map({command.value: place for place, command in enumerate(Command)})
    both.assign(order=order).sort_values(["order", "regions", "briefs"]).drop(columns="order").to_csv(
        figures, index=False, lineterminator="\n"
    )
    page.write_text(with_figures(page.read_text(encoding="utf-8"), pd.read_csv(figures)), encoding="utf-8")


def with_figures(text: str, figures: pd.DataFrame) -> str:
    """The page with the figures between its two pairs of marks: the Chinese part first."""
    before, *parts = text.split(BEGIN)
    rests = [part.split(END, 1)[1] for part in parts]
    blocks = (_chinese(figures), _english(figures))
    return before + "".join(f"{BEGIN}\n{block}\n{END}{rest}" for block, rest in zip(blocks, rests, strict=True))


def _chinese(figures: pd.DataFrame) -> str:
    head = "| 命令 | 数据中的地区 | 做出的简报 | 用时（秒） | CPU（秒） | 内存（GiB） | 测于 |"
    said = {
        "further": "从每批份数之差看，每多一份简报 {:.1f} CPU 秒。",
        "many": "照此推算（不是实测），两核上 {:,} 份约 {:.0f} 分钟。",
        "ratio": "数据中有 {} 个地区时，逐个运行 papermill + nbconvert 平均每份用的 CPU 是整批的 {:.1f} 倍"
        "（均含启动，整批含总览和索引）。",
    }
    return _block(head, figures, said)


def _english(figures: pd.DataFrame) -> str:
    head = "| command | regions in the data | briefs made | time (s) | CPU (s) | memory (GiB) | measured on |"
    said = {
        "further": "By the difference between batches, each further brief takes {:.1f} CPU seconds. ",
        "many": "Computed from that, not measured: {:,} briefs on two cores take about {:.0f} minutes. ",
        "ratio": "With {} regions in the data, papermill + nbconvert one by one takes {:.1f} times the CPU "
        "of the batch for each brief (start included in both, overview and index in the batch). ",
    }
    return _block(head, figures, said)


def _block(head: str, figures: pd.DataFrame, said: dict[str, str]) -> str:
    follows = "".join(_derived(figures, said)).rstrip()
    return "\n".join([head, *_rows(figures), *(["", follows] if follows else [])])


def _rows(figures: pd.DataFrame) -> Iterator[str]:
    yield "|---|---|---|---|---|---|---|"
    for row in figures.itertuples():
        briefs = f"{row.briefs:,}" if row.briefs else "–"
        cells = (f"`{row.command}`", f"{row.regions:,}", briefs, f"{row.seconds:.1f}", f"{row.cpu_seconds:.1f}")
        yield f"| {' | '.join(cells)} | {row.peak_gib:.2f} | {row.day} |"


def _derived(figures: pd.DataFrame, said: dict[str, str]) -> Iterator[str]:
    whole = figures[(figures["command"] == Command.BATCH) & (figures["regions"] == figures["briefs"])]
    if len(whole) > 1:
        small, large = (whole.sort_values("briefs").iloc[at] for at in (0, -1))
        more = large["briefs"] - small["briefs"]
        yield said["further"].format((large["cpu_seconds"] - small["cpu_seconds"]) / more)
        seconds = large["seconds"] + (_MANY - large["briefs"]) * (large["seconds"] - small["seconds"]) / more
        yield said["many"].format(_MANY, seconds / _MINUTE)
    each = figures.assign(each=figures["cpu_seconds"] / figures["briefs"])
    single = each[each["command"] == Command.ONE_BY_ONE].merge(each.loc[whole.index], on="regions")
    for row in single.itertuples():
        yield said["ratio"].format(row.regions, row.each_x / row.each_y)
