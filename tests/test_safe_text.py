"""Invisible characters: dropped when they break or reorder text, kept when they are letters."""

import pytest
from markupsafe import Markup

from sxresearch.safe_text import listed, visible


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("太原\u202e市 5.1", "太原市 5.1"),
        ("a\x00b\x1fc\ufffe", "abc"),
        ("rtl \u2067mark\u2069 \u200f", "rtl mark "),
        ("两行\n制表\t", "两行\n制表\t"),
        ("עברית 𠮷", "עברית 𠮷"),
    ],
)
def test_only_controls_and_marks_of_direction_are_dropped(given: str, shown: str):
    assert visible(given) == shown


@pytest.mark.parametrize(
    "code", [0x00, 0x1F, 0x5B - 0x40, 0x7F, 0x61C, 0x200E, 0x202A, 0x202E, 0x2066, 0x2069, 0xD800, 0xDFFF, 0xFFFF]
)
def test_every_one_of_them_is_found(code: int):
    assert visible(f"a{chr(code)}]^-b") == "a]^-b"


@pytest.mark.parametrize(
    "code", [0x09, 0x0A, 0x0D, 0x20, 0x5B, 0x5C, 0x5D, 0x5E, 0x7E, 0x80, 0x61D, 0x2065, 0x206A, 0xE000, 0xFFFD]
)
def test_their_neighbours_stay(code: int):
    assert visible(f"a{chr(code)}b") == f"a{chr(code)}b"


def test_what_is_no_text_passes():
    assert visible(7) == 7


def test_our_own_drawings_stay_unescaped():
    assert isinstance(visible(Markup("<svg/>")), Markup)


def test_rare_characters_are_listed_with_their_numbers():
    assert listed(frozenset("𠮷㐀")) == "㐀 (U+3400) 𠮷 (U+20BB7)"
