"""Many panels at once, without a loop over series: stacked, cut into pieces that fit in the cache.

The loops of the method run over years, horizons and members, so panels with few regions are
run together. Leading years without a figure change nothing, therefore panels of different
length can stand in one array, aligned at their last year.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from sxresearch.projection.distributions import DISTRIBUTION_ARRAYS, Distributions, LearnedDistributions
from sxresearch.projection.ensemble.rolling_origin import Origins, default_origins
from sxresearch.projection.scale import Floats

CHUNK_CELLS = 30_000  # series-years handled at once: keeps the arrays in cache and memory flat

Method = Callable[[Floats, np.ndarray, int], Origins]
"""``method(z (Y, S), panel (S,), longest)`` → predictions from every origin."""


class Outlook(LearnedDistributions):
    """What one panel's figures say, from its second year to the last horizon.

    The distributions are (Y − 1 + H, S): row i is the year i + 1 years after the first. Within the
    data each row is one year ahead of what was known; after them the horizons 1…H count from the
    last year. ``width`` and ``origins`` are (H,), the weights (H, K).
    """


def project_rows(
    z: Floats, panel: np.ndarray, horizons: Sequence[int], *, method: Method = default_origins
) -> Distributions:
    """Project many series from the last column of ``z``: (T, S), NaN for series without a figure.

    Parameters
    ----------
    z
        (S, Y): series in rows, consecutive years in columns, NaN for no figure.
    panel
        (S,): series of one indicator share a number; all different for single series.
    horizons
        Years ahead, each at least 1; T of them.
    method
        By default the default method.
    """
    ahead = np.asarray(horizons, dtype=int)
    if len(ahead) == 0 or (ahead < 1).any():
        raise ValueError(f"horizons must be at least 1, got {list(horizons)}")
    out = Distributions(*(np.full((len(ahead), len(z)), np.nan) for _ in range(4)))
    for rows, found in _run(z, np.asarray(panel), int(ahead.max()), method):
        for name in DISTRIBUTION_ARRAYS:
            getattr(out, name)[:, rows] = getattr(found, name)[ahead - 1, -1]
    return out


def project_grids(
    grids: Sequence[Floats], reaches: Sequence[int], *, method: Method = default_origins
) -> list[Outlook]:
    """Project many panels, each from its own last year.

    Parameters
    ----------
    grids
        One (regions, years) array per panel, NaN for no figure.
    reaches
        How many years ahead, one number per panel, each at least 1.
    method
        By default the default method.

    Returns
    -------
    list
        One outlook per panel; all NaN for a panel without any figure.
    """
    out = [_nothing(grid, reach) for grid, reach in zip(grids, reaches, strict=True)]
    for reach in sorted(set(reaches)):
        # by length, so that pieces hold panels of about the same length
        mine = sorted((i for i, r in enumerate(reaches) if r == reach), key=lambda i: grids[i].shape[1])
        for place, outlook in _outlooks([grids[i] for i in mine], reach, method):
            out[mine[place]] = outlook
    return out


def _outlooks(grids: list[Floats], reach: int, method: Method) -> Iterator[tuple[int, Outlook]]:
    """Outlooks of panels with the same reach, by their place."""
    years = max(grid.shape[1] for grid in grids)
    stacked = np.concatenate([_aligned(grid, years) for grid in grids])
    panel = np.repeat(np.arange(len(grids)), [len(grid) for grid in grids])
    first = np.searchsorted(panel, np.arange(len(grids)))
    for rows, found in _run(stacked, panel, reach, method):
        for number, place in enumerate(np.unique(panel[rows])):
            mine = np.flatnonzero(panel[rows] == place)
            shape = (grids[place].shape[1], len(grids[place]))
            yield int(place), _outlook(found, number, (mine, rows[mine] - first[place]), shape)


def _outlook(found: Origins, number: int, columns: tuple[np.ndarray, np.ndarray], shape: tuple[int, int]) -> Outlook:
    """Cut one panel out of a piece; ``columns`` are its series there and in the panel."""
    mine, place = columns
    years, regions = shape

    def calendar(values: Floats) -> Floats:
        within = values[0, max(values.shape[1] - years, 0) : -1, mine].T
        out = np.full((years - 1 + len(values), regions), np.nan)
        out[years - 1 - len(within) : years - 1, place] = within
        out[years - 1 :, place] = values[:, -1, mine]
        return out

    return Outlook(
        **{name: calendar(getattr(found, name)) for name in DISTRIBUTION_ARRAYS},
        width=found.width[:, -1, number],
        origins=found.origins[:, -1, number],
        common_weights=_filled(found.common_weights[:, -1, :, number]),
        own_weights=found.own_weights[:, -1, :, number],
    )


def _filled(weights: Floats) -> Floats:
    """Without the members that a panel of this kind does not have, (H, K)."""
    return weights[:, ~np.isnan(weights).any(axis=0)]


def _nothing(grid: Floats, reach: int) -> Outlook:
    """The outlook of a panel without any figure."""
    empty = np.full((grid.shape[1] - 1 + reach, len(grid)), np.nan)
    return Outlook(*[empty] * 4, *[np.full(reach, np.nan)] * 2, *[np.full((reach, 0), np.nan)] * 2)


def _aligned(grid: Floats, years: int) -> Floats:
    """A panel with empty years in front."""
    return np.concatenate([np.full((len(grid), years - grid.shape[1]), np.nan), grid], axis=1)


def _run(z: Floats, panel: np.ndarray, longest: int, method: Method) -> Iterator[tuple[np.ndarray, Origins]]:
    """Pieces of whole panels: the rows of ``z`` they hold (sorted by panel), and their predictions."""
    usable = np.flatnonzero(np.isfinite(z).any(axis=1))
    usable = usable[np.argsort(panel[usable], kind="stable")]
    for rows in _pieces(usable, panel, z.shape[1]):
        values = np.where(np.isfinite(z[rows]), z[rows], np.nan)
        first = int(np.argmax(np.isfinite(values).any(axis=0)))
        yield rows, method(np.ascontiguousarray(values[:, first:].T), panel[rows], longest)


def _pieces(rows: np.ndarray, panel: np.ndarray, years: int) -> Iterator[np.ndarray]:
    """Whole panels, together at most CHUNK_CELLS series-years (a larger panel stays whole)."""
    if not len(rows):
        return
    limit = max(CHUNK_CELLS // years, 1)
    codes = panel[rows]
    ends = np.flatnonzero(np.append(codes[1:] != codes[:-1], True)) + 1
    start = 0
    while start < len(rows):
        fitting = ends[np.searchsorted(ends, start + limit, side="right") - 1]
        stop = fitting if fitting > start else ends[np.searchsorted(ends, start, side="right")]
        yield rows[start:stop]
        start = stop
