"""A brief whose judgements or actions have changed is made again: its content is another one."""

from dataclasses import replace

from sxresearch.assessment.year_before import YearBefore
from sxresearch.batch.reuse.content_hash import content_hashes
from sxresearch.monitoring.ledger.actions import Actions
from sxresearch.monitoring.ledger.judgements import Judgements
from sxresearch.run_answers import JudgedRegions, RunAnswers
from sxresearch.terms import Status
from tests.assessment.ledger.test_judgement_differences import judged
from tests.brief.conftest import REGION, make_assessment, make_inputs
from tests.brief.content.since.test_changed_answers import NOTHING
from tests.brief.content.test_judged_targets import ACTION


def test_judgements_and_actions_are_part_of_a_brief_s_content(monkeypatch):
    monkeypatch.setattr("sxresearch.batch.reuse.content_hash._record", lambda _record: b"")
    inputs = make_inputs()

    def hashed(changed):
        assessment = make_assessment()
        judged_regions = JudgedRegions(assessment, YearBefore(assessment, assessment, NOTHING), {"cities": None})
        answers = RunAnswers(changed, 2023, None, judged_regions)
        return content_hashes(answers, [REGION])[REGION]

    mine = replace(inputs, judgements=Judgements((judged("a", Status.LIKELY, region=REGION),)))
    others = replace(inputs, judgements=Judgements((judged("a", Status.LIKELY, region="140200"),)))
    agreed = replace(inputs, actions=Actions((ACTION,)))
    assert len({hashed(item) for item in (inputs, mine, agreed)}) == 3
    assert hashed(others) == hashed(inputs)
