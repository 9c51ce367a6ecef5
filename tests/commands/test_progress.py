"""What the command line says, and that none of it goes to stdout."""

import pytest

from sxresearch.assessment.inputs import Inputs
from sxresearch.batch.manifest import BriefOutcome, Manifest, RegionResult
from sxresearch.batch.run_id import Identity
from sxresearch.commands.console import both, show_faults, tell, working
from sxresearch.commands.progress import RemainingTime, batch_progress, show_summary
from sxresearch.errors import Fault, SxError

DONE = RegionResult("140100", BriefOutcome.DONE, 1.25, headline={"synthetic": True})
FAILED = RegionResult("140200", BriefOutcome.FAILED, 2.0, causes=(Fault("", "坏了[a]", "it broke [b]"),))
LEFT = RegionResult("140300", BriefOutcome.INTERRUPTED, 0.0)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def test_chinese_comes_first():
    assert both("cli-reading", " / ") == "正在读取规划和数据 / Reading plans and data"


def test_a_message_is_one_line_per_language(capsys: pytest.CaptureFixture[str]):
    tell("cli-assessed", rows="5", regions="2")
    assert said(capsys) == "已评估 2 个地区，共 5 行结果。\nAssessed 2 regions, 5 rows of results.\n"


def test_faults_are_numbered_and_square_brackets_survive(capsys: pytest.CaptureFixture[str]):
    show_faults(SxError([Fault("a.csv:3", "一[x]", "one [x]"), Fault("", "二", "two")]))
    assert said(capsys) == "1. 一[x] (a.csv:3)\n   one [x] (a.csv:3)\n2. 二\n   two\n"


def test_working_speaks_only_on_stderr(capsys: pytest.CaptureFixture[str]):
    with working("cli-checking"):
        pass
    said(capsys)


def test_every_region_that_ended_gets_a_line(inputs: Inputs, capsys: pytest.CaptureFixture[str]):
    with batch_progress(3, inputs.regions) as watch:
        for result in (DONE, FAILED, LEFT):
            watch(result)
    text = said(capsys)
    assert "✓ 140100 太原市 Taiyuan 1.2 s" in text
    assert "✗ 140200 大同市" in text
    assert "140300" not in text


def test_the_summary_counts_and_gives_causes_in_both_languages(inputs: Inputs, capsys: pytest.CaptureFixture[str]):
    manifest = Manifest("abc", Identity({}, {}, {}, {}), "n.ipynb", "zh", "", seconds=61.2)
    manifest.regions = {result.region: result for result in (DONE, FAILED, LEFT)}
    show_summary(manifest, inputs.regions)
    text = said(capsys)
    assert "Made 1 of 3 briefs in 61 seconds." in text
    assert "✗ 140200 大同市\n   坏了[a]\n   it broke [b]\n" in text
    assert "140300" not in text
    assert "演示数据" in text


class Clock:
    """Seconds as they are set."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def remaining(ends: list[tuple[float, float]], left: int, *, now: float) -> float | None:
    """The estimate at ``now`` after briefs that ended at a moment and took so many seconds."""
    clock = Clock()
    estimate = RemainingTime(clock)
    for clock.now, seconds in ends:
        estimate.ended(seconds)
    clock.now = now
    return estimate.seconds(left)


ONE_CORE = [(30.0, 20.0), (50.0, 20.0), (70.0, 20.0)]
TWO_CORES = [(30.0, 20.0), (31.0, 20.0), (51.0, 20.0), (51.5, 20.0)]


@pytest.mark.parametrize(
    ("ends", "left", "now", "seconds"),
    [
        ([], 13, 5.0, None),
        (ONE_CORE[:1], 12, 30.0, 240.0),
        (ONE_CORE, 10, 70.0, 200.0),
        (ONE_CORE, 10, 85.0, 185.0),
        (ONE_CORE, 0, 70.0, 0.0),
        (ONE_CORE, 1, 400.0, 0.0),
        (TWO_CORES, 10, 51.5, 103.75),  # 41.5 s for four: 10.375 s each
        ([(0.1, 20.0)] * 100, 29, 1.0, None),  # kept from an earlier run
        ([*[(0.1, 20.0)] * 100, (25.0, 20.0), (45.0, 20.0)], 27, 45.0, 540.0),
    ],
)
def test_the_remaining_time_is_that_of_the_briefs_made_by_this_run(
    ends: list[tuple[float, float]], left: int, now: float, seconds: float | None
):
    assert remaining(ends, left, now=now) == (None if seconds is None else pytest.approx(seconds))
