"""As a province office does it: three cities' files, one of them corrected a month later, both days told apart."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter
from click.testing import Result
from typer.testing import CliRunner

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import load_inputs, load_register
from sxresearch.brief.content.brief_content import brief_content
from sxresearch.brief.content.data_findings import FindingKind
from sxresearch.commands import cli
from sxresearch.errors import EXIT_DONE
from sxresearch.language import word
from sxresearch.monitoring.demo.dataset import demo_observations
from sxresearch.monitoring.demo.profiles import load_profiles
from sxresearch.monitoring.store import snapshot
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.paths import DATA
from sxresearch.terms import Language
from tests.commands.store.conftest import into_folder

CITIES = ("140100", "140200", "140300")
CORRECTED = ("140200", "cervical_cancer_screening_rate", "total", 2023)
REPORTED, PUT_RIGHT = 50.7, 56.7
TARGET = "women.health.3.cervical_screening"
YEARS = range(2014, 2024)
ABOUT_THE_FIGURE = {
    "latest_value", "projected", "lower50", "upper50", "lower80", "upper80", "lower95", "upper95", "p_attain",
    "p_naive", "common_share", "observed_change_per_year", "shortfall", "reason_zh", "reason_en",
}  # fmt: skip


def sx(*words: object) -> Result:
    done = CliRunner().invoke(cli.app, [str(item) for item in words])
    assert done.exit_code == EXIT_DONE, done.stderr
    return done


def written(path: Path, figures: pd.DataFrame) -> Path:
    """A city's own table: title, two merged header rows, a row for each indicator and group, a note."""
    register = load_register()
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("监测表")
    heads = ("序号", "地区", "指标", "分组", "单位")
    sheet.merge_range(0, 0, 0, len(heads) + len(YEARS) - 1, "妇女儿童发展规划监测统计表")
    for column, head in enumerate(heads):
        sheet.merge_range(1, column, 2, column, head)
    sheet.merge_range(1, len(heads), 1, len(heads) + len(YEARS) - 1, "监测值")
    sheet.write_row(2, len(heads), [f"{year}年" for year in YEARS])
    line = 3
    for (region, indicator, group), rows in figures.groupby(["region", "indicator", "group"]):
        item = register.indicators[indicator]
        names = register.regions[region].name, item.name.zh
        words = word("group", group, Language.ZH), word("unit", item.unit, Language.ZH)
        sheet.write_row(line, 0, [line - 2, *names, *words])
        for year, value in zip(rows["year"], rows["value"], strict=True):
            sheet.write_number(line, len(heads) + year - YEARS[0], value)
        line += 1
    sheet.write(line, 0, "注：空格为无数据。")
    book.close()
    return path


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    demo = demo_observations(load_register(), load_profiles(DATA / "demo" / "profiles.yaml"), counties=False)
    return demo[demo["region"].isin(CITIES) & demo["year"].isin(YEARS) & demo["value"].notna()]


@pytest.mark.long
def test_a_correction_changes_one_verdict_and_both_days_can_be_told(store, figures, tmp_path, monkeypatch):
    snapshots = tmp_path / "snapshots"
    into_folder(monkeypatch, snapshots)
    for city in CITIES:
        file = written(tmp_path / f"{city}.xlsx", figures[figures["region"] == city])
        sx("import", file, "--store", store, "--reporter", city, "--reported-at", "2024-03-05")
    again = figures[figures["region"] == CORRECTED[0]].copy()
    here = (again[["indicator", "group", "year"]] == list(CORRECTED[1:])).all(axis=1)
    assert again.loc[here, "value"].tolist() == [REPORTED]
    again.loc[here, "value"] = PUT_RIGHT
    file = written(tmp_path / "更正.xlsx", again)
    sx("import", file, "--store", store, "--reporter", CORRECTED[0], "--reported-at", "2024-04-08")

    before, after = (verdicts(store, day, tmp_path) for day in ("2024-03-31", "2024-04-30"))
    assert len(before) == len(after)
    changed = (before != after) & ~(before.isna() & after.isna())
    assert changed.index[changed.any(axis=1)].tolist() == [TARGET]
    assert set(changed.columns[changed.any()]) <= ABOUT_THE_FIGURE
    assert (before.loc[TARGET, "latest_value"], after.loc[TARGET, "latest_value"]) == (REPORTED, PUT_RIGHT)
    assert before.loc[TARGET, "projected"] == pytest.approx(54.3, abs=0.05)
    assert after.loc[TARGET, "projected"] == pytest.approx(57.9, abs=0.05)
    change = after.loc[TARGET, "observed_change_per_year"] - before.loc[TARGET, "observed_change_per_year"]
    assert change == pytest.approx((PUT_RIGHT - REPORTED) / 3, abs=1e-6)  # a mean of three yearly steps

    assert revisions_named(store, "2024-03-31") == []
    assert revisions_named(store, "2024-04-30") == ["2023 年：50.7 → 56.7（2024-03-05 → 2024-04-08、更正.xlsx）"]

    kept = tmp_path / "kept.csv"
    sx("store", "export", "--store", store, "--known-on", "2024-03-31", "--out", kept)
    assert (
        REPORTED in pd.read_csv(kept, dtype={"region": str}).query(f"indicator == '{CORRECTED[1]}'")["value"].tolist()
    )
    sx("store", "verify", "--store", store)


def revisions_named(store: StoreAddress, day: str) -> list[str]:
    """What the brief on the corrected city, made from what was known on a day, says of revised figures."""
    inputs = load_inputs(observations=snapshot.take_snapshot(store, date.fromisoformat(day)))
    found = brief_content(inputs, assess(inputs, [CORRECTED[0]], 2023), CORRECTED[0], "zh").findings
    return [item.detail for item in found if item.kind is FindingKind.REVISED]


def verdicts(store: object, day: str, folder: Path) -> pd.DataFrame:
    """The verdicts on the corrected city by what was known on a day."""
    out = folder / f"{day}.csv"
    about = ("--regions", CORRECTED[0], "--as-of", "2023")
    sx("assess", *about, "--observations", store, "--known-on", day, "--out", out)
    return pd.read_csv(out).set_index("target").drop(columns=["region"])
