"""The record judges with what was known then, where earlier reports are there."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sxresearch.assessment.track_record.past_targets import judge_past_targets
from sxresearch.assessment.track_record.vintages import figures_by_origin
from sxresearch.monitoring.observations import Observations
from tests.assessment.small_world import small_world
from tests.assessment.track_record.test_past_targets import SHARE, TARGET, figures


def reports(*rows: tuple[str, int, float | None, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["region", "year", "value", "reported_at"])
    return table.assign(indicator="first", group="total", numerator=np.nan, denominator=np.nan)


def known(observations: Observations, origin: int) -> list[float]:
    by_origin = figures_by_origin(observations)
    assert by_origin is not None
    return by_origin(origin)["value"].tolist()


@pytest.mark.parametrize(
    ("origin", "wanted"),
    [
        (2019, [3.0, 4.0]),  # figures after the origin are today's
        (2020, [1.0, 4.0]),  # the last report of 2020 by the end of 2021
        (2021, [2.0, 4.0]),  # by the end of 2022; that of 2021 was never revised
        (2022, [3.0, 4.0]),
    ],
)
def test_the_last_report_by_the_end_of_the_next_year_counts(origin, wanted):
    """Figure of 2020: 1 in February 2021, 2 on the last day of 2022, 3 afterwards."""
    observations = Observations(
        reports(("140100", 2020, 3.0, "2023-01-01"), ("140100", 2021, 4.0, "2022-02-01")), (),
        superseded=reports(("140100", 2020, 1.0, "2021-02-01"), ("140100", 2020, 2.0, "2022-12-31")),
    )  # fmt: skip
    assert known(observations, origin) == wanted


def test_a_late_first_report_counts_as_known_and_a_report_in_use_without_a_day_came_last():
    observations = Observations(
        reports(("140100", 2015, 3.0, "")), (), superseded=reports(("140100", 2015, 1.0, "2024-05-01"))
    )
    assert known(observations, 2015) == [1.0]
    assert known(observations, 2022) == [1.0]


@pytest.mark.parametrize(
    "earlier",
    [(), [("140100", 2020, 1.0, "")], [("140100", 2020, None, "2021-01-01")], [("140200", 2020, 1.0, "2021-01-01")]],
)  # fmt: skip
def test_without_dated_revisions_of_a_figure_in_use_there_is_one_set_of_figures(earlier):
    observations = Observations(reports(("140100", 2020, 3.0, "")), (), superseded=reports(*earlier))
    assert figures_by_origin(observations) is None


def revised(inputs, year: int, less: float, reported_at: str):
    """The inputs with one earlier report, lower by ``less``, of the first region's figure of a year."""
    table = inputs.observations.table
    row = table[(table["region"] == "140100") & (table["year"] == year)]
    assert len(row) == 1
    earlier = row.assign(value=row["value"] - less, reported_at=reported_at)
    return replace(inputs, observations=replace(inputs.observations, superseded=earlier))


def test_only_origins_that_knew_the_earlier_report_are_judged_otherwise_and_outcomes_stay():
    inputs = small_world(indicator=SHARE, target=TARGET, series=figures(1))
    now = judge_past_targets(inputs, 2023).cases.set_index("origin")
    then = judge_past_targets(revised(inputs, 2017, 1.0, "2018-05-01"), 2023).cases.set_index("origin")
    assert now["outcome"].equals(then["outcome"])
    moved = now.index[(now["ours"] != then["ours"]).to_numpy()]
    assert moved.tolist() == [2017, 2018, 2019, 2020, 2021]  # the report in use has no day: it came last
    assert then.loc[2017, "ours"] < now.loc[2017, "ours"]  # further from the goal


def test_a_revision_before_the_judgement_changes_nothing():
    inputs = small_world(indicator=SHARE, target=TARGET, series=figures(1))
    table = inputs.observations.table.assign(reported_at="2018-12-31")
    dated = replace(inputs, observations=replace(inputs.observations, table=table))
    now = judge_past_targets(dated, 2023).cases
    then = judge_past_targets(revised(dated, 2017, 1.0, "2018-05-01"), 2023).cases
    pd.testing.assert_frame_equal(now, then)
