"""Which parts weigh on the figure of the whole: how far each holds it away from its target, by the parts' shares.

With shares w of the whole's denominator, ``whole − target = Σ w·(part − target)``: what a part adds to the distance is
its own distance from the target times its share.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import amount, distance, number
from sxresearch.language import say
from sxresearch.terms import Better

MOST_NAMED = 3  # parts that a sentence names


class WeighedPart(NamedTuple):
    """A part with a figure: its row, figure, and denominator."""

    row: TargetRow
    figure: float
    weight: float


def pulling(whole: TargetRow, parts: Sequence[TargetRow]) -> str:
    """The parts that hold the whole's figure away from its target, the heaviest first, in one sentence; empty where the
    target has no number, the whole has reached it, or the parts' denominators are not known.
    """
    weights = shares(whole, parts)
    goal, series, language = number(whole.row.target_value), whole.series, whole.subject.language
    if not weights or goal is None or series is None or whole.met_now is not False:
        return ""
    side = -1 if series.indicator.better is Better.HIGHER else 1
    pulls = [(side * share * (part.figure - goal), part) for part, share in weights]
    heaviest = sorted((item for item in pulls if item[0] > 0), key=lambda item: -item[0])[:MOST_NAMED]
    named = (
        say(
            "brief-pull-part",
            language,
            region=part.row.subject.region.title(language),
            value=amount(whole.subject, series, part.figure),
            pull=distance(whole.subject, series, pull),
        )
        for pull, part in heaviest
    )
    listed = say("brief-list-separator", language).join(named)
    return say("brief-pull", language, parts=listed) if listed else ""


def shares(whole: TargetRow, parts: Sequence[TargetRow]) -> list[tuple[WeighedPart, float]]:
    """Every part with its share of the denominators in the whole's latest year; nothing unless all are known."""
    if whole.series is None or whole.place.target.has_second or number(whole.row.latest_year) is None:
        return []
    year = int(whole.row.latest_year)
    found = [part for row in parts for part in [_part(row, year)] if part]
    total = sum(part.weight for part in found)
    return [(part, part.weight / total) for part in found] if len(found) == len(parts) and total else []


def _part(row: TargetRow, year: int) -> WeighedPart | None:
    seen = row.subject.seen(row.series) if row.series else ()
    return next(
        (WeighedPart(row, item.value, item.denominator) for item in seen if item.year == year and item.denominator > 0),
        None,
    )
