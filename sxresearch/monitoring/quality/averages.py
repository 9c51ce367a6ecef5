"""Which indicators are averages: a whole then lies among its parts."""

from sxresearch.monitoring.contract import Register
from sxresearch.terms import AMOUNTS


def averages(register: Register) -> frozenset[str]:
    """Ids of all indicators but those of quantities that add up."""
    return frozenset(key for key, item in register.indicators.by_id.items() if item.unit not in AMOUNTS)
