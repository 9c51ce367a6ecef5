"""The embedded font: what is used is there, the rest is not, the bytes are the same."""

import base64
import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from fontTools.ttLib import TTFont

from sxresearch.brief.charts import fonts
from sxresearch.brief.charts.fonts import embedded, font_path, lacking, shared_characters, width
from sxresearch.paths import OBSERVATIONS

USED = frozenset("孕产妇死亡率 12.5/10万▼≥")


def test_the_subset_holds_the_characters_used_and_no_others():
    font = TTFont(io.BytesIO(base64.b64decode(embedded(USED))))
    assert set(font.getBestCmap()) == {ord(item) for item in USED}
    assert font.flavor == "woff2"


def test_the_same_characters_give_the_same_bytes():
    first = embedded(USED)
    fonts._made.cache_clear()
    assert embedded(USED) == first


def test_the_glyphs_are_those_of_the_whole_font():
    made, whole = TTFont(io.BytesIO(base64.b64decode(embedded(USED)))), TTFont(font_path())
    for character in map(ord, USED):
        one, other = (font["glyf"][font.getBestCmap()[character]] for font in (made, whole))
        assert one.getCoordinates(made["glyf"])[0] == other.getCoordinates(whole["glyf"])[0]
        assert [getattr(one, side) for side in ("xMin", "yMin", "xMax", "yMax") if hasattr(other, side)] == [
            getattr(other, side) for side in ("xMin", "yMin", "xMax", "yMax") if hasattr(other, side)
        ]


def test_a_character_that_the_font_lacks_makes_no_other_font():
    assert embedded(USED | {"🦄"}) is embedded(USED)


def test_two_pages_at_once_have_one_font_made():
    fonts._made.cache_clear()
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(embedded, (USED, frozenset(USED)))
    assert one is other
    assert fonts._made.cache_info().misses == 1


def test_pages_on_the_figures_of_this_checkout_share_a_font():
    """The notes of who published a figure stand in its file."""
    assert frozenset(OBSERVATIONS[0].read_text(encoding="utf-8")) - {"\n", "\r"} <= shared_characters()


def test_every_shape_and_sign_of_the_brief_has_a_glyph():
    assert lacking(frozenset("●▲△◇▽▼■×○□↑↓≥≤≈−–—…·‰“”")) == frozenset()


def test_a_character_the_font_lacks_is_named_not_fatal():
    assert lacking(frozenset("山🦄")) == {"🦄"}
    assert embedded(frozenset("山🦄"))


def test_chinese_characters_are_as_wide_as_the_type_size():
    assert width("山西", 7.0) == pytest.approx(14.0, abs=0.2)


def test_the_font_comes_from_the_installed_package():
    assert font_path().parts[-3:] == ("zhplot", "fonts", "NotoSansSC-Regular.ttf")
