"""The same input gives the same run on every machine; any change of input, code or parameters another."""

import shutil
from pathlib import Path

import pytest

from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.batch import run_id
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.run_id import RUN_DIGITS, code_hashes, identify
from sxresearch.paths import PLANS
from sxresearch.terms import Language
from tests.batch.conftest import FIXTURES, REGIONS, observations_csv

TINY = FIXTURES / "tiny.ipynb"
PLAIN = Parameters()


def run_of(inputs: Inputs, parameters: Parameters = PLAIN, notebook: Path = TINY) -> str:
    return identify(observed(inputs), parameters, REGIONS[:2], notebook).run


def observed(inputs: Inputs) -> list[tuple[str, str]]:
    return [(source.name, source.sha256) for source in inputs.observations.sources]


def test_a_run_is_named_by_a_few_hexadecimal_digits(inputs: Inputs):
    assert len(run_of(inputs)) == RUN_DIGITS
    assert int(run_of(inputs), 16) >= 0


def test_paths_do_not_enter(inputs: Inputs, data_file: Path, tmp_path: Path):
    shutil.copytree(PLANS, tmp_path / "elsewhere")
    data = shutil.copy(data_file, tmp_path / data_file.name)
    moved = load_inputs(tmp_path / "elsewhere", data)
    parameters = Parameters(plans=str(tmp_path / "elsewhere"), observations=(str(data),))
    assert run_of(moved, parameters) == run_of(inputs)


def test_figures_parameters_regions_notebook_and_libraries_enter(inputs: Inputs, tmp_path: Path, monkeypatch):
    changed = tmp_path / "small.csv"
    changed.write_text(observations_csv(first=20.5), encoding="utf-8")
    notebook = tmp_path / "tiny.ipynb"
    notebook.write_text(TINY.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    runs = [
        run_of(inputs),
        run_of(load_inputs(observations=changed)),
        run_of(inputs, Parameters(as_of=2022)),
        run_of(inputs, Parameters(target_year=2025)),
        run_of(inputs, Parameters(lang=Language.EN)),
        run_of(inputs, notebook=notebook),
        identify(observed(inputs), Parameters(), REGIONS[:1], TINY).run,
    ]
    monkeypatch.setattr(run_id, "version", lambda _name: "0")
    runs.append(run_of(inputs))
    assert len(set(runs)) == len(runs)


def test_a_plan_that_changes_by_a_comment_is_another_run(inputs: Inputs, data_file: Path, tmp_path: Path):
    folder = tmp_path / "plans"
    shutil.copytree(PLANS, folder)
    first = sorted(folder.glob("*.yaml"))[0]
    first.write_text("# read again\n" + first.read_text(encoding="utf-8"), encoding="utf-8")
    assert run_of(load_inputs(folder, data_file), Parameters(plans=str(folder))) != run_of(inputs)


def test_two_files_of_one_name_both_enter(data_file: Path, tmp_path: Path):
    other = tmp_path / data_file.name
    other.write_text(observations_csv(("140400",)), encoding="utf-8")
    hashes = identify(observed(load_inputs(observations=[data_file, other])), Parameters(), REGIONS[:1], TINY).inputs
    assert {"observations/small.csv", "observations/small.csv+"} <= set(hashes)


@pytest.mark.parametrize("ending", [".py", ".ftl", ".j2", ".css"])
def test_every_kind_of_code_enters_but_no_bytecode(ending: str, tmp_path: Path):
    package = tmp_path / "sxresearch"
    (package / "part").mkdir(parents=True)
    (package / "part" / f"a{ending}").write_text("x")
    (package / "part" / "a.pyc").write_text("x")
    assert list(code_hashes(package)) == [f"sxresearch/part/a{ending}"]
