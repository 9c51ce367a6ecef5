"""The year before: judged from data up to the year before each region's own latest, revised figures as they stood."""

from dataclasses import replace

import pandas as pd
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.assessment.year_before import as_known_then, assess_year_before

REGIONS = ("140100", "140200", "140300")
TEXTS = [f"{kind}_{language}" for kind in ("reason", "notes") for language in ("zh", "en")]
INDICATOR = "maternal_mortality_ratio"


def figures(*more: str) -> str:
    """Three cities from 2015 to 2023, the last of them to 2022 only; each year's figure comes in the June after it."""
    rows = ["region,indicator,group,year,value,unit,status,basis,source,reported_at"]
    for place, region in enumerate(REGIONS):
        for year in range(2015, 2023 if place == 2 else 2024):
            value = 30.0 - 1.5 * (year - 2015) + place + (year % 2)
            rows.append(
                f"{region},{INDICATOR},total,{year},{value:.1f},per_100k,final,synthetic,made up,{year + 1}-06-30"
            )
    return "\n".join([*rows, *more]) + "\n"


@pytest.fixture
def read(tmp_path):
    def inputs(*more: str) -> Inputs:
        path = tmp_path / "figures.csv"
        path.write_text(figures(*more), encoding="utf-8")
        return load_inputs(observations=path)

    return inputs


def test_each_region_is_judged_from_the_year_before_its_own_latest(read):
    found = assess_year_before(read(), REGIONS)
    years = found.known_then.verdicts.groupby("region")["as_of"].unique().map(list).to_dict()
    assert years == {"140100": [2022], "140200": [2022], "140300": [2021]}


def test_it_is_what_an_assessment_of_that_year_says(read):
    inputs = read()
    found = assess_year_before(inputs, REGIONS)
    for region, year in (("140100", 2022), ("140300", 2021)):
        expected, mine = assess(inputs, [region], year).verdicts, found.known_then.of_region(region)
        pd.testing.assert_frame_equal(mine.verdicts.drop(columns=TEXTS), expected.drop(columns=TEXTS))
        assert (mine.verdicts[TEXTS] == "").all(axis=None)  # no reader of these asks for them
        assert mine.fans.empty


def test_nothing_later_is_looked_at(read):
    """The answers are the same when the later figures are not there at all."""
    inputs = read()
    table = inputs.observations.table
    cut = replace(inputs, observations=replace(inputs.observations, table=table[table["year"] <= 2022]))
    before = assess_year_before(inputs, ["140100"]).known_then.verdicts
    pd.testing.assert_series_equal(before["p_attain"], assess(cut, ["140100"]).verdicts["p_attain"])


def test_a_region_without_an_earlier_year_has_no_answers(tmp_path):
    path = tmp_path / "one.csv"
    rows = figures().splitlines()
    path.write_text("\n".join([rows[0], *[row for row in rows if ",2023," in row]]) + "\n", encoding="utf-8")
    assert assess_year_before(load_inputs(observations=path), ["140100"]).known_then.verdicts.empty


FIRST = f"140100,{INDICATOR},total,2021,28.0,per_100k,final,synthetic,made up,2022-03-01"
"""What was first said of 2021; 2022-06-30 replaced it by 22.0, before the year 2023 had ended."""
REVISED = f"140100,{INDICATOR},total,2021,18.0,per_100k,revised,synthetic,made up,2024-07-31"
"""What is said of 2021 since: by the end of 2023, when a judgement on the data up to 2022 was given, nobody had."""


def test_a_figure_revised_since_stands_as_it_stood(read):
    inputs = read(REVISED)
    then, revisions = as_known_then(inputs, 2022)
    row = revisions.iloc[0]
    assert (len(revisions), row["year"], row["before"], row["now"]) == (1, 2021, 22.0, 18.0)
    table = then.observations.table.set_index(["region", "year"])["value"]
    assert table.loc[("140100", 2021)] == 22.0
    assert inputs.observations.table.set_index(["region", "year"])["value"].loc[("140100", 2021)] == 18.0


def test_what_was_revised_earlier_is_no_revision_since(read):
    assert as_known_then(read(FIRST), 2022)[1].empty


def test_both_answers_are_given_where_a_figure_was_revised(read):
    found = assess_year_before(read(REVISED), REGIONS)
    then, now = (
        table.verdicts.set_index(["region", "target"])["p_attain"] for table in (found.known_then, found.known_now)
    )
    assert then.notna().any()
    assert not then.equals(now)
    assert list(found.revisions_of("140100")["year"]) == [2021]
    assert found.revisions_of("140200").empty


def test_without_days_nothing_is_told_of_revisions(tmp_path):
    path = tmp_path / "undated.csv"
    lines = [line.rsplit(",", 1)[0] + "," for line in figures().splitlines()[1:]]
    path.write_text("\n".join([figures().splitlines()[0], *lines]) + "\n", encoding="utf-8")
    assert as_known_then(load_inputs(observations=path), 2022)[1].empty


def test_what_is_held_today_is_held_in_what_was_known_then(read):
    """A held figure must neither come into use nor vanish because another one was revised."""
    inputs = read(REVISED)
    table = inputs.observations.table.copy()
    table.loc[(table["region"] == "140200") & (table["year"] == 2018), "held"] = "times-ten"
    then, revisions = as_known_then(replace(inputs, observations=replace(inputs.observations, table=table)), 2022)
    assert len(revisions) == 1
    assert then.observations.held[["region", "year"]].to_numpy().tolist() == [["140200", 2018]]
    assert len(then.observations.table) == len(table)
