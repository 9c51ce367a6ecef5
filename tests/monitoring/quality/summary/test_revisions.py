import pandas as pd

from sxresearch.monitoring.quality.summary.revisions import COLUMNS, revisions


def report(region: str, year: int, value: float | None, day: str) -> dict:
    said = {"status": "final", "source": "报表", "file": f"{day}.csv"}
    return {
        "region": region,
        "indicator": "i",
        "group": "total",
        "year": year,
        "value": value,
        "reported_at": day,
        **said,
    }


def test_each_report_is_held_against_the_one_before_it_the_largest_change_first():
    before = pd.DataFrame([report("a", 2020, 10.0, "2021-03-01"), report("b", 2020, 8.0, ""),
                           report("a", 2020, 12.0, "2021-09-01"), report("c", 2020, None, "2021-01-01")])  # fmt: skip
    now = pd.DataFrame([report("a", 2020, 9.0, "2022-02-01"), report("b", 2020, 8.4, ""), report("c", 2020, 5.0, ""),
                        report("d", 2020, 7.0, "2021-01-01")])  # fmt: skip
    found = revisions(now, before)
    assert list(found.columns) == list(COLUMNS)
    assert found[["region", "before", "after"]].to_numpy().tolist() == [
        ["a", 12.0, 9.0],
        ["a", 10.0, 12.0],
        ["b", 8.0, 8.4],
    ]
    assert found["relative"].round(3).tolist() == [-0.25, 0.2, 0.05]
    assert found["file"].tolist() == ["2022-02-01.csv", "2021-09-01.csv", ".csv"]
    assert found["late"].tolist() == [True, False, None]


def test_without_earlier_reports_nothing_was_revised():
    now = pd.DataFrame([report("a", 2020, 9.0, "2022-02-01")])
    assert revisions(now, now.iloc[:0]).empty
