"""What all published sums together determine: a figure held back whose value every solution of them has in common."""

import numpy as np

from sxresearch.monitoring.privacy.published_sums import PublishedSums

_NOTHING = 1e-9  # of a unit vector's length


def determined(sums: PublishedSums, hidden: np.ndarray) -> np.ndarray:
    """The closed sums with a hidden figure that the sums determine although each alone leaves two unknown.

    A figure is determined where it is zero in every vector of the null space of the sums' equations in what is hidden.
    """
    rows, cells, signs = _equations(sums, hidden)
    found = np.zeros(len(sums.whole), dtype=bool)
    if not len(rows):
        return found
    for part in _connected(rows, cells):
        own_rows, own_cells = rows[part], cells[part]
        if len(np.unique(own_rows)) > 1:
            solved = _solved(own_rows, own_cells, signs[part])
            found[own_rows[np.isin(own_cells, solved)]] = True
    return found & _can_hide_more(sums, hidden)


def _equations(sums: PublishedSums, hidden: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sum, hidden figure and sign (the whole is the sum of its parts) of every entry."""
    wholes = np.flatnonzero(hidden[sums.whole] & ~sums.open)
    parts = hidden[sums.parts] & ~sums.open[sums.sums]
    return (
        np.concatenate([wholes, sums.sums[parts]]),
        np.concatenate([sums.whole[wholes], sums.parts[parts]]),
        np.concatenate([-np.ones(len(wholes)), np.ones(int(parts.sum()))]),
    )


def _connected(rows: np.ndarray, cells: np.ndarray) -> list[np.ndarray]:
    """Entries that hang together, by sums or by figures."""
    from scipy.sparse import coo_array  # a sixth of a second, and few runs suppress anything
    from scipy.sparse.csgraph import connected_components

    _, row = np.unique(rows, return_inverse=True)
    _, cell = np.unique(cells, return_inverse=True)
    size = row.max() + 1 + cell.max() + 1
    graph = coo_array((np.ones(len(row)), (row, cell + row.max() + 1)), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    order = np.argsort(labels[row], kind="stable")
    return np.split(order, np.flatnonzero(np.diff(labels[row][order])) + 1)


def _solved(rows: np.ndarray, cells: np.ndarray, signs: np.ndarray) -> np.ndarray:
    """The figures among ``cells`` that the equations determine."""
    _, row = np.unique(rows, return_inverse=True)
    names, cell = np.unique(cells, return_inverse=True)
    matrix = np.zeros((row.max() + 1, len(names)))
    np.add.at(matrix, (row, cell), signs)
    _, sizes, vectors = np.linalg.svd(matrix)
    rank = int((sizes > 1e-8).sum())
    return names[np.linalg.norm(vectors[rank:], axis=0) < _NOTHING] if rank < len(names) else names


def _can_hide_more(sums: PublishedSums, hidden: np.ndarray) -> np.ndarray:
    """Whether a sum has a figure left to hold back."""
    shown = np.bincount(sums.sums, (~hidden[sums.parts]).astype(float), minlength=len(sums.whole))
    return (shown > 0) | ~hidden[sums.whole]
