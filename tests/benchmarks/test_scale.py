"""What a benchmark says it made was made: a run that judged or drew fewer regions is no measurement."""

from pathlib import Path

import pandas as pd
import pytest

from benchmarks import scale
from benchmarks.cost import Cost
from benchmarks.scale_figures import Command


def judging(house: Path, regions: list[str]):
    """A command that takes ten seconds to judge these regions."""

    def measured(_house: Path, _words: tuple[str, ...]) -> Cost:
        pd.DataFrame({"region": [*regions, *regions]}).to_parquet(house / "verdicts.parquet")
        return Cost(15.0, 10.0)

    return measured


def test_a_table_on_all_regions_is_measured(monkeypatch, tmp_path: Path):
    monkeypatch.setattr(scale, "_measured", judging(tmp_path, ["140000", "140100", "140200"]))
    assert scale.assessed(3, tmp_path).cost.wall == 10.0


def test_a_table_on_some_of_the_regions_is_refused(monkeypatch, tmp_path: Path):
    monkeypatch.setattr(scale, "_measured", judging(tmp_path, ["140000", "140100"]))
    with pytest.raises(ValueError, match="2 of 3 regions"):
        scale.assessed(3, tmp_path)


def test_a_batch_without_its_briefs_is_refused(monkeypatch, tmp_path: Path):
    monkeypatch.setattr(scale, "_measured", lambda _house, _words: Cost(15.0, 10.0))
    with pytest.raises(ValueError, match="made 0 briefs"):
        scale.batch_of(Command.BATCH, 3, 3, tmp_path, ())
    assert scale.batch_of(Command.RESUMED, 3, 0, tmp_path, ()).briefs == 0
