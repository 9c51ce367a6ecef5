"""Every artefact of a county demonstration with few cases is read, and a suppressed count is looked for in it.

Four attempts: the printed rate of a suppressed count, in any number of digits; subtraction in the tables of the Excel
file and of the executed notebook; points and fans of the charts; and the whole artefact made again with another count
behind it, which must not change a byte but the hashes of the input.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.runner import Order, run_batch
from sxresearch.batch.verdict_files import write_table
from sxresearch.brief.content.brief_content import brief_content
from sxresearch.brief.content.pack import family_pack, region_pack
from sxresearch.brief.office.excel import write_excel
from sxresearch.brief.office.word import write_word
from sxresearch.brief.page.brief_page import write_brief
from sxresearch.brief.report.region_reports import ReportWishes, reports_of, write_report
from sxresearch.monitoring.contract import KEY
from sxresearch.monitoring.privacy.suppression import suppression
from sxresearch.paths import BRIEF
from sxresearch.terms import Disclosure
from tests.batch.few_cases import CITY, COUNTIES, SHOWN, few_cases, numbers_in, register, text_of
from tests.monitoring.privacy.attack import counts_told

pytestmark = pytest.mark.long
MARK = "内部资料，不得公布"
REGIONS = (CITY, *COUNTIES)
REPORTED = ("shanxi-women-2021-2025", "shanxi-children-2021-2025")


def read(folder: Path, swap: int = 0) -> Inputs:
    path = folder / "few.csv"
    few_cases(swap).to_csv(path, index=False)
    return load_inputs(observations=path)


def office_files(inputs: Inputs, out: Path, *, internal: bool = False) -> Path:
    """What is published of the city with its counties, and of one county, without a kernel."""
    assessment = assess(inputs, REGIONS)
    out.mkdir(exist_ok=True)
    family = family_pack(inputs, assessment, CITY, internal=internal)
    alone = region_pack(inputs, assessment, SHOWN[0], internal=internal)
    for name, pack in (("family", family), ("county", alone)):
        write_word(pack, out / f"{name}.docx")
        write_excel(pack, out / f"{name}.xlsx")
    for code in (CITY, SHOWN[0]):
        for report in reports_of(inputs, assessment, code, ReportWishes(), internal=internal):
            write_report(report, out)
    write_brief(brief_content(inputs, assessment, SHOWN[0], internal=internal), out / "county.html")
    table = published_verdicts(assessment, inputs, internal=internal).verdicts
    for ending in ("csv", "xlsx", "parquet"):
        write_table(table, out / f"verdicts.{ending}", internal=internal)
    return out


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return read(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def office(inputs: Inputs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office_files(inputs, tmp_path_factory.mktemp("office") / "out")


@pytest.fixture(scope="module")
def run(inputs: Inputs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a batch: pages, executed notebooks, overview, index, verdicts, manifest."""
    out = tmp_path_factory.mktemp("reports")
    data = inputs.observations.sources[0]
    figures = Path(str(inputs.observations.table["file"].iloc[0]))
    assert figures.name == data.name
    order = Order(inputs, Parameters(observations=(str(figures),)), (CITY, *SHOWN), BRIEF, out)
    manifest = run_batch(order, jobs=2)
    assert not manifest.not_done, manifest.not_done
    return out


def secrets() -> pd.DataFrame:
    """The suppressed figures with their counts."""
    table = few_cases()
    return table[suppression(table, register()).figures]


def artefacts(*folders: Path) -> Iterator[tuple[str, str]]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name != ".lock":
                yield path.name, text_of(path)


def printed(value: float) -> set[str]:
    """A rate with two and more decimals as a text may hold it; with fewer digits it is too common to be a proof."""
    texts = {f"{value:.{decimals}f}" for decimals in (2, 3, 4)} | {f"{value:g}"}
    return {text for text in texts if len(text.replace(".", "").lstrip("0")) > 3}


def test_there_is_something_to_hide():
    found = secrets()
    assert set(found["region"]) <= set(COUNTIES)
    assert found["numerator"].between(1, 4).sum() > 10
    assert {"maternal_mortality_ratio", "neonatal_mortality_rate", "primary_net_enrolment"} <= set(found["indicator"])


def test_no_artefact_prints_a_suppressed_rate(office: Path, run: Path):
    public = {f"{value:.2f}" for value in few_cases().drop(secrets().index)["value"]}
    rates = {row.value for row in secrets().itertuples() if f"{row.value:.2f}" not in public}
    for name, text in artefacts(office, run):
        found = numbers_in(text)
        shown = [rate for rate in rates if printed(rate) & found]
        assert shown == [], name


