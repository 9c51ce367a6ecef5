"""A table laid out in any shape and format comes back as it was; a table of anything at all brings nothing down."""

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sxresearch.monitoring.findings import Severity
from sxresearch.monitoring.intake.figures import read_figures
from sxresearch.terms import Language
from tests.monitoring.intake.office_tables import OfficeBook, OfficeSheet
from tests.monitoring.intake.test_figures import ANAEMIA, IMR, MMR, SCREEN, TODAY, amounts, read, shipped

REGIONS = {"140100": "太原市", "140200": "大同市", "140302": "阳泉市城区", "140403": "潞州区"}
INDICATORS = {
    IMR: ("婴儿死亡率", "‰"),
    MMR: ("孕产妇死亡率", "1/10万"),
    ANAEMIA: ("5岁以下儿童贫血患病率", "%"),
    SCREEN: ("宫颈癌筛查率", "%"),
}
YEARS = range(2015, 2025)
figures_of_tables = st.dictionaries(
    st.tuples(st.sampled_from(list(REGIONS)), st.sampled_from(list(INDICATORS)), st.sampled_from(list(YEARS))),
    st.integers(1, 999).map(lambda number: number / 10),
    min_size=4,
    max_size=30,
)
Table = dict[tuple[str, str, int], float]


def wide(table: Table, across: int, titled: str, rest: tuple[int, ...]) -> list[list]:
    """The dimension ``across`` as columns, the others as the first columns; blank where there is no figure."""
    columns = sorted({key[across] for key in table})
    lines = sorted({tuple(key[at] for at in rest) for key in table})
    found = {(tuple(key[at] for at in rest), key[across]): value for key, value in table.items()}
    head = [*titled.split(), *[heading(across, column) for column in columns]]
    return [head, *[[*map(cell, rest, line), *[found.get((line, column)) for column in columns]] for line in lines]]


def heading(at: int, key: object) -> object:
    return f"{key}年" if at == 2 else "{}（{}）".format(*INDICATORS[str(key)]) if at == 1 else REGIONS[str(key)]


def cell(at: int, key: object) -> object:
    return key if at == 2 else heading(at, key)


SHAPES = {
    "years": lambda table: wide(table, 2, "地区 指标", (0, 1)),
    "regions": lambda table: wide(table, 0, "指标 年份", (1, 2)),
    "indicators": lambda table: wide(table, 1, "地区 年份", (0, 2)),
    "long": lambda table: [
        ["年份", "地区", "数值", "指标", "单位"],
        *[[year, REGIONS[region], value, *INDICATORS[indicator]] for (region, indicator, year), value in table.items()],
    ],
}


@pytest.mark.parametrize("shape", SHAPES)
@given(table=figures_of_tables, ending=st.sampled_from(["xlsx", "xls", "ods", "csv"]))
@settings(max_examples=8, deadline=None)
def test_every_shape_comes_back_as_it_was(shape: str, table: Table, ending: str):
    with TemporaryDirectory() as folder:
        figures = read(OfficeBook([OfficeSheet(SHAPES[shape](table))]).write(Path(folder), ending))
    refused = [f for f in figures.findings if f.severity is Severity.REFUSE]
    if len({key[at] for key in table for at in (0, 1, 2)}) and not refused:
        wanted = {(region, indicator, "total", year): value for (region, indicator, year), value in table.items()}
        assert amounts(figures) == wanted
    else:
        assert not any(f.rule in ("bounds", "rows-differ") for f in refused)
        assert shape != "long"


anything = st.one_of(
    st.none(),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.integers(-3, 3000),
    st.sampled_from(
        [
            "地区",
            "指标",
            "年份",
            "数值",
            "单位",
            "分子",
            "分母",
            "太原市",
            "城区",
            "婴儿死亡率",
            "婴儿死亡率（‰）",
            "2023年",
            "2025年目标值",
            "合计",
            "农村",
            "‰",
            "%",
            "…",
            "—",
            "95.2%",
            "12.5/10万",
            "注：说明",
            "终值",
            "140100",
        ]
    ),
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)).map(lambda day: datetime(day.year, day.month, day.day)),
)


@given(rows=st.lists(st.lists(anything, min_size=1, max_size=7), min_size=1, max_size=10))
@settings(max_examples=40, deadline=None)
def test_nothing_brings_the_reader_down(rows: list[list]):
    with TemporaryDirectory() as folder:
        path = OfficeBook([OfficeSheet(rows)]).write(Path(folder), "csv")
        figures = read_figures(path, shipped(), today=TODAY)
    assert figures.table["value"].notna().sum() <= sum(len(row) for row in rows)
    assert all(finding.line(language) for finding in figures.findings for language in Language)
