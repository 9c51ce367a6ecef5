"""Exchange between levels: twice changes nothing, the order does not matter, and disagreements name both sides."""

from itertools import permutations

import pandas as pd
import pytest
from sqlalchemy import text

from sxresearch.errors import BadObservations
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.conflicts import conflicts
from sxresearch.monitoring.store.connection import reading, writing
from sxresearch.monitoring.store.decisions import Decision, DecisionKind, add_decision
from sxresearch.monitoring.store.disagreement import STORES_DIFFER
from sxresearch.monitoring.store.exchange import bundle, content_of, merge
from sxresearch.monitoring.store.export import export_observations
from sxresearch.monitoring.store.recording import own_origin
from sxresearch.monitoring.store.stored_reports import DamagedStore
from tests.monitoring.store.conftest import imported, row, values, viewed, written

MMR = "maternal_mortality_ratio"


def named(store: StoreAddress, name: str) -> StoreAddress:
    with writing(store) as connection:
        own_origin(connection, name)
    return store


@pytest.fixture
def levels(stores, shipped, tmp_path):
    """Three cities' stores, one of which corrected itself, and a decision in another."""
    found = []
    for place, code in enumerate(("140100", "140200", "140300")):
        store = named(stores(), f"{code} office")
        imported(written(tmp_path, row(code, 10.0 + place), name=f"{code}.csv"), store, shipped, code, "2025-02-01")
        found.append(store)
    imported(written(tmp_path, row("140200", 15.5), name="140200b.csv"), found[1], shipped, "140200", "2025-03-01")
    with writing(found[2]) as connection:
        decision = Decision(DecisionKind.CONFIRM, "140300", 2020, "a", "checked", "2025-02-02", MMR, "total", 12.0)
        add_decision(connection, decision)
    return found


def test_every_order_and_every_repetition_gives_the_same_bytes(levels, stores, shipped, tmp_path):
    seen = set()
    for number, order in enumerate(list(permutations(levels))[::2]):
        province = stores()
        for source in (*order, order[0], order[-1]):
            merge(source, province, shipped)
        assert values(province) == {("140100", 2020): 10.0, ("140200", 2020): 15.5, ("140300", 2020): 12.0}
        assert values(province, "2025-02-15")["140200", 2020] == 11.0
        export_observations(province, tmp_path / f"{number}.parquet")
        content = content_of(province)
        records = sorted((report.uid, report.receipts) for report in content.reports)
        decided = sorted((row["uid"], row["origin"], row["recorded_at"]) for row in content.decisions)
        seen.add(((tmp_path / f"{number}.parquet").read_bytes(), repr(records), repr(decided)))
    assert len(seen) == 1


def test_taking_in_twice_adds_nothing(levels, stores, shipped):
    province = stores()
    first, again = merge(levels[1], province, shipped), merge(levels[1], province, shipped)
    assert (first.reports, first.figures) == (2, 2)
    assert (again.reports, again.figures, again.decisions) == (0, 0, 0)


def test_a_bundle_is_the_store_in_a_file(levels, stores, shipped, tmp_path):
    file = StoreAddress.of_file(bundle(levels[1], tmp_path / "out" / "140200.sqlite"))
    one, other = stores(), stores()
    merge(levels[1], one, shipped)
    merge(file, other, shipped)
    pd.testing.assert_frame_equal(viewed(one), viewed(other))
    assert {item["name"] for item in content_of(other).origins if not item["own"]} == {"140200 office"}


@pytest.fixture
def disagreeing(stores, shipped, tmp_path):
    """A province with a figure of its own that its city has otherwise."""
    city, province = named(stores(), "city"), named(stores(), "province")
    imported(
        written(tmp_path, row("140100", 11.1), row("140200", 9.0), name="city.csv"), city, shipped, "", "2025-02-01"
    )
    imported(written(tmp_path, row("140100", 11.7), name="own.csv"), province, shipped, "", "2025-02-03")
    merge(city, province, shipped)
    return province


def test_a_disagreement_names_both_origins_and_holds_the_figure(disagreeing):
    with reading(disagreeing) as connection:
        (found,) = conflicts(connection)
    assert (found.key.region, found.key.indicator, found.key.year) == ("140100", MMR, 2020)
    assert (found.chosen.origins, found.chosen.value, found.chosen.file) == (("province",), 11.7, "own.csv")
    assert (found.other.origins, found.other.value, found.other.file) == (("city",), 11.1, "city.csv")
    held = viewed(disagreeing).set_index("region")["held"]
    assert held.to_dict() == {"140100": STORES_DIFFER, "140200": ""}


def test_a_decision_settles_a_disagreement(disagreeing):
    with writing(disagreeing) as connection:
        decision = Decision(DecisionKind.CONFIRM, "140100", 2020, "a", "own is right", "2025-03-02", MMR, "total", 11.7)
        add_decision(connection, decision)
    with reading(disagreeing) as connection:
        assert conflicts(connection) == []


def test_a_report_known_to_both_and_corrected_by_one_is_no_disagreement(stores, shipped, tmp_path):
    city, province = stores(), stores()
    first = written(tmp_path, row("140100", 11.1), name="first.csv")
    for store in (city, province):
        imported(first, store, shipped, "city", "2025-02-01")
    imported(written(tmp_path, row("140100", 11.4), name="second.csv"), city, shipped, "city", "2025-03-01")
    merge(city, province, shipped)
    with reading(province) as connection:
        assert conflicts(connection) == []
    assert values(province) == {("140100", 2020): 11.4}


def test_a_changed_figure_is_not_taken_in(levels, stores, shipped):
    with writing(levels[0]) as connection:
        connection.execute(text("UPDATE figure SET value = 1.5"))
    with pytest.raises(DamagedStore):
        merge(levels[0], stores(), shipped)


def test_a_changed_original_is_not_taken_in(levels, stores, shipped):
    with writing(levels[0]) as connection:
        connection.execute(text("UPDATE original SET content = :content"), {"content": b"PK"})
    with pytest.raises(DamagedStore):
        merge(levels[0], stores(), shipped)


def test_a_region_that_is_not_known_here_is_not_taken_in(levels, stores, shipped, register):
    with pytest.raises(BadObservations, match="140200"):
        merge(levels[1], stores(), register)
