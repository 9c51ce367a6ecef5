"""The figures of docs/scale.md: kept in docs/scale.csv, and put into the page, Chinese and English, between marks."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

import pandas as pd

from benchmarks.cost import Cost
from benchmarks.run_parts import COLUMNS, RunParts
from sxresearch.paths import ROOT

FIGURES, PARTS, PAGE = (ROOT / "docs" / name for name in ("scale.csv", "scale_parts.csv", "scale.md"))
BEGIN, END = "<!-- figures: written by python -m benchmarks.scale --write -->", "<!-- end of figures -->"
_KEY = ["command", "regions", "briefs"]
_COLUMNS = [*_KEY, "seconds", "cpu_seconds", "peak_gib", "day"]
_PART_COLUMNS = ["regions", *COLUMNS, "day"]
_GIB = 2**30
_MANY, _MINUTE = 3_000, 60
"""Briefs for which the time is computed, and seconds."""
_MACHINES = 10
"""Workers, each on a core of a machine of its own, for which the time is computed."""


class Command(StrEnum):
    """What is measured."""

    ASSESS = "assess"
    BATCH = "batch"
    RESUMED = "batch --resume"
    CHANGED = "batch --resume, one figure changed"
    ONE_WORKER = "batch --scheduler, 1 worker"
    TWO_WORKERS = "batch --scheduler, 2 workers"
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


@dataclass(frozen=True)
class Files:
    """Where the figures are kept, and the page that shows them."""

    figures: Path = FIGURES
    parts: Path = PARTS
    page: Path = PAGE

    def renew(self) -> None:
        """Put the figures into the page."""
        text = self.page.read_text(encoding="utf-8")
        self.page.write_text(with_figures(text, self.figures_now, self.parts_now), encoding="utf-8")

    @property
    def figures_now(self) -> pd.DataFrame:
        """What commands took."""
        return pd.read_csv(self.figures) if self.figures.exists() else pd.DataFrame(columns=_COLUMNS)

    @property
    def parts_now(self) -> pd.DataFrame:
        """What the parts of a run on one worker took."""
        return pd.read_csv(self.parts) if self.parts.exists() else pd.DataFrame(columns=_PART_COLUMNS)


HOME = Files()


def record(measures: Iterable[Measure], day: str, files: Files = HOME) -> None:
    """Put new figures in the place of those of the same command and size, and renew the page."""
    costs = [(m, m.cost) for m in measures]
    rows = [(m.command, m.regions, m.briefs, cost.wall, cost.cpu, cost.peak / _GIB, day) for m, cost in costs]
    new = pd.DataFrame(rows, columns=_COLUMNS).round({"seconds": 1, "cpu_seconds": 1, "peak_gib": 2})
    both = pd.concat([files.figures_now, new]) if files.figures.exists() else new
    both = both.drop_duplicates(_KEY, keep="last")
    order = both["command"].map({command.value: place for place, command in enumerate(Command)})
    both.assign(order=order).sort_values(["order", "regions", "briefs"]).drop(columns="order").to_csv(
        files.figures, index=False, lineterminator="\n"
    )
    files.renew()


def record_parts(parts: RunParts, regions: int, day: str, files: Files = HOME) -> None:
    """Put the parts of a run in the place of those with as many regions, and renew the page."""
    new = pd.DataFrame([{"regions": regions, **asdict(parts), "day": day}]).round(4)
    both = pd.concat([files.parts_now, new]) if files.parts.exists() else new
    both = both.drop_duplicates("regions", keep="last").sort_values("regions")
    both.to_csv(files.parts, index=False, lineterminator="\n")
    files.renew()


def with_figures(text: str, figures: pd.DataFrame, parts: pd.DataFrame) -> str:
    """The page with the figures between its two pairs of marks: the Chinese part first."""
    before, *pieces = text.split(BEGIN)
    rests = [piece.split(END, 1)[1] for piece in pieces]
    blocks = (_chinese(figures, parts), _english(figures, parts))
    return before + "".join(f"{BEGIN}\n{block}\n{END}{rest}" for block, rest in zip(blocks, rests, strict=True))


def _chinese(figures: pd.DataFrame, parts: pd.DataFrame) -> str:
    head = "| 命令 | 数据中的地区 | 做出的简报 | 用时（秒） | CPU（秒） | 内存（GiB） | 测于 |"
    said = {
        "further": "从每批份数之差看，每多一份简报 {:.1f} CPU 秒。",
        "many": "照此推算（不是实测），两核上 {:,} 份约 {:.0f} 分钟。",
        "linear": "{:,} 份实测用时 {:.0f} 分钟；由 {:,} 份和 {:,} 份的用时线性推算为 {:.0f} 分钟。",
        "ratio": "数据中有 {} 个地区时，逐个运行 papermill + nbconvert 平均每份用的 CPU 是整批的 {:.1f} 倍"
        "（均含启动，整批含总览和索引）。",
        "workers": "{} 个地区的简报，两个 worker（各一个进程、一次做一份）比一个快到 {:.2f} 倍；"
        "调度程序、做批次的进程和两个 worker 同在两个核上。",
        "computed": "推算（不是实测）：{} 台机器各一个核时，{run.briefs} 份简报约 {many:.1f} 分钟，"
        "一台则约 {single:.1f} 分钟。由实测的各部分相加：读入、合并等只由一台做的 {alone:.0f} 秒；"
        "各机器分担的评估 {run.judging:.0f} 秒（最长的一份 {run.longest_part:.0f} 秒）"
        "和简报（每份 {run.brief:.1f} 秒）；"
        "一台切出并按 1 Gbit/s 送出的切片，每份 {run.cutting:.2f} 秒、{megabytes:.1f} MB；"
        "总览、链接和索引 {run.closing:.0f} 秒。",
    }
    return _block(head, figures, parts, said)


def _english(figures: pd.DataFrame, parts: pd.DataFrame) -> str:
    head = "| command | regions in the data | briefs made | time (s) | CPU (s) | memory (GiB) | measured on |"
    said = {
        "further": "By the difference between batches, each further brief takes {:.1f} CPU seconds. ",
        "many": "Computed from that, not measured: {:,} briefs on two cores take about {:.0f} minutes. ",
        "linear": "{:,} briefs took {:.0f} minutes as measured; by a line through {:,} and {:,} briefs they would take "
        "{:.0f}. ",
        "ratio": "With {} regions in the data, papermill + nbconvert one by one takes {:.1f} times the CPU "
        "of the batch for each brief (start included in both, overview and index in the batch). ",
        "workers": "With {} regions, two workers (one process each, one brief at a time) are {:.2f} times as fast as "
        "one; the scheduler and the process that runs the batch share the two cores with them. ",
        "computed": "Computed, not measured: {} machines of one core take about {many:.1f} minutes for {run.briefs} "
        "briefs, one takes about {single:.1f}. It adds up measured parts: {alone:.0f} s of reading and putting "
        "together that one machine does; judging ({run.judging:.0f} s, its longest part {run.longest_part:.0f} s) and "
        "the briefs ({run.brief:.1f} s each) that all share; slices that one cuts and sends at 1 Gbit/s "
        "({run.cutting:.2f} s and {megabytes:.1f} MB each); {run.closing:.0f} s of overview, links and index. ",
    }
    return _block(head, figures, parts, said)


def _block(head: str, figures: pd.DataFrame, parts: pd.DataFrame, said: dict[str, str]) -> str:
    follows = "".join([*_derived(figures, said), *_on_clusters(figures, parts, said)]).rstrip()
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
        yield said["further"].format(_slope(small, large, "cpu_seconds"))
        if large["briefs"] < _MANY:
            yield said["many"].format(_MANY, _on_the_line(small, large, _MANY) / _MINUTE)
        elif len(whole) > 2:
            middle = whole.sort_values("briefs").iloc[-2]
            minutes = _on_the_line(small, middle, large["briefs"]) / _MINUTE
            known = (large["briefs"], large["seconds"] / _MINUTE, small["briefs"], middle["briefs"])
            yield said["linear"].format(*known, minutes)
    each = figures.assign(each=figures["cpu_seconds"] / figures["briefs"])
    single = each[each["command"] == Command.ONE_BY_ONE].merge(each.loc[whole.index], on="regions")
    for row in single.itertuples():
        yield said["ratio"].format(row.regions, row.each_x / row.each_y)


def _slope(small: pd.Series, large: pd.Series, what: str) -> float:
    return float((large[what] - small[what]) / (large["briefs"] - small["briefs"]))


def _on_the_line(small: pd.Series, large: pd.Series, briefs: int) -> float:
    """Seconds that so many briefs take, on the line through two measured batches."""
    return float(large["seconds"] + (briefs - large["briefs"]) * _slope(small, large, "seconds"))


def _on_clusters(figures: pd.DataFrame, parts: pd.DataFrame, said: dict[str, str]) -> Iterator[str]:
    one, two = (figures[figures["command"] == name] for name in (Command.ONE_WORKER, Command.TWO_WORKERS))
    for row in one.merge(two, on=["regions", "briefs", "day"]).itertuples():
        yield said["workers"].format(row.regions, row.seconds_x / row.seconds_y)
    for row in parts.itertuples(index=False):
        run = RunParts(**{name: getattr(row, name) for name in COLUMNS})
        many, single = run.on(_MACHINES) / _MINUTE, run.on(1) / _MINUTE
        alone, megabytes = run.before - run.judging, run.slice_bytes / 1e6
        yield said["computed"].format(_MACHINES, many=many, single=single, alone=alone, megabytes=megabytes, run=run)
