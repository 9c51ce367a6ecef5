"""What was freed goes back to the operating system."""

import sys

import psutil
import pytest

from sxresearch.freed_memory import give_back


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc is asked")
def test_small_pieces_among_others_are_given_back():
    pieces = [
        b"x" * (100_000 + place) for place in range(3_000)
    ]  # below the size that the C library gives back by itself
    kept = pieces[::100]
    before = psutil.Process().memory_info().rss
    del pieces
    give_back()
    assert before - psutil.Process().memory_info().rss > 250_000_000
    assert len(kept) == 30


def test_where_the_library_has_no_such_function_nothing_happens(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert give_back() is None
