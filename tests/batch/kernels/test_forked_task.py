"""Work done aside gives the same result, also where its process is lost or raises."""

import os

import pytest

from sxresearch.batch.kernels.fork_client import can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="processes can be forked on Linux only")


def _aside(work):
    from sxresearch.batch.kernels.forked_task import aside

    return aside(work)


def test_the_result_is_that_of_the_work_done_in_another_process():
    here = os.getpid()
    result, process = _aside(lambda: (list(range(100_000)), os.getpid()))()
    assert result == list(range(100_000))
    assert process != here


def test_where_the_process_is_lost_the_work_is_done_here():
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os._exit(9)
        return 7

    assert _aside(work)() == 7


def test_an_error_is_raised_by_who_waits():
    def work() -> int:
        raise ValueError("no figure")

    with pytest.raises(ValueError, match="no figure"):
        _aside(work)()
