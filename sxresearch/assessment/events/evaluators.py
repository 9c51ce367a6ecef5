"""Which evaluator answers which shape of rule; a shape without one fails when this module is imported."""

from collections.abc import Callable, Mapping

from sxresearch.assessment.events.criteria import Question
from sxresearch.assessment.events.outcome import Outcome
from sxresearch.assessment.events.single_series import evaluate
from sxresearch.assessment.events.two_series import narrower, not_below
from sxresearch.assessment.series import IndicatorSeries, SeriesStore
from sxresearch.plan.rules import Shape

Evaluator = Callable[[SeriesStore, IndicatorSeries, Question], Outcome]


def _one(_store: SeriesStore, series: IndicatorSeries, question: Question) -> Outcome:
    return evaluate(series, question)


def _two(answer: Callable[[IndicatorSeries, IndicatorSeries, Question], Outcome]) -> Evaluator:
    def evaluated(store: SeriesStore, series: IndicatorSeries, question: Question) -> Outcome:
        indicator, group = question.target.second_series
        return answer(series, store.get(str(indicator), group), question)

    return evaluated


EVALUATORS: Mapping[Shape, Evaluator] = {
    Shape.ONE_SIDED: _one,
    Shape.AROUND: _one,
    Shape.UNITS: _one,
    Shape.CHANGE: _one,
    Shape.SLOPE: _one,
    Shape.ASSIGNED: _one,
    Shape.GAP: _two(narrower),
    Shape.PAIR: _two(not_below),
}
"""One for every shape but the checklist, which no number decides."""

if EVALUATORS.keys() != set(Shape) - {Shape.CHECKLIST}:
    raise LookupError(f"shapes without an evaluator: {set(Shape) - {Shape.CHECKLIST} - EVALUATORS.keys()}")
