"""The search for reference cycles is paused, and goes on afterwards as before."""

import gc
from collections.abc import Iterator

import pytest

from sxresearch.garbage_collection import collection_paused, lasting


@pytest.fixture(params=(True, False), ids=("on", "off"))
def before(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether the search is on before the block."""
    was_on = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if was_on else gc.disable)()


def test_it_is_off_within_and_as_before_afterwards(before: bool):
    with collection_paused():
        assert not gc.isenabled()
    assert gc.isenabled() is before


def test_it_is_as_before_after_a_fault(before: bool):
    with pytest.raises(ValueError), collection_paused():
        raise ValueError
    assert gc.isenabled() is before


def test_a_block_within_a_block_does_not_end_the_outer_one():
    with collection_paused():
        with collection_paused():
            pass
        assert not gc.isenabled()


def test_what_is_there_to_stay_is_never_searched(before: bool):
    try:
        with lasting():
            kept = [[] for _ in range(3)]
        assert gc.isenabled() is before
        searched = {id(item) for item in gc.get_objects()}
        assert gc.get_freeze_count() >= len(kept)
        assert not searched & {id(item) for item in kept}
    finally:
        gc.unfreeze()
