"""Assessing in parts: what is wrong is told as if the figures had been read as a whole."""

import os
import pickle
from pathlib import Path

import pandas as pd
import pytest

from sxresearch.assessment.inputs import load_frame
from sxresearch.batch import assessment_run
from sxresearch.batch.assessment_run import ChunkLost, assess_in_chunks
from sxresearch.batch.parameters import Parameters
from sxresearch.errors import BadObservations, Fault
from tests.batch.conftest import REGIONS

ROW = {"region": "140100", "group": "total", "year": 2020, "status": "final", "basis": "synthetic", "source": "made up"}
FIGURES = (
    {"indicator": "maternal_mortality_ratio", "value": 12.0, "unit": "persons"},  # a unit that can't be converted
    {"indicator": "health_literacy_rate", "value": 104.2, "unit": "percent"},  # above its bound
    {"indicator": "health_literacy_rate", "value": 31.0, "unit": "percent", "year": 2021},
)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.parquet"
    pd.DataFrame([ROW | figure for figure in FIGURES]).to_parquet(path, index=False)
    return path


def test_the_faults_of_all_parts_are_listed_at_once(wrong: Path):
    with pytest.raises(BadObservations) as refused:
        assess_in_chunks(load_frame(observations=wrong), ("140100",), Parameters(observations=(str(wrong),)), jobs=2)
    said = " ".join(fault.en for fault in refused.value.faults)
    assert "line 2" in said
    assert "line 3" in said
    assert "104.2" in said


def _killed(*_given: object) -> None:
    os._exit(1)


@pytest.mark.long
def test_a_process_that_dies_is_a_sentence(data_file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(assessment_run, "ChunkAssessment", lambda *_given: _killed)
    with pytest.raises(ChunkLost, match="for lack of memory"):
        assess_in_chunks(
            load_frame(observations=data_file), REGIONS, Parameters(observations=(str(data_file),)), jobs=1
        )


def test_an_error_arrives_from_another_process_with_its_faults():
    problem = BadObservations([Fault("file.csv:3", "错", "wrong"), Fault("", "误", "false")])
    arrived = pickle.loads(pickle.dumps(problem))
    assert type(arrived) is BadObservations
    assert (arrived.faults, str(arrived)) == (problem.faults, str(problem))
