"""The province against its cities, on the same draws."""

import numpy as np
import pandas as pd
import pytest

from sxresearch.assessment.assess import judged_series
from sxresearch.assessment.inputs import load_inputs
from sxresearch.assessment.whole_and_parts import joint_values, population, whole_against_parts
from sxresearch.errors import BadParameter
from sxresearch.paths import DATA


@pytest.fixture(scope="module")
def inputs():
    return load_inputs()


@pytest.fixture(scope="module")
def compared(inputs):
    return whole_against_parts(inputs, "140000").set_index("target")


def test_the_demonstration_province_is_the_sum_of_its_cities(compared):
    assert len(compared) > 20
    counted = compared[compared["weights"] == "denominator"]
    assert len(counted) > 20
    assert not counted["differs"].any()  # its counts are summed upward by construction


def test_both_ways_give_similar_medians(compared):
    shares = compared[compared["latest_whole"].between(20, 100)]
    assert (shares["median_whole"] - shares["median_parts"]).abs().median() < 1.0


@pytest.mark.long
def test_common_shocks_keep_the_sum_uncertain(inputs):
    """With the shared part left out the sum of eleven cities would be far too certain."""
    codes = ("140000", *(region.code for region in inputs.regions if region.parent == "140000"))
    _, series, _, year = next(
        item
        for item in judged_series(inputs, codes)
        if item[0] == "children.education.4.gross_senior_secondary_enrolment"
    )
    values = joint_values(series, year)[:, 1:]
    together = np.corrcoef(values, rowvar=False)[np.triu_indices(values.shape[1], 1)]
    share = series.common_share(year)[1:]
    assert together.min() > 0
    assert together.mean() == pytest.approx(share.mean(), abs=0.15)


def test_where_denominators_are_unknown_the_cities_weigh_by_their_populations(tmp_path):
    """Real populations (the latest printed for each city) beside the synthetic figures of life expectancy."""
    demo, printed = (
        pd.read_csv(DATA / name, dtype={"region": str})
        for name in ("demo/shanxi-demo.csv", "observations/shanxi-printed.csv")
    )
    ages, people = demo[demo["indicator"] == "life_expectancy"], printed[printed["indicator"] == "resident_population"]
    pd.concat([ages, people]).to_csv(tmp_path / "figures.csv", index=False)
    inputs = load_inputs(observations=tmp_path / "figures.csv", as_of=2023)
    np.testing.assert_allclose(population(inputs, ("140100", "140300", "140000"))[:2], [543.5, 131.11])
    found = whole_against_parts(inputs, "140000", 2023).set_index("target")
    row = found.loc["women.health.1.life_expectancy"]
    latest = ages[(ages["group"] == "female") & (ages["year"] == 2023)].set_index("region")["value"]
    sizes = people.sort_values("year").drop_duplicates("region", keep="last").set_index("region")["value"]
    cities = [code for code in latest.index if code != "140000"]
    assert row["weights"] == "population"
    assert row["latest_parts"] == pytest.approx(np.average(latest[cities], weights=sizes[cities]))
    assert not row["differs"]


def test_a_region_without_parts_is_refused(inputs):
    with pytest.raises(BadParameter, match="没有下级地区"):
        whole_against_parts(inputs, "140105")
