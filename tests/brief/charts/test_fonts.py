"""The embedded font: what is used is there, the rest is not, the bytes are the same."""

import base64
import io

import pytest
from fontTools.ttLib import TTFont

from sxresearch.brief.charts.fonts import embedded, font_path, lacking, width

USED = frozenset("孕产妇死亡率 12.5/10万▼≥")


def test_the_subset_holds_the_characters_used_and_no_others():
    font = TTFont(io.BytesIO(base64.b64decode(embedded(USED))))
    assert set(font.getBestCmap()) == {ord(item) for item in USED}
    assert font.flavor == "woff2"


def test_the_same_characters_give_the_same_bytes():
    first = embedded(USED)
    embedded.cache_clear()
    assert embedded(USED) == first


def test_every_shape_and_sign_of_the_brief_has_a_glyph():
    assert lacking(frozenset("●▲△◇▽▼■×○□↑↓≥≤≈−–—…·‰“”")) == frozenset()


def test_a_character_the_font_lacks_is_named_not_fatal():
    assert lacking(frozenset("山🦄")) == {"🦄"}
    assert embedded(frozenset("山🦄"))


def test_chinese_characters_are_as_wide_as_the_type_size():
    assert width("山西", 7.0) == pytest.approx(14.0, abs=0.2)


def test_the_font_comes_from_the_installed_package():
    assert font_path().parts[-3:] == ("zhplot", "fonts", "NotoSansSC-Regular.ttf")