def test_the_search_finds_every_rate_where_nothing_is_suppressed(inputs: Inputs, tmp_path: Path):
    found = numbers_in(text_of(office_files(inputs, tmp_path / "internal", internal=True) / "family.xlsx"))
    latest = secrets().query("region in @SHOWN and year == 2023")
    assert len(latest) > 3
    assert all(printed(rate) & found for rate in latest["value"])


def figures_in(book: Path) -> pd.DataFrame:
    """The sheet of figures of an Excel file, as an attacker reads it."""
    lines = CalamineWorkbook.from_path(str(book)).get_sheet_by_name("监测数据").to_python()
    head = next(place for place, line in enumerate(lines) if "分子" in line)
    table = pd.DataFrame(lines[head + 1 :], columns=lines[head]).replace("", pd.NA)
    names = {"地区代码": "region", "指标编号": "indicator", "年份": "year", "数值": "value", "分子": "numerator",
             "分母": "denominator"}  # fmt: skip
    table = table.rename(columns=names)[list(names.values())].assign(group="total")
    numbers = ["year", "value", "numerator", "denominator"]
    return table.assign(**{name: pd.to_numeric(table[name]) for name in numbers})


def told_of_secrets(published: pd.DataFrame) -> pd.Series:
    told = counts_told(published.astype({"year": int}), register())
    hidden = secrets().set_index(list(KEY))["numerator"]
    return told[told.index.intersection(hidden.index)]


def test_nothing_can_be_subtracted_in_the_excel_file(office: Path):
    published = figures_in(office / "family.xlsx")
    assert len(published) > 100
    assert told_of_secrets(published).empty


def test_with_internal_the_same_attack_succeeds_and_every_page_is_marked(inputs: Inputs, tmp_path: Path):
    folder = office_files(inputs, tmp_path / "internal", internal=True)
    assert len(told_of_secrets(figures_in(folder / "family.xlsx"))) == len(secrets())
    for name, text in artefacts(folder):
        if name.endswith((".html", ".docx")) or name == "family.xlsx":
            assert MARK in text, name
    assert f'@page {{ @top-center {{ content: "{MARK}' in (folder / "county.html").read_text(encoding="utf-8")
    table = pd.read_parquet(folder / "verdicts.parquet")
    assert set(table["disclosure"]) == {Disclosure.INTERNAL, Disclosure.PUBLIC}


def test_what_is_published_bears_no_mark_of_internal_use(office: Path, run: Path):
    assert [name for name, text in artefacts(office, run) if MARK in text and not name.endswith(".json")] == []


def test_the_word_of_the_verdict_remains_and_its_numbers_go(office: Path, inputs: Inputs):
    full = assess(inputs, REGIONS).verdicts.set_index(["region", "target"])
    shown = pd.read_parquet(office / "verdicts.parquet").set_index(["region", "target"])
    hidden = shown["disclosure"] == Disclosure.SUPPRESSED
    assert hidden.sum() > 5
    assert set(shown[hidden].index.get_level_values("region")) <= set(COUNTIES)
    for column in ("status", "flag", "warnings", "evidence_grade"):
        assert shown[column].tolist() == full[column].tolist()
    assert (
        shown.loc[hidden, ["projected", "lower80", "p_attain", "shortfall", "observed_change_per_year"]]
        .isna()
        .all(axis=None)
    )
    assert full.loc[hidden, "p_attain"].notna().any()


def test_charts_have_no_point_of_a_suppressed_year_and_no_fan(inputs: Inputs):
    content = brief_content(inputs, assess(inputs, REGIONS), SHOWN[0])
    gone = secrets().query("region == @SHOWN[0]").groupby("indicator")["year"].apply(set)
    for part in content.fields:
        for row, panel in ((row, panel) for panel in part.panels for row in part.rows if panel.title == row.title):
            years = gone.get(row.place.target.indicator, set())
            assert years.isdisjoint(panel.line.values)
            assert not panel.fan or not years


HASHES = re.compile(r"\b[0-9a-f]{12,64}\b")


def test_another_count_behind_it_changes_nothing_in_what_is_published_of_the_county(tmp_path: Path, office: Path):
    """A maternal death more in the next county and one fewer here: the same page, Word and Excel file to a byte."""
    (tmp_path / "data").mkdir()
    other = office_files(read(tmp_path / "data", swap=1), tmp_path / "other")
    reports = [f"{SHOWN[0]}-{plan}-midterm.{end}" for plan in REPORTED for end in ("docx", "xlsx")]
    for name in ("county.html", "county.docx", "county.xlsx", *reports):
        one, two = (HASHES.sub("#", text_of(folder / name)) for folder in (office, other))
        assert one == two, name
