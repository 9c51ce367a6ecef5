"""Every shape of rule has its evaluator, and every one-series shape its threshold."""

from sxresearch.assessment.events import criteria
from sxresearch.assessment.events.evaluators import EVALUATORS
from sxresearch.plan.rules import RULES, Shape


def test_every_shape_but_the_checklist_has_an_evaluator():
    assert EVALUATORS.keys() == set(Shape) - {Shape.CHECKLIST}


def test_every_shape_of_one_series_has_a_threshold():
    of_one_series = {rule.shape for rule in RULES.values() if not rule.needs_second} - {Shape.CHECKLIST}
    assert criteria._BUILDERS.keys() == of_one_series
