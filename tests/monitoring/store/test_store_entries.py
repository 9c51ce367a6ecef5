"""Judgements and actions in a store: kept for good, carried by the snapshot of a run, and never in a file beside it."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sxresearch.assessment import inputs as reading
from sxresearch.assessment.inputs import load_inputs
from sxresearch.commands import cli
from sxresearch.errors import EXIT_BAD_INPUT, EXIT_DONE, BadParameter
from sxresearch.monitoring.ledger.actions import Action, Actions, ActionState, action_line, numbered_for_store
from sxresearch.monitoring.ledger.judgements import Judgement, Judgements, JudgementSource, write_judgements
from sxresearch.monitoring.ledger.judgements import judgement_line as line_of
from sxresearch.monitoring.ledger.store_entries import add_entries, entries_known
from sxresearch.monitoring.store.connection import reading as opened
from sxresearch.monitoring.store.connection import writing
from sxresearch.monitoring.store.exchange import bundle, merge
from sxresearch.monitoring.store.snapshot import take_snapshot
from sxresearch.terms import Ledger, Status
from tests.batch.conftest import observations_csv
from tests.monitoring.store.conftest import imported

TARGET = "women.health.2.maternal_mortality_ratio"
SAID = Judgement(
    "140100", TARGET, JudgementSource.DEPARTMENT, Status.LIKELY, 0.85, "市卫健委", date(2024, 3, 5), "=1+1", "3号",
    2023, "",
)  # fmt: skip
PANEL = Judgement(
    "140100", TARGET, JudgementSource.PANEL, Status.UNLIKELY, None, "专家组", date(2024, 6, 1), "回升", "纪要", None, ""
)  # fmt: skip
AGREED = Action(
    "A0001", "140100", TARGET, "开展演练", "市卫健委", date(2024, 12, 31), ActionState.PLANNED, "", date(2024, 3, 5),
    Status.UNLIKELY, 0.2, 2023,
)  # fmt: skip


@pytest.fixture
def filled(store, shipped, tmp_path: Path):
    """A store with figures of Taiyuan, two judgements and an action that has moved."""
    path = tmp_path / "figures.csv"
    path.write_text(observations_csv(("140100",), first=60.0), encoding="utf-8")
    imported(path, store, shipped, "", "2024-03-01")
    moved = [AGREED, Action(**{**vars(AGREED), "state": ActionState.RUNNING, "recorded": date(2024, 9, 1)})]
    with writing(store) as connection:
        add_entries(connection, Ledger.JUDGEMENTS, map(line_of, (SAID, PANEL)))
        add_entries(connection, Ledger.ACTIONS, map(action_line, numbered_for_store(Actions(tuple(moved)))))
    return store


def without_place(found: Judgements) -> list[tuple]:
    return [tuple(value for name, value in vars(row).items() if name != "where") for row in found.rows]


def test_a_run_reads_the_judgements_and_actions_of_its_store(filled, tmp_path: Path):
    inputs = load_inputs(observations=take_snapshot(filled, folder=tmp_path))
    assert without_place(inputs.judgements) == without_place(Judgements((SAID, PANEL)))
    (now,) = inputs.actions.current.values()
    assert (now.state, now.due, now.chance_then) == (ActionState.RUNNING, AGREED.due, AGREED.chance_then)
    assert [row.state for row in inputs.actions.history(now.number)] == [ActionState.PLANNED, ActionState.RUNNING]


def test_a_day_knows_what_was_said_until_then(filled, tmp_path: Path):
    inputs = load_inputs(observations=take_snapshot(filled, date(2024, 5, 31), tmp_path))
    assert [row.source for row in inputs.judgements.rows] == [JudgementSource.DEPARTMENT]
    assert [row.state for row in inputs.actions.rows] == [ActionState.PLANNED]


def test_another_judgement_is_another_snapshot(filled, tmp_path: Path):
    before = take_snapshot(filled, folder=tmp_path)
    assert take_snapshot(filled, folder=tmp_path) == before
    with writing(filled) as connection:
        add_entries(connection, Ledger.JUDGEMENTS, [line_of(Judgement(**{**vars(SAID), "day": date(2025, 1, 1)}))])
    assert take_snapshot(filled, folder=tmp_path).name != before.name


def test_a_file_with_entries_beside_a_store_is_refused(filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    snapshot, beside = take_snapshot(filled, folder=tmp_path), tmp_path / "judgements.csv"
    monkeypatch.setattr(reading, "JUDGEMENTS", beside)
    write_judgements(beside, Judgements())
    assert len(load_inputs(observations=snapshot).judgements) == 2  # a head alone holds nothing
    write_judgements(beside, Judgements((SAID,)))
    with pytest.raises(BadParameter, match="只能放在一处"):
        load_inputs(observations=snapshot)


def test_what_is_there_already_is_left_alone(filled):
    with writing(filled) as connection:
        assert add_entries(connection, Ledger.JUDGEMENTS, [line_of(SAID)]) == 0
    with opened(filled) as connection:
        assert [line[2] for line in entries_known(connection, Ledger.JUDGEMENTS)] == ["department", "panel"]


def test_entries_on_targets_of_other_plans_are_left_aside(filled, tmp_path: Path):
    with writing(filled) as connection:
        line = line_of(Judgement(**{**vars(SAID), "target": "another.plan.1.target"}))
        assert add_entries(connection, Ledger.JUDGEMENTS, [line]) == 1
    assert len(load_inputs(observations=take_snapshot(filled, folder=tmp_path)).judgements) == 2


def test_stores_exchange_what_people_keep(filled, stores, shipped, tmp_path: Path):
    province, file = stores(), bundle(filled, tmp_path / "city.sqlite")
    first = merge(filled, province, shipped)
    assert (first.entries, merge(filled, province, shipped).entries) == (4, 0)
    assert file.is_file()
    with opened(filled) as one, opened(province) as other:
        for ledger in Ledger:
            assert entries_known(one, ledger) == entries_known(other, ledger)


def test_two_actions_of_one_number_in_two_stores_stay_two():
    other = Action(**{**vars(AGREED), "region": "140200"})
    numbers = {row.number for one in (AGREED, other) for row in numbered_for_store(Actions((one,)))}
    assert len(numbers) == 2
    assert numbered_for_store(Actions((AGREED,))) == numbered_for_store(Actions((AGREED,)))


def run(*words: object, code: int = EXIT_DONE):
    ended = CliRunner().invoke(cli.app, [str(word) for word in words])
    assert ended.exit_code == code, (words, ended.output, ended.stderr)
    return ended


def test_a_file_goes_into_the_store_and_comes_out_as_it_was(store, tmp_path: Path):
    file, out = write_judgements(tmp_path / "j.csv", Judgements((SAID, PANEL))), tmp_path / "out.csv"
    kept = file.read_bytes()
    assert "已转入 2 条" in run("store", "ledger-import", "judgements", file, "--store", store).stderr
    assert "原已在库的 2 条" in run("store", "ledger-import", "judgements", file, "--store", store).stderr
    run("store", "ledger-export", "judgements", "--store", store, "--out", out)
    assert out.read_bytes() == kept == file.read_bytes()
    listed = run("store", "ledger-list", "judgements", "--store", store).stdout
    assert "太原市" in listed and "部门自评 有望达标 85%" in listed and "专家组" in listed
    assert "还没有" in run("store", "ledger-list", "actions", "--store", store).stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("store", "ledger-import", "judgements", "none.csv"), "没有这个文件"),
        (("judgements", "import", "form.xlsx", "--ledger", "own.csv"), "只能用一个"),
    ],
)
def test_what_cannot_be_meant_is_a_sentence(words, said, store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    ended = run(*words, "--store", store, code=EXIT_BAD_INPUT)
    assert said in ended.stderr and "Traceback" not in ended.output
