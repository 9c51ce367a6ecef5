"""A small world: the checkout's plans and register, four regions with one synthetic series each."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.batch.manifest import Manifest
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.runner import Order, run_batch

FIXTURES = Path(__file__).parent.parent / "notebooks" / "fixtures"
REGIONS = ("140000", "140100", "140200", "140300")
YEARS = range(2015, 2024)


def observations_csv(regions: tuple[str, ...] = REGIONS, first: float = 20.0) -> str:
    """Maternal mortality that falls by one point a year, in every region the same."""
    rows = ["region,indicator,group,year,value,unit,status,basis,source"]
    rows += [
        f"{region},maternal_mortality_ratio,total,{year},{first - place:.1f},per_100k,final,synthetic,made up"
        for region in regions
        for place, year in enumerate(YEARS)
    ]
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="session")
def data_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("data") / "small.csv"
    path.write_text(observations_csv(), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def inputs(data_file: Path) -> Inputs:
    return load_inputs(observations=data_file)


Run = Callable[..., Manifest]


@pytest.fixture
def run(inputs: Inputs, tmp_path: Path) -> Run:
    """Run a fixture notebook for some regions into ``tmp_path / "reports"``."""

    def perform(
        notebook: str = "tiny",
        regions: tuple[str, ...] = REGIONS[:3],
        *,
        jobs: int = 2,
        resume: bool = False,
        seconds: float = 60.0,
        watch: Callable[..., object] = lambda _result: None,
        forked: bool = False,
    ) -> Manifest:
        path = FIXTURES / f"{notebook}.ipynb"
        order = Order(
            inputs, Parameters(), regions, path, tmp_path / "reports", seconds_per_brief=seconds, forked=forked
        )
        return run_batch(order, jobs=jobs, resume=resume, watch=watch)

    return perform
