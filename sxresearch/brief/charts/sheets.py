"""A sheet as an inline SVG element: real text, no address, no id that is not the sheet's own, short numbers."""

from collections.abc import Iterable
from html import escape

from sxresearch.brief.charts.fonts import FAMILY
from sxresearch.brief.charts.marks import Align, Area, Drawing, Mark, Marker, MarkerShape, Point, Stroke, corners
from sxresearch.safe_text import visible


def svg_of_sheet(sheet: Drawing) -> str:
    """The sheet as an element of an HTML page, named for screen readers; the same bytes for the same sheet.

    The element's id is the sheet's identifier, so that a link can lead to the drawing.
    """
    name, box = escape(sheet.identifier), sheet.plot
    area = f'x="{_n(box.left)}" y="{_n(box.top)}" width="{_n(box.width)}" height="{_n(box.height)}"'
    return "".join(
        (
            f'<svg id="{name}" viewBox="0 0 {_n(sheet.width)} {_n(sheet.height)}" role="img"',
            f' aria-labelledby="{name}-title {name}-desc" font-family="{escape(FAMILY)}, sans-serif">',
            f'<title id="{name}-title">{_text(sheet.title)}</title>',
            f'<desc id="{name}-desc">{_text(sheet.finding)}</desc>',
            f'<clipPath id="{name}-plot"><rect {area}/></clipPath>',
            f'<g clip-path="url(#{name}-plot)">{_elements(sheet.inside)}</g>{_elements(sheet.around)}</svg>',
        )
    )


def _elements(marks: Iterable[Mark]) -> str:
    return "".join(_element(mark) for mark in marks)


def _element(mark: Mark) -> str:
    if isinstance(mark, Stroke):
        dash = f' stroke-dasharray="{" ".join(map(_n, mark.dash))}"' if mark.dash else ""
        look = f'stroke="{mark.colour}" stroke-width="{_n(mark.width)}"{dash}'
        return f'<polyline points="{_points(mark.points)}" fill="none" {look}/>'
    if isinstance(mark, Area):
        return f'<polygon points="{_points(mark.points)}" fill="{mark.colour}"/>'
    if isinstance(mark, Marker):
        return _dot(mark)
    x, y = mark.place
    align = "" if mark.align is Align.START else f' text-anchor="{mark.align}"'
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(mark.size)}" fill="{mark.colour}"{align}>'
        f"{_text(mark.text)}</text>"
    )


def _dot(dot: Marker) -> str:
    look = f'fill="{dot.fill or "none"}" stroke="{dot.edge}" stroke-width="{_n(dot.width)}"'
    if dot.shape is MarkerShape.CIRCLE:
        x, y = dot.place
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(dot.size / 2)}" {look}/>'
    return f'<polygon points="{_points(corners(dot))}" {look}/>'


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """A coordinate to a hundredth of a point, without zeros that say nothing."""
    return repr(round(float(value), 2) + 0.0).removesuffix(".0")  # -0.0 + 0.0 is 0.0


def _text(text: str) -> str:
    return escape(visible(text), quote=False)
