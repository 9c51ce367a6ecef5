"""The precision in which figures are published."""

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register


def last_decimal(indicator: pd.Series, register: Register) -> np.ndarray:
    """Width of the last decimal of each row's indicator, in its unit."""
    decimals = {key: item.decimals for key, item in register.indicators.by_id.items()}
    return 10.0 ** -indicator.map(decimals).astype(float).to_numpy()
