"""What the machine sleeps through is not counted, and is known."""

import pytest

from sxresearch.batch.kernels.awake_clock import LONGEST_STEP, AwakeClock


@pytest.mark.parametrize(
    ("looks", "awake", "sleeps"),
    [
        ([0.0, 1.0, 2.0], 2.0, 0),
        ([0.0, 1.0, 7201.0, 7202.0], 2.0, 1),
        ([0.0, LONGEST_STEP], LONGEST_STEP, 0),
        ([0.0, LONGEST_STEP + 0.1], 0.0, 1),
        ([0.0, 100.0, 101.0, 300.0], 1.0, 2),
    ],
)
def test_steps(looks: list[float], awake: float, sleeps: int):
    times = iter(looks)
    clock = AwakeClock(lambda: next(times))
    for _ in looks[1:]:
        found = clock()
    assert found == pytest.approx(awake)
    assert clock._sleeps == sleeps


def test_while_it_is_entered_it_looks_by_itself():
    with AwakeClock() as clock:
        assert clock.sleeps == 0
        assert clock() < LONGEST_STEP
