"""Figures that are read some indicators at a time are those of one reading."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sxresearch.assessment.inputs import load_register
from sxresearch.errors import BadObservations
from sxresearch.monitoring import loading, parquet_skim
from sxresearch.monitoring.contract import COLUMNS, HELD, Register
from sxresearch.monitoring.demo.dataset import write_demo
from sxresearch.monitoring.loading import load_observations
from sxresearch.monitoring.observations import Observations
from sxresearch.monitoring.parquet_skim import parts_of
from sxresearch.monitoring.quality.death_rates import NESTED
from sxresearch.monitoring.quality.plausible_range import plausible_ranges
from sxresearch.monitoring.repeated_texts import REPEATED, in_full

AT_ONCE = 2_000


@pytest.fixture(scope="module")
def shipped() -> Register:
    return load_register()


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's figures with slips, a copied report, earlier reports and a row that stands twice."""
    folder = tmp_path_factory.mktemp("many")
    paths = write_demo(folder)
    texts = {"region": str, "reported_at": str, "source": str}
    table = pd.concat([pd.read_csv(path, dtype=texts) for path in paths], ignore_index=True)[list(COLUMNS)]
    rng = np.random.default_rng(20261126)
    possible = table["value"].to_numpy() / 10 >= plausible_ranges(table["indicator"], load_register())[0]
    slipped = rng.choice(table.index[possible], 40, replace=False)
    table.loc[slipped, "value"] /= 10
    last = table["year"].max()
    copied = (table["region"] == "140300") & (table["year"] == last)
    before = table[(table["region"] == "140300") & (table["year"] == last - 1)]
    known = before.set_index(["indicator", "group"])[["value", "numerator", "denominator"]]
    rows = table[copied].set_index(["indicator", "group"]).index
    table.loc[copied, ["value", "numerator", "denominator"]] = known.reindex(rows).to_numpy()
    earlier = table[table["year"] == last - 2].head(300)
    earlier = earlier.assign(value=earlier["value"] * 0.99, numerator=np.nan, reported_at="2022-01-01")
    path = folder / "figures.parquet"
    whole = pd.concat([table, earlier, table.head(5)], ignore_index=True)
    whole.sample(frac=1, random_state=1).to_parquet(path, index=False)
    return path


def test_parts_read_apart_are_the_whole(faulty: Path, shipped: Register, monkeypatch: pytest.MonkeyPatch):
    whole = load_observations(faulty, shipped)
    monkeypatch.setattr(parquet_skim, "FIGURES_AT_ONCE", AT_ONCE)
    parts = parts_of([faulty], shipped)
    assert parts is not None and len(parts) > 5
    apart = load_observations(faulty, shipped)
    assert {"copied-year", "magnitude"} & set(whole.table[HELD]) and len(whole.superseded) >= 300
    assert all(isinstance(apart.table[name].dtype, pd.CategoricalDtype) for name in REPEATED)
    pd.testing.assert_frame_equal(in_full(apart.table), whole.table, check_exact=True)
    regions = list(whole.table["region"].unique()[:2])
    own, of_whole = (one.of_regions(regions).table for one in (apart, whole))
    pd.testing.assert_frame_equal(own, of_whole, check_exact=True)
    pd.testing.assert_frame_equal(apart.superseded, whole.superseded, check_exact=True)
    assert apart.sources == whole.sources
    assert (apart.judged_on, _said(apart)) == (whole.judged_on, _said(whole))


def test_what_a_folder_passes_over_is_told_of_parts_too(
    faulty: Path, shipped: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / faulty.name).write_bytes(faulty.read_bytes())
    (tmp_path / "~$figures.xlsx").write_bytes(b"a lock")
    whole = load_observations(tmp_path, shipped)
    monkeypatch.setattr(parquet_skim, "FIGURES_AT_ONCE", AT_ONCE)
    assert "skipped" in {finding.rule for finding in whole.findings}
    assert _said(load_observations(iter([tmp_path]), shipped)) == _said(whole)


def _said(observations: Observations) -> dict[tuple, frozenset]:
    """The findings without the order of their places."""
    return {(one.rule, one.severity, one.values, one.more): frozenset(one.spots) for one in observations.findings}


def test_parts_hold_no_more_than_is_read_at_once_and_what_is_compared_together(
    faulty: Path, shipped: Register, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(parquet_skim, "FIGURES_AT_ONCE", AT_ONCE)
    rows = pd.read_parquet(faulty)["indicator"].value_counts()
    parts = parts_of([faulty], shipped) or []
    assert sorted(name for part in parts for name in part) == sorted(rows.index)
    together = [part for part in parts if part & set(NESTED)]
    assert len(together) == 1 and set(NESTED) <= together[0]
    assert max(rows.loc[list(part)].sum() for part in parts if len(part) > 1) <= AT_ONCE
    neighbours = pairwise(parts)
    assert all(rows.loc[list(one | other)].sum() > AT_ONCE for one, other in neighbours)


@pytest.mark.parametrize("change", [{"unit": "persons"}, {"value": np.nan, "numerator": np.nan}])
def test_what_is_refused_is_told_as_of_one_reading(
    change: dict, faulty: Path, shipped: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "figures.parquet"
    pd.read_parquet(faulty).assign(**change).to_parquet(path, index=False)
    with pytest.raises(BadObservations) as whole:
        load_observations(path, shipped)
    monkeypatch.setattr(parquet_skim, "FIGURES_AT_ONCE", AT_ONCE)
    with pytest.raises(BadObservations) as apart:
        load_observations(path, shipped)
    assert apart.value.faults == whole.value.faults


def test_few_figures_start_no_process(faulty: Path, shipped: Register, monkeypatch: pytest.MonkeyPatch):
    started: list[int] = []
    monkeypatch.setattr(loading, "side_by_side", lambda *_rest: started.append(1) or iter(()))
    load_observations(faulty, shipped)
    assert started == []
