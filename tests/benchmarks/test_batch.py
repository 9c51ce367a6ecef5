"""The comparisons measure what they say; the programs themselves are run by ``make bench`` only."""

import subprocess
from pathlib import Path

import pandas as pd
import pytest

from benchmarks import batch, cost, scale
from benchmarks.cost import Cost, cost_of
from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.loading import load_observations
from sxresearch.paths import DATA, ROOT
from sxresearch.plan.loading import load_plans
from sxresearch.plan.regions import load_regions


def test_ratios_are_those_of_the_plain_way_to_ours(monkeypatch):
    """Once 8 seconds and for each brief 2: of four briefs each takes 4, and each further one 2."""
    monkeypatch.setattr(batch, "plain", lambda regions: Cost(80.0, 88.0))
    monkeypatch.setattr(batch, "ours", lambda regions, jobs: Cost(8.0 + 2 * len(regions), 4.0 * len(regions) / jobs))
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    figures = batch.run(("140100", "140200", "140300", "140400"))
    assert figures["CPU s a brief"].tolist() == [20.0, 4.0, 4.0, 2.0]
    assert figures["CPU ratio"].tolist() == [1.0, 5.0, 5.0, 10.0]
    assert figures["wall ratio"].tolist()[:3] == [1.0, 5.5, 11.0]


def test_both_ways_name_every_region_and_the_same_notebook(monkeypatch):
    seen = []
    monkeypatch.setattr(batch, "cost_of", lambda commands, _house: seen.append([" ".join(words) for words in commands]))
    batch.plain(("140100", "140200"))
    batch.ours(("140100", "140200"), 2)
    loop, (ours,) = seen
    assert [words.split()[0] for words in loop] == ["papermill", "nbconvert"] * 2
    assert all("region_brief.ipynb" in words for words in loop[::2])
    assert ours.startswith("sxresearch batch --jobs 2")
    assert ours.endswith("--regions 140100 140200")


def test_time_and_memory_of_descendants_are_counted(monkeypatch, tmp_path: Path):
    """A program that lets a child of its own hold 100 MB and work for a second."""
    (tmp_path / "parent.py").write_text("import subprocess, sys; subprocess.run([sys.executable, '-m', 'child'])")
    (tmp_path / "child.py").write_text(
        "import time; held = b'x' * 100_000_000; begun = time.process_time()\n"
        "while time.process_time() < begun + 1: pass"
    )
    monkeypatch.setattr(cost, "_LOOK_SECONDS", 0.1)
    found = cost_of([["parent"]], tmp_path)
    assert 1 <= found.cpu < 3
    assert found.wall >= 1
    assert 100_000_000 <= found.peak < 300_000_000


def test_a_program_that_fails_is_not_timed(tmp_path: Path):
    with pytest.raises(subprocess.CalledProcessError):
        cost_of([["no_such_program"]], tmp_path)


def test_new_counties_lie_in_new_cities_and_no_city_or_county_has_more_neighbours_than_its_model():
    models = pd.DataFrame(
        {
            "region": ["140000", "140100", "140200", "140105"],
            "name": list("abcd"),
            "parent": ["100000", "140000", "140000", "140100"],
        }
    )
    new = scale._new_regions(models, 6)
    assert new["region"].tolist() == ["200001", "200002", "200003", "200004", "200005", "200006"]
    assert new["model"].tolist() == ["140000", "140100", "140200", "140105", "140000", "140100"]
    assert new["parent"].tolist() == ["100000", "200001", "200001", "200002", "100000", "200005"]


def test_a_checkout_for_more_regions_has_each_with_figures_of_its_own(tmp_path: Path):
    """Fourteen regions where the region list and the figures know only thirteen."""
    register = load_register()
    codes = [region.code for region in register.regions if region.code.startswith("14")][:13]
    rows = [
        {
            "region": code,
            "indicator": "maternal_mortality_ratio",
            "group": "total",
            "year": 2020,
            "value": float(place),
            "unit": "per_100k",
            "status": "final",
            "basis": "synthetic",
            "source": "made up",
        }
        for place, code in enumerate(codes)
    ]
    house = scale.house_of(14, pd.DataFrame(rows), tmp_path / "house")
    regions = load_regions(house / "data" / "regions.csv")
    assert len(regions) == len(load_regions(DATA / "regions.csv")) + 1
    figures = pd.read_parquet(house / scale.FIGURES)
    assert sorted(figures["region"]) == sorted([*codes, "200001"])
    assert figures.loc[figures["region"] == "200001", "value"].item() == 0.0  # those of the province
    known = load_observations(house / scale.FIGURES, register.__class__(register.indicators, regions))
    assert len(known.table) == 14
    plans = load_plans(house / "data" / "plans", register.indicators, regions)
    assert {"200001"} <= {code for plan in plans if plan.id == "shanxi-women-2021-2025" for code in plan.binds(regions)}
    assert (house / "sxresearch" / "terms.py").read_bytes() == (ROOT / "sxresearch" / "terms.py").read_bytes()
