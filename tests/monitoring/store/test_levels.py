"""A province's own figures against its cities' added up, by hand."""

import pytest

from sxresearch.errors import BadParameter
from sxresearch.monitoring.store.levels import levels_compared
from tests.monitoring.store.conftest import imported, row, viewed, written


@pytest.fixture
def table(store, shipped, tmp_path):
    rows = [
        row("140100", 10.0, counts=(4, 40000)), row("140200", 15.0, counts=(9, 60000)),
        row("140000", 13.0, counts=(13, 100000)),
        row("140100", 10.0, 2021, counts=(4, 40000)), row("140200", 15.0, 2021, counts=(9, 60000)),
        row("140000", 12.0, 2021),
        row("140100", 10.0, 2022, counts=(4, 40000)), row("140200", 15.0, 2022), row("140000", 12.0, 2022),
        row("140100", 10.0, 2023, counts=(4, 40000)), row("140000", 12.0, 2023),
    ]  # fmt: skip
    imported(written(tmp_path, *rows), store, shipped)
    return viewed(store)


def test_numerators_over_denominators_not_the_mean_of_rates(table, shipped):
    """13 deaths among 100 000 births; the mean of the rates would be 12.5."""
    first = levels_compared(table, "140000", shipped).iloc[0]
    assert (first["year"], first["parts"], first["parts_value"]) == (2020, 2, pytest.approx(13.0))
    assert (first["parts_numerator"], first["parts_denominator"]) == (13, 100000)
    assert first["agrees"]


def test_a_whole_that_its_parts_do_not_make_up_is_shown(table, shipped):
    second = levels_compared(table, "140000", shipped).iloc[1]
    assert (second["year"], second["difference"]) == (2021, pytest.approx(-1.0))
    assert not second["agrees"]


def test_without_the_counts_of_every_part_nothing_is_compared(table, shipped):
    assert levels_compared(table, "140000", shipped)["year"].tolist() == [2020, 2021]


@pytest.mark.parametrize("region", ["140105", "999999"])
def test_a_region_with_nothing_below_is_refused(table, shipped, region):
    with pytest.raises(BadParameter):
        levels_compared(table, region, shipped)
