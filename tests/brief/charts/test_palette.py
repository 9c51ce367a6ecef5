"""Colours can be read on white and told apart without colour."""

import pytest
import seaborn as sns
from matplotlib.colors import to_hex, to_rgb

from sxresearch.brief.charts import palette
from sxresearch.terms import Status

ENOUGH = 4.5  # contrast that WCAG 2.2 asks of small text (success criterion 1.4.3)
TEXT = {"ink": palette.INK, "muted": palette.MUTED, **palette.STATUS_COLOURS}


def luminance(colour: object) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: object, other: object) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_gives_the_published_extremes():
    assert contrast("white", "black") == pytest.approx(21)
    assert contrast("#767676", "white") == pytest.approx(4.54, abs=0.01)  # the lightest grey that passes on white


@pytest.mark.parametrize("name", TEXT)
def test_text_can_be_read_on_white(name: str):
    assert contrast(TEXT[name], "white") >= ENOUGH


def test_every_status_has_a_colour():
    assert palette.STATUS_COLOURS.keys() == set(Status)


def test_the_bands_of_a_fan_are_shades_of_its_hue():
    shades = sns.light_palette(palette.FAN_HUE, n_colors=8)
    assert tuple(to_hex(shades[place]) for place in (1, 3, 5)) == palette.FAN_COLOURS


def test_the_bands_of_a_fan_differ_in_black_and_white():
    outer, middle, inner = (luminance(colour) for colour in palette.FAN_COLOURS)
    assert outer - middle > 0.15
    assert middle - inner > 0.15


@pytest.mark.parametrize(
    ("status", "hue"),
    [
        (Status.MET, "green"), (Status.LIKELY, "green"), (Status.UNLIKELY, "red"), (Status.VERY_UNLIKELY, "red"),
        (Status.MISSED, "red"),
    ],
)  # fmt: skip
def test_good_is_green_and_bad_is_red(status: Status, hue: str):
    red, green, blue = to_rgb(palette.STATUS_COLOURS[status])
    assert (red > 2 * green and red > 2 * blue) if hue == "red" else (green > 2 * red and green > blue)


def test_what_is_lost_looks_like_what_is_nearly_lost():
    lost = {palette.STATUS_COLOURS[item] for item in (Status.VERY_UNLIKELY, Status.MISSED)}
    assert lost == {"#9b1c31"}
