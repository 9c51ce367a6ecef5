"""What reading and checking spreadsheets costs: ``python -m benchmarks.intake``; section (g) of the benchmarks.

The figures are synthetic: the demonstration's, mirrored into the years before and after them, and a smooth path
where the demonstration has none. Files are checked as users do it, by ``sxresearch check``.
"""

import argparse
import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd
import xlsxwriter

from benchmarks.cost import Cost, cost_of
from sxresearch.assessment.inputs import load_register
from sxresearch.errors import EXIT_BAD_INPUT
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.demo.dataset import demo_observations
from sxresearch.monitoring.demo.profiles import load_profiles
from sxresearch.paths import DATA, ROOT

YEARS = range(2010, 2025)
FAULTS = 8_000
REACH = {"129 workbooks": "≤ 30 s", "one workbook": "≤ 60 s", f"{FAULTS:,} equal faults": "≤ 3 s"}
"""By the clock on two cores that do nothing else."""
HEAD = (
    "地区代码", "地区名称", "指标", "分组", "年份", "数值", "单位", "分子", "分母", "数据状态", "数据性质", "来源",
    "备注",
)  # fmt: skip


def main() -> None:
    """Write the files and measure ``check`` on them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="keep the files here, and use those that are there")
    folder = parser.parse_args().folder
    with tempfile.TemporaryDirectory(prefix="intake-") as room:
        print(costs(folder or Path(room)).to_string())


def costs(room: Path) -> pd.DataFrame:
    """Seconds of the processors and by the clock, and peak memory (MB), for each kind of file."""
    found = {name: _checked(path) for name, path in files(room).items()}
    rows = {name: {"CPU s": cost.cpu, "wall s": cost.wall, "peak MB": cost.peak / 1e6} for name, cost in found.items()}
    return pd.DataFrame(rows).T


def files(room: Path) -> dict[str, Path]:
    """The files to be checked, written where they are not there yet."""
    books, one, faults = room / "workbooks", room / "one.xlsx", room / "faults.csv"
    if not one.exists():
        register = load_register()
        table = figures(register)
        books.mkdir(parents=True, exist_ok=True)
        for code, part in table.groupby("地区代码", sort=False):
            _written(books / f"{code}.xlsx", [part])
        _written(one, [part for _, part in table.groupby("地区代码", sort=False)])
    if not faults.exists():
        rows = (f"太原市,婴儿死忙率,老年,{2000 + at % 20},约3,斤\n" for at in range(FAULTS))
        faults.write_text("地区,指标,分组,年份,数值,单位\n" + "".join(rows), encoding="utf-8")
    return dict(zip(REACH, (books, one, faults), strict=True))


def figures(register: Register) -> pd.DataFrame:
    """Every region of the province, indicator, group and year, in the words of an office."""
    demo = _mirrored(demo_observations(register, load_profiles(DATA / "demo" / "profiles.yaml"), counties=True))
    whole = pd.concat([demo, _others(register, set(demo["indicator"]))], ignore_index=True)
    names = {region.code: region.name for region in register.regions}
    words = {key: item.name.zh for key, item in register.indicators.by_id.items()}
    office = whole.assign(
        地区名称=whole["region"].map(names), 指标=whole["indicator"].map(words), 备注="", 数据性质="刊载",
        来源="妇幼卫生统计年报",
    )  # fmt: skip
    chinese = {"region": "地区代码", "group": "分组", "year": "年份", "value": "数值", "unit": "单位"}
    counts = {"numerator": "分子", "denominator": "分母", "status": "数据状态"}
    office = office.drop(columns=["indicator", "basis", "source"]).rename(columns=chinese | counts)
    return office.sort_values(["地区代码", "指标", "分组", "年份"], ignore_index=True)[list(HEAD)]


def _mirrored(demo: pd.DataFrame) -> pd.DataFrame:
    """The years before an indicator's first and after its last as those on the other side of these."""
    first, last = (demo.groupby("indicator")["year"].transform(name) for name in ("min", "max"))
    around = [demo, demo.assign(year=2 * first - demo["year"])[demo["year"] != first]]
    around.append(demo.assign(year=2 * last - demo["year"])[demo["year"] != last])
    whole = pd.concat(around, ignore_index=True)
    return whole[whole["year"].isin(YEARS)]


def _others(register: Register, known: set[str]) -> pd.DataFrame:
    """A level for each region and a small step a year, inside what the indicator can be."""
    chance = np.random.default_rng(0)
    codes = [region.code for region in register.regions if region.parent]
    parts = []
    for key, item in register.indicators.by_id.items():
        if key in known:
            continue
        low, high = item.plausible or (item.lower or 0.0, item.upper if item.upper is not None else 100.0)
        level = low + (high - low) * chance.uniform(0.4, 0.6, len(codes))
        moved = level[:, None] + (high - low) * np.cumsum(chance.normal(0.002, 0.004, (len(codes), len(YEARS))), axis=1)
        index = pd.MultiIndex.from_product([codes, YEARS], names=["region", "year"])
        frame = pd.DataFrame({"value": np.clip(moved, low, high).ravel().round(2)}, index=index).reset_index()
        frame = frame.assign(indicator=key, group=item.groups[0].value, unit=item.unit.value, status="final")
        parts.append(frame)
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def _written(path: Path, parts: Iterable[pd.DataFrame]) -> None:
    """One sheet, row by row, so that any length fits into memory."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("数据")
        sheet.write_row(0, 0, HEAD)
        line = 1
        for part in parts:
            for row in part.astype(object).where(part.notna(), None).itertuples(index=False, name=None):
                sheet.write_row(line, 0, row)
                line += 1


def _checked(path: Path) -> Cost:
    """What ``check`` costs; a refusal is an answer like another."""
    return cost_of([("sxresearch", "check", str(path))], ROOT, answers=(0, EXIT_BAD_INPUT))


if __name__ == "__main__":
    main()
