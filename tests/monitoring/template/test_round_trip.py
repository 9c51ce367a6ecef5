"""Form, filled, read back: the figures are the ones that were typed. Also after LibreOffice saved it, and as WPS would.

WPS itself was not tried: ``wps.py`` gives a file the features that its files are known for.
"""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.errors import BadObservations
from sxresearch.monitoring.findings import Severity
from sxresearch.monitoring.intake.words.vocabulary import REFERENCE_SHEETS
from sxresearch.monitoring.loading import load_observations
from sxresearch.monitoring.observations import Observations
from sxresearch.monitoring.template.form import form_of
from sxresearch.monitoring.template.form_workbook import SHEETS
from sxresearch.monitoring.template.sheet_words import zh
from tests.monitoring.template.filling import filled, in_order, write_template
from tests.monitoring.template.wps import as_wps

YEARS = (2023, 2024)
TODAY = date(2026, 11, 25)
SAMPLE = ("140000", "140100", "140105", "140302", "141182")
"""The province, a city, three counties; 140302 is one of two named 城区."""
ENDINGS = ("xlsx", "ods", "xls")
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return load_inputs()


def typed(code: str, inputs: Inputs, folder: Path) -> tuple[Path, pd.DataFrame]:
    """The filled form of a region, and the rows that were typed."""
    form = form_of(code, YEARS, inputs.plans, inputs.indicators, inputs.regions, inputs.observations.table)
    path = write_template(form, inputs.register, folder / f"{code}.xlsx")
    return path, filled(form, path)


def read(path: Path, inputs: Inputs) -> Observations:
    return load_observations(path, inputs.register, today=TODAY)


def assert_equal(path: Path, wanted: pd.DataFrame, inputs: Inputs) -> None:
    pd.testing.assert_frame_equal(in_order(read(path, inputs).table), wanted, check_dtype=False, obj=path.name)


@pytest.mark.parametrize("code", SAMPLE)
def test_what_is_typed_is_read(code: str, inputs: Inputs, tmp_path: Path):
    path, wanted = typed(code, inputs, tmp_path)
    assert len(wanted) > 250
    assert wanted["numerator"].notna().sum() > 100
    assert_equal(path, wanted, inputs)


def test_the_reader_holds_and_converts_nothing_and_names_the_sheets_passed_over(inputs: Inputs, tmp_path: Path):
    """What it is typed with is drawn at random, so the rules of plausibility rightly doubt some of it."""
    path, _ = typed("140100", inputs, tmp_path)
    found = [item for item in read(path, inputs).findings if not item.rule.startswith("quality-")]
    assert {finding.severity for finding in found} == {Severity.NOTE}
    assert {finding.rule for finding in found} == {"sheet-passed", "never-last-year"}
    (passed,) = [finding for finding in found if finding.rule == "sheet-passed"]
    assert (
        {spot.sheet for spot in passed.spots} == REFERENCE_SHEETS == {zh(f"sheet-{key}") for key in SHEETS} - {"填报表"}
    )


def test_an_empty_form_is_refused_as_empty(inputs: Inputs, tmp_path: Path):
    form = form_of("140100", YEARS, inputs.plans, inputs.indicators, inputs.regions, inputs.observations.table)
    path = write_template(form, inputs.register, tmp_path / "empty.xlsx")
    with pytest.raises(BadObservations) as refusal:
        read(path, inputs)
    assert len(refusal.value.faults) == 1


def test_a_spare_row_reports_another_year_and_indicator(inputs: Inputs, tmp_path: Path):
    form = form_of("140100", [2024], inputs.plans, inputs.indicators, inputs.regions, inputs.observations.table)
    path = write_template(form, inputs.register, tmp_path / "spare.xlsx")
    spare = ["140100", None, "孕产妇死亡率", "合计", "1/10万", 2019, 12.5, 3, 24000, "修订", "刊载", "年报"]

    def more(sheet):
        for column, cell in enumerate(spare, start=1):
            sheet.cell(len(form.entries) + 2, column).value = cell

    filled(form, path, more)
    table = read(path, inputs).table
    (row,) = table[table["year"] == 2019].to_dict("records")
    assert (row["region"], row["indicator"], row["group"]) == ("140100", "maternal_mortality_ratio", "total")
    assert (row["value"], row["numerator"], row["denominator"], row["status"]) == (12.5, 3, 24000, "revised")


