"""Sums over the regions of each panel, for many panels at once."""

import numpy as np

from sxresearch.projection.scale import Floats


class Groups:
    """The panel of each series, for S series that stand sorted by panel; P panels."""

    def __init__(self, codes: np.ndarray):
        self.codes = np.asarray(codes)
        self.starts = np.flatnonzero(np.concatenate([[True], self.codes[1:] != self.codes[:-1]]))
        self.sizes = np.diff(np.append(self.starts, len(self.codes)))
        self._row = np.repeat(np.arange(len(self.starts)), self.sizes)
        self._single = len(self.starts) == len(self.codes)

    def sum(self, values: Floats) -> Floats:
        """Sums over each panel's series: (…, S) → (…, P)."""
        return values if self._single else np.add.reduceat(values, self.starts, axis=-1)

    def spread(self, values: np.ndarray) -> np.ndarray:
        """Each panel's value for each of its series: (…, P) → (…, S)."""
        return values if self._single else values[..., self._row]

    def mean(self, values: Floats, weight: Floats) -> Floats:
        """Weighted means over each panel's series, 0 where there is no weight."""
        total = self.sum(weight)
        return self.sum(weight * values) / np.where(total > 0, total, 1.0)

    def median(self, values: Floats, known: np.ndarray) -> Floats:
        """Medians over each panel's known series, (S,) → (P,); 0 where none is known.

        Sorted panel by panel, those of one size together: no panel's median depends on those it stands beside.
        """
        shown, count = np.where(known, values, np.inf), self.sum(known.astype(int))
        low, high = np.maximum(count - 1, 0) // 2, np.minimum(count // 2, self.sizes - 1)
        found = np.empty(len(self.sizes))
        for size in np.unique(self.sizes):
            panels = np.flatnonzero(self.sizes == size)
            ranked = np.sort(shown[self.starts[panels, None] + np.arange(size)], axis=1)
            row = np.arange(len(panels))
            found[panels] = 0.5 * (ranked[row, low[panels]] + ranked[row, high[panels]])
        return np.where(count > 0, found, 0.0)
