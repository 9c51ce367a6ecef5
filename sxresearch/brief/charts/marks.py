"""Drawings as values: marks on a sheet measured in points, with the origin at the upper left and y growing downwards.

A mark knows nothing of files: :mod:`sheets` writes a drawing as inline SVG, :mod:`pictures` paints it as a picture.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]


class Align(StrEnum):
    """Which end of a text stands at its place; the values are SVG's."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class MarkerShape(StrEnum):
    """The shapes that tell dots apart without colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


@dataclass(frozen=True)
class Stroke:
    """A line through ``points``; ``dash`` are lengths of strokes and gaps in points, none for an unbroken line."""

    points: tuple[Point, ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Area:
    """A filled polygon."""

    points: tuple[Point, ...]
    colour: str


@dataclass(frozen=True)
class Marker:
    """A dot of the diameter ``size``; ``fill`` is none for a ring."""

    place: Point
    shape: MarkerShape
    size: float
    edge: str
    fill: str | None = None
    width: float = 0.7


@dataclass(frozen=True)
class TextLine:
    """One line of text; ``place`` is on its base line."""

    place: Point
    text: str
    size: float
    colour: str
    align: Align = Align.START


Mark: TypeAlias = Stroke | Area | Marker | TextLine


@dataclass(frozen=True)
class Box:
    """A rectangle: its upper left corner, and its lower right."""

    left: float
    top: float
    right: float
    bottom: float

    def __post_init__(self) -> None:
        if not (self.left < self.right and self.top < self.bottom):
            raise ValueError(f"a box needs room, got {self}")

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True)
class Drawing:
    """A drawing of ``width`` × ``height`` points: what is cut off at the edge of ``plot``, and what is not, above it.

    ``identifier`` must be unique in a page; ``title`` and ``finding`` name the drawing for those who can't see it.
    """

    identifier: str
    title: str
    finding: str
    width: float
    height: float
    plot: Box
    inside: tuple[Mark, ...]
    around: tuple[Mark, ...]


def corners(dot: Marker) -> tuple[Point, ...]:
    """The corners of a dot that is no circle."""
    (x, y), half = dot.place, dot.size / 2
    if dot.shape is MarkerShape.SQUARE:
        return (x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)
    if dot.shape is MarkerShape.DIAMOND:
        return (x, y - half), (x + half, y), (x, y + half), (x - half, y)
    return (x, y - half), (x + half, y + half), (x - half, y + half)
