import numpy as np
import pandas as pd
import pytest

from sxresearch.monitoring.quality.doubts import QualityRule
from sxresearch.monitoring.quality.summary.dimensions import (
    IMPLAUSIBLE,
    INCONSISTENT,
    expected_figures,
    judged_figures,
    on_time,
    shares,
    tallied,
)
from tests.monitoring.privacy.counties import COUNTIES, ENROLMENT, MATERNAL, figures

REST = {"status": "final", "basis": "printed", "source": "report", "reported_at": "2023-06-01"}


@pytest.mark.parametrize(
    ("day", "answer"),
    [("2023-09-30", 1.0), ("2023-10-01", 0.0), ("2022-12-31", 1.0), ("2024-01-05", 0.0), ("", np.nan)],
)
def test_a_report_is_on_time_until_the_end_of_september_of_the_next_year(day: str, answer: float):
    table = pd.DataFrame({"year": [2022], "reported_at": [day]})
    np.testing.assert_equal(on_time(table), [answer])


def test_every_rule_is_about_the_figure_itself_or_about_another_one():
    assert set(QualityRule) == IMPLAUSIBLE | INCONSISTENT
    assert QualityRule.SLIP in IMPLAUSIBLE
    assert QualityRule.PARTS in INCONSISTENT


def test_four_answers_by_hand():
    """Of 2 regions, 1 series and 3 years 4 figures came; one disagrees with its counts, one is late."""
    rows = [(code, MATERNAL, "total", year, 10.0, 50_000.0) for code in COUNTIES[:2] for year in (2020, 2021)]
    table = figures(*rows).assign(**REST)
    table["held"] = [QualityRule.COUNTS, "", "", ""]
    table.loc[table["year"] == 2020, "reported_at"] = ["2021-03-01", "2022-01-01"]
    table.loc[table["year"] == 2021, "reported_at"] = ""
    expected = expected_figures(COUNTIES[:2], [(MATERNAL, "total")], [2020, 2021, 2022])
    judged = judged_figures(expected, table)
    found = shares(tallied(judged, "year"))
    assert found["expected"].to_dict() == {2020: 2, 2021: 2, 2022: 2}
    assert found["reported"].to_dict() == {2020: 2, 2021: 2, 2022: 0}
    assert found["complete"].to_dict() == {2020: 1.0, 2021: 1.0, 2022: 0.0}
    assert found["consistent"].to_dict()[2020] == 0.5
    assert found.loc[2020, "on_time"] == 0.5
    assert pd.isna(found.loc[2021, "on_time"])
    assert pd.isna(found.loc[2022, "plausible"])


def test_expected_is_every_series_in_every_region_and_year():
    found = expected_figures(COUNTIES, [(MATERNAL, "total"), (ENROLMENT, "female")], range(2020, 2023))
    assert len(found) == 5 * 2 * 3
    assert not found.duplicated().any()
