"""Counting noise on the working scale, against hand calculations."""

import numpy as np
import pytest

from sxresearch.assessment.warning_rules import variance_of_counted_figures
from sxresearch.plan.indicators import Indicator
from sxresearch.projection.panel import Panel
from sxresearch.terms import Group

WORDS = {"zh": "甲", "en": "A"}


def panel(value: float, size: float, **given) -> Panel:
    fields = {"id": "a", "name": WORDS, "definition": WORDS, "decimals": 1, "numerator": WORDS, "denominator": WORDS}
    values = np.full((1, 1), value)
    return Panel(
        Indicator.model_validate({**fields, **given}), Group.TOTAL, ("140100",), np.array([2020]),
        values, np.full((1, 1), size), np.zeros((1, 1), dtype=bool),
    )  # fmt: skip


def test_rate_by_hand():
    # 15 per 100 000 of 20 000 births are 3 deaths: the log of a count of 3 has variance 1/3 (delta method)
    maternal = panel(15.0, 20_000, unit="per_100k", lower=0, better="lower", measure="rate")
    assert variance_of_counted_figures(maternal)[0, 0] == pytest.approx(1 / 3, rel=1e-6)


def test_share_by_hand():
    # logit: 1/(N p (1 − p)) = 1/(1000 · 0.4 · 0.6), less the small offset that keeps 0 and 100 finite
    share = panel(40.0, 1000, unit="percent", lower=0, upper=100, better="higher", measure="share")
    assert variance_of_counted_figures(share)[0, 0] == pytest.approx(1 / 240, rel=0.05)


def test_unknown_denominator_gives_no_noise():
    share = panel(40.0, np.nan, unit="percent", lower=0, upper=100, better="higher", measure="share")
    assert np.isnan(variance_of_counted_figures(share)[0, 0])
