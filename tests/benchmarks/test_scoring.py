"""Scores by hand."""

import numpy as np
import pandas as pd
import pytest

from benchmarks.competitions import figures
from benchmarks.scoring import attainment_figures, auc, better_by, calibration_error, resampled, smape


def test_auc_counts_pairs_and_halves_ties():
    # pairs (met, missed): .9>.2, .9>.5, .5>.2, .5=.5 → 3.5 of 4
    assert auc(np.array([0.9, 0.5, 0.2, 0.5]), np.array([1.0, 1.0, 0.0, 0.0])) == pytest.approx(3.5 / 4)


def test_calibration_error_by_hand():
    # bin .1: said .15, happened .5, half of the cases; bin .9: said 1, happened 1
    p, met = np.array([0.1, 0.2 - 1e-9, 1.0, 1.0]), np.array([0.0, 1.0, 1.0, 1.0])
    assert calibration_error(p, met) == pytest.approx(0.5 * 0.35, abs=1e-6)


def test_refusing_is_not_free_and_indicators_weigh_the_same():
    cases = pd.DataFrame({"indicator": ["a", "a", "b"], "outcome": [1, 0, 1]})
    found = attainment_figures(np.array([1.0, 0.0, np.nan]), cases, np.array([1.0, 1.0, 0.0]))
    assert found["Brier"] == pytest.approx(0.25 / 3)
    assert found["macro"] == pytest.approx(0.25 / 2)
    assert (found["80 % covers"], found["answered"]) == pytest.approx((2 / 3, 2 / 3))


def test_competition_figures_by_hand():
    assert smape(np.array([110.0]), np.array([90.0]))[0] == pytest.approx(20.0)
    train, test = np.array([[1.0, 3.0, 2.0]]), np.array([[2.0, 8.0]])
    found = figures(np.array([[2.0, 4.0]]), (np.array([[1.0, 1.0]]), np.array([[3.0, 6.0]])), train, test)
    assert (found["sMAPE"], found["first"], found["last"]) == pytest.approx((200 * 4 / 12 / 2, 0, 200 * 4 / 12))
    assert found["MASE"] == pytest.approx((0 + 4) / 2 / 1.5)  # mean absolute change in training: 1.5
    assert found["90 % covers"] == 0.5
    assert found["MSIS"] == pytest.approx((2 + (5 + 20 * 2)) / 2 / 1.5)


def test_by_how_much_one_method_is_better_by_hand():
    # indicator a: ours .25, theirs 1 (two cases); b: ours .25, theirs .25 (an unanswered case counts as one half)
    cases = pd.DataFrame({"indicator": ["a", "a", "b"], "outcome": [1, 1, 0]})
    found = better_by(np.array([0.5, 0.5, 0.5]), np.array([0.0, 0.0, np.nan]), cases)
    assert found["gain"] == pytest.approx(2 * 0.75 / 3)
    assert (found["from"], found["to"]) == pytest.approx((0.0, 0.75))  # both drawn alike in a quarter of draws each


def test_limits_of_a_figure_are_those_of_drawn_indicators():
    cases = pd.DataFrame({"indicator": ["a", "a", "b", "b"], "outcome": [1, 1, 0, 0]})
    found = resampled(np.array([1.0, 1.0, 1.0, 1.0]), cases, np.array([1.0, 1.0, 0.0, 0.0]))
    assert found.loc["Brier"].tolist() == pytest.approx([0.5, 0.0, 1.0])
    assert found.loc["macro"].tolist() == pytest.approx([0.5, 0.0, 1.0])
    assert found.loc["80 % covers"].tolist() == pytest.approx([0.5, 0.0, 1.0])
