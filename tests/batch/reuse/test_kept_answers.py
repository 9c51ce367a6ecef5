"""What a run judged is found by the next one as long as nothing that it was judged from has changed."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.parts.run_parts import (
    HeldAsked,
    PartAnswer,
    PartTask,
    Question,
    VerdictsAsked,
    answered,
    part_tasks,
    past_asked,
)
from sxresearch.assessment.verdict import Assessment
from sxresearch.batch.reuse import kept_answers
from sxresearch.batch.reuse.kept_answers import KeptAnswers
from sxresearch.batch.run_id import Identity
from sxresearch.monitoring.ledger.judgements import Judgements
from tests.batch.conftest import REGIONS

CODE = Identity({}, {"sxresearch/a.py": "1"}, {"numpy": "2"}, {})
COUNTY = "140105"


class Workers:
    """Answers here, and knows how many tasks it was given."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def __call__(self, job, tasks: Iterable[PartTask]) -> Iterator[PartAnswer]:
        for task in tasks:
            self.asked.append((task.part.peers, type(task.question).__name__))
            yield job(task)


@pytest.fixture
def some(inputs: Inputs) -> Inputs:
    """Cities, and one city's figures once more as a county's."""
    table = inputs.observations.table
    county = table[table["region"] == "140100"].assign(region=COUNTY)
    return with_table(inputs, pd.concat([table, county], ignore_index=True))


def with_table(inputs: Inputs, table: pd.DataFrame) -> Inputs:
    return replace(inputs, observations=replace(inputs.observations, table=table))


def questions(inputs: Inputs) -> list[Question]:
    everyone = (*REGIONS, COUNTY)
    return [past_asked(inputs, "cities", None), VerdictsAsked(everyone, None, None), HeldAsked(everyone, None, None)]


ALL = [
    ("cities", "PastAsked"), ("cities", "VerdictsAsked"), ("cities", "HeldAsked"),
    ("counties", "VerdictsAsked"), ("counties", "HeldAsked"),
]  # fmt: skip


def judged(
    folder: Path, inputs: Inputs, *, code: Identity = CODE, use: bool = True
) -> tuple[list[tuple[str, str]], list[PartAnswer]]:
    """What workers were asked, and all answers in the order of the parts."""
    workers = Workers()
    kept = KeptAnswers(folder, code, use=use)
    found = list(kept.worked(workers, answered, part_tasks(inputs, questions(inputs))))
    return workers.asked, sorted(found, key=lambda one: (one.place, type(one.question).__name__))


def test_a_second_run_judges_nothing_and_has_the_same_answers(some: Inputs, tmp_path: Path):
    first, answers = judged(tmp_path / "kept", some)
    again, same = judged(tmp_path / "kept", some)
    assert (first, again) == (ALL, [])
    assert [(one.place, one.question) for one in same] == [(one.place, one.question) for one in answers]
    verdicts = [[one.answer for one in side if isinstance(one.answer, Assessment)] for side in (answers, same)]
    for here, there in zip(*verdicts, strict=True):
        for name in ("verdicts", "fans", "scenarios"):
            pd.testing.assert_frame_equal(getattr(here, name), getattr(there, name), rtol=0, atol=0)


def test_a_run_that_is_not_resumed_judges_everything_and_keeps_it(some: Inputs, tmp_path: Path):
    judged(tmp_path, some, use=False)
    assert judged(tmp_path, some, use=False)[0] == ALL
    assert judged(tmp_path, some)[0] == []


@pytest.mark.parametrize(("region", "asked"), [("140100", ALL[:3]), (COUNTY, ALL[3:])])
def test_after_a_figure_has_changed_its_level_is_judged_again(
    region: str, asked: list[tuple[str, str]], some: Inputs, tmp_path: Path
):
    judged(tmp_path, some)
    table = some.observations.table.copy()
    table.loc[(table["region"] == region) & (table["year"] == 2020), "value"] += 1e-9
    assert judged(tmp_path, with_table(some, table))[0] == asked
    assert judged(tmp_path, some)[0] == []


def test_a_figure_that_is_held_back_now_is_judged_again(some: Inputs, tmp_path: Path):
    table = some.observations.table.assign(held="")
    judged(tmp_path, with_table(some, table))
    table.loc[(table["region"] == COUNTY) & (table["year"] == 2020), "held"] = "spike"
    assert judged(tmp_path, with_table(some, table))[0] == ALL[3:]


@pytest.mark.parametrize(
    "code", [replace(CODE, code={"sxresearch/a.py": "2"}), replace(CODE, versions={"numpy": "2.1"})]
)
def test_other_code_or_libraries_find_nothing(code: Identity, some: Inputs, tmp_path: Path):
    judged(tmp_path, some)
    assert judged(tmp_path, some, code=code)[0] == ALL


def test_another_plan_finds_nothing_where_its_targets_differ(some: Inputs, tmp_path: Path):
    judged(tmp_path, some)
    plans = tuple(plan.with_targets(lambda target: target.rule != "decrease") for plan in some.plans)
    assert judged(tmp_path, replace(some, plans=plans))[0] == ALL


def test_files_and_what_people_said_do_not_matter(some: Inputs, tmp_path: Path):
    judged(tmp_path, some)
    source = replace(some.observations.sources[0], name="elsewhere.csv", sha256="0" * 64)
    moved = replace(some.observations, sources=(source,))
    said = replace(some, observations=moved, judgements=Judgements(file="judgements.csv"))
    assert judged(tmp_path, said)[0] == []


@pytest.mark.parametrize("damage", [lambda old: old[:-1], lambda _: b"", lambda old: old[:-1] + bytes([old[-1] ^ 1])])
def test_a_damaged_file_is_judged_again_and_mended(damage, some: Inputs, tmp_path: Path):
    judged(tmp_path, some)
    files = sorted(tmp_path.iterdir())
    files[0].write_bytes(damage(files[0].read_bytes()))
    assert len(judged(tmp_path, some)[0]) == 1
    assert judged(tmp_path, some)[0] == []


def test_where_nothing_can_be_kept_the_run_goes_on(some: Inputs, tmp_path: Path):
    (tmp_path / "taken").write_text("a file where the folder should be")
    assert judged(tmp_path / "taken", some)[0] == ALL
    assert judged(tmp_path / "taken", some)[0] == ALL


def test_the_oldest_go_when_there_are_too_many(some: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    judged(tmp_path, some)
    size = sum(path.stat().st_size for path in tmp_path.iterdir())
    monkeypatch.setattr(kept_answers, "MOST_BYTES", size)
    other = replace(CODE, versions={"numpy": "3"})
    judged(tmp_path, some, code=other)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= size
    assert judged(tmp_path, some, code=other)[0] == []
    assert judged(tmp_path, some)[0] == ALL


def test_an_interrupted_run_keeps_what_it_had_judged(some: Inputs, tmp_path: Path):
    workers = Workers()
    first = KeptAnswers(tmp_path, CODE, use=True).worked(workers, answered, part_tasks(some, questions(some)))
    next(first)
    first.close()
    assert judged(tmp_path, some)[0] == ALL[1:]


@pytest.mark.skipif(sys.platform == "win32", reason="there the user's folder is closed to others already")
def test_nobody_else_may_read_them(some: Inputs, tmp_path: Path):
    judged(tmp_path / "kept", some)
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0
