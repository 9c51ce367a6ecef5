"""Damaged bytes of every kind: a sheet file or a sentence, never another exception, in bounded time and memory.

Zipped files carry checksums: what is read of a damaged one is what stood there before.
"""

import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.formats.opening import read_sheets
from sxresearch.monitoring.intake.formats.sheets import SheetFile
from tests.monitoring.intake.office_files import ods_table, write_ods
from tests.monitoring.intake.office_tables import OfficeBook, OfficeSheet
from tests.monitoring.intake.test_figures import amounts, read

KINDS = ["xlsx", "xls", "ods", "html", "csv", "parquet"]
PIECES = ["", "9", "-1", "99999999999", '"', "<", ">", "x", "XFE1", "é", "&#0;"]
SETTINGS = settings(max_examples=60, deadline=10_000, suppress_health_check=[HealthCheck.function_scoped_fixture])


def peak_megabytes() -> float:
    """Most memory that this process ever had; 0 where the system doesn't tell (Windows)."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@pytest.fixture(scope="module", autouse=True)
def bounded_memory():
    """The peak of this process grows by less than 500 MB over all damaged files together."""
    before = peak_megabytes()
    yield
    assert peak_megabytes() - before < 500


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> dict[str, tuple[Path, dict]]:
    """A report of thirty figures in every zipped format, and what it holds."""
    folder = tmp_path_factory.mktemp("reports")
    regions = ("太原市", "大同市", "阳泉市", "长治市", "晋城市")
    rows = [[name, "婴儿死亡率", year, 2 + at / 10 + (year - 2018) / 100, 145.0, 50_000.0]
            for at, name in enumerate(regions) for year in range(2018, 2024)]  # fmt: skip
    book = OfficeBook([OfficeSheet([["地区", "指标", "年份", "数值", "分子", "分母"], *rows])])
    made = {ending: book.write(folder, ending) for ending in ("xlsx", "ods")}
    return {ending: (path, amounts(read(path))) for ending, path in made.items()}


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
@SETTINGS
@given(data=st.data())
def test_no_wrong_figure_comes_out_of_damaged_bytes(reports, tmp_path, ending, data):
    path, wanted = reports[ending]
    content = bytearray(path.read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[at] ^= data.draw(st.integers(1, 255))
    damaged = tmp_path / f"b.{ending}"
    damaged.write_bytes(bytes(content))
    figures = read(damaged)
    assert figures.faults or amounts(figures) == wanted


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("whole")
    made = {kind: folder / f"a.{kind}" for kind in KINDS}
    book = xlsxwriter.Workbook(made["xlsx"])
    sheet = book.add_worksheet("数据")
    sheet.write_row(0, 0, ["地区", 2023, 1.5])
    sheet.write_number(1, 1, 0.1, book.add_format({"num_format": "0.0%"}))
    sheet.write_number(1, 2, 45000, book.add_format({"num_format": "yyyy-mm-dd"}))
    sheet.write_formula(2, 0, "=B1*2", None, 0)
    sheet.merge_range(4, 0, 5, 2, "注")
    book.close()
    old = xlwt.Workbook(encoding="utf-8")
    sheet = old.add_sheet("数据")
    sheet.write(0, 0, "地区")
    sheet.write(0, 1, 0.1, xlwt.easyxf(num_format_str="0.0%"))
    sheet.write(1, 1, xlwt.Formula("B1*2"))
    sheet.write_merge(3, 4, 0, 2, "注")
    old.save(str(made["xls"]))
    write_ods(made["ods"], ods_table(["地区", 2023], [0.5, 0.25]))
    made["html"].write_text("<html><table><tr><td rowspan=2>地区<td>1<tr><td>2</table></html>", encoding="utf-8")
    made["csv"].write_text('地区,数值\n"太原,市",1\n', encoding="utf-8")
    pd = pytest.importorskip("pandas")
    pd.DataFrame({"地区": ["太原市", "大同市"], "数值": [1.5, 2]}).to_parquet(made["parquet"])
    return made


def opened_or_told(path: Path) -> None:
    try:
        assert isinstance(read_sheets(path), SheetFile)
    except BadObservations as refused:
        assert all(fault.zh and fault.en for fault in refused.faults)


@pytest.mark.parametrize("kind", KINDS)
@SETTINGS
@given(data=st.data())
def test_flipped_and_cut_bytes(whole, tmp_path, kind, data):
    content = bytearray(whole[kind].read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    end = data.draw(st.one_of(st.just(len(content)), st.integers(0, len(content))))
    path = tmp_path / f"b.{kind}"
    path.write_bytes(bytes(content[:end]))
    opened_or_told(path)


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@SETTINGS
@given(data=st.data())
def test_damage_inside_the_parts_of_a_zipped_file(whole, tmp_path, kind, data):
    path = tmp_path / f"b.{kind}"
    with zipfile.ZipFile(whole[kind]) as before, zipfile.ZipFile(path, "w") as after:
        names = [name for name in before.namelist() if name.endswith(".xml")]
        chosen = data.draw(st.sampled_from(names))
        for name in before.namelist():
            content = before.read(name)
            if name == chosen and content:
                text = content.decode("utf-8")
                start = data.draw(st.integers(0, len(text)))
                end = data.draw(st.integers(start, min(len(text), start + 12)))
                new = data.draw(
                    st.sampled_from(["", "9", "-1", "99999999999", '"', "<", ">", "x", "XFE1", "é", "&#0;"])
                )
                content = (text[:start] + new + text[end:]).encode("utf-8")
            after.writestr(name, content)
    opened_or_told(path)


@SETTINGS
@given(st.binary(max_size=400))
def test_any_bytes(tmp_path, content):
    path = tmp_path / "b.xls"
    for start in (b"", b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"), b"PAR1", b"<table>"):
        path.write_bytes(start + content)
        opened_or_told(path)


def test_the_whole_files_open(whole):
    for kind, path in whole.items():
        assert read_sheets(path).kind == {"csv": "text"}.get(kind, kind)
