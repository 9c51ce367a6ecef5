"""The plotting area of a chart: from values to points, and the scales at its edges."""

from dataclasses import dataclass

from matplotlib.ticker import MaxNLocator

from sxresearch.brief.charts.marks import Box, Point

_STEPS = [1, 2, 2.5, 5, 10]


@dataclass(frozen=True)
class PlotArea:
    """A box in which ``low_x`` … ``high_x`` runs to the right and ``low`` … ``high`` upwards."""

    box: Box
    low_x: float
    high_x: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not (self.low_x < self.high_x and self.low < self.high):
            raise ValueError(f"scales need two ends in order, got {self}")

    def x(self, value: float) -> float:
        """Points from the left edge of the sheet."""
        return self.box.left + (value - self.low_x) / (self.high_x - self.low_x) * self.box.width

    def y(self, value: float) -> float:
        """Points from the upper edge of the sheet."""
        return self.box.bottom - (value - self.low) / (self.high - self.low) * self.box.height

    def at(self, x: float, value: float) -> Point:
        """The place of a value."""
        return self.x(x), self.y(value)

    def across(self, value: float) -> tuple[Point, Point]:
        """A level line over the whole area."""
        return (self.box.left, self.y(value)), (self.box.right, self.y(value))

    def upright(self, x: float) -> tuple[Point, Point]:
        """A line from the lower to the upper edge."""
        return (self.x(x), self.box.bottom), (self.x(x), self.box.top)


def round_values(low: float, high: float, most: int) -> list[float]:
    """Round numbers between two ends, about ``most`` of them."""
    return [float(tick) for tick in MaxNLocator(most, steps=_STEPS).tick_values(low, high) if low <= tick <= high]
