"""The comparison measures what it says; the programs themselves are run by ``make bench`` only."""

import sys

import pytest

from benchmarks import batch
from benchmarks.batch import Cost


def test_ratios_are_those_of_the_plain_way_to_ours(monkeypatch):
    monkeypatch.setattr(batch, "plain", lambda regions: Cost(60.0, 66.0))
    monkeypatch.setattr(batch, "ours", lambda regions, jobs: Cost(12.0, 12.0 / jobs))
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    figures = batch.run(("140100", "140200", "140300"))
    assert figures["CPU s per brief"].tolist() == [20.0, 4.0, 4.0]
    assert figures["CPU ratio"].tolist() == [1.0, 5.0, 5.0]
    assert figures["wall ratio"].tolist() == [1.0, 5.5, 11.0]


def test_both_ways_name_every_region_and_the_same_notebook(monkeypatch):
    seen = []
    monkeypatch.setattr(batch, "_cost", lambda commands: seen.append([" ".join(words) for words in commands]))
    batch.plain(("140100", "140200"))
    batch.ours(("140100", "140200"), 2)
    loop, (ours,) = seen
    assert [words.split()[0] for words in loop] == ["papermill", "nbconvert"] * 2
    assert all("region_brief.ipynb" in words for words in loop[::2])
    assert "--regions 140100,140200 --jobs 2" in ours


def test_the_time_of_child_processes_is_counted_and_a_failure_is_not_hidden(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/true")
    cost = batch._cost([["papermill"]])
    assert 0 <= cost.cpu < 5
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(Exception, match="non-zero exit status"):
        batch._cost([["papermill"]])
