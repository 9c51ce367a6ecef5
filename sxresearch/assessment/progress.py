"""How far along: the share of the way from base to target, beside the share of the plan's time gone by."""

import numpy as np

from sxresearch.assessment.events.criteria import Question
from sxresearch.assessment.events.outcome import Outcome
from sxresearch.assessment.series import IndicatorSeries
from sxresearch.plan.rules import Shape
from sxresearch.projection.scale import Floats
from sxresearch.terms import Better

_WITH_A_WAY = (Shape.ONE_SIDED, Shape.AROUND, Shape.UNITS, Shape.ASSIGNED, Shape.CHANGE)


def progress(series: IndicatorSeries, question: Question, outcome: Outcome) -> Floats:
    """Share of the way from base to target that the latest figure has gone; below 0 where it moved away.

    NaN for bands, gaps, relations and changes of slope, without a base or a figure since, and where the base stands at
    the target or beyond it: there is no way to go then.
    """
    grammar = question.target.grammar
    if grammar.shape not in _WITH_A_WAY or series.indicator.better is Better.BAND:
        return np.full(len(series.regions), np.nan)
    sign = 1.0 if grammar.wants_higher(series.indicator.better) else -1.0
    way = sign * (outcome.target_value - outcome.base_value)
    gone = sign * (series.latest_value - outcome.base_value)
    there = (way > 0) & (series.latest_year >= question.base_year)
    return np.where(there, gone / np.where(there, way, 1.0), np.nan)


def time_elapsed(series: IndicatorSeries, question: Question) -> Floats:
    """Share of the time from base year to target year gone by at the latest figure's year, in [0, 1]."""
    gone = (series.latest_year - question.base_year) / (question.target_year - question.base_year)
    return np.where(series.latest_year > 0, np.clip(gone, 0.0, 1.0), np.nan)
