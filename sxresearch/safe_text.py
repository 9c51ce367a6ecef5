"""Characters of names and notes that must not reach a page: invisible ones that break or reorder what stands around."""

import re
from typing import Any

# Unicode's controls of writing direction (UAX #9): an override in a name would turn round the figures behind it
_DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
# not allowed in XML at all (XML 1.0, production 2), so no drawing could hold them; tab and line ends are allowed
_FORBIDDEN = (
    *(code for code in range(0x20) if chr(code) not in "\t\n\r"),
    0x7F,
    *range(0xD800, 0xE000),
    0xFFFE,
    0xFFFF,
)
_DROPPED = dict.fromkeys((*_DIRECTION, *_FORBIDDEN))
_ANY_DROPPED = re.compile(f"[{''.join(re.escape(chr(code)) for code in _DROPPED)}]")


def visible(value: Any) -> Any:
    """A text without controls and direction marks; anything else as it is.

    Nothing that has a shape of its own is dropped: Arabic or Hebrew letters still run from right to left.
    """
    if isinstance(value, str) and _ANY_DROPPED.search(value):  # a brief asks fifteen thousand times, and finds none
        return value.translate(_DROPPED)
    return value


def listed(characters: frozenset[str]) -> str:
    """Characters with their Unicode numbers, for a reader who may see a box only: 𠮷 (U+20BB7)."""
    return " ".join(f"{item} (U+{ord(item):04X})" for item in sorted(characters))
