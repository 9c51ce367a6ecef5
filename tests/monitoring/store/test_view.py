"""Every vintage kept, and of each figure the one that was known on a day."""

import pandas as pd
import pytest

from sxresearch.monitoring.intake.translation import TABLE
from sxresearch.monitoring.store.connection import reading, writing
from sxresearch.monitoring.store.decisions import Decision, DecisionKind, add_decision
from sxresearch.monitoring.store.stored_reports import original_of, stored_reports
from sxresearch.monitoring.store.view import StoreView, view_of
from tests.monitoring.store.conftest import at, imported, row, values, viewed, written


def test_a_correction_adds_and_the_earlier_day_still_shows_what_was_known(store, shipped, tmp_path):
    first = written(tmp_path, row("140100", 11.1), row("140200", 12.5), name="a.csv")
    second = written(tmp_path, row("140200", 12.9), name="b.csv")
    imported(first, store, shipped, "市卫健委", "2025-02-10")
    imported(second, store, shipped, "市卫健委", "2025-03-15")
    assert values(store, "2025-02-09") == {}
    assert values(store, "2025-02-10") == {("140100", 2020): 11.1, ("140200", 2020): 12.5}
    assert values(store, "2025-03-14") == {("140100", 2020): 11.1, ("140200", 2020): 12.5}
    assert values(store, "2025-03-15") == values(store) == {("140100", 2020): 11.1, ("140200", 2020): 12.9}


def test_the_day_of_import_counts_in_china_where_no_other_is_known(store, shipped, tmp_path):
    file = written(tmp_path, row("140100", 11.1))
    imported(file, store, shipped, moment=at("2025-02-10").replace(hour=15, minute=59))
    assert values(store, "2025-02-09") == {}
    assert len(values(store, "2025-02-10")) == 1


def test_an_evening_in_utc_is_the_next_day_in_china(store, shipped, tmp_path):
    imported(written(tmp_path, row("140100", 11.1)), store, shipped, moment=at("2025-02-10").replace(hour=16))
    assert values(store, "2025-02-10") == {}
    assert len(values(store, "2025-02-11")) == 1


def test_a_row_that_names_its_own_day_goes_by_that(store, shipped, tmp_path):
    file = written(tmp_path, row("140100", 11.1, reported_at="2024-06-01"), row("140200", 12.5))
    imported(file, store, shipped, reported_at="2025-02-10")
    assert values(store, "2024-12-31") == {("140100", 2020): 11.1}
    assert viewed(store)["reported_at"].tolist() == ["2024-06-01", "2025-02-10"]


@pytest.mark.parametrize(
    ("earlier", "later", "wanted"),
    [
        (("preliminary", 10.0), ("final", 11.0), 11.0),
        (("final", 11.0), ("preliminary", 10.0), 11.0),
        (("final", 11.0), ("revised", 12.0), 12.0),
        (("final", 11.0), ("final", ""), 11.0),
        (("preliminary", 10.0), ("preliminary", 10.5), 10.5),
    ],
)
def test_which_of_two_reports_counts(store, shipped, tmp_path, earlier, later, wanted):
    for day, (status, value) in (("2025-02-01", earlier), ("2025-03-01", later)):
        file = written(tmp_path, row("140100", value, status=status), row("140300", 1.0), name=f"{day}.csv")
        imported(file, store, shipped, reported_at=day)
    assert values(store)["140100", 2020] == wanted


def test_who_when_file_sheet_and_cell_are_kept_and_the_original_too(store, shipped, tmp_path):
    file = written(tmp_path, row("140100", 11.1), name="太原.csv")
    imported(file, store, shipped, "太原市卫健委", "2025-02-10", at("2025-02-11"))
    with reading(store) as connection:
        (report,) = stored_reports(connection)
        assert original_of(connection, report.sha256) == file.read_bytes()
    assert (report.reporter, report.reported_at) == ("太原市卫健委", "2025-02-10")
    assert report.receipts[0].file == "太原.csv"
    assert report.receipts[0].imported_at == "2025-02-11T12:00:00.000000+00:00"
    (shown,) = viewed(store).to_dict("records")
    assert (shown["file"], shown["cell"], shown["line"]) == ("太原.csv", "E2", 2) or shown["line"] == 2


def test_the_same_file_again_is_recorded_once(store, shipped, tmp_path):
    file = written(tmp_path, row("140100", 11.1))
    first = imported(file, store, shipped, "x", moment=at("2025-02-10"))
    again = imported(file, store, shipped, "x", moment=at("2025-05-10"))
    assert (len(first.recorded.new), len(again.recorded.new), len(again.recorded.known)) == (1, 0, 1)
    with reading(store) as connection:
        assert len(list(stored_reports(connection))) == 1


def test_files_of_one_name_are_told_apart(store, shipped, tmp_path):
    files = [written(tmp_path, row(code, 11.0), name=f"{code}/data.csv") for code in ("140100", "140200")]
    imported(files, store, shipped)
    names = viewed(store)["file"].tolist()
    assert len(set(names)) == 2
    assert all(name.startswith("data.csv [") for name in names)


def test_a_decision_that_touches_no_figure_leaves_the_same_view_of_the_same_types(store, shipped, tmp_path):
    """With decisions the words of moments are read too; they may leave no trace."""
    for name, value, day in (("a.csv", 11.1, "2025-02-10"), ("b.csv", 11.4, "2025-03-15")):
        lines = [row("140100", value), *(row("140200", 12.5, year) for year in range(2000, 2021))]
        imported(written(tmp_path, *lines, name=name), store, shipped, reported_at=day)

    def whole() -> StoreView:
        with reading(store) as connection:
            return view_of(connection)

    before = whole()
    with writing(store) as connection:
        add_decision(connection, Decision(DecisionKind.CLOSE, "140300", 2020, "科长", "核对无误", "2025-04-01"))
    after = whole()
    for one, other in ((before.table, after.table), (before.earlier, after.earlier)):
        assert list(one) == list(other) == list(TABLE)
        pd.testing.assert_frame_equal(one, other)
    assert before.table["line"].tolist() == [2, *range(3, 24)]
    assert before.earlier[["value", "reported_at", "file"]].to_numpy().tolist()[0] == [11.1, "2025-02-10", "a.csv"]
