"""Texts that must fit: titles in two lines, labels that don't touch, scales whose numbers share their decimals."""

import math
from collections.abc import Sequence

from sxresearch.brief.charts.fonts import width

TITLE_LINES = 2
MIDDLE = 0.35  # of the type size, from the middle of a figure down to its base line
_MOST_DECIMALS = 6  # of a label on the scale


def wrapped(text: str, room: float, size: float) -> list[str]:
    """``text`` in at most two lines of ``room`` points; broken at spaces, else anywhere; cut with an ellipsis."""
    lines: list[str] = []
    rest = text.strip()
    while rest and len(lines) < TITLE_LINES:
        fitting = _fitting(rest, room, size)
        if fitting < len(rest) and len(lines) == TITLE_LINES - 1:
            lines.append(rest[: _fitting(rest, room - width("…", size), size)].rstrip() + "…")
            break
        cut = _break(rest, fitting)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return lines


def _break(text: str, fitting: int) -> int:
    """Where a line ends of whose text ``fitting`` characters fit."""
    if fitting == len(text) or " " not in text[1 : fitting + 1]:
        return fitting
    return text.rfind(" ", 1, fitting + 1)


def _fitting(text: str, room: float, size: float) -> int:
    """How many leading characters fit into ``room`` points (at least one); more characters are never narrower."""
    if width(text, size) <= room:
        return len(text)
    fits, too_many = 1, len(text)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if width(text[:middle], size) > room:
            too_many = middle
        else:
            fits = middle
    return fits


def apart(wanted: Sequence[float], step: float, room: float) -> list[float]:
    """Heights as near to ``wanted`` as a distance of ``step`` allows, inside 0 … ``room``; same order of heights."""
    order = sorted(range(len(wanted)), key=lambda item: wanted[item])
    spots = [0.0] * len(wanted)
    floor = -math.inf
    for position, item in enumerate(order):
        ceiling = room - step * (len(order) - 1 - position)
        spots[item] = min(max(wanted[item], floor, 0.0), ceiling)
        floor = spots[item] + step
    return spots


def beside_one_another(wanted: Sequence[tuple[float, str]], size: float, gap: float) -> list[int]:
    """Which of the texts, each centred at its place and the first the most important, can stand without touching."""
    shown: list[int] = []
    halves = [width(text, size) / 2 for _, text in wanted]
    for item, (place, _) in enumerate(wanted):
        free = (abs(place - wanted[other][0]) >= halves[item] + halves[other] + gap for other in shown)
        if all(free):
            shown.append(item)
    return shown


def scale_texts(ticks: Sequence[float]) -> list[str]:
    """Round values with as many decimals as the one that needs most."""
    decimals = next(
        (d for d in range(_MOST_DECIMALS) if all(round(t, d) == round(t, 9) for t in ticks)), _MOST_DECIMALS
    )
    return [f"{tick + 0.0:.{decimals}f}".replace("-", "−") for tick in ticks]