def test_per_cent_typed_as_per_cent_is_the_same_figure(inputs: Inputs, tmp_path: Path):
    """Excel keeps 95.2% typed into a General cell as .952 with a percent format."""
    form = form_of("140100", [2024], inputs.plans, inputs.indicators, inputs.regions, inputs.observations.table)
    path = write_template(form, inputs.register, tmp_path / "percent.xlsx")
    line = next(at for at, entry in enumerate(form.entries, start=2) if entry.indicator.unit == "percent")

    def more(sheet):
        sheet.cell(line, 7).value, sheet.cell(line, 7).number_format = 0.952, "0.0%"
        for column, cell in ((8, None), (9, None), (10, "终值"), (11, "刊载"), (12, "年报")):
            sheet.cell(line, column).value = cell

    filled(form, path, more)
    table = read(path, inputs).table
    entry = form.entries[line - 2]
    mine = table[(table["indicator"] == entry.indicator.id) & (table["group"] == entry.group.value)]
    assert mine["value"].tolist() == [95.2]


def test_a_file_with_the_features_of_wps(inputs: Inputs, tmp_path: Path):
    path, wanted = typed("140100", inputs, tmp_path)
    assert_equal(as_wps(path, tmp_path / "wps.xlsx"), wanted, inputs)


def saved_by_libreoffice(paths: list[Path], ending: str, folder: Path) -> list[Path]:
    """The files as LibreOffice saves them, all in one go."""
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [OFFICE, profile, "--headless", "--convert-to", ending, "--outdir", str(folder / ending)]
    subprocess.run([*words, *map(str, paths)], check=True, capture_output=True, timeout=1200)
    return [folder / ending / path.with_suffix(f".{ending}").name for path in paths]


@pytest.fixture
def libreoffice() -> None:
    if OFFICE is None:
        if os.environ.get("SXRESEARCH_REQUIRE_OFFICE") == "1":
            pytest.fail("LibreOffice is required (SXRESEARCH_REQUIRE_OFFICE=1) and soffice was not found")
        pytest.skip("soffice (LibreOffice) was not found; SXRESEARCH_REQUIRE_OFFICE=1 makes this a failure")


@pytest.mark.usefixtures("libreoffice")
def test_saved_by_libreoffice(inputs: Inputs, tmp_path: Path):
    filled_forms = dict(typed(code, inputs, tmp_path) for code in SAMPLE[1:2])
    for ending in ENDINGS:
        saved = saved_by_libreoffice(list(filled_forms), ending, tmp_path)
        for path, wanted in zip(saved, filled_forms.values(), strict=True):
            assert_equal(path, wanted, inputs)


def every_region(inputs: Inputs) -> list[str]:
    return [region.code for region in inputs.regions if region.code != "100000"]


@pytest.mark.long
def test_all_129_regions(inputs: Inputs, tmp_path: Path):
    codes = every_region(inputs)
    assert len(codes) == 129
    for code in codes:
        path, wanted = typed(code, inputs, tmp_path)
        assert_equal(path, wanted, inputs)


@pytest.mark.long
@pytest.mark.usefixtures("libreoffice")
def test_all_129_regions_saved_by_libreoffice(inputs: Inputs, tmp_path: Path):
    filled_forms = dict(typed(code, inputs, tmp_path) for code in every_region(inputs))
    saved = saved_by_libreoffice(list(filled_forms), "xlsx", tmp_path)
    for path, wanted in zip(saved, filled_forms.values(), strict=True):
        assert_equal(path, wanted, inputs)
