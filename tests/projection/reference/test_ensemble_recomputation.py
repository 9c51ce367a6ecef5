"""The default method around statsmodels' filter equals the batched one, members' weights and width included."""

import numpy as np
import pytest

from sxresearch.projection.combination import _naive_origins
from sxresearch.projection.distributions import DISTRIBUTION_ARRAYS
from sxresearch.projection.reference.ensemble_recomputation import recompute_panel, recompute_walk
from sxresearch.projection.stacking import project_grids
from tests.projection.panels import ragged_panel, walks

LEARNED = ("width", "origins", "common_weights", "own_weights")


def with_far_steps() -> np.ndarray:
    """Eleven walks; one region jumps to a new level, one has a single false figure."""
    z = walks(np.random.default_rng(3), (11, 12))
    z[2, 6:] += 3
    z[4, 9] += 2
    return z


def far_at_the_end() -> np.ndarray:
    """Eleven walks; the last figure of one region is false."""
    z = walks(np.random.default_rng(4), (11, 9))
    z[5, -1] += 3
    return z


def known(z: np.ndarray) -> np.ndarray:
    return z[np.isfinite(z).any(axis=1)]


@pytest.mark.parametrize(
    "z", [known(ragged_panel(0)), with_far_steps(), with_far_steps()[2:3]], ids=["gaps", "far steps", "one region"]
)
def test_default(z):
    (ours,), theirs = project_grids([z], [4]), recompute_panel(z.T, 4)
    for name in DISTRIBUTION_ARRAYS:
        np.testing.assert_allclose(getattr(theirs, name), getattr(ours, name)[-4:], rtol=1e-9, atol=1e-12)
    for name in LEARNED:
        np.testing.assert_allclose(getattr(theirs, name), getattr(ours, name), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("z", [known(ragged_panel(1)), far_at_the_end(), with_far_steps()[2:3]],
                         ids=["gaps", "far at the end", "one region"])  # fmt: skip
def test_naive_walk(z):
    (ours,), theirs = project_grids([z], [4], method=_naive_origins), recompute_walk(z.T, 4)
    for name in DISTRIBUTION_ARRAYS:
        np.testing.assert_allclose(getattr(theirs, name), getattr(ours, name)[-4:], rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(theirs.width, ours.width, rtol=1e-12)
