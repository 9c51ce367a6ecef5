"""The benchmark folder, outside the repository: tests that need it are skipped visibly without it."""

import os
from pathlib import Path

import pytest

_GIVEN = os.environ.get("SXRESEARCH_BENCH", "")
BENCH = Path(_GIVEN or ".")

needs_bench = pytest.mark.skipif(
    not (_GIVEN and BENCH.is_dir()), reason="set SXRESEARCH_BENCH to the folder with flag/ and competitions/"
)
