"""Confirmed, corrected, withdrawn, asked, answered, closed: with role, date and reason, and nothing overwritten."""

import pytest

from sxresearch.errors import BadObservations, BadParameter
from sxresearch.monitoring.accepted import Acceptance, Accepted
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.loading import load_observations
from sxresearch.monitoring.store.connection import reading, writing
from sxresearch.monitoring.store.decisions import Decision, DecisionKind, add_decision, decisions_known, question_of
from sxresearch.monitoring.store.snapshot import take_snapshot
from tests.monitoring.store.conftest import at, imported, row, values, viewed, written

MMR = "maternal_mortality_ratio"
FIGURE = ("140100", MMR, "total", 2020)


def decided(store, kind: DecisionKind, day: str, value: float | None = None, about: str = "") -> str:
    region, indicator, group, year = FIGURE if kind is not DecisionKind.CLOSE else ("140100", "", "", 2020)
    decision = Decision(kind, region, year, "社会科科长", "核对无误", day, indicator, group, value, about)
    with writing(store) as connection:
        return add_decision(connection, decision)


@pytest.fixture
def reported(store, shipped, tmp_path):
    imported(written(tmp_path, row("140100", 11.1, counts=(3, 27027)), row("140200", 12.5)), store, shipped,
             reported_at="2025-02-01", moment=at("2025-02-01"))  # fmt: skip
    return store


def test_a_correction_stands_from_its_day_on_and_the_earlier_days_keep_what_they_had(reported):
    uid = decided(reported, DecisionKind.CORRECT, "2025-03-01", 10.4)
    assert values(reported, "2025-02-28")["140100", 2020] == 11.1
    assert values(reported, "2025-03-01")["140100", 2020] == 10.4
    shown = viewed(reported).iloc[0]
    assert (shown["status"], shown["file"], shown["source"]) == (
        "revised",
        f"decision {uid[:8]}",
        "社会科科长: 核对无误",
    )
    assert shown[["numerator", "denominator"]].isna().all()


def test_a_withdrawn_figure_is_gone_until_it_is_reported_anew(reported, shipped, tmp_path):
    decided(reported, DecisionKind.WITHDRAW, "2025-03-01")
    assert ("140100", 2020) not in values(reported)
    imported(written(tmp_path, row("140100", 10.9), name="new.csv"), reported, shipped, reported_at="2025-04-01")
    assert values(reported)["140100", 2020] == 10.9
    assert ("140100", 2020) not in values(reported, "2025-03-31")


def test_a_closed_year_changes_by_revision_only_and_shows_it(reported, shipped, tmp_path):
    decided(reported, DecisionKind.CLOSE, "2025-03-01")
    assert set(viewed(reported)["status"]) == {"final"}
    later = written(tmp_path, row("140100", 11.6), row("140200", 12.5), row("140100", 8.0, 2021), name="later.csv")
    done = imported(later, reported, shipped, reported_at="2025-04-01")
    assert done.revisions == 1
    status = viewed(reported).set_index(["region", "year"])["status"].to_dict()
    assert status == {("140100", 2020): "revised", ("140100", 2021): "final", ("140200", 2020): "final"}
    assert set(viewed(reported, "2025-03-31")["status"]) == {"final"}


def test_a_figure_repeated_after_the_closing_is_no_revision(reported, shipped, tmp_path):
    decided(reported, DecisionKind.CLOSE, "2025-03-01")
    again = written(tmp_path, row("140100", 11.1, counts=(3, 27027)), name="again.csv")
    imported(again, reported, shipped, reported_at="2025-04-01")
    assert viewed(reported)["status"].tolist() == ["final", "final"]


@pytest.fixture
def held(store, shipped, tmp_path):
    """A store in which a rule holds a figure: every county copied ... one value far outside the plausible."""
    rows = [
        row("140100", value, 2014 + place) for place, value in enumerate((16.0, 15.6, 15.1, 14.7, 14.2, 13.8, 138.0))
    ]
    imported(written(tmp_path, *rows), store, shipped, reported_at="2025-02-01")
    return store


def test_a_confirmation_in_the_store_clears_what_the_rules_hold(held, shipped, tmp_path):
    snapshot = take_snapshot(held, folder=tmp_path)
    assert load_observations(snapshot, shipped).held["value"].tolist() == [138.0]
    decided(held, DecisionKind.CONFIRM, "2025-02-05", 138.0)
    confirmed = load_observations(take_snapshot(held, folder=tmp_path), shipped)
    assert confirmed.held.empty
    assert "quality-accepted" in {finding.rule for finding in confirmed.findings}


def test_confirmations_in_a_file_beside_a_store_are_refused(held, shipped, tmp_path):
    accepted = Accepted({FIGURE: Acceptance(138.0, "x", "2025-01-01", "y", 2)}, "accepted.csv")
    both = Register(shipped.indicators, shipped.regions, shipped.former, accepted)
    with pytest.raises(BadObservations, match="只能放在一处"):
        load_observations(take_snapshot(held, folder=tmp_path), both)


def test_a_question_is_answered(reported):
    asked = decided(reported, DecisionKind.ASK, "2025-02-10")
    with reading(reported) as connection:
        assert question_of(connection, asked[:8])["uid"] == asked
        with pytest.raises(BadParameter):
            question_of(connection, "")
    decided(reported, DecisionKind.ANSWER, "2025-02-11", about=asked)
    with reading(reported) as connection:
        assert decisions_known(connection)["kind"].tolist() == ["ask", "answer"]
        assert decisions_known(connection, at("2025-02-10").date())["kind"].tolist() == ["ask"]
    assert values(reported)["140100", 2020] == 11.1


def test_the_same_decision_is_recorded_once(reported):
    assert decided(reported, DecisionKind.ASK, "2025-02-10") == decided(reported, DecisionKind.ASK, "2025-02-10")
    with reading(reported) as connection:
        assert len(decisions_known(connection)) == 1


@pytest.mark.parametrize(
    ("kind", "value", "role", "reason"),
    [
        (DecisionKind.CONFIRM, None, "a", "b"), (DecisionKind.WITHDRAW, 1.0, "a", "b"),
        (DecisionKind.ASK, None, "", "b"), (DecisionKind.ASK, None, "a", " "), (DecisionKind.ASK, None, "a\x00", "b"),
        (DecisionKind.CONFIRM, float("nan"), "a", "b"),
        (DecisionKind.ASK, None, "two\nlines", "b"),
    ],
)  # fmt: skip
def test_a_decision_is_whole_or_not_there(kind, value, role, reason):
    with pytest.raises(BadParameter):
        Decision(kind, "140100", 2020, role, reason, "2025-01-01", MMR, "total", value)
