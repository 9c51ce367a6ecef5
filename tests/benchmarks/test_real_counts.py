"""Judging past counts: made-up counts of known truth."""

import numpy as np
import pandas as pd

from benchmarks.real_counts import FEW, LEADS, YEARS, CountedPast, real_counts


def test_thinning_leaves_few_events_and_the_same_relative_changes():
    rng = np.random.default_rng(1)
    events = np.full((200, YEARS + 5), 1000.0) * np.linspace(1, 0.5, YEARS + 5)
    thin = CountedPast(events, np.full(events.shape, 1e5), YEARS).thinned(rng)
    assert np.median(thin.events[:, :YEARS]) == FEW
    assert abs(thin.events[:, -1].mean() / thin.events[:, 0].mean() - 0.5) < 0.03
    few = CountedPast(np.full((2, YEARS), 3.0), np.full((2, YEARS), 1e5), YEARS)
    np.testing.assert_array_equal(few.thinned(rng).events, few.events)


def test_counts_that_only_chance_moves_are_judged_without_bias(tmp_path):
    rng = np.random.default_rng(2)
    years = range(2000, 2000 + YEARS + max(LEADS))
    rows = [(f"i{i}", f"r{r}", year, rng.poisson(60), 1e5) for i in range(2) for r in range(12) for year in years]
    table = pd.DataFrame(rows, columns=["indicator", "region", "year", "numerator", "denominator"])
    table.to_csv(tmp_path / "counts.csv.gz", index=False)
    found = real_counts(tmp_path)
    assert (found["by counts"] == 1).all()
    assert list(found["judgements"])[:3] == list(found["judgements"])[3:]  # the same origins, thinned
    # wide where nothing really changes (docs/method.md), and no longer on either side: −.000 to .014
    assert (found["80 % covers"] > 0.75).all()
    assert (found["mean P"] - found["met"]).abs().max() < 0.03
